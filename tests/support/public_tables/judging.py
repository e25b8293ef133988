"""Judges made-up scorecards: is what is withheld enough, is it little, and is too little found out?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from tests.support.public_tables.making import NOVEMBER, Made, made, revised
from tests.support.public_tables.second_method import Finder
from workbook_builder.inputs.observations import Key
from workbook_builder.periods import Period
from workbook_builder.specs.suppress import Preset, Suppress, Zeros
from workbook_builder.suppression import (
    Cell,
    Decision,
    Demand,
    Proof,
    Publication,
    Why,
    primary,
    printed,
    prove,
    superseded,
    suppress,
)
from workbook_builder.suppression.rules import settled

OCTOBER = NOVEMBER.back()


@dataclass(frozen=True)
class Published:
    """Editions as they were printed, the last one's decision, and what none of them may let readers find out."""

    scorecard: Made
    rules: Suppress
    decision: Decision
    publications: tuple[Publication, ...]
    demands: tuple[Demand, ...]

    @property
    def proof(self) -> Proof:
        """What the package's own proof says of them."""
        return prove(self.scorecard.spec, self.rules, self.publications, self.demands, self.outdated)

    def found_out(self) -> list[Demand]:
        """What a second method finds out."""
        return found_out(self.scorecard, self.rules, self.publications, self.demands)

    def compared(self) -> tuple[set[Demand], set[Demand]]:
        """What the proof finds out, and what the second method does.

        Left out is what stands in tables that contradict themselves: the second method looks at a table as a whole,
        the proof at what hangs together.
        """
        fits = fits_of(self.scorecard, self.rules, self.publications, self.demands)
        possible = {each for each in self.demands if None not in fits[each]}
        proof = self.proof
        exposed = {each.demand for each in proof.exposed} | set(proof.unproved)
        found = {each for each in possible if not all(is_met(each, one) for one in fits[each])}
        return exposed & possible, found

    @property
    def outdated(self) -> frozenset[Cell]:
        """What was printed once, was revised, and is withheld now."""
        return superseded(self.scorecard.spec, self.scorecard.facts, self.publications)

    @property
    def others(self) -> list[Key]:
        """The rows that are withheld for the sake of others."""
        return [key for key, why in self.decision.reasons.items() if why is Why.OTHERS]


Fits = dict[Demand, list[tuple[int, int] | None]]
"""What each demand is about can be, by the editions that print its table; None where no world is possible."""


def fits_of(scorecard: Made, rules: Suppress, publications: Sequence[Publication], demands: Sequence[Demand]) -> Fits:
    """What a second method finds."""
    outdated = superseded(scorecard.spec, scorecard.facts, publications)
    finders = {
        period: Finder(scorecard.spec, publications, rules.suppressed_at_least, period, outdated)
        for period in scorecard.children
    }
    return {each: finders[each.row[2]].values(each) for each in demands}


def found_out(
    scorecard: Made, rules: Suppress, publications: Sequence[Publication], demands: Sequence[Demand]
) -> list[Demand]:
    """The demands that a second method finds not met, each once."""
    fits = fits_of(scorecard, rules, publications, demands)
    return [each for each in demands if not all(is_met(each, one) for one in fits[each])]


def is_met(demand: Demand, fits: tuple[int, int] | None) -> bool:
    """Whether a figure can still be small, and can be not small."""
    return fits is not None and fits[0] <= demand.low and fits[1] >= demand.high


def options(random: Random) -> Suppress:
    """Rules that differ."""
    zeros = random.choice([Zeros.SHOWN, Zeros.SHOWN, Zeros.WITHHELD])
    least = random.choice([0, 1]) if zeros is Zeros.SHOWN else 0
    to = random.choice([3, 5, 5, 9])
    return Suppress(complement=random.random() < 0.3, zeros=zeros, suppressed_at_least=least, to=to)


def one_edition(seed: int, rules: Suppress | None = None) -> Published:
    """November, published for the first time."""
    random = Random(seed)
    scorecard = made(random)
    rules = rules or options(random)
    decision = suppress(scorecard.spec, rules, scorecard.facts)
    publication = printed(scorecard.spec, rules, NOVEMBER, scorecard.facts, decision.pattern)
    return Published(scorecard, rules, decision, (publication,), _met(scorecard, rules, decision))


def two_editions(seed: int, knows_the_past: bool = True) -> Published:
    """October, and then November, which prints October's table again, often revised.

    Other rows went last in October, so that whoever does not know it withholds others now.
    """
    random = Random(seed)
    now = made(random, periods=2)
    rules = options(random)
    then = revised(random, now) if random.random() < 0.5 else now
    facts = {key: stated for key, stated in then.facts.items() if key[2] == OCTOBER}
    first = suppress(then.spec, replace(rules, last_areas=("county", "District 0", "District 1")), facts)
    earlier = printed(then.spec, rules, OCTOBER, facts, first.pattern)
    decision = suppress(now.spec, rules, now.facts, (earlier,) if knows_the_past else ())
    later = printed(now.spec, rules, NOVEMBER, now.facts, decision.pattern)
    return Published(now, rules, decision, (earlier, later), _met(now, rules, decision))


def _met(scorecard: Made, rules: Suppress, decision: Decision) -> tuple[Demand, ...]:
    """What the rules forbid to find out, but for what the decision says cannot be protected."""
    demands = primary(scorecard.spec, scorecard.facts, settled(rules)).demands
    return tuple(each for each in demands if each not in decision.unmet)


def naively(published: Published, spared: Collection[str] = ()) -> Published:
    """The same scorecard with only what the rules name withheld; of the `spared` parts even that is printed."""
    scorecard, rules = published.scorecard, published.rules
    small = primary(scorecard.spec, scorecard.facts, settled(rules)).rows
    publication = printed(scorecard.spec, rules, NOVEMBER, scorecard.facts, small)
    all_of_it = printed(scorecard.spec, rules, NOVEMBER, scorecard.facts, ())
    figures = {
        cell: all_of_it.figures[cell] if cell.part.value in spared else figure
        for cell, figure in publication.figures.items()
    }
    only = Publication(NOVEMBER, figures, publication.not_available)
    return Published(scorecard, rules, Decision(frozenset(small), small), (only,), published.demands)


def weight(published: Published, rows: Collection[Key]) -> int:
    """What rows are worth, as the package weighs them: by their figures, the county's thirty times."""
    figures = [cell.row for cell in published.publications[-1].figures]
    counts = {row: figures.count(row) for row in rows}
    is_percentage = any(count > 1 for count in counts.values())
    each = {row: (12 * (n - 1) + 10 if is_percentage else 12 + 10) for row, n in counts.items()}
    county = published.scorecard.spec.county
    return sum(worth * (30 if row[1] == county else 1) for row, worth in each.items())


def lightest(published: Published) -> int:
    """The weight of the lightest rows that are enough by the second method, of all sets of rows that there are."""
    scorecard, rules = published.scorecard, published.rules
    small = frozenset(key for key, why in published.decision.reasons.items() if why is not Why.OTHERS)
    rows = sorted({cell.row for cell in published.publications[-1].figures} - small, key=str)
    for worth, chosen in sorted(_sets(published, rows), key=lambda each: (each[0], str(each[1]))):
        publication = printed(scorecard.spec, rules, NOVEMBER, scorecard.facts, small | set(chosen))
        if not found_out(scorecard, rules, (publication,), published.demands):
            return worth
    raise AssertionError("nothing is enough")


def _sets(published: Published, rows: Sequence[Key]) -> Iterator[tuple[int, tuple[Key, ...]]]:
    for size in range(len(rows) + 1):
        for chosen in combinations(rows, size):
            yield weight(published, chosen), chosen


DFE = Suppress(preset=Preset.DFE)
__all__ = ["DFE", "Period", "Published", "found_out", "lightest", "naively", "one_edition", "two_editions", "weight"]
