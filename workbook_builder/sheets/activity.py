"""The kind of page `activity`: figures that are not rated, and beside them the charts of their trends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from workbook_builder.fonts import text_width
from workbook_builder.grid import Cell, Printing, Sheet, Style
from workbook_builder.inputs.figures import Number
from workbook_builder.periods import Frequency, Period
from workbook_builder.scorecards.activity import Activity, ActivityChart, ActivityRow, ActivityTable
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import LEAST_COLUMN, PADDING, Canvas, shown
from workbook_builder.sheets.cells import benchmark_cell, code_cell, figure_cell, number_format
from workbook_builder.sheets.chart_grid import chart_grid, put_texts
from workbook_builder.sheets.charting import ChartCells, make_chart, plot_area
from workbook_builder.sheets.columns.slot import Role, in_lines
from workbook_builder.sheets.heading import add_heading
from workbook_builder.specs.catalogue import Unit
from workbook_builder.styles import Looks

_ROW_SPACE = 0.9  # points: much stands on one page; 15-point rows, Excel's own, would be stated in no file
_CODE, _TITLE, _FIRST_FIGURE = 0, 1, 2
_WIDEST_TITLE = 330  # pixels


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
    texts = [chart.finding for chart in activity.charts]
    beside = 0 if _is_narrower(canvas.rows[:first], sum(widths), looks) else first
    grid = chart_grid(canvas, texts, beside, widths, lambda size: plot_area(activity.charts, size, looks))
    put_texts(canvas, grid)
    sheet = canvas.finish((*widths, *grid.columns))
    size = grid.width, grid.height
    charts = tuple(
        make_chart(chart, (spot.row, spot.column), size, _cells_of(canvas, activity, chart, headings), looks)
        for chart, spot in zip(activity.charts, grid.spots, strict=True)
    )
    return replace(sheet, printing=printing, charts=charts)


def _add_table(canvas: Canvas, activity: Activity, table: ActivityTable) -> int:
    """Add a table, with an empty row below it; the row of its headings."""
    periods = [in_lines(period) for period in table.periods]
    average = f"({activity.benchmark})" if activity.benchmark else ""
    headings = ("Code", f"{table.frequency.adjective} indicator", *periods, average)
    heading = canvas.add(*(Cell(text, Style.HEADER) for text in headings))
    for group in table.groups:
        title = [Cell(None, Style.HEADER_TEAM)] * len(headings)
        title[_TITLE] = Cell(group.title, Style.HEADER_TEAM)
        canvas.add(*title)
        for row in group.rows:
            canvas.anchors[row.indicator.id, activity.area.name] = canvas.next_row
            canvas.add(*_cells(row, activity.area.name, table.periods))
        canvas.add_sortable(canvas.next_row - len(group.rows), _CODE, _TITLE)
    canvas.add()
    return heading


def _cells(row: ActivityRow, place: str, periods: Sequence[Period]) -> Iterator[Cell]:
    mark = "%" if row.indicator.unit is Unit.PERCENT else ""
    yield code_cell(row.indicator)
    yield Cell(row.title, Style.TEXT)
    for period in periods:
        fact = Role.FIGURE, row.indicator.id, place, period
        yield replace(figure_cell(row.figures.get(period), mark=mark), fact=fact)
    cell = benchmark_cell(row.national)
    national = row.national[1].value if row.national else None
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


def _is_narrower(rows: Sequence[Sequence[Cell | None]], width: int, looks: Looks) -> bool:
    """Whether the page's heading ends before the charts, so that they may begin beside it."""
    return all(_line_width(cell, looks) <= width for row in rows for cell in row if cell)


def _line_width(cell: Cell, looks: Looks) -> int:
    look = looks[cell.style]
    lines = shown(cell).split("\n")
    longest = max(text_width(line, looks.font, look.size or looks.size, bool(look.bold)) for line in lines)
    return ceil(longest) + PADDING


def _cells_of(
    canvas: Canvas, activity: Activity, chart: ActivityChart, headings: Mapping[Frequency, int]
) -> ChartCells:
    """Where the table has what the chart draws; the column after its last one is empty."""
    rows = tuple(canvas.anchors[row.indicator.id, activity.area.name] for row in chart.rows)
    empty = _FIRST_FIGURE + len(chart.periods) + 1
    return ChartCells(headings[chart.periods[-1].frequency], rows, _TITLE, _FIRST_FIGURE, empty)
