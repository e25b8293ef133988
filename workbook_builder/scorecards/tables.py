"""Puts one table together: which rows, which figures, how they are rated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.problems import Report
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.compared import (
    benchmark_keys,
    benchmark_periods,
    benchmarks_of,
    changes_beside,
    older_benchmarks,
)
from workbook_builder.scorecards.history import History
from workbook_builder.scorecards.judging import check_rated
from workbook_builder.scorecards.model import AnyYear, BenchmarkKey, Row, RowGroup, Table
from workbook_builder.scorecards.notes import direction_notes, judged_notes, period_note
from workbook_builder.scorecards.provisional import Printed, provisional_notes
from workbook_builder.scorecards.rejudging import direction_column, earlier_shown, rejudged, trend_shown
from workbook_builder.specs.catalogue import Area, Indicator, Making
from workbook_builder.specs.columns import TrendColumn, WhichYear, YearColumn, year_at
from workbook_builder.specs.pages import ColumnSet, RowEntry, Section, TableSpec


@dataclass(frozen=True)
class _Frame:
    """What all rows of a table have in common."""

    history: History
    columns: ColumnSet
    latest: Mapping[Frequency, Period]
    year: Period
    basis: YearBasis
    benchmarks: tuple[BenchmarkKey, ...]

    @cached_property
    def earlier(self) -> int:
        """How many periods before the latest the table shows."""
        return earlier_shown(self.columns)

    @cached_property
    def years(self) -> dict[str, set[AnyYear]]:
        """The years that the table shows, by kind of column: target, rag, outturn."""
        years: dict[str, set[AnyYear]] = {"target": set(), "rag": set(), "outturn": set()}
        for column in self.columns.columns:
            if isinstance(column, YearColumn):
                years[column.kind].add(column.year)
        return years

    def year_of(self, which: AnyYear, latest: Period) -> Period:
        """A year that judges a row: this one is that of its own latest period, others are those of the headings."""
        return latest.year_of(self.basis) if which is WhichYear.THIS else year_at(which, self.year)


def make_table(history: History, spec: TableSpec, area: Area, report: Report) -> Table:
    """The table of one area. Figures that cannot be rated for want of a floor or band go to `report`."""
    columns = history.spec.column_set_by_id[spec.columns]
    latest, newest = _latest(history, spec, area)
    frame = _Frame(
        history=history,
        columns=columns,
        latest=latest,
        year=newest.year_of(spec.year),
        basis=spec.year,
        benchmarks=benchmark_keys(columns),
    )
    groups = tuple(_groups(frame, spec, area))
    rows = [row for group in groups for row in group.rows]
    for row in rows:
        check_rated(row, report)
    periods = benchmark_periods(groups)
    limit = history.spec.small_denominator if any(row.is_small for row in rows) else None
    going = direction_notes(direction_column(columns), rows, trend_shown(columns) + 1)
    judged = (*period_note(columns, rows, newest), *going, *judged_notes(rows))
    notes = (*provisional_notes(_printed(frame, groups)), *judged, *older_benchmarks(history.spec, groups, periods))
    return Table(spec, columns, area, newest, frame.year, periods, groups, notes, limit)


def _latest(history: History, spec: TableSpec, area: Area) -> tuple[dict[Frequency, Period], Period]:
    """The latest period of each frequency, and the newest of them: both as the table's own figures have it.

    A row that is not printed, since the area has no such team, dates nothing; nor does one that shows N/A, since
    the indicator does not exist there.
    """
    entries = [entry for section in spec.sections for entry in _entries(section, area)]
    dating = list(_with_figures(history, spec, area)) or entries
    latest = {frequency: history.latest(dating, frequency) for frequency in _frequencies(history, entries)}
    dates = (latest[frequency] for frequency in _frequencies(history, dating))
    return latest, max(dates, key=lambda p: p.last_month(spec.year), default=history.inputs.edition.month)


def _entries(section: Section, area: Area) -> list[RowEntry]:
    return [entry for entry in section.rows if not entry.areas or area.name in entry.areas]


def _with_figures(history: History, spec: TableSpec, area: Area) -> Iterator[RowEntry]:
    """The entries that have a row for which their indicator exists, once for each such row."""
    for section in spec.sections:
        for entry in _entries(section, area):
            indicator = history.spec.indicator_by_id[entry.indicator]
            places = (team or area.name for team in _teams(history, section, area))
            yield from (entry for place in places if history.spec.exists(indicator, place))


def _frequencies(history: History, entries: Iterable[RowEntry]) -> list[Frequency]:
    indicators = (history.spec.indicator_by_id[entry.indicator] for entry in entries)
    return list(dict.fromkeys(indicator.data_period.frequency for indicator in indicators))


def _groups(frame: _Frame, spec: TableSpec, area: Area) -> Iterator[RowGroup]:
    for section in spec.sections:
        entries = _entries(section, area)
        for team in _teams(frame.history, section, area):
            place = team or area.name
            if entries:
                yield RowGroup(team, tuple(_row(frame, entry, place) for entry in entries))


def _teams(history: History, section: Section, area: Area) -> list[str]:
    if not section.teams:
        return [""]
    return history.spec.teams_of.get((section.teams, area.name), [])


def _row(frame: _Frame, entry: RowEntry, place: str) -> Row:
    indicator = frame.history.spec.indicator_by_id[entry.indicator]
    exists = frame.history.spec.exists(indicator, place)
    latest = frame.latest[indicator.data_period.frequency]
    year = frame.year_of(WhichYear.THIS, latest)
    figures = _figures(frame, indicator, place, latest) if exists else {}
    targets = _targets(frame, indicator, place, latest) if exists else {}
    target = frame.history.inputs.judging(indicator.id, place, latest, frame.basis)
    polarity = (target.polarity if target else None) or indicator.polarity
    row = Row(
        indicator=indicator,
        title=entry.title or indicator.title,
        place=place,
        exists=exists,
        polarity=polarity,
        latest=latest,
        year=year,
        judged_by=target.year if target else year,
        figures=figures,
        targets=targets,
        ratings=dict.fromkeys(_rated(frame, latest), Rag.NOT_RATED),
        travel=Travel.UNKNOWN,
        compared_with=dict(benchmarks_of(frame.history, frame.benchmarks, indicator.id, place)),
        is_small=False,
        to_green=None,
        direction=None,
        beside=dict(changes_beside(frame.history, frame.benchmarks, indicator.id, place)),
    )
    judged = rejudged(row, frame.columns)
    return replace(judged, is_small=_is_small(judged, frame.history.spec.small_denominator))


def _rated(frame: _Frame, latest: Period) -> Iterator[Period]:
    """The periods whose figures the table rates."""
    return (latest if which is WhichYear.THIS else frame.year_of(which, latest) for which in frame.years["rag"])


def _is_small(row: Row, limit: int) -> bool:
    """Whether the latest figure is a percentage that is rated on so few that one more or less moves it by much."""
    if row.rating is Rag.NOT_RATED or row.indicator.measure is not Making.PERCENTAGE:
        return False
    denominator = row.figures[row.latest].denominator
    return isinstance(denominator, Number) and denominator.value < limit


def _figures(frame: _Frame, indicator: Indicator, place: str, latest: Period) -> dict[Period, Observation]:
    periods = [latest.back(steps) for steps in range(frame.earlier, -1, -1)]
    stated = {period: frame.history.observation(indicator, place, period) for period in periods}
    for year in (year_at(which, frame.year) for which in frame.years["outturn"]):
        stated.setdefault(year, frame.history.inputs.observations.get((indicator.id, place, year)))
    return {period: observation for period, observation in stated.items() if observation}


def _printed(frame: _Frame, groups: Iterable[RowGroup]) -> Iterator[Printed]:
    """What the table prints of each row: not a figure that only an arrow is compared with."""
    kinds = {column.kind for column in frame.columns.columns}
    steps = {0} if {"measure", "latest"} & kinds else set()
    steps |= {1} if "earlier" in kinds else set()
    for column in frame.columns.columns:
        steps |= set(range(1, column.periods + 1)) if isinstance(column, TrendColumn) else set()
    for row in (row for group in groups for row in group.rows):
        periods = {*(row.latest.back(n) for n in steps), *frame.years["outturn"]}
        yield row.indicator, [stated for period, stated in row.figures.items() if period in periods]


def _targets(frame: _Frame, indicator: Indicator, place: str, latest: Period) -> dict[Period, Target]:
    """The targets that the table shows or rates by; those of single periods for the earlier figures, too."""
    shown, inputs = frame.years["target"] | frame.years["rag"], frame.history.inputs
    years = {frame.year_of(which, latest) for which in shown if which is not WhichYear.THIS}
    found = [inputs.target(indicator.id, place, year) for year in years]
    if WhichYear.THIS in shown:
        judging = partial(inputs.judging, indicator.id, place, basis=frame.basis)
        found.append(judging(latest))
        earlier = (judging(latest.back(steps)) for steps in range(1, frame.earlier + 1))
        found += [target for target in earlier if target and target.year.frequency is not Frequency.YEAR]
    return {target.year: target for target in found if target}
