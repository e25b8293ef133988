"""What a reader of all public editions knows: the figures printed, and sums over those that are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Suppress, Total
from workbook_builder.suppression.facts import Cell, Part, Publication, counted, scales
from workbook_builder.suppression.relations import (
    Relation,
    Table,
    measure_of_its_parts,
    parts_within_wholes,
    relations_over_places,
)
from workbook_builder.suppression.series import relations_over_time
from workbook_builder.suppression.system import MOST_PEOPLE, NO_LIMIT, Sum, System
from workbook_builder.suppression.views import Interval, Linear, Scales, Version, View, linear, views_of


@dataclass(frozen=True)
class Reader:
    """The system of a reader, the figures that are known without it, and sums of printed figures that do not hold.

    Everything is counted in units: `scales` says how many make one. `position` is where an unknown figure stands in
    the system, by the view in which it may be another.
    """

    system: System
    position: Mapping[Version, int]
    views: tuple[View, ...]
    scales: Scales
    contradictions: tuple[Relation, ...]

    def questions(self, terms: Sequence[tuple[int, Cell]]) -> Iterator[Linear]:
        """A sum of figures of one row over the unknowns, as it is now and as it was where a table was revised.

        There is none where a figure is bound by nothing.
        """
        for view in self.views:
            versions = [view.version(cell) for _, cell in terms if view.exact(cell) is None]
            is_new = not view.number or any(number == view.number for _, number in versions)
            if is_new and all(version in self.position for version in versions):
                yield self.linear(terms, view)

    def linear(self, terms: Iterable[tuple[int, Cell]], view: View) -> Linear:
        """A sum of figures in a view."""
        return linear(terms, view.exact, lambda cell: self.position[view.version(cell)], self.scales)


def reader_of(
    spec: Spec, rules: Suppress, publications: Sequence[Publication], superseded: Collection[Cell] = ()
) -> Reader:
    """What a reader of these editions knows; `rules` are settled.

    Of `superseded` figures it is known that what was printed is not so any more, and no edition prints what they are.
    """
    editions = sorted(publications, key=lambda each: str(each.edition))
    printed = {
        cell: (value, each)
        for each in editions
        for cell, value in each.figures.items()
        if value is not None and cell not in superseded
    }
    marked = {cell for each in editions for cell in each.figures} - printed.keys()
    counts = {cell: found for cell, found in printed.items() if _counted(spec, cell)}
    scale = scales((cell, value) for each in editions for cell, value in each.figures.items())
    views = views_of(spec, rules, editions, counts, scale)
    relations = _relations(spec, rules, editions, printed, marked)
    seen = [(relation, view) for relation in relations for view in views if view.concerns(relation.terms)]
    unknown = dict.fromkeys(
        view.version(cell) for relation, view in seen for _, cell in relation.terms if view.exact(cell) is None
    )
    position = {version: n for n, version in enumerate(unknown)}
    bounds = [
        _bounds(cell, cell in marked or cell in views[number].marked, rules, views[number], scale)
        for cell, number in unknown
    ]
    reader = Reader(_system(unknown, bounds, ()), position, tuple(views), scale, ())
    sums, contradictions = _sums(reader, seen)
    return replace(reader, system=_system(unknown, bounds, sums), contradictions=contradictions)


def _system(unknown: Iterable[Version], bounds: Sequence[Interval], sums: tuple[Sum, ...]) -> System:
    least, most = (tuple(each[end] for each in bounds) for end in (0, 1))
    return System(tuple(cell for cell, _ in unknown), least, most, sums)


def _counted(spec: Spec, cell: Cell) -> bool:
    return counted(spec.indicator_by_id[cell.indicator], cell.part)


def _relations(
    spec: Spec,
    rules: Suppress,
    editions: Sequence[Publication],
    printed: Mapping[Cell, tuple[Decimal, Publication]],
    marked: set[Cell],
) -> list[Relation]:
    rows = {cell.row for cell in (*printed, *marked)}
    absent = frozenset(key for each in editions for key in each.not_available) - rows
    cells = frozenset(cell for cell in (*printed, *marked) if _counted(spec, cell))
    table = Table(cells, absent)
    concerned = concerned_by(rules.totals, {cell.indicator for cell in marked})
    found = all_relations(spec, table, rules.totals, concerned)
    for cell, (value, publication) in printed.items():
        parts = [cell._replace(part=part) for part in (Part.NUMERATOR, Part.DENOMINATOR)]
        if cell.part is Part.MEASURE and not marked.isdisjoint(parts) and not publication.rounding:
            found += measure_of_its_parts(spec, cell, value)
    return found


def concerned_by(totals: Sequence[Total], indicators: set[str]) -> set[str]:
    """Indicators of which something is withheld, and those whose sums over months touch them."""
    concerned = set(indicators)
    for _ in totals:
        for total in totals:
            if {total.total, total.of} & concerned:
                concerned |= {total.total, total.of}
    return concerned


def all_relations(spec: Spec, table: Table, totals: Sequence[Total], indicators: set[str]) -> list[Relation]:
    """Every sum over places and time of some indicators, and each part within its whole."""
    found = [
        *relations_over_places(spec, table, indicators),
        *relations_over_time(spec, table, totals, indicators),
    ]
    cells = {cell for each in found for _, cell in each.terms}
    cells |= {cell for cell in table.cells if cell.indicator in indicators}
    return [*found, *parts_within_wholes(spec, cells)]


def _sums(reader: Reader, seen: Iterable[tuple[Relation, View]]) -> tuple[tuple[Sum, ...], tuple[Relation, ...]]:
    """The relations over what is unknown, by each edition's figures; and those that printed figures contradict."""
    found: dict[Sum, None] = {}
    contradictions: dict[Relation, None] = {}
    for relation, view in seen:
        each = sum_of(relation, reader.linear(relation.terms, view))
        if each.terms:
            found[each] = None
        elif not each.holds(()):
            contradictions[relation] = None
    return tuple(found), tuple(contradictions)


def sum_of(relation: Relation, over: Linear) -> Sum:
    """A relation over the unknowns, in units, what is known taken off its limits."""
    terms, constant, times = over
    least = -NO_LIMIT if relation.least is None else relation.least * times - constant
    return Sum(terms, least, NO_LIMIT if relation.most is None else relation.most * times - constant)


def _bounds(cell: Cell, is_marked: bool, rules: Suppress, view: View, scale: Scales) -> Interval:
    """Between what an unknown count is known to be, beside all sums."""
    units = scale.get((cell.indicator, cell.part), 1)
    least = rules.suppressed_at_least * units if is_marked else 0
    return view.intervals.get(cell, (least, MOST_PEOPLE * units))
