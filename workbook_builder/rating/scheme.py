"""What a scheme of rating is: data that judges figures and writes the formula that judges them in a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from workbook_builder.figures import Number
from workbook_builder.rating.expressions import (
    FIGURE,
    AtLeast,
    AtMost,
    Cells,
    Comparison,
    Decimals,
    Expression,
    Known,
    Term,
    counted,
)
from workbook_builder.rating.polarity import Polarity


class Rag(Enum):
    """A rating against a target and its standards. The value is the word that is printed.

    BLUE is better than GREEN. WITHIN, ABOVE and BELOW say where activity lies, of which neither way is better.
    """

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    NOT_RATED = "N/A"
    BLUE = "BLUE"
    WITHIN = "WITHIN"
    ABOVE = "ABOVE"
    BELOW = "BELOW"

    @property
    def merit(self) -> int | None:
        """How good it is: of two the greater is better. None where it says nothing of merit."""
        return {"RED": 0, "AMBER": 1, "GREEN": 2, "BLUE": 3}.get(self.name)

    @property
    def meets_target(self) -> bool:
        """Whether it is no worse than GREEN."""
        return self in (Rag.GREEN, Rag.BLUE)

    @property
    def is_miss(self) -> bool:
        """Whether not even the last standard of its scheme is met."""
        return self in (Rag.RED, Rag.ABOVE, Rag.BELOW)


WORST_FIRST = (Rag.RED, Rag.ABOVE, Rag.BELOW, Rag.AMBER, Rag.WITHIN, Rag.GREEN, Rag.BLUE)
"""Every rating, what needs attention first."""
RATING_WORDS = tuple(rating.value for rating in reversed(WORST_FIRST))
"""The words of ratings, the best first."""
COLOURS = tuple(rating.value for rating in WORST_FIRST if rating.merit is not None)
"""The words that rate wherever they stand; `above` and `below` mostly mean something else."""
USUAL = (Rag.RED, Rag.AMBER, Rag.GREEN)
"""The ratings that every scorecard may give, whatever its schemes; the worst first."""


@dataclass(frozen=True, slots=True)
class Band:
    """The values from one end to the other, both included."""

    lowest: Number
    highest: Number


@dataclass(frozen=True)
class Standard:
    """What a scheme asks for beside the target: a number or, with two roles, a band.

    `roles` are also the columns of targets.csv that state it, `headings` those of the page of targets; `rating` is
    what a figure that meets it has earned. One that `follows_target` keeps its distance from an edited target.
    `meaning` is what its column holds, where it is no figure: a share of the target; `is_percent`: in per cent, which
    may be written with the sign.
    """

    name: str
    roles: tuple[str, ...]
    headings: tuple[str, ...]
    rating: Rag
    follows_target: bool = False
    meaning: str = ""
    is_percent: bool = False

    def of(self, limits: Known) -> Number | Band | None:
        """The number or band, None where it is not stated."""
        known = [number for role in self.roles if (number := limits.get(role))]
        if len(known) < len(self.roles):
            return None
        return known[0] if len(known) == 1 else Band(*known)


@dataclass(frozen=True)
class Step:
    """A rating and all that must hold of a figure to earn it."""

    rating: Rag
    tests: tuple[Comparison, ...]

    def holds(self, known: Known) -> bool:
        """Whether a figure earns it."""
        return all(test.holds(known) for test in self.tests)

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """The same over cells."""
        tests = [test.formula(cells, decimals) for test in self.tests]
        return tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"

    @property
    def lowest(self) -> Expression | None:
        """The lowest figure that earns it; None where no figure is too low."""
        return next((test.limit for test in self.tests if isinstance(test, AtLeast) and test.one == FIGURE), None)

    @property
    def highest(self) -> Expression | None:
        """The highest figure that earns it; None where no figure is too high."""
        return next((test.limit for test in self.tests if isinstance(test, AtMost) and test.one == FIGURE), None)


@dataclass(frozen=True)
class Rule:
    """How figures of one polarity are rated: the roles without which nothing is, and steps from the best rating down.

    A figure that earns none of them has the rating `otherwise`.
    """

    needs: tuple[str, ...]
    steps: tuple[Step, ...]
    otherwise: Rag = Rag.RED

    def rate(self, known: Known) -> Rag:
        """The rating of the figure; NOT_RATED where a number is missing that the rule needs."""
        if any(known.get(role) is None for role in self.needs):
            return Rag.NOT_RATED
        return next((step.rating for step in self.steps if step.holds(known)), self.otherwise)

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """The same as a formula over the cells that play the roles, each number rounded as it is judged."""
        rating = f'"{self.otherwise.value}"'
        for step in reversed(self.steps):
            rating = f'IF({step.formula(cells, decimals)},"{step.rating.value}",{rating})'
        known = counted([cells[role] for role in self.needs])
        return f'=IF({known},{rating},"{Rag.NOT_RATED.value}")'

    @property
    def needs_target(self) -> bool:
        """Whether nothing is rated without a target."""
        return "target" in self.needs

    def step(self, rating: Rag) -> Step | None:
        """What earns a rating; None for the worst, and where the scheme has no such rating."""
        return next((step for step in self.steps if step.rating is rating), None)


Fault = tuple[str, str, str]
"""What is wrong with a target's standards: found, expected, difference."""


@dataclass(frozen=True)
class Scheme:
    """A way to rate figures, for the polarities that it has rules for.

    `id`, by which schemes are told apart, is the word of the spec. `asks` says what a target needs (`a floor standard
    (H and L)`), `remedy` what to fill in. `reason` words why known numbers earn a rating; `fault` what is wrong with
    them whatever the figure is. `judgements` are the ratings that somebody may state where nothing computes them.
    """

    id: str
    rules: Mapping[Polarity | None, Rule] = field(compare=False)
    standards: tuple[Standard, ...] = field(compare=False)
    asks: str = field(compare=False)
    remedy: str = field(compare=False)
    reason: Callable[[Rag, Known], str] = field(compare=False)
    fault: Callable[[Polarity | None, Known], Fault | None] = field(compare=False)
    judgements: tuple[Rag, ...] = field(default=(), compare=False)

    @property
    def ratings(self) -> frozenset[Rag]:
        """Every rating that it can give."""
        given = (
            rating for rule in self.rules.values() for rating in (*(s.rating for s in rule.steps), rule.otherwise)
        )
        return frozenset((*given, *self.judgements))

    def told_by(self, rating: Rag, polarity: Polarity | None) -> Standard | None:
        """The limit or band that a rating rests on: met, or (RED, ABOVE, BELOW) the last that is not.

        None where that is the target, or is worked out of a standard that is no figure itself.
        """
        wanted = self.standards[-1].rating if rating.is_miss and self.standards else rating
        step = self.rules[polarity].step(wanted)
        limits = {test.limit for test in step.tests} if step else set()
        return next((s for s in self.standards if limits == {Term(role) for role in s.roles}), None)


def roles_of(standards: Sequence[Standard]) -> tuple[str, ...]:
    """The roles of several standards, in order."""
    return tuple(role for standard in standards for role in standard.roles)
