"""One chart as data: what it draws, where the table has it, how its parts share its room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from workbook_builder.fonts import PIXELS_PER_POINT, text_width, wrapped
from workbook_builder.grid import Area, Chart, ChartSeries, Plot
from workbook_builder.inputs.figures import Number
from workbook_builder.scorecards.activity import ActivityChart
from workbook_builder.sheets.cells import number_format, plain_value
from workbook_builder.sheets.columns.slot import in_lines
from workbook_builder.specs.catalogue import Indicator, Unit
from workbook_builder.styles import Looks

_UNITS = {
    Unit.PERCENT: "Per cent",
    Unit.PERCENTAGE_POINTS: "Percentage points",
    Unit.DAYS: "Days",
    Unit.RATE: "Rate",
    Unit.POINTS: "Points",
    Unit.CASES_PER_WORKER: "Cases per worker",
}
_LINE = 1.35  # the height of a line, as a part of the font's size
_KEY = 74  # pixels: the piece of line before a name of the legend, as wide as LibreOffice draws it
_EDGE = 12  # pixels: around and between the parts of a chart
_LABEL = 52  # pixels: a period below the axis
_LEAST_PLOT = 0.2  # of a chart's height


@dataclass(frozen=True)
class ChartCells:
    """Where a table has what a chart draws: rows and columns, counted from 0. `empty` is a column of empty cells."""

    heading: int
    rows: tuple[int, ...]
    title: int
    first_figure: int
    empty: int


def make_chart(
    chart: ActivityChart, corner: tuple[int, int], size: tuple[int, int], cells: ChartCells, looks: Looks
) -> Chart:
    """The chart with its top left corner in a cell, so many pixels wide and high."""
    last = cells.first_figure + len(chart.periods) - 1
    plot = _plot(chart, size, looks)
    return Chart(
        row=corner[0],
        column=corner[1],
        width=size[0],
        height=size[1],
        plot=plot,
        title=chart.title,
        description=f"{chart.title}: {chart.finding}",
        category_title=chart.periods[-1].frequency.noun,
        value_title=_value_title([row.indicator for row in chart.rows]),
        number_format=number_format(0),
        label_every=_label_every(len(chart.periods), plot.width),
        least=0 if chart.rows[0].indicator.unit is Unit.COUNT else None,
        categories=Area(cells.heading, cells.first_figure, cells.heading, last),
        labels=tuple(in_lines(period) for period in chart.periods),
        series=tuple(_every_series(chart, cells)),
    )


def plot_area(charts: Iterable[ActivityChart], size: tuple[int, int], looks: Looks) -> int:
    """The square pixels within the axes of that chart to which a size leaves the fewest."""
    plots = [_plot(chart, size, looks) for chart in charts]
    return min(plot.width * plot.height for plot in plots)


def _plot(chart: ActivityChart, size: tuple[int, int], looks: Looks) -> Plot:
    """The room that title, axes and legend leave for the lines."""
    width, height = size
    line = looks.charts.size * _LINE * PIXELS_PER_POINT
    titles = wrapped(chart.title, looks.font, looks.charts.title_size, True, width - 2 * _EDGE)
    top = _EDGE + 0.04 * height + len(titles) * looks.charts.title_size * _LINE * PIXELS_PER_POINT
    periods = 1 + max(len(in_lines(period).splitlines()) for period in chart.periods)  # they may be broken
    below = (periods + 1 + _legend_rows(chart, width, looks)) * line + _EDGE + 0.02 * height  # the axis has a title
    numbers = [f.shown for row in chart.rows for f in row.figures.values() if isinstance(f, Number)]
    left = _EDGE + line + text_width(f"{max(numbers):,.0f}0", looks.font, looks.charts.size, False)
    room = max(height * _LEAST_PLOT, height - top - below)
    return Plot(int(left), int(top), int(width - left - _EDGE), int(room))


def _legend_rows(chart: ActivityChart, width: int, looks: Looks) -> int:
    """The lines that the legend takes; none where there is nothing to tell apart."""
    if len(chart.rows) < 2:
        return 0
    longest = max(text_width(row.title, looks.font, looks.charts.size, False) for row in chart.rows)
    return ceil(len(chart.rows) / max(1, int((width - 2 * _EDGE) // (longest + _KEY))))


def _label_every(periods: int, width: int) -> int:
    """1 where there is room for each period below an axis of that width in pixels, 2 for every second …"""
    fitting = max(1, width // _LABEL)
    return next(every for every in range(1, periods + 1) if ceil(periods / every) <= fitting)


def _value_title(indicators: Sequence[Indicator]) -> str:
    """The unit: of counts what is counted, where it is the same for all."""
    counted = {indicator.counted for indicator in indicators}
    of_what = f" of {counted.pop()}" if len(counted) == 1 else ""
    return _UNITS.get(indicators[0].unit) or f"Number{of_what}"


def _every_series(chart: ActivityChart, cells: ChartCells) -> Iterator[ChartSeries]:
    for row, number, beside in zip(chart.rows, cells.rows, chart.beside, strict=True):
        figures = [row.figures.get(period) for period in chart.periods]
        values = tuple(plain_value(figure.value) if isinstance(figure, Number) else None for figure in figures)
        name = Area(number, cells.title, number, cells.title)
        yield ChartSeries(row.title, name, tuple(_points(number, values, cells)), values, beside)


def _points(row: int, values: Sequence[object], cells: ChartCells) -> Iterator[Area]:
    """The cells of the figures from left to right; for each missing one an empty cell, where nothing is drawn."""
    begun: int | None = None
    for column, value in enumerate(values, cells.first_figure):
        if value is not None and begun is None:
            begun = column
        elif value is None:
            if begun is not None:
                yield Area(row, begun, row, column - 1)
            yield Area(row, cells.empty, row, cells.empty)
            begun = None
    if begun is not None:
        yield Area(row, begun, row, cells.first_figure + len(values) - 1)
