"""Puts a page of activity together: tables of figures by how often they come, and the charts of their trends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.scorecards.course import Course, course_of, finding_of
from workbook_builder.scorecards.history import History
from workbook_builder.scorecards.provisional import Printed, provisional_notes
from workbook_builder.specs.catalogue import Area, Indicator
from workbook_builder.specs.columns import Dated
from workbook_builder.specs.pages import ActivityPage, ChartSpec, RowEntry


@dataclass(frozen=True)
class ActivityRow:
    """One indicator: its figures by period (none where nothing is stated), and the national average with its date."""

    indicator: Indicator
    title: str
    figures: Mapping[Period, Figure]
    national: tuple[Period, Benchmark] | None


@dataclass(frozen=True)
class ActivityRows:
    """The rows of a group."""

    title: str
    rows: tuple[ActivityRow, ...]


@dataclass(frozen=True)
class ActivityTable:
    """The rows that have a figure equally often; `periods` are those shown, the latest last."""

    frequency: Frequency
    periods: tuple[Period, ...]
    groups: tuple[ActivityRows, ...]


@dataclass(frozen=True)
class ActivityChart:
    """The trends of rows of one table, each with at least two figures, and what they show, in words.

    `beside` is the place of each row among those that the chart was meant to draw; 0 is what it is about.
    """

    title: str
    periods: tuple[Period, ...]
    rows: tuple[ActivityRow, ...]
    beside: tuple[int, ...]
    finding: str


@dataclass(frozen=True)
class Activity:
    """What a page of activity shows; `benchmark` is whose averages stand in brackets, "" for nobody's."""

    area: Area
    benchmark: str
    tables: tuple[ActivityTable, ...]
    charts: tuple[ActivityChart, ...]
    notes: tuple[str, ...]


def make_activity(history: History, page: ActivityPage) -> Activity:
    """The page's figures. A latest figure that nobody states is to be supplied."""
    area = history.spec.area_by_name[page.area]
    shown = {frequency: _periods(history, page, frequency) for frequency in _frequencies(history, page)}
    rows = {entry.indicator: _row(history, page, entry, shown) for entry in _entries(page.rows, area)}
    tables = tuple(_table(page, frequency, periods, rows) for frequency, periods in shown.items())
    charts = [_chart(history, chart, shown, rows) for group in page.groups for chart in group.charts]
    benchmark = history.spec.group_by_id[page.benchmark].heading if page.benchmark else ""
    notes = (*_national_notes(benchmark, rows.values()), *provisional_notes(_stated(history, page, rows.values())))
    return Activity(area, benchmark, tables, tuple(chart for chart in charts if chart.rows), notes)


def _stated(history: History, page: ActivityPage, rows: Iterable[ActivityRow]) -> Iterator[Printed]:
    """What the inputs state of the figures that rows show."""
    stated = history.inputs.observations
    for row in rows:
        keys = [(row.indicator.id, page.area, period) for period in row.figures]
        yield row.indicator, [stated[key] for key in keys if key in stated]


def _entries(entries: Iterable[RowEntry], area: Area) -> Iterator[RowEntry]:
    return (entry for entry in entries if not entry.areas or area.name in entry.areas)


def _frequency(history: History, entry: RowEntry) -> Frequency:
    return history.spec.indicator_by_id[entry.indicator].data_period.frequency


def _frequencies(history: History, page: ActivityPage) -> list[Frequency]:
    """How often figures come, in the order of the page's indicators."""
    area = history.spec.area_by_name[page.area]
    return list(dict.fromkeys(_frequency(history, entry) for entry in _entries(page.rows, area)))


def _periods(history: History, page: ActivityPage, frequency: Frequency) -> tuple[Period, ...]:
    """The periods that are shown: up to the latest that any figure has, or else that of the edition's month."""
    known = [
        history.last[entry.indicator]
        for entry in page.rows
        if entry.indicator in history.last and _frequency(history, entry) is frequency
    ]
    month = history.inputs.edition.month
    latest = max(known, default=current_period(month, frequency)) if frequency is not Frequency.MONTH else month
    return tuple(latest.back(steps) for steps in range(page.periods, -1, -1))


def current_period(month: Period, frequency: Frequency) -> Period:
    """The financial quarter, the term or the academic year in which a month lies."""
    basis = YearBasis.FINANCIAL if frequency is Frequency.QUARTER else YearBasis.ACADEMIC
    period = Period(month.year + 1, 1, frequency)
    while period.first_month(basis) > month:
        period = period.back()
    return period


def _row(
    history: History, page: ActivityPage, entry: RowEntry, shown: Mapping[Frequency, tuple[Period, ...]]
) -> ActivityRow:
    indicator = history.spec.indicator_by_id[entry.indicator]
    *earlier, latest = shown[indicator.data_period.frequency]
    stated = history.inputs.observations
    figures: dict[Period, Figure] = {
        period: stated[indicator.id, page.area, period].measure
        for period in (*earlier, latest)
        if (indicator.id, page.area, period) in stated
    }
    figures.setdefault(latest, _why_missing(history, indicator))
    return ActivityRow(indicator, entry.title or indicator.title, figures, _national(history, page, indicator))


def _why_missing(history: History, indicator: Indicator) -> Missing:
    """N/A where the list of sources says so of the indicator's data, else to be supplied."""
    source = history.inputs.sources.get(indicator.id)
    no_more = source is not None and source.released == Missing.NOT_AVAILABLE.value
    return Missing.NOT_AVAILABLE if no_more else Missing.TO_BE_SUPPLIED


def _national(history: History, page: ActivityPage, indicator: Indicator) -> tuple[Period, Benchmark] | None:
    """The latest statement of the benchmark group, whether it is for a year or as at a date."""
    stated = [history.benchmark(indicator.id, page.benchmark, dated, page.area) for dated in Dated]
    known = [found for found in stated if found]
    return max(known, key=lambda found: found[0].last_month(YearBasis.FINANCIAL), default=None)


def _table(
    page: ActivityPage, frequency: Frequency, periods: tuple[Period, ...], rows: Mapping[str, ActivityRow]
) -> ActivityTable:
    groups = []
    for group in page.groups:
        mine = [rows[entry.indicator] for entry in group.rows if entry.indicator in rows]
        mine = [row for row in mine if row.indicator.data_period.frequency is frequency]
        groups += [ActivityRows(group.title, tuple(mine))] if mine else []
    return ActivityTable(frequency, periods, tuple(groups))


def _chart(
    history: History, chart: ChartSpec, shown: Mapping[Frequency, tuple[Period, ...]], rows: Mapping[str, ActivityRow]
) -> ActivityChart:
    """The chart; without rows where none has two figures."""
    listed = [(n, rows[name]) for n, name in enumerate(chart.indicators) if name in rows]
    courses = [(n, row, _course(history, row)) for n, row in listed]
    drawn = [(n, row, course) for n, row, course in courses if course]
    periods = shown[listed[0][1].indicator.data_period.frequency] if listed else ()
    numbers, series = tuple(n for n, _, _ in drawn), tuple(row for _, row, _ in drawn)
    return ActivityChart(chart.title, periods, series, numbers, finding_of(course for _, _, course in drawn))


def _course(history: History, row: ActivityRow) -> Course | None:
    basis = history.spec.year_bases.get(row.indicator.id, YearBasis.FINANCIAL)
    return course_of(row.title, row.indicator, row.figures, basis)


def _national_notes(benchmark: str, rows: Iterable[ActivityRow]) -> Iterator[str]:
    """Whose averages stand in brackets, and of when."""
    dated: dict[Period, list[str]] = {}
    for row in rows:
        if row.national and isinstance(row.national[1].value, Number):
            dated.setdefault(row.national[0], []).append(row.indicator.code or row.title)
    several = (f"{period.label} ({', '.join(names)})" for period, names in dated.items())
    when = next(iter(dated)).label if len(dated) == 1 else "; ".join(several)
    if benchmark:
        none_yet = f"Averages of {benchmark} will be shown in brackets; they are still to be supplied."
        yield f"In brackets: average of {benchmark}, {when}." if dated else none_yet
