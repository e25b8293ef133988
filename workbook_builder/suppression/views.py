"""How figures look in each edition: what it prints itself, and what others print of the rest.

Where an edition printed a table otherwise than the last one does, what is withheld in it may have been another count
then. So such a table is looked at once more, with unknowns of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import lcm

from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import Unit
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Suppress
from workbook_builder.suppression.facts import Cell, Part, Publication, counted
from workbook_builder.suppression.rules import confidential, in_scope

Scales = Mapping[tuple[str, Part], int]
Interval = tuple[int, int]
Version = tuple[Cell, int]
"""A figure, and the number of the view in which it may be another than in the last edition (0: that one)."""
Linear = tuple[tuple[tuple[int, int], ...], int, int]
"""A sum as terms (position, coefficient) over unknowns, what known figures add, and by what both are multiplied."""


@dataclass(frozen=True)
class View:
    """Between what each printed count lies, in units; `revised` are the tables, by indicator and period, that differ.

    View 0 is of what was printed last. `marked` are counts that an edition withheld and another printed, as what they
    cannot have been then.
    """

    number: int
    intervals: Mapping[Cell, Interval]
    revised: frozenset[tuple[str, Period]] = frozenset()
    marked: frozenset[Cell] = frozenset()

    def exact(self, cell: Cell) -> int | None:
        """The count, where it is printed as it is."""
        least, most = self.intervals.get(cell, (0, 1))
        return least if least == most else None

    def version(self, cell: Cell) -> Version:
        """The figure, as one of this view where its table is revised."""
        return cell, self.number if (cell.indicator, cell.period) in self.revised else 0

    def concerns(self, terms: Iterable[tuple[int, Cell]]) -> bool:
        """Whether a sum says here what it does not say in view 0."""
        return not self.number or any((cell.indicator, cell.period) in self.revised for _, cell in terms)


def views_of(
    spec: Spec,
    rules: Suppress,
    editions: Sequence[Publication],
    counts: Mapping[Cell, tuple[Decimal, Publication]],
    scale: Scales,
) -> list[View]:
    """What was printed last of each count (`counts`), and each edition that printed some otherwise."""

    def between(cell: Cell, value: Decimal, each: Publication) -> Interval:
        base = each.base(cell.place, spec.county)
        return rounded_between(spec, rules, cell, value, base, scale[cell.indicator, cell.part])

    parts = {one.id: {part for part in Part if counted(one, part)} for one in spec.indicators}
    last = {cell: between(cell, *found) for cell, found in counts.items()}
    views = [View(0, last)]
    for each in editions:
        own = ((c, v) for c, v in each.figures.items() if v is not None and c.part in parts[c.indicator])
        other = {cell: between(cell, v, each) for cell, v in own if cell not in counts or v != counts[cell][0]}
        others = frozenset(cell for cell in last if _was_another(cell, each, counts, rules))
        if other or others:
            revised = frozenset((cell.indicator, cell.period) for cell in (*other, *others))
            since = {cell: known for cell, known in last.items() if cell not in others}
            views.append(View(len(views), since | other, revised, others))
    return views


def _was_another(
    cell: Cell, each: Publication, counts: Mapping[Cell, tuple[Decimal, Publication]], rules: Suppress
) -> bool:
    """Whether an edition marked a count that was printed since as one that no mark stands for: it was revised."""
    is_marked = cell in each.figures and each.figures[cell] is None
    return is_marked and counts[cell][0] < rules.suppressed_at_least


def linear(
    terms: Iterable[tuple[int, Cell]],
    known: Callable[[Cell], int | None],
    position: Callable[[Cell], int],
    scale: Scales,
) -> Linear:
    """A sum over unknowns, what is known put in."""
    terms = list(terms)
    times = lcm(*(scale.get((cell.indicator, cell.part), 1) for _, cell in terms))
    constant, unknown = 0, []
    for coefficient, cell in terms:
        factor = coefficient * times // scale.get((cell.indicator, cell.part), 1)
        if (value := known(cell)) is not None:
            constant += factor * value
        else:
            unknown.append((position(cell), factor))
    return tuple(unknown), constant, times


def rounded_between(spec: Spec, rules: Suppress, cell: Cell, value: Decimal, base: int, units: int) -> Interval:
    """Between what a count lies, in units, that is printed rounded to the nearest `base`.

    Where small counts are withheld, one that is printed is above them, unless it is 0.
    """
    exact = int(value * units)
    if not base or (value == 0 and _is_of_people(spec, rules, cell)):
        return exact, exact
    least, most = exact - base * units // 2, exact + (base * units - 1) // 2
    if _is_of_people(spec, rules, cell):
        least = max(least, (confidential(rules)[1] + 1) * units)
    return max(0, min(least, most)), most


def _is_of_people(spec: Spec, rules: Suppress, cell: Cell) -> bool:
    is_staff = cell.part is Part.DENOMINATOR and spec.indicator_by_id[cell.indicator].unit is Unit.CASES_PER_WORKER
    return in_scope(spec, cell.row, rules) and not is_staff
