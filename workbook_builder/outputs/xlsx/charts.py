"""Charts: how their parts share their room, where they stand beside the tables, and the cells that they draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from workbook_builder import grid
from workbook_builder.fonts import PIXELS_PER_POINT, text_width, wrapped
from workbook_builder.grid import Area, ChartSeries, Plot
from workbook_builder.live.references import Ref
from workbook_builder.outputs.xlsx.canvas import Canvas
from workbook_builder.outputs.xlsx.chart_grid import chart_grid, put_texts
from workbook_builder.outputs.xlsx.numbers import number_format, plain_value
from workbook_builder.outputs.xlsx.placed import PlacedChart, PlacedTable
from workbook_builder.outputs.xlsx.references import Book
from workbook_builder.pages.blocks import Chart, Line
from workbook_builder.pages.values import Number
from workbook_builder.styles import Looks

_LINE = 1.35  # the height of a line, as a part of the font's size
_KEY = 74  # pixels: the piece of line before a name of the legend, as wide as LibreOffice draws it
_EDGE = 12  # pixels: around and between the parts of a chart
_LABEL = 52  # pixels: a period below the axis
_LEAST_PLOT = 0.2  # of a chart's height


def place_charts(
    charts: Sequence[Chart], canvas: Canvas, tables: Sequence[PlacedTable], widths: Sequence[int]
) -> tuple[list[PlacedChart], tuple[int, ...]]:
    """The charts to the right of the tables, their findings below them, and the widths of the columns that they take.

    They begin beside the page's heading where that ends before them, else beside the first table.
    """
    by_table = [chart for chart in charts if chart.beside]
    if by_table:
        return [_beside(chart, canvas, tables, widths) for chart in by_table], ()
    if not charts:
        return [], ()
    heading = canvas.rows[: tables[0].top]
    is_narrower = all(canvas.line_width(cell) <= sum(widths) for row in heading for cell in row if cell)
    texts, first, looks = [chart.finding for chart in charts], 0 if is_narrower else tables[0].top, canvas.looks
    found = chart_grid(canvas, texts, first, widths, lambda size: _plot_area(charts, size, looks))
    put_texts(canvas, found)
    size = found.width, found.height
    placed = [
        PlacedChart(chart, size, (spot.row, spot.column)) for chart, spot in zip(charts, found.spots, strict=True)
    ]
    return placed, found.columns


def _beside(chart: Chart, canvas: Canvas, tables: Sequence[PlacedTable], widths: Sequence[int]) -> PlacedChart:
    """A chart over the empty cells to the right of its table, from the row above that to the row below it."""
    table = next(table for table in tables if table.table.id == chart.beside)
    corner = table.heading - 1, len(table.columns) + 1
    heights = canvas.heights(widths)[corner[0] : table.last + 2]
    size = sum(widths[corner[1] :]), int(sum(heights) * PIXELS_PER_POINT)
    return PlacedChart(chart, size, corner)


def drawn_chart(placed: PlacedChart, book: Book) -> grid.Chart:
    """The chart over its cells."""
    chart, looks = placed.chart, book.looks
    inside = plot(chart, placed.size, looks)
    first, last = (book.spot(chart.headings[end]) for end in (0, -1))
    return grid.Chart(
        row=placed.corner[0],
        column=placed.corner[1],
        width=placed.size[0],
        height=placed.size[1],
        plot=inside,
        title=chart.title,
        description=f"{chart.title}: {chart.finding}",
        category_title=chart.over,
        value_title=chart.of,
        number_format=number_format(0),
        label_every=1 if chart.has_bars else label_every(len(chart.labels), inside.width),
        least=0 if chart.from_zero else None,
        categories=Area(first[1], first[2], last[1], last[2]),
        labels=tuple("\n".join(label) for label in chart.labels),
        series=tuple(_series(line, last[2] + 2, book, chart.has_bars) for line in chart.lines),
        has_bars=chart.has_bars,
        title_cell=_cell(book, chart.named_by) if chart.named_by else None,
    )


def _cell(book: Book, ref: Ref) -> Area:
    _, row, column = book.spot(ref)
    return Area(row, column, row, column)


def _series(line: Line, empty: int, book: Book, has_bars: bool) -> ChartSeries:
    """A line over its cells; `empty` is a column of empty cells, beyond the last one of the table.

    Bars stand over one column, of whose cells those without a number are drawn as nothing.
    """
    _, row, column = book.spot(line.name)
    values = tuple(plain_value(f.value) if isinstance(f, Number) else None for f in line.figures)
    at = [book.spot(ref)[2] if ref else None for ref in line.points]
    name = Area(row, column, row, column)
    if has_bars:
        ends = [book.spot(line.points[end] or line.name) for end in (0, -1)]
        column_of = Area(ends[0][1], ends[0][2], ends[1][1], ends[1][2])
        return ChartSeries(line.title, name, (column_of,), values, line.beside)
    return ChartSeries(line.title, name, tuple(points(row, at, empty)), values, line.beside)


def points(row: int, columns: Iterable[int | None], empty: int) -> Iterator[Area]:
    """The cells of the figures from left to right; for each missing one an empty cell, where nothing is drawn."""
    run: Area | None = None
    for column in columns:
        if run and column is not None:
            run = replace(run, right=column)
        elif column is not None:
            run = Area(row, column, row, column)
        else:
            yield from [run] if run else []
            yield Area(row, empty, row, empty)
            run = None
    if run:
        yield run


def _plot_area(charts: Iterable[Chart], size: tuple[int, int], looks: Looks) -> int:
    """The square pixels within the axes of that chart to which a size leaves the fewest."""
    plots = [plot(chart, size, looks) for chart in charts]
    return min(one.width * one.height for one in plots)


def plot(chart: Chart, size: tuple[int, int], looks: Looks) -> Plot:
    """The room that title, axes and legend leave for the lines."""
    width, height = size
    line = looks.charts.size * _LINE * PIXELS_PER_POINT
    titles = wrapped(chart.title, looks.font, looks.charts.title_size, True, width - 2 * _EDGE)
    top = _EDGE + 0.04 * height + len(titles) * looks.charts.title_size * _LINE * PIXELS_PER_POINT
    periods = 1 + max(map(len, chart.labels))  # they may be broken
    below = (periods + 1 + _legend_rows(chart, width, looks)) * line + _EDGE + 0.02 * height  # the axis has a title
    numbers = [f.shown for one in chart.lines for f in one.figures if isinstance(f, Number)]
    left = _EDGE + line + text_width(f"{max(numbers):,.0f}0", looks.font, looks.charts.size, False)
    room = max(height * _LEAST_PLOT, height - top - below)
    return Plot(int(left), int(top), int(width - left - _EDGE), int(room))


def _legend_rows(chart: Chart, width: int, looks: Looks) -> int:
    """The lines that the legend takes; none where there is nothing to tell apart."""
    if len(chart.lines) < 2:
        return 0
    longest = max(text_width(line.title, looks.font, looks.charts.size, False) for line in chart.lines)
    return ceil(len(chart.lines) / max(1, int((width - 2 * _EDGE) // (longest + _KEY))))


def label_every(periods: int, width: int) -> int:
    """1 where there is room for each period below an axis of that width in pixels, 2 for every second …"""
    fitting = max(1, width // _LABEL)
    return next(every for every in range(1, periods + 1) if ceil(periods / every) <= fitting)
