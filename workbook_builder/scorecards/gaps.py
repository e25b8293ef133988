"""How far districts are apart: the best and the worst of each indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.inputs.figures import Number
from workbook_builder.scorecards.model import Row
from workbook_builder.scorecards.spots import Spot
from workbook_builder.specs.catalogue import Level, Unit

_IN_POINTS = (Unit.PERCENT, Unit.PERCENTAGE_POINTS)


@dataclass(frozen=True)
class Gap:
    """How far an indicator's best and worst districts are apart, in percentage points; the county's row beside.

    There may be several with the same figure.
    """

    best: tuple[Spot, ...]
    worst: tuple[Spot, ...]
    county: Spot | None
    points: Decimal


def find_gaps(spots: Iterable[Spot]) -> Iterator[Gap]:
    """Of percentages, and of gaps between them: districts, not their teams; those rated on few are left out."""
    districts: dict[str, list[tuple[Decimal, Decimal, Spot]]] = {}
    counties: dict[str, Spot] = {}
    for spot in (s for s in spots if _is_compared(s)):
        if spot.table.area.level is Level.COUNTY:
            counties.setdefault(spot.row.indicator.id, spot)
        elif (merit := _merit(spot.row)) is not None:
            districts.setdefault(spot.row.indicator.id, []).append((*merit, spot))
    for indicator, ranked in districts.items():
        best, worst = max(ranked, key=lambda r: r[0]), min(ranked, key=lambda r: r[0])
        if points := abs(best[1] - worst[1]):
            as_good, as_bad = (tuple(r[2] for r in ranked if r[:2] == end[:2]) for end in (best, worst))
            yield Gap(as_good, as_bad, counties.get(indicator), points)


def _is_compared(spot: Spot) -> bool:
    return spot.row.place == spot.table.area.name and spot.row.indicator.unit in _IN_POINTS


def _merit(row: Row) -> tuple[Decimal, Decimal] | None:
    """How good the latest figure is by its polarity, and the figure as displayed; None where that is not known."""
    figure, aim = row.figure(row.latest), row.target.target if row.target else None
    if not isinstance(figure, Number) or row.is_small or row.polarity is None:
        return None
    merit = row.polarity.merit(figure.shown, aim.shown if isinstance(aim, Number) else None)
    return None if merit is None else (merit, figure.shown)
