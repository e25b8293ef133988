"""The kind of page `activity`: figures that are not rated, and charts of their trends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder.inputs.figures import Number
from workbook_builder.live.references import TITLE, Ref, figure
from workbook_builder.pages.blocks import (
    Block,
    Cell,
    Chart,
    Column,
    Group,
    Line,
    Paragraph,
    Roles,
    Row,
    Table,
    heading_id,
)
from workbook_builder.pages.cells import code_of, compared, in_parts
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting, row_id
from workbook_builder.scorecards.activity import Activity, ActivityChart, ActivityRow, ActivityTable
from workbook_builder.scorecards.model import ScorecardPage
from workbook_builder.specs.catalogue import Indicator, Unit

_UNITS = {
    Unit.PERCENT: "Per cent",
    Unit.PERCENTAGE_POINTS: "Percentage points",
    Unit.DAYS: "Days",
    Unit.RATE: "Rate",
    Unit.POINTS: "Points",
    Unit.CASES_PER_WORKER: "Cases per worker",
}


def make(setting: Setting, page: ScorecardPage) -> Page:
    """The tables, what there is to know of them, and the charts."""
    activity = page.activity
    assert activity is not None

    def blocks() -> Iterator[Block]:
        yield from (_table(page, activity, table) for table in activity.tables)
        yield from map(Paragraph, activity.notes)
        yield from (_chart(page, activity, chart) for chart in activity.charts)

    return setting.page(page, blocks())


def _table(page: ScorecardPage, activity: Activity, table: ActivityTable) -> Table:
    average = f"({activity.benchmark})" if activity.benchmark else ""
    title = f"{table.frequency.adjective} indicator"
    columns = (
        Column(("Code",), "code"),
        Column((title,), "title"),
        *(Column(in_parts(period), "figure", period=period) for period in table.periods),
        Column((average,), "aside", alone=activity.benchmark),
    )
    roles = ((), (TITLE,), *((figure(period),) for period in table.periods), ())
    groups = tuple(
        Group(group.title, tuple(_row(page, activity, table, row, roles) for row in group.rows))
        for group in table.groups
    )
    return Table(table.frequency.value, f"{title}s", columns, groups, area=activity.area.name)


def _row(page: ScorecardPage, activity: Activity, table: ActivityTable, row: ActivityRow, roles: Roles) -> Row:
    mark, place = "%" if row.indicator.unit is Unit.PERCENT else "", activity.area.name
    cells = (
        code_of(row.indicator),
        Cell(row.title),
        *(
            Cell(row.figures.get(period), mark=mark, fact=(figure(period), (row.indicator.id, place)))
            for period in table.periods
        ),
        compared(row.national)._replace(mark=mark),
    )
    return Row(row_id(page.name, table.frequency.value, row.indicator, place), cells, roles)


def _chart(page: ScorecardPage, activity: Activity, chart: ActivityChart) -> Chart:
    """The chart over the cells of its table."""
    frequency = chart.periods[-1].frequency
    headings = heading_id(page.name, frequency.value)
    ids = [row_id(page.name, frequency.value, row.indicator, activity.area.name) for row in chart.rows]
    lines = (_line(Ref(id), row, chart, n) for id, row, n in zip(ids, chart.rows, chart.beside, strict=True))
    return Chart(
        title=chart.title,
        finding=chart.finding,
        over=frequency.noun,
        of=_measured([row.indicator for row in chart.rows]),
        from_zero=chart.rows[0].indicator.unit is Unit.COUNT,
        labels=tuple(map(in_parts, chart.periods)),
        headings=tuple(Ref(headings, figure(period)) for period in chart.periods),
        lines=tuple(lines),
    )


def _line(at: Ref, row: ActivityRow, chart: ActivityChart, beside: int) -> Line:
    figures = tuple(row.figures.get(period) for period in chart.periods)
    points = tuple(
        at._replace(role=figure(period)) if isinstance(stated, Number) else None
        for period, stated in zip(chart.periods, figures, strict=True)
    )
    return Line(row.title, at._replace(role=TITLE), points, figures, beside)


def _measured(indicators: Sequence[Indicator]) -> str:
    """The unit: of counts what is counted, where it is the same for all."""
    counted = {indicator.counted for indicator in indicators}
    of_what = f" of {counted.pop()}" if len(counted) == 1 else ""
    return _UNITS.get(indicators[0].unit) or f"Number{of_what}"
