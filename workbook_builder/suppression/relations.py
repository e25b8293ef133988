"""The sums that a reader knows: what counts of one table, or of several, must have to do with one another.

Each relation says that a sum of counts, each times a whole number, lies between two whole numbers. Places of which
nothing is said take part as unknowns; what is printed as not available counts as 0.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from workbook_builder.inputs.observations import Key
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import AddsUp, Indicator, Making
from workbook_builder.specs.model import Spec
from workbook_builder.suppression.facts import Cell, Part
from workbook_builder.suppression.places import Serving, servings

Terms = tuple[tuple[int, Cell], ...]


@dataclass(frozen=True)
class Relation:
    """`least <= sum of the terms <= most`, in ones; None: no limit. `is_sum`: it holds exactly but for `adds_up`."""

    terms: Terms
    least: int | None
    most: int | None
    is_sum: bool = False


@dataclass(frozen=True)
class Table:
    """What readers see the frame of: the cells that are printed or marked, and the rows that are not available."""

    cells: frozenset[Cell]
    not_available: frozenset[Key] = frozenset()

    @cached_property
    def families(self) -> dict[tuple[str, Part], list[Period]]:
        """The periods that are shown of each part of an indicator, by time; always in the same order."""
        periods: dict[tuple[str, Part], set[Period]] = {}
        for cell in self.cells:
            periods.setdefault((cell.indicator, cell.part), set()).add(cell.period)
        families = sorted(periods, key=lambda family: (family[0], family[1].value))
        return {family: sorted(periods[family], key=str) for family in families}

    def present(self, cells: Iterable[Cell]) -> list[Cell]:
        """The cells but those of rows that are not available, which are nothing in a sum."""
        return [cell for cell in cells if cell.row not in self.not_available]


def relations_over_places(spec: Spec, table: Table, indicators: Collection[str]) -> Iterator[Relation]:
    """How districts and teams add up: to the county, and to each other."""
    for (name, part), periods in table.families.items():
        indicator = spec.indicator_by_id[name]
        allowed = _allowed(indicator.adds_up, part)
        if name not in indicators or indicator.adds_up is None or allowed is None:
            continue
        parts = _places(spec, indicator, indicator.adds_up.over)
        shared = [s for s in servings(spec) if all(spec.exists(indicator, place) for place in s.places)]
        for period in periods:
            yield from _to_the_county(spec, indicator, parts, allowed, period, part, table)
            for serving in shared:
                yield from _between_levels(serving, name, period, part, table)


def _allowed(rule: AddsUp | None, part: Part) -> Decimal | None:
    """The share, in per cent, of the county's count that may belong to no place; None: the places are no sum."""
    share = getattr(rule, part.value) if rule else None
    return None if share is None else Decimal(str(share))


def _places(spec: Spec, indicator: Indicator, over: str) -> list[str]:
    return [place for place in spec.places_of(over) if spec.exists(indicator, place)]


def _to_the_county(
    spec: Spec, indicator: Indicator, places: list[str], allowed: Decimal, period: Period, part: Part, table: Table
) -> Iterator[Relation]:
    """The county's count is its places'; with an allowance it may be more, by so many per cent of itself."""
    county = Cell(indicator.id, spec.county, period, part)
    cells = table.present(Cell(indicator.id, place, period, part) for place in places)
    if county.row in table.not_available or not cells:
        return
    yield Relation(((1, county), *((-1, cell) for cell in cells)), 0, None if allowed else 0, is_sum=True)
    if allowed:
        numerator, denominator = (100 - allowed).as_integer_ratio()
        unit = 100 * denominator
        yield Relation(((-numerator, county), *((unit, cell) for cell in cells)), 0, None)


def _between_levels(serving: Serving, name: str, period: Period, part: Part, table: Table) -> Iterator[Relation]:
    """Every child of a district is with one of its teams, every child of a team in one of its districts."""
    districts, teams = (
        table.present(Cell(name, place, period, part) for place in places)
        for places in (serving.districts, serving.teams)
    )
    if sum(cell in table.cells for cell in (*districts, *teams)) < 2:
        return
    yield Relation((*((1, cell) for cell in districts), *((-1, cell) for cell in teams)), 0, 0, is_sum=True)
    for place in () if serving.is_simple else serving.places:
        own = table.present([Cell(name, place, period, part)])
        shares = [Cell(name, share, period, part) for share in serving.shares_of(place)]
        yield Relation((*((1, cell) for cell in own), *((-1, share) for share in shares)), 0, 0)


def parts_within_wholes(spec: Spec, cells: Iterable[Cell]) -> Iterator[Relation]:
    """No numerator of a percentage that cannot exceed 100 is above its denominator."""
    known = set(cells)
    for cell in sorted(known, key=str):
        indicator = spec.indicator_by_id[cell.indicator]
        highest = indicator.possible[1]
        is_part = indicator.measure is Making.PERCENTAGE and highest is not None and highest <= 100
        whole = cell._replace(part=Part.DENOMINATOR)
        if cell.part is Part.NUMERATOR and is_part and whole in known:
            yield Relation(((1, whole), (-1, cell)), 0, None)


def measure_of_its_parts(spec: Spec, measure: Cell, printed: Decimal) -> Iterator[Relation]:
    """A printed percentage or ratio bounds its numerator by its denominator: it is rounded half up.

    Half a unit of its last decimal below it is still shown so, half a unit above it no more.
    """
    making = spec.indicator_by_id[measure.indicator].measure
    if making is Making.NONE or printed < 0:
        return
    exponent = printed.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    units = int(printed.scaleb(decimals))
    factor = 2 * 10**decimals * making.factor
    numerator, denominator = (measure._replace(part=part) for part in (Part.NUMERATOR, Part.DENOMINATOR))
    yield Relation(((factor, numerator), (1 - 2 * units, denominator)), 0, None)
    yield Relation(((factor, numerator), (-1 - 2 * units, denominator)), None, -1)
