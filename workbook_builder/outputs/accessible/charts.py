"""Charts of an accessible workbook: below the tables that hold their figures, so large that they are read easily."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbook_builder import grid
from workbook_builder.grid import Area, ChartSeries
from workbook_builder.outputs.accessible.places import Places
from workbook_builder.outputs.accessible.sheets import Sheet, placed
from workbook_builder.outputs.xlsx.charts import label_every, plot, points
from workbook_builder.outputs.xlsx.numbers import number_format, plain_value
from workbook_builder.pages.blocks import Chart, Line
from workbook_builder.pages.values import Number
from workbook_builder.styles import Looks

_WIDTH, _HEIGHT = 900, 480  # pixels
_ROW = 20  # pixels of an empty row


def charts_of(sheet: Sheet, places: Places, looks: Looks) -> Iterator[grid.Chart]:
    """The charts, one below the other under the last table."""
    below = max((one.last for one in placed(sheet)), default=sheet.top)
    blank = max((len(listing.headings) for listing in sheet.listings), default=1)
    for n, chart in enumerate(sheet.charts):
        top = below + 2 + n * (_HEIGHT // _ROW + 2)
        yield _Drawing(chart, places, blank, looks).at(top)


class _Drawing:
    """Draws one chart over its cells; `blank` is a column in which nothing stands."""

    def __init__(self, chart: Chart, places: Places, blank: int, looks: Looks) -> None:
        self.chart, self.places, self.blank, self.looks = chart, places, blank, looks

    def at(self, top: int) -> grid.Chart:
        """The chart with its corner in a row of column A."""
        chart, inside = self.chart, plot(self.chart, (_WIDTH, _HEIGHT), self.looks)
        first, last = (self.places.spot(chart.headings[end]) for end in (0, -1))
        return grid.Chart(
            row=top,
            column=0,
            width=_WIDTH,
            height=_HEIGHT,
            plot=inside,
            title=chart.title,
            description=f"{chart.title}: {chart.finding}",
            category_title=chart.over,
            value_title=chart.of,
            number_format=number_format(0),
            label_every=1 if chart.has_bars else label_every(len(chart.labels), inside.width),
            least=0 if chart.from_zero else None,
            categories=Area(first[1], first[2], last[1], last[2]),
            labels=tuple(" ".join(label) for label in chart.labels),
            series=tuple(map(self._series, chart.lines)),
            has_bars=chart.has_bars,
        )

    def _series(self, line: Line) -> ChartSeries:
        _, row, column = self.places.spot(line.name)
        if self.chart.has_bars:
            return ChartSeries(
                line.title, Area(row, column, row, column), (self._bars(line),), _values(line), line.beside
            )
        at = [self.places.spot(ref)[2] if ref else None for ref in line.points]
        name = Area(row, column, row, column)
        return ChartSeries(line.title, name, tuple(points(row, at, self.blank)), _values(line), line.beside)

    def _bars(self, line: Line) -> Area:
        """The column over which bars stand, from the first place that is compared to the last."""
        _, top, _ = self.places.spot(self.chart.headings[0])
        _, bottom, _ = self.places.spot(self.chart.headings[-1])
        _, _, column = self.places.spot(next(filter(None, line.points), line.name))
        return Area(top, column, bottom, column)


def _values(line: Line) -> tuple[int | float | None, ...]:
    return tuple(plain_value(one.value) if isinstance(one, Number) else None for one in line.figures)


def large(looks: Looks, size: float) -> Looks:
    """The looks with letters in charts of some size at least."""
    charts = looks.charts
    bigger = replace(charts, size=max(size, charts.size), title_size=max(size + 2, charts.title_size))
    return replace(looks, charts=bigger)
