"""What changed in rows that both editions have: ratings, arrows, figures and what they are judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.periods import Period
from workbook_builder.ratings import Rag, Travel
from workbook_builder.scorecards.changes.model import Change, Kind, Limit, Pair, Value
from workbook_builder.scorecards.spots import Spot
from workbook_builder.specs.columns import YearColumn

_MERIT = {Rag.RED: 0, Rag.AMBER: 1, Rag.GREEN: 2}
_WORDS = {Travel.IMPROVED: "now improving", Travel.WORSENED: "now worsening", Travel.SAME: "now the same"}


def ratings_of(pair: Pair) -> Iterator[Change]:
    """The rating of the latest figure, where it is another, or was not given, or is given no more."""
    before, now = pair.before.rating, pair.now.rating
    if before is now:
        return
    if before is Rag.NOT_RATED:
        kind, what = Kind.NEWLY_RATED, "newly rated"
    elif now is Rag.NOT_RATED:
        kind, what = Kind.NO_LONGER_RATED, "no longer rated"
    else:
        kind, what = Kind.MOVED, "better" if _MERIT[now] > _MERIT[before] else "worse"
    yield pair.change(kind, what, before, now, _figures(pair))


def travel_of(pair: Pair) -> Iterator[Change]:
    """The arrow, where both editions have one and they differ."""
    before, now = pair.before.row.travel, pair.now.row.travel
    if before is not now and Travel.UNKNOWN not in (before, now):
        yield pair.change(Kind.TRAVEL, _WORDS[now], before, now, _figures(pair))


def figures_of(pair: Pair) -> Iterator[Change]:
    """Figures of the same period that are stated differently, or that were missing."""
    before, now = pair.before.row.figures, pair.now.row.figures
    for period, new in now.items():
        if old := before.get(period):
            yield from _revised(pair, period, old, new)


def _revised(pair: Pair, period: Period, old: Observation, new: Observation) -> Iterator[Change]:
    parts = (("figure", old.measure, new.measure),)
    counts = (("numerator", old.numerator, new.numerator), ("denominator", old.denominator, new.denominator))
    for name, earlier, later in (*parts, *(count for count in counts if None not in count)):
        if _is_same(earlier, later) or Missing.NEW_INDICATOR is later:
            continue
        supplied = isinstance(earlier, Missing) and isinstance(later, Number)
        kind = Kind.SUPPLIED if supplied else Kind.REVISED
        yield pair.change(kind, f"{name} of {period.label}", earlier, later)


def _is_same(old: Figure | None, new: Figure | None) -> bool:
    """Whether both read the same; 62 and 62.0 do."""
    if isinstance(old, Number) and isinstance(new, Number):
        return old.shown == new.shown
    return old == new


def standards_of(pair: Pair) -> Iterator[Change]:
    """Targets, floor standards, bands and polarities of the years that both editions show, where they are others."""
    for year in sorted(_years(pair.before) & _years(pair.now), key=lambda year: year.year):
        before, now = pair.before.row.targets.get(year), pair.now.row.targets.get(year)
        is_general = not any(target.area for target in (before, now) if target)
        for name, earlier, later in (*_standards(before, now), *_polarities(pair, before, now)):
            if not _reads_same(earlier, later):
                change = pair.change(Kind.STANDARD, f"{name} {year.label}", earlier, later)
                yield replace(change, place="") if is_general else change


def _polarities(pair: Pair, before: Target | None, now: Target | None) -> Iterator[tuple[str, Value, Value]]:
    """A year's polarity, where the indicator's own, which is part of its definition, is not another."""
    if before and now and pair.before.row.indicator.polarity is pair.now.row.indicator.polarity:
        earlier, later = ((polarity.value if polarity else None) for polarity in (before.polarity, now.polarity))
        yield "polarity", earlier, later


def _reads_same(old: Value, new: Value) -> bool:
    if isinstance(old, Limit) and isinstance(new, Limit):
        return old.sign == new.sign and _is_same(old.number, new.number)
    if isinstance(old, Number) and isinstance(new, Number):
        return _is_same(old, new)
    return old == new


def _years(spot: Spot) -> set[Period]:
    """The years whose targets a row's table shows, or rates by."""
    columns = (column for column in spot.table.columns.columns if isinstance(column, YearColumn))
    return {spot.table.year_at(column.year) for column in columns if column.kind != "outturn"}


def _standards(before: Target | None, now: Target | None) -> Iterator[tuple[str, Value, Value]]:
    """What targets consist of, by name; numbers as displayed."""
    parts: dict[str, Callable[[Target], Value]] = {
        "target": _limit,
        "floor standard": lambda target: target.floor,
        "green band": lambda target: _band(target.green),
        "amber band": lambda target: _band(target.amber),
    }
    for name, part in parts.items():
        yield name, part(before) if before else None, part(now) if now else None


def _limit(target: Target) -> Value:
    figure = target.target
    return Limit(target.sign, figure) if target.sign and isinstance(figure, Number) else figure


def _band(band: Band | None) -> str | None:
    return f"{band.lowest.shown:,f} to {band.highest.shown:,f}" if band else None


def _figures(pair: Pair) -> str:
    """`Oct-24: 76.9, Nov-24: 78.9`; of one period `2023-24: 62 (was to be supplied)`."""
    before, now = pair.before.row, pair.now.row
    was, is_now = (_text(row.figure(row.latest)) for row in (before, now))
    if before.latest == now.latest:
        return f"{now.latest.label}: {is_now}" + (f" (was {was})" if was != is_now else "")
    return f"{before.latest.label}: {was}, {now.latest.label}: {is_now}"


def _text(figure: Figure | None) -> str:
    if isinstance(figure, Number):
        return f"{figure.shown:,f}"
    return figure.value if figure else "not stated"
