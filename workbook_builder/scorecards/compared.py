"""What a table is compared with: its rows' benchmarks, the dates of their columns, notes on older ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.figures import Number
from workbook_builder.periods import Period
from workbook_builder.scorecards.beside import Beside
from workbook_builder.scorecards.history import History
from workbook_builder.scorecards.model import BenchmarkKey, Row, RowGroup
from workbook_builder.specs.columns import BenchmarkColumn
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ColumnSet


def benchmark_keys(columns: ColumnSet) -> tuple[BenchmarkKey, ...]:
    """The columns of benchmarks, from left to right."""
    return tuple((c.group, c.dated) for c in columns.columns if isinstance(c, BenchmarkColumn))


def benchmarks_of(
    history: History, keys: Iterable[BenchmarkKey], indicator: str, place: str
) -> Iterator[tuple[BenchmarkKey, tuple[Period, Benchmark]]]:
    """What the groups of some columns achieved, as it is stated for a place, each with its year or date."""
    for group, dated in keys:
        if stated := history.benchmark(indicator, group, dated, place):
            yield (group, dated), stated


def changes_beside(
    history: History, keys: Iterable[BenchmarkKey], indicator: str, place: str
) -> Iterator[tuple[BenchmarkKey, Beside]]:
    """How the groups of some columns and the place itself changed between the last two years or dates."""
    for group, dated in keys:
        stated = [history.benchmark(indicator, group, dated, place, back) for back in (1, 0)]
        known = [one for one in stated if one]
        ours = [history.inputs.observations.get((indicator, place, period)) for period, _ in known]
        figures = [*(one.value for _, one in known), *(one.measure if one else None for one in ours)]
        numbers = [figure for figure in figures if isinstance(figure, Number)]
        if len(known) == 2 and len(numbers) == 4:
            periods = (known[0][0], known[1][0])
            yield (group, dated), Beside(periods, (numbers[0], numbers[1]), (numbers[2], numbers[3]))


def benchmark_periods(groups: Iterable[RowGroup]) -> dict[BenchmarkKey, Period]:
    """The year or date that each benchmark column names: the latest of the figures that stand in it.

    A column in which none stands names none: a reason why there is no figure is of no year.
    """
    periods: dict[BenchmarkKey, Period] = {}
    for row in (row for group in groups for row in group.rows):
        for key, period in _dated_benchmarks(row):
            periods[key] = max(period, periods.get(key, period))
    return periods


def _dated_benchmarks(row: Row) -> Iterator[tuple[BenchmarkKey, Period]]:
    """The year or date of each of a row's benchmarks that is a figure."""
    return ((key, period) for key, (period, stated) in row.compared_with.items() if isinstance(stated.value, Number))


def older_benchmarks(spec: Spec, groups: Iterable[RowGroup], headed: Mapping[BenchmarkKey, Period]) -> Iterator[str]:
    """A note for each benchmark that is older than the heading above it, so that no heading misleads."""
    stated: dict[tuple[str, BenchmarkKey], dict[Period, list[Row]]] = {}
    for row in (row for group in groups for row in group.rows):
        for key, period in _dated_benchmarks(row):
            stated.setdefault((row.indicator.id, key), {}).setdefault(period, []).append(row)
    for (_, key), dated in stated.items():
        for period, rows in dated.items():
            if period != headed[key]:
                whose = f" ({', '.join(dict.fromkeys(row.place for row in rows))})" if len(dated) > 1 else ""
                what = rows[0].indicator.code or rows[0].title
                yield f"{spec.group_by_id[key[0]].heading} for {what}{whose} is that of {period.label}."
