"""Figures of the same period that the two editions state differently, or that one of them lacked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.inputs.observations import Observation
from workbook_builder.periods import Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.changes.model import ActivityPair, Change, Editions, Key, Kind, Pair, change_at
from workbook_builder.specs.catalogue import BenchmarkGroup, Level
from workbook_builder.specs.columns import YearColumn

Stated = Figure | None
Named = tuple[str, Stated, Stated]
"""A figure, numerator or denominator by name: as it was stated before, as it is stated now."""


def figures_of(editions: Editions) -> Iterator[Change]:
    """Figures of tables and of pages of activity, each once, the county's first."""
    groups = editions.now.catalogue.group_by_id
    others = _told_once(change for pair in editions.pairs for change in _benchmarks(pair, groups))
    tables = [*(change for pair in editions.pairs for change in _in_table(pair)), *others]
    told = {(pair.now.key, period) for pair in editions.pairs for period in pair.now.row.figures}
    activity = [change for pair in editions.activity for change in _in_activity(pair, told)]
    areas = editions.now.catalogue.area_by_name
    counties = {name for name, area in areas.items() if area.level is Level.COUNTY}
    yield from sorted((*tables, *activity), key=lambda change: change.place not in ("", *counties))


def is_same(old: Figure | None, new: Figure | None) -> bool:
    """Whether both read the same; 62 and 62.0 do."""
    if old == new:
        return True
    return isinstance(old, Number) and isinstance(new, Number) and old.shown == new.shown


def _in_table(pair: Pair) -> Iterator[Change]:
    before = pair.before.row.figures
    for period, new in pair.now.row.figures.items():
        if period in before or _had_room(pair, period):
            for name, earlier, later in _parts(before.get(period), new):
                if not is_same(earlier, later):
                    changes = _change(pair, f"{name} of {period.label}", earlier, later)
                    yield from (change for change in changes if not _is_told(pair, period, name, change))


def _is_told(pair: Pair, period: Period, name: str, change: Change) -> bool:
    """Whether a figure that is now supplied is told already: the row is newly rated by it."""
    before, now = pair.before.row, pair.now.row
    is_newly_rated = before.rating is Rag.NOT_RATED and now.rating is not Rag.NOT_RATED
    is_latest = period == before.latest == now.latest
    return change.kind is Kind.SUPPLIED and name == "figure" and is_latest and is_newly_rated


def _told_once(changes: Iterable[Change]) -> Iterator[Change]:
    """What is said of an indicator in several places is one change, everywhere: of its first row."""
    alike: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        indicator = change.row[0] if change.row else change.title
        alike.setdefault((change.kind, indicator, change.what, change.before, change.now), []).append(change)
    for first, *others in alike.values():
        yield replace(first, place="") if others else first


def _had_room(pair: Pair, period: Period) -> bool:
    """Whether the earlier table showed a period, of which it stated nothing in this row."""
    table = pair.before.table
    columns = (column for column in table.columns.columns if isinstance(column, YearColumn))
    outturns = {table.year_at(column.year) for column in columns if column.kind == "outturn"}
    return pair.before.row.exists and (period in outturns or period in table.periods)


def _parts(old: Observation | None, new: Observation) -> Iterator[Named]:
    """The measure and what it was made of, unless that came or went with it."""
    yield "figure", old.measure if old else None, new.measure
    stays = old is not None and isinstance(old.measure, Number) and isinstance(new.measure, Number)
    if old and old.numerator and (new.numerator or stays):
        yield "numerator", old.numerator, new.numerator
    if old and old.denominator and (new.denominator or stays):
        yield "denominator", old.denominator, new.denominator


def _benchmarks(pair: Pair, groups: Mapping[str, BenchmarkGroup]) -> Iterator[Change]:
    """What others achieved in the same year or at the same date, as both editions state it or head it."""
    then, now = pair.before.row.compared_with, pair.now.row.compared_with
    for key in dict.fromkeys((*then, *now)):
        (was_of, was), (is_of, is_now) = (_stated_of(row.get(key)) for row in (then, now))
        period = is_of or was_of
        headed = [side.table.benchmark_periods.get(key) for side in (pair.before, pair.now)]
        if period and was_of in (period, None) and (was_of is not None or headed[0] == headed[1] == period):
            yield from _change(pair, f"{groups[key[0]].heading} of {period.label}", was, is_now)


def _stated_of(stated: tuple[Period, Benchmark] | None) -> tuple[Period | None, Figure | None]:
    """Of when a benchmark is, and what it is."""
    return (stated[0], stated[1].value) if stated else (None, None)


def _in_activity(pair: ActivityPair, told: set[tuple[Key, Period]]) -> Iterator[Change]:
    before = pair.before.row.figures
    for period, new in pair.now.row.figures.items():
        what = f"figure of {period.label}"
        if (pair.now.key, period) in told:
            continue
        if period in before or pair.before.shows(period):
            yield from _change(pair, what, before.get(period), new)
    yield from _national(pair)


def _national(pair: ActivityPair) -> Iterator[Change]:
    """The average in brackets, where both editions show that of the same year or date."""
    before, now = pair.before.row.national, pair.now.row.national
    if before and now and before[0] == now[0]:
        yield from _change(pair, f"benchmark of {now[0].label}", before[1].value, now[1].value)


def _change(pair: Pair | ActivityPair, what: str, old: Stated, new: Stated) -> Iterator[Change]:
    if is_same(old, new) or (old is None and not isinstance(new, Number)):
        return
    supplied = isinstance(new, Number) and (old is None or isinstance(old, Missing))
    yield change_at(pair.now, Kind.SUPPLIED if supplied else Kind.REVISED, what, old, new)
