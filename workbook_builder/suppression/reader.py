"""What a reader of all public editions knows: the figures printed, and sums over those that are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import lcm

from workbook_builder.specs.catalogue import Unit
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
from workbook_builder.suppression.rules import confidential, in_scope
from workbook_builder.suppression.series import relations_over_time
from workbook_builder.suppression.system import MOST_PEOPLE, NO_LIMIT, Sum, System

Scales = Mapping[tuple[str, Part], int]
Interval = tuple[int, int]


@dataclass(frozen=True)
class Reader:
    """The system of a reader, the figures that are known without it, and sums of printed figures that do not hold.

    Everything is counted in units: `scales` says how many make one.
    """

    system: System
    known: Mapping[Cell, int]
    scales: Scales
    contradictions: tuple[Relation, ...]

    def linear(self, terms: Iterable[tuple[int, Cell]]) -> tuple[tuple[tuple[int, int], ...], int, int] | None:
        """A sum of figures as terms over the unknowns, what the known ones add, and by what both are multiplied.

        None where a figure is bound by nothing.
        """
        terms = list(terms)
        if any(cell not in self.known and cell not in self.system.position for _, cell in terms):
            return None
        return linear(terms, self.known.get, self.system.position, self.scales)


def linear(
    terms: Iterable[tuple[int, Cell]],
    known: Callable[[Cell], int | None],
    position: Mapping[Cell, int],
    scale: Scales,
) -> tuple[tuple[tuple[int, int], ...], int, int]:
    """A sum as terms over the unknowns, what the known figures add to it, and by what both are multiplied."""
    terms = list(terms)
    times = lcm(*(scale.get((cell.indicator, cell.part), 1) for _, cell in terms))
    constant, unknown = 0, []
    for coefficient, cell in terms:
        factor = coefficient * times // scale.get((cell.indicator, cell.part), 1)
        if (value := known(cell)) is not None:
            constant += factor * value
        else:
            unknown.append((position[cell], factor))
    return tuple(unknown), constant, times


def reader_of(spec: Spec, rules: Suppress, publications: Sequence[Publication]) -> Reader:
    """What a reader of these editions knows; `rules` are settled."""
    editions = sorted(publications, key=lambda each: str(each.edition))
    printed = {c: (v, each) for each in editions for c, v in each.figures.items() if v is not None}
    marked = {cell for each in editions for cell in each.figures} - printed.keys()
    counts = {cell: found for cell, found in printed.items() if _counted(spec, cell)}
    scale = scales((cell, value) for cell, (value, _) in counts.items())
    known, intervals = _known(spec, rules, counts, scale)
    relations = _relations(spec, rules, editions, printed, marked)
    unknown = dict.fromkeys(c for each in relations for _, c in each.terms if c not in known)
    views = _views(spec, editions, known, scale)
    sums, contradictions = _sums(relations, views, {cell: n for n, cell in enumerate(unknown)}, scale)
    least = [_at_least(cell, cell in marked, rules, intervals, scale) for cell in unknown]
    most = [_at_most(cell, intervals, scale) for cell in unknown]
    return Reader(System(tuple(unknown), tuple(least), tuple(most), sums), known, scale, contradictions)


def _counted(spec: Spec, cell: Cell) -> bool:
    return counted(spec.indicator_by_id[cell.indicator], cell.part)


def _known(
    spec: Spec, rules: Suppress, counts: Mapping[Cell, tuple[Decimal, Publication]], scale: Scales
) -> tuple[dict[Cell, int], dict[Cell, Interval]]:
    """The counts that are printed as they are, in units, and between what those lie that are printed rounded."""
    known: dict[Cell, int] = {}
    intervals: dict[Cell, Interval] = {}
    for cell, (value, publication) in counts.items():
        units = scale[cell.indicator, cell.part]
        base = publication.base(cell.place, spec.county)
        least, most = rounded_between(spec, rules, cell, value, base, units)
        if least == most:
            known[cell] = least
        else:
            intervals[cell] = least, most
    return known, intervals


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


def _views(
    spec: Spec, editions: Sequence[Publication], known: Mapping[Cell, int], scale: Scales
) -> list[dict[Cell, int]]:
    """What each edition prints otherwise than the last that prints it: its tables add up by themselves."""
    views: list[dict[Cell, int]] = [{}]
    for each in editions:
        own = {
            cell: int(value * scale[cell.indicator, cell.part])
            for cell, value in each.figures.items()
            if value is not None and cell in known and not each.base(cell.place, spec.county)
        }
        views.append({cell: value for cell, value in own.items() if value != known[cell]})
    return [dict(known) | view for view in views if view or view is views[0]]


def _sums(
    relations: Iterable[Relation], views: Sequence[Mapping[Cell, int]], position: Mapping[Cell, int], scale: Scales
) -> tuple[tuple[Sum, ...], tuple[Relation, ...]]:
    """The relations over what is unknown, by each edition's figures; and those that printed figures contradict."""
    found: dict[Sum, None] = {}
    contradictions: dict[Relation, None] = {}
    for relation in relations:
        for view in views:
            each = sum_of(relation, view, position, scale)
            if each.terms:
                found[each] = None
            elif not each.holds(()):
                contradictions[relation] = None
    return tuple(found), tuple(contradictions)


def sum_of(relation: Relation, known: Mapping[Cell, int], position: Mapping[Cell, int], scale: Scales) -> Sum:
    """A relation over the unknowns, in units, what is known taken off its limits."""
    terms, constant, times = linear(relation.terms, known.get, position, scale)
    least = -NO_LIMIT if relation.least is None else relation.least * times - constant
    return Sum(terms, least, NO_LIMIT if relation.most is None else relation.most * times - constant)


def _at_least(cell: Cell, is_marked: bool, rules: Suppress, intervals: Mapping[Cell, Interval], scale: Scales) -> int:
    otherwise = rules.suppressed_at_least * scale.get((cell.indicator, cell.part), 1) if is_marked else 0
    return intervals[cell][0] if cell in intervals else otherwise


def _at_most(cell: Cell, intervals: Mapping[Cell, Interval], scale: Scales) -> int:
    return intervals[cell][1] if cell in intervals else MOST_PEOPLE * scale.get((cell.indicator, cell.part), 1)
