"""The kind of page `activity`: figures that are not rated, and beside them the charts of their trends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from workbook_builder.fonts import text_width
from workbook_builder.grid import Area, Cell, Chart, ChartSeries, Printing, Sheet, Style
from workbook_builder.inputs.figures import Number
from workbook_builder.periods import Frequency, Period
from workbook_builder.scorecards.activity import Activity, ActivityChart, ActivityRow, ActivityTable
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import LEAST_COLUMN, PADDING, Canvas, shown
from workbook_builder.sheets.cells import figure_cell, number_format, plain_value
from workbook_builder.sheets.chart_grid import ChartGrid, Spot, chart_grid, put_texts
from workbook_builder.sheets.columns.slot import in_lines
from workbook_builder.sheets.heading import add_heading
from workbook_builder.specs.catalogue import Indicator, Unit
from workbook_builder.styles import Looks

_ROW_SPACE = 1.0  # points: much stands on one page
_CODE, _TITLE, _FIRST_FIGURE = 0, 1, 2
_WIDEST_TITLE = 330  # pixels
_EACH = {
    Frequency.MONTH: ("Month", "Monthly"),
    Frequency.QUARTER: ("Quarter", "Quarterly"),
    Frequency.TERM: ("Term", "Termly"),
    Frequency.YEAR: ("Year", "Annual"),
}
_UNITS = {
    Unit.PERCENT: "Per cent",
    Unit.PERCENTAGE_POINTS: "Percentage points",
    Unit.DAYS: "Days",
    Unit.RATE: "Rate",
    Unit.POINTS: "Points",
    Unit.CASES_PER_WORKER: "Cases per worker",
}


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Sheet:
    """The tables one below the other, the charts to their right, all on one printed page."""
    activity = page.activity
    assert activity is not None
    canvas = Canvas(page.name, page.title, looks, row_space=_ROW_SPACE)
    add_heading(canvas, scorecard)
    first, headings = canvas.next_row, {}
    for table in activity.tables:
        headings[table.frequency] = _add_table(canvas, activity, table)
    widths = _widths(canvas, looks, first)
    for note in activity.notes:
        canvas.add_text(note, Style.NOTE, sum(widths))
    printing = Printing(one_page=True)
    if not activity.charts:
        return replace(canvas.finish(widths), printing=printing)
    grid = chart_grid(canvas, [chart.finding for chart in activity.charts], first, widths)
    put_texts(canvas, grid)
    sheet = canvas.finish((*widths, *grid.columns))
    charts = tuple(
        _chart(canvas, activity, chart, grid, spot, headings)
        for chart, spot in zip(activity.charts, grid.spots, strict=True)
    )
    return replace(sheet, printing=printing, charts=charts)


def _add_table(canvas: Canvas, activity: Activity, table: ActivityTable) -> int:
    """Add a table, with an empty row below it; the row of its headings."""
    periods = [in_lines(period) for period in table.periods]
    headings = ("Code", f"{_EACH[table.frequency][1]} indicator", *periods, "National\naverage")
    heading = canvas.add(*(Cell(text, Style.HEADER) for text in headings))
    for group in table.groups:
        title = [Cell(None, Style.HEADER_TEAM)] * len(headings)
        title[_TITLE] = Cell(group.title, Style.HEADER_TEAM)
        canvas.add(*title)
        for row in group.rows:
            canvas.anchors[row.indicator.id, activity.area.name] = canvas.next_row
            canvas.add(*_cells(row, table.periods))
    canvas.add()
    return heading


def _cells(row: ActivityRow, periods: Sequence[Period]) -> Iterator[Cell]:
    mark = "%" if row.indicator.unit is Unit.PERCENT else ""
    yield Cell(row.indicator.code or None, Style.LABEL)
    yield Cell(row.title, Style.TEXT)
    yield from (figure_cell(row.figures.get(period), mark=mark) for period in periods)
    national = row.national[1] if row.national else None
    cell = figure_cell(national)
    bracketed = number_format(national.decimals, mark=f"{mark})") if isinstance(national, Number) else ""
    yield replace(cell, number_format=f'"("{bracketed}') if bracketed else cell


def _widths(canvas: Canvas, looks: Looks, first: int) -> tuple[int, ...]:
    """Columns so wide that every cell of the tables shows what it says in one line, titles up to a limit."""
    columns = max(len(row) for row in canvas.rows[first:])
    widths = [LEAST_COLUMN] * columns
    for row in canvas.rows[first:]:
        for column, cell in enumerate(row):
            if cell is not None:
                limit = _WIDEST_TITLE if column == _TITLE else 9 * LEAST_COLUMN
                widths[column] = max(widths[column], min(limit, _line_width(cell, looks)))
    return tuple(widths)


def _line_width(cell: Cell, looks: Looks) -> int:
    look = looks[cell.style]
    lines = shown(cell).split("\n")
    longest = max(text_width(line, looks.font, look.size or looks.size, bool(look.bold)) for line in lines)
    return ceil(longest) + PADDING


def _chart(
    canvas: Canvas,
    activity: Activity,
    chart: ActivityChart,
    grid: ChartGrid,
    spot: Spot,
    headings: dict[Frequency, int],
) -> Chart:
    frequency = chart.periods[-1].frequency
    last = _FIRST_FIGURE + len(chart.periods) - 1
    return Chart(
        row=spot.row,
        column=spot.column,
        width=grid.width,
        height=grid.height,
        title=chart.title,
        description=f"{chart.title}: {chart.finding}",
        category_title=_EACH[frequency][0],
        value_title=_value_title([row.indicator for row in chart.rows]),
        number_format=number_format(0),
        least=0 if chart.rows[0].indicator.unit is Unit.COUNT else None,
        categories=Area(headings[frequency], _FIRST_FIGURE, headings[frequency], last),
        labels=tuple(in_lines(period) for period in chart.periods),
        series=tuple(
            _series(row, canvas.anchors[row.indicator.id, activity.area.name], chart.periods, beside)
            for row, beside in zip(chart.rows, chart.beside, strict=True)
        ),
    )


def _value_title(indicators: Sequence[Indicator]) -> str:
    """The unit: of counts what is counted, where it is the same for all."""
    counted = {indicator.counted for indicator in indicators}
    noun = counted.pop() if len(counted) == 1 else ""
    return _UNITS.get(indicators[0].unit) or f"Number of {noun}".removesuffix(" of ")


def _series(row: ActivityRow, number: int, periods: Sequence[Period], beside: int) -> ChartSeries:
    figures = [row.figures.get(period) for period in periods]
    values = tuple(plain_value(figure.value) if isinstance(figure, Number) else None for figure in figures)
    points = tuple(_points(number, values))
    return ChartSeries(row.title, Area(number, _TITLE, number, _TITLE), points, values, beside)


def _points(row: int, values: Sequence[object]) -> Iterator[Area]:
    """The cells of the figures from left to right; for a missing one the empty cell between table and charts."""
    gap = _FIRST_FIGURE + len(values) + 1
    start: int | None = None
    for column, value in enumerate(values, _FIRST_FIGURE):
        if value is not None:
            start = column if start is None else start
            continue
        if start is not None:
            yield Area(row, start, row, column - 1)
        yield Area(row, gap, row, gap)
        start = None
    if start is not None:
        yield Area(row, start, row, _FIRST_FIGURE + len(values) - 1)
