"""A small line of a trend as SVG, with what it shows in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbook_builder.outputs.html.markup import Html, joined, tag
from workbook_builder.pages.values import Number, Points

_WIDTH, _HEIGHT, _EDGE = 72, 20, 3


def small_line(points: Points) -> Html:
    """The line; its last point is a dot."""
    numbers = [figure for figure in points.figures if isinstance(figure, Number)]
    places = _places([number.shown for number in numbers])
    path = " ".join(f"{x:g},{y:g}" for x, y in places)
    last = places[-1]
    line = tag("polyline", points=path)
    dot = tag("circle", cx=f"{last[0]:g}", cy=f"{last[1]:g}", r=2)
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    drawn = tag("svg", line, dot, class_="small-line", viewBox=box, width=_WIDTH, height=_HEIGHT, aria_hidden="true")
    return joined([drawn, tag("span", finding(numbers), class_="unseen")])


def finding(numbers: Sequence[Number]) -> str:
    """`7 figures: from 27.0 to 24.5, lowest 24.1, highest 27.0`."""
    first, last = numbers[0], numbers[-1]
    lowest, highest = (extreme(numbers, key=lambda number: number.shown) for extreme in (min, max))
    return f"{len(numbers)} figures: from {first.text} to {last.text}, lowest {lowest.text}, highest {highest.text}"


def _places(values: Sequence[Decimal]) -> list[tuple[float, float]]:
    """Where the points stand, to a tenth of a pixel; a level line stands in the middle."""
    least, range_ = min(values), max(values) - min(values)
    step = (_WIDTH - 2 * _EDGE) / max(1, len(values) - 1)
    heights = [float((value - least) / range_) if range_ else 0.5 for value in values]
    tall = _HEIGHT - 2 * _EDGE
    return [(round(_EDGE + n * step, 1), round(_EDGE + tall * (1 - height), 1)) for n, height in enumerate(heights)]
