"""Makes the cases of an edition: its counts, what earlier editions printed for ever, and the sums they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.observations import Key
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Suppress
from workbook_builder.suppression.cases import Asked, Case, Unknown, as_it_is, rows_of
from workbook_builder.suppression.facts import Cell, Facts, Publication, counted, counts_of, scales
from workbook_builder.suppression.parts import groups
from workbook_builder.suppression.printing import to_nearest
from workbook_builder.suppression.reader import all_relations, concerned_by, sum_of
from workbook_builder.suppression.relations import Relation, Table
from workbook_builder.suppression.rules import Demand
from workbook_builder.suppression.system import MOST_PEOPLE, Sum
from workbook_builder.suppression.views import Interval, Scales, linear, rounded_between

_COUNT, _MEASURE = 12, 10
"""What a printed count and the measure beside it are worth; the prototype's weights."""
_LAST_AREA, _LAST_INDICATOR = 30, 100
"""How many times more a row is worth that goes last."""


@dataclass(frozen=True)
class Situation:
    """An edition to be printed: what is true, which rows of it are printed, and what was printed before.

    `forced` rows are withheld by rule or were withheld before; `rules` are settled.
    """

    spec: Spec
    rules: Suppress
    facts: Facts
    shown: frozenset[Key]
    earlier: Sequence[Publication]
    forced: frozenset[Key]

    @cached_property
    def counts(self) -> dict[Cell, Decimal]:
        """Every count that the inputs state."""
        return counts_of(self.spec, self.facts)

    @cached_property
    def before(self) -> dict[Cell, list[tuple[Decimal, Publication]]]:
        """What earlier editions printed of each count."""
        found: dict[Cell, list[tuple[Decimal, Publication]]] = {}
        for each in self.earlier:
            for cell, value in each.figures.items():
                if value is not None and counted(self.spec.indicator_by_id[cell.indicator], cell.part):
                    found.setdefault(cell, []).append((value, each))
        return found

    @cached_property
    def scales(self) -> Scales:
        """How many units make one, by indicator and part."""
        printed = [(cell, value) for cell, values in self.before.items() for value, _ in values]
        return scales([*self.counts.items(), *printed])

    def units(self, cell: Cell) -> int:
        """How many units make one of a count."""
        return self.scales.get((cell.indicator, cell.part), 1)

    @cached_property
    def truth(self) -> dict[Cell, int]:
        """What each count is, in units; one that is only known from an earlier edition is what that printed."""
        stated = {cell: int(value * self.units(cell)) for cell, value in self.counts.items()}
        past = {cell: int(values[-1][0] * self.units(cell)) for cell, values in self.before.items()}
        return past | stated

    def stated_for_ever(self, cell: Cell) -> Interval:
        """Between what earlier editions printed a count to be, as far as it is still so."""
        least, most = 0, MOST_PEOPLE * self.units(cell)
        true = self.truth.get(cell)
        for value, each in self.before.get(cell, ()):
            low, high = self._between(cell, value, each.base(cell.place, self.spec.county))
            if true is not None and low <= true <= high:
                least, most = max(least, low), min(most, high)
        return least, most

    def _between(self, cell: Cell, value: Decimal, base: int) -> Interval:
        return rounded_between(self.spec, self.rules, cell, value, base, self.units(cell))

    def unknown(self, cell: Cell) -> Unknown:
        """What can be known of a count while its row is printed, and while it is withheld."""
        truth, (least, most) = self.truth.get(cell), self.stated_for_ever(cell)
        is_seen = cell.row in self.shown or any(cell.row in each.withheld for each in self.earlier)
        floor = self.rules.suppressed_at_least * self.units(cell) if is_seen else 0
        if truth is None:
            hidden = (max(least, floor), most)
            return Unknown(cell, None, None, hidden, hidden)
        at_least = min(truth, max(least, floor))
        hidden = (at_least, most) if truth >= floor else (truth, truth)
        low, high = self._printed(cell, truth)
        return Unknown(
            cell, cell.row if cell.row in self.shown else None, truth, (max(least, low), min(most, high)), hidden
        )

    def _printed(self, cell: Cell, truth: int) -> Interval:
        base = (self.rules.county_rounding if cell.place == self.spec.county else self.rules.rounding) or 0
        value = to_nearest(Decimal(truth) / self.units(cell), base)
        low, high = self._between(cell, value, base)
        return min(low, truth), max(high, truth)

    def weight(self, row: Key, cells: Collection[Cell]) -> int:
        """What a row is worth to readers."""
        worth = _COUNT * len(cells) + _MEASURE
        words = self.spec.places.get(row[1], set())
        worth *= 1 if words.isdisjoint(self.rules.last_areas) else _LAST_AREA
        return worth * (_LAST_INDICATOR if row[0] in self.rules.last_indicators else 1)


def cases_of(situation: Situation, demands: Sequence[Demand]) -> Iterator[Case]:
    """The cases of all that is asked for; what has to do with no demand is in none."""
    relations = _relations(situation, demands)
    cells = dict.fromkeys(cell for each in relations for _, cell in each.terms)
    cells |= dict.fromkeys(cell for demand in demands for _, cell in demand.terms)
    unknowns = [situation.unknown(cell) for cell in cells]
    fixed = {each.cell: each.hidden[0] for each in unknowns if each.hidden[0] == each.hidden[1]}
    unknowns = [each for each in unknowns if each.cell not in fixed]
    position = {each.cell: n for n, each in enumerate(unknowns)}
    truths = [each.truth for each in unknowns]
    place, units = position.__getitem__, situation.scales
    over = [sum_of(each, linear(each.terms, fixed.get, place, units)) for each in relations]
    sums = dict.fromkeys(as_it_is(each, of.is_sum, truths) for each, of in zip(over, relations, strict=True))
    asked = [_asked(demand, fixed, position, situation.scales) for demand in demands]
    yield from _apart(situation, unknowns, [each for each in sums if each.terms], asked)


def _relations(situation: Situation, demands: Sequence[Demand]) -> list[Relation]:
    """The sums of the edition, and of earlier ones as far as these printed other figures."""
    spec, rules = situation.spec, situation.rules
    marked = {cell for each in situation.earlier for cell, value in each.figures.items() if value is None}
    marked = {cell for cell in marked if counted(spec.indicator_by_id[cell.indicator], cell.part)}
    absent = {key for key, stated in situation.facts.items() if stated.measure is Missing.NOT_AVAILABLE}
    cells = frozenset((*situation.counts, *situation.before, *marked))
    table = Table(cells, frozenset(absent) - {cell.row for cell in cells})
    concerned = concerned_by(rules.totals, {demand.row[0] for demand in demands})
    found = all_relations(spec, table, rules.totals, concerned)
    return [*found, *(old for each in situation.earlier for old in _as_printed_then(situation, found, each))]


def _as_printed_then(situation: Situation, found: Sequence[Relation], then: Publication) -> Iterator[Relation]:
    """Sums of an earlier edition, without the counts that it printed otherwise: those are known."""
    revised = {
        cell
        for cell, value in then.figures.items()
        if value is not None and cell in situation.truth and value * situation.units(cell) != situation.truth[cell]
    }
    for each in found:
        kept = tuple(term for term in each.terms if term[1] not in revised)
        if each.is_sum and len(kept) < len(each.terms):
            yield replace(each, terms=kept)


def _asked(demand: Demand, fixed: Mapping[Cell, int], position: Mapping[Cell, int], scale: Scales) -> Asked:
    terms, constant, times = linear(demand.terms, fixed.get, position.__getitem__, scale)
    return Asked(demand, terms, demand.low * times - constant, demand.high * times - constant)


def _apart(
    situation: Situation, unknowns: Sequence[Unknown], sums: Sequence[Sum], asked: Sequence[Asked]
) -> Iterator[Case]:
    """One case for all that hangs together: by a sum, or by standing in one row."""
    terms = [*(each.terms for each in sums), *(each.terms for each in asked)]
    together = [[n for n, _ in each] for each in terms if each]
    group = groups(len(unknowns), [*together, *rows_of(unknowns)])
    members: dict[int, list[int]] = {}
    for n, first in enumerate(group):
        members.setdefault(first, []).append(n)
    for first in dict.fromkeys(group[each.terms[0][0]] for each in asked if each.terms):
        place = {n: k for k, n in enumerate(members[first])}
        own_sums = tuple(_moved(each, place) for each in sums if each.terms[0][0] in place)
        own = tuple(
            replace(each, terms=_moved(each, place).terms)
            for each in asked
            if each.terms and each.terms[0][0] in place
        )
        yield _case(situation, [unknowns[n] for n in members[first]], own_sums, own)
    if known := tuple(each for each in asked if not each.terms):
        yield Case((), (), known, situation.forced, {})


def _moved(each: Sum | Asked, place: Mapping[int, int]) -> Sum:
    terms = tuple((place[n], coefficient) for n, coefficient in each.terms)
    return Sum(terms, each.least, each.most) if isinstance(each, Sum) else Sum(terms, 0, 0)


def _case(situation: Situation, unknowns: Sequence[Unknown], sums: tuple[Sum, ...], asked: tuple[Asked, ...]) -> Case:
    """The case, without sums over what nobody states where these cannot hold of the figures as they are."""
    rows: dict[Key, list[Cell]] = {}
    for each in unknowns:
        if each.row in situation.shown and each.row not in situation.forced:
            rows.setdefault(each.row, []).append(each.cell)
    weights = {row: situation.weight(row, cells) for row, cells in rows.items()}
    case = Case(tuple(unknowns), sums, asked, situation.forced, weights)
    if case.is_possible():
        return case
    stated = {n for n, each in enumerate(unknowns) if each.truth is not None}
    return replace(case, sums=tuple(each for each in sums if stated.issuperset(n for n, _ in each.terms)))
