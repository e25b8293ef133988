"""How far districts are apart: the best and the worst of each indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.inputs.figures import Number
from workbook_builder.scorecards.model import Row
from workbook_builder.scorecards.spots import Spot
from workbook_builder.specs.catalogue import Level, Polarity, Unit


@dataclass(frozen=True)
class Gap:
    """How far an indicator's best and worst districts are apart, in percentage points; the county's row beside."""

    best: Spot
    worst: Spot
    county: Spot | None
    points: Decimal


def find_gaps(spots: Iterable[Spot]) -> Iterator[Gap]:
    """Percentages of districts themselves, not of their teams; those that are rated on few are left out."""
    districts: dict[str, list[tuple[Decimal, Decimal, Spot]]] = {}
    counties: dict[str, Spot] = {}
    for spot in (s for s in spots if s.row.place == s.table.area.name and s.row.indicator.unit is Unit.PERCENT):
        if spot.table.area.level is Level.COUNTY:
            counties.setdefault(spot.row.indicator.id, spot)
        elif (merit := _merit(spot.row)) is not None:
            districts.setdefault(spot.row.indicator.id, []).append((*merit, spot))
    for indicator, ranked in districts.items():
        best, worst = max(ranked, key=lambda r: r[0]), min(ranked, key=lambda r: r[0])
        if points := abs(best[1] - worst[1]):
            yield Gap(best[2], worst[2], counties.get(indicator), points)


def _merit(row: Row) -> tuple[Decimal, Decimal] | None:
    """How good the latest figure is by its polarity, and the figure as displayed; None where that is not known."""
    figure, target = row.figure(row.latest), row.targets.get(row.year)
    if not isinstance(figure, Number) or row.is_small or row.polarity is None:
        return None
    if row.polarity is not Polarity.T:
        return (figure.shown if row.polarity is Polarity.H else -figure.shown), figure.shown
    if target is None or not isinstance(target.target, Number):
        return None
    return -abs(figure.shown - target.target.shown), figure.shown
