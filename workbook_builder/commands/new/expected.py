"""What an edition is expected to state: every figure, target and source that follows on from what is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.commands.new.due import basis_of, last_ended, periods_due
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Frequency, Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import rate
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.columns import WhichYear, YearColumn, year_at
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import TableSpec

Row = dict[str, str]


def expected_observations(spec: Spec, inputs: Inputs, month: Period) -> Iterator[Row]:
    """A row for each figure due by `month`: the next of each series, and the outturn of a year that has ended."""
    last = _last_figures(spec, inputs)
    for (name, place), period in last.items():
        indicator = spec.indicator_by_id[name]
        if indicator.is_computed:
            continue
        value = _text(inputs.observations[name, place, period].measure)
        basis = basis_of(spec, name)
        due = list(periods_due(period, month, basis))
        year = month.year_of(basis).back()
        if _has_outturns(inputs, indicator, place) and (name, place, year) not in inputs.observations:
            due.append(year)
        for wanted in due:
            yield row_of(indicator, area=place, period=str(wanted), last_value=f"{value} ({period})")
    yield from _never_stated(spec, inputs, month)


def _never_stated(spec: Spec, inputs: Inputs, month: Period) -> Iterator[Row]:
    """A row for each figure of a page of activity that nobody has stated so far, but where its source is N/A."""
    series = {(name, place) for name, place, _ in inputs.observations}
    ended = {name for name, source in inputs.sources.items() if source.released == Missing.NOT_AVAILABLE.value}
    for page in spec.activity_pages:
        for name in dict.fromkeys(row.indicator for row in page.rows):
            if (name, page.area) not in series and name not in ended:
                indicator = spec.indicator_by_id[name]
                due = last_ended(month, indicator.data_period.frequency, basis_of(spec, name))
                yield row_of(indicator, area=page.area, period=str(due))


def expected_targets(spec: Spec, inputs: Inputs, month: Period) -> Iterator[Row]:
    """A row for each target that a page of `month` shows and that is stated only for an earlier year."""
    needed = _needed_years(spec, inputs, month)
    latest: dict[tuple[str, str], Period] = {}
    for name, area, year in inputs.targets:
        if year.frequency is Frequency.YEAR:
            latest[name, area] = max(latest.get((name, area), year), year)
    yield from _of_shorter_periods(spec, inputs, month)
    for (name, area), year in latest.items():
        for steps in range(needed.get(name, year).year - year.year):
            yield target_row(spec, inputs.targets[name, area, year], year.back(-1 - steps))


def _of_shorter_periods(spec: Spec, inputs: Inputs, month: Period) -> Iterator[Row]:
    """A row for each month, quarter or term that has ended since the last one that a target was stated for."""
    latest: dict[tuple[str, str, Frequency], Period] = {}
    for (name, area, period), target in inputs.targets.items():
        if period.frequency is not Frequency.YEAR and not target.is_change:
            key = name, area, period.frequency
            latest[key] = max(latest.get(key, period), period)
    for (name, area, _), last in latest.items():
        for period in periods_due(last, month, basis_of(spec, name)):
            yield target_row(spec, inputs.targets[name, area, last], period)


def target_row(spec: Spec, last: Target, year: Period) -> Row:
    """A row for a target of `year`, with all that the `last` one consisted of beside it.

    The polarity is filled in where only targets state it.
    """
    indicator = spec.indicator_by_id[last.indicator]
    polarity = last.polarity.value if last.polarity and indicator.polarity is None else ""
    said = f"{', '.join(_standards(last))} ({last.year})"
    return row_of(indicator, area=last.area, year=str(year), polarity=polarity, last_value=said)


def _standards(target: Target) -> Iterator[str]:
    """`80.0`, `floor 70.0`, `green 78.0 to 82.0`; that what the year is judged by has not been stated."""
    yield _text(target.target)
    missing = []
    for standard in target.standards:
        name = standard.name.removesuffix(" standard").removesuffix(" band")
        limits = [limit for role in standard.roles if (limit := target.limits.get(role))]
        if len(limits) == len(standard.roles):
            yield f"{name} {' to '.join(map(_text, limits))}"
        else:
            missing.append(name)
    if isinstance(target.target, Number) and target.polarity and rate(target.target, target) is Rag.NOT_RATED:
        yield f"{' and '.join(missing)} not stated yet"


def expected_benchmarks(spec: Spec, inputs: Inputs, month: Period) -> Iterator[Row]:
    """A row for each benchmark of a year that has ended since the last one stated."""
    latest: dict[tuple[str, str, str], Period] = {}
    for name, group, area, period in inputs.benchmarks:
        if period.frequency is Frequency.YEAR:
            latest[name, group, area] = max(latest.get((name, group, area), period), period)
    for (name, group, area), year in latest.items():
        value = f"{_text(inputs.benchmarks[name, group, area, year].value)} ({year})"
        for due in periods_due(year, month, basis_of(spec, name)):
            yield row_of(spec.indicator_by_id[name], group=group, area=area, period=str(due), last_value=value)


def expected_sources(spec: Spec, inputs: Inputs) -> Iterator[Row]:
    """A row for each indicator whose source is stated, for it changes monthly, and for each new one."""
    for name, source in inputs.sources.items():
        yield row_of(spec.indicator_by_id[name], last_value=f"{source.latest_data}; {source.released}")
    known = {*inputs.sources, *(name for name, _, _ in inputs.observations)}
    groups = (group for scorecard in spec.scorecards for group in scorecard.groups if group.has_sources)
    for name in dict.fromkeys(row.indicator for group in groups for row in group.rows):
        if name not in known:
            yield row_of(spec.indicator_by_id[name])


def expected_commentary(spec: Spec, inputs: Inputs) -> Iterator[Row]:
    """A row for each text that may be written, last month's beside it: no text is carried over."""
    for name, places in spec.commented.items():
        for page, section in sorted(places):
            last = inputs.commentary.get((page, section, name))
            said = last.text if last else ""
            yield row_of(spec.indicator_by_id[name], page=page, section=section, last_value=said)


def row_of(indicator: Indicator, **cells: str) -> Row:
    """A row about an indicator, its title beside it."""
    return {"indicator": indicator.id, "title": indicator.title, **cells}


def _text(figure: Figure) -> str:
    return f"{figure.shown:f}" if isinstance(figure, Number) else figure.value


def _last_figures(spec: Spec, inputs: Inputs) -> Mapping[tuple[str, str], Period]:
    """The last period of each series, by indicator and place, in the spec's order."""
    last: dict[tuple[str, str], Period] = {}
    for name, place, period in inputs.observations:
        if period.frequency is spec.indicator_by_id[name].data_period.frequency:
            last[name, place] = max(last.get((name, place), period), period)
    indicators, places = list(spec.indicator_by_id), list(spec.places)
    order = sorted(last, key=lambda key: (indicators.index(key[0]), places.index(key[1])))
    return {key: last[key] for key in order if spec.exists(spec.indicator_by_id[key[0]], key[1])}


def _has_outturns(inputs: Inputs, indicator: Indicator, place: str) -> bool:
    """Whether yearly outturns are stated of a series that is not itself annual."""
    if indicator.data_period.frequency is Frequency.YEAR:
        return False
    return any(
        key[:2] == (indicator.id, place) and key[2].frequency is Frequency.YEAR for key in _outturn_keys(inputs)
    )


def _outturn_keys(inputs: Inputs) -> list[tuple[str, str, Period]]:
    return [key for key in inputs.observations if key[2].frequency is Frequency.YEAR]


def _needed_years(spec: Spec, inputs: Inputs, month: Period) -> dict[str, Period]:
    """The last year for which each indicator's table shows a target in the edition of `month`."""
    last = _last_figures(spec, inputs)
    needed: dict[str, Period] = {}
    for table in spec.tables:
        columns = spec.column_set_by_id[table.columns].columns
        shown = [c.year for c in columns if isinstance(c, YearColumn) and c.kind == "target"]
        latest = _latest(table, last, month)
        if latest and shown:
            this = latest.year_of(table.year)
            year = max(year_at(which, this) for which in (WhichYear.THIS, *shown))
            for row in table.rows:
                needed[row.indicator] = max(needed.get(row.indicator, year), year)
    return needed


def _latest(table: TableSpec, last: Mapping[tuple[str, str], Period], month: Period) -> Period | None:
    """The latest period that a table of the edition of `month` will show."""
    names = {row.indicator for row in table.rows}
    newest = {period for (name, _), period in last.items() if name in names}
    coming = [[period, *periods_due(period, month, table.year)][-1] for period in newest]
    return max(coming, key=lambda period: period.last_month(table.year), default=None)
