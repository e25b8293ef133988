"""A chart as SVG, with what it shows in words and its figures in a table beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from workbook_builder.outputs.html.markup import Html, joined, tag
from workbook_builder.pages.blocks import Chart, Line
from workbook_builder.pages.values import Figure, Number
from workbook_builder.styles import Dash, LineLook, Looks, Marker

_WIDTH, _HEIGHT = 560, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 24, 12, 40
_LABEL, _KEY, _NAME = 60, 22, 80  # pixels: of a period below the axis; of a line of the key; of names that slant
_STEPS = 5  # lines behind, about
_DASHES = {
    Dash.SOLID: None,
    Dash.DASH: "8 5",
    Dash.LONG_DASH: "14 6",
    Dash.DASH_DOT: "9 4 2 4",
    Dash.ROUND_DOT: "2 4",
    Dash.SQUARE_DOT: "4 4",
}
_MARKERS = {
    Marker.CIRCLE: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z",
    Marker.SQUARE: "M-4,-4h8v8h-8z",
    Marker.DIAMOND: "M0,-5l5,5l-5,5l-5,-5z",
    Marker.TRIANGLE: "M0,-5l5,9h-10z",
}


def chart_html(chart: Chart, looks: Looks) -> Html:
    """The chart, its finding below it, its figures in a table that opens."""
    caption = tag("figcaption", tag("b", f"{chart.title}. "), chart.finding)
    figures = tag("details", tag("summary", f"Figures of the chart: {chart.title}"), _table(chart))
    return tag("figure", _Drawn(chart, looks, _scale(chart)).svg(), caption, figures, class_="chart")


@dataclass(frozen=True, slots=True)
class _Scale:
    """The values on the upright axis, from the bottom, and where each stands in pixels from the top."""

    ticks: tuple[Decimal, ...]

    def y(self, value: Decimal) -> float:
        least, most = self.ticks[0], self.ticks[-1]
        tall = _HEIGHT - _TOP - _BOTTOM
        return round(_TOP + tall * float((most - value) / (most - least)), 1)


def _scale(chart: Chart) -> _Scale:
    """Round steps from below the least value, or from nothing, to above the greatest."""
    values = [figure.shown for line in chart.lines for figure in line.figures if isinstance(figure, Number)]
    least = min(*values, Decimal(0)) if chart.from_zero else min(values)
    span = max(values) - least or Decimal(1)
    power = Decimal(1).scaleb((span / _STEPS).adjusted())
    step = next(power * n for n in (1, 2, 5, 10) if power * n * _STEPS >= span)
    first = (least / step).to_integral_value("ROUND_FLOOR")
    last = max(first + 1, (max(values) / step).to_integral_value("ROUND_CEILING"))
    return _Scale(tuple(step * n for n in range(int(first), int(last) + 1)))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Draws one chart."""

    chart: Chart
    looks: Looks
    scale: _Scale

    def svg(self) -> Html:
        """Axes, lines and their key. Its name is said by those who cannot see it; the caption says the rest."""
        tall = _HEIGHT + (_KEY * len(self.chart.lines) if len(self.chart.lines) > 1 else 0)
        name = f"Chart: {self.chart.title}"
        if self.chart.has_bars:
            parts = (*self._upright(), *self._names(), *self._bars())
            return tag("svg", *parts, viewBox=f"0 0 {_WIDTH} {_HEIGHT + _NAME}", role="img", aria_label=name)
        parts = (*self._upright(), *self._level(), *self._lines(), *self._key())
        return tag("svg", *parts, viewBox=f"0 0 {_WIDTH} {tall}", role="img", aria_label=name)

    def _x(self, n: int) -> float:
        steps = max(1, len(self.chart.labels) - 1)
        return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * n / steps, 1)

    def _bar(self) -> float:
        """The room of each bar with its gap."""
        return (_WIDTH - _LEFT - _RIGHT) / len(self.chart.labels)

    def _names(self) -> Iterator[Html]:
        """What each bar is of, slanting below it."""
        room, color, y = self._bar(), self.looks.charts.color, _HEIGHT - _BOTTOM + 14
        for n, label in enumerate(self.chart.labels):
            x = round(_LEFT + room * (n + 0.5) + 4, 1)
            turned = f"rotate(-45 {x:g} {y})"
            yield tag("text", " ".join(label), x=f"{x:g}", y=y, text_anchor="end", transform=turned, fill=color)

    def _bars(self) -> Iterator[Html]:
        room, nothing = self._bar(), self.scale.y(Decimal(0))
        for line in self.chart.lines:
            color = self.looks.charts.lines[line.beside].color
            for n, figure in enumerate(line.figures):
                if isinstance(figure, Number):
                    x, y = round(_LEFT + room * (n + 0.2), 1), self.scale.y(figure.shown)
                    shape = f"M{x:g},{nothing:g}V{y:g}h{room * 0.6:.1f}V{nothing:g}z"
                    yield tag("path", d=shape, fill=color)

    def _upright(self) -> Iterator[Html]:
        grid, color = self.looks.charts.grid, self.looks.charts.color
        for tick in self.scale.ticks:
            y = self.scale.y(tick)
            yield tag("path", d=f"M{_LEFT},{y:g}H{_WIDTH - _RIGHT}", stroke=grid)
            yield tag("text", f"{tick.normalize():,f}", x=_LEFT - 8, y=f"{y + 4:g}", text_anchor="end", fill=color)
        middle = (_HEIGHT - _BOTTOM) // 2
        turned = f"rotate(-90 14 {middle})"
        yield tag("text", self.chart.of, x=14, y=middle, text_anchor="middle", transform=turned, fill=color)

    def _level(self) -> Iterator[Html]:
        """Each period, or every second or third where there is no room; the last always."""
        count, color = len(self.chart.labels), self.looks.charts.color
        every = -(-count * _LABEL // (_WIDTH - _LEFT - _RIGHT))
        for n in range((count - 1) % every, count, every):
            label = " ".join(self.chart.labels[n])
            yield tag("text", label, x=f"{self._x(n):g}", y=_HEIGHT - 20, text_anchor="middle", fill=color)

    def _lines(self) -> Iterator[Html]:
        for line in self.chart.lines:
            look = self.looks.charts.lines[line.beside]
            points = [self._point(n, figure) for n, figure in enumerate(line.figures)]
            for is_known, run in groupby(points, key=lambda point: point is not None):
                if is_known:
                    yield from _run([point for point in run if point], look)

    def _point(self, n: int, figure: Figure | None) -> tuple[float, float] | None:
        return (self._x(n), self.scale.y(figure.shown)) if isinstance(figure, Number) else None

    def _key(self) -> Iterator[Html]:
        """The name of each line beside a piece of it; none where there is nothing to tell apart."""
        for n, line in enumerate(self.chart.lines if len(self.chart.lines) > 1 else ()):
            look, y = self.looks.charts.lines[line.beside], _HEIGHT + n * _KEY
            yield from _run([(_LEFT, y), (_LEFT + 20, y), (_LEFT + 40, y)], look)
            yield tag("text", line.title, x=_LEFT + 52, y=y + 4, fill=self.looks.charts.color)


def _run(points: Sequence[tuple[float, float]], look: LineLook) -> Iterator[Html]:
    """A line through neighbouring points, and its points."""
    path = " ".join(f"{x:g},{y:g}" for x, y in points)
    dash = _DASHES[look.dash]
    yield tag("polyline", points=path, fill="none", stroke=look.color, stroke_width=2, stroke_dasharray=dash)
    shape = _MARKERS[look.marker]
    yield from (tag("path", d=shape, fill=look.color, transform=f"translate({x:g} {y:g})") for x, y in points)


def _table(chart: Chart) -> Html:
    """A row for each line, a column for each period."""
    headings = [tag("th", " ".join(label), scope="col") for label in chart.labels]
    head = tag("thead", tag("tr", tag("td"), *headings))
    rows = joined(_row(line) for line in chart.lines)
    caption = tag("caption", f"{chart.title}: {chart.of}", class_="unseen")
    table = tag("table", caption, head, tag("tbody", rows))
    return tag("div", table, class_="scroll", role="group", tabindex=0, aria_label=f"Figures: {chart.title}")


def _row(line: Line) -> Html:
    figures = (tag("td", _shown(figure), class_="mid") for figure in line.figures)
    return tag("tr", tag("th", line.title, scope="row"), *figures)


def _shown(figure: Figure | None) -> str:
    if isinstance(figure, Number):
        return figure.text
    return figure.value if figure else ""
