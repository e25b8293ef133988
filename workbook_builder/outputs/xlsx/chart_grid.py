"""Charts of equal size on a grid to the right of tables, each with a text below it, all on one printed page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from workbook_builder.fonts import PIXELS_PER_POINT, wrapped
from workbook_builder.grid import Cell, Style
from workbook_builder.outputs.xlsx.canvas import PADDING, Canvas
from workbook_builder.outputs.xlsx.paging import filling_width

GUTTER = 14  # pixels between tables and charts; its cells stay empty
_GAP = 10  # pixels between charts
_LEAST_WIDTH, _LEAST_HEIGHT = 250, 170  # pixels
_SHAPE = 0.62  # a chart's height, as a part of its width
_SQUARE = 320  # pixels: up to here it may be as high as wide
_STEP = 2  # pixels


@dataclass(frozen=True)
class Spot:
    """Where a chart goes: the row and column of its top left corner, and the row of the text below it."""

    row: int
    column: int
    text_row: int


@dataclass(frozen=True)
class ChartGrid:
    """Charts of one size in pixels; `columns` are the widths of the columns that hold them and the gaps between.

    `heights` are those of all rows of the sheet in pixels, of which the last ones may be new.
    """

    width: int
    height: int
    columns: tuple[int, ...]
    spots: tuple[Spot, ...]
    lines: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]


def chart_grid(
    canvas: Canvas,
    texts: Sequence[str],
    first: int,
    widths: Sequence[int],
    drawn: Callable[[tuple[int, int]], int],
) -> ChartGrid:
    """The grid, beside the tables on the canvas from row `first` on, on which most is seen of what is drawn.

    `drawn` says how many square pixels a chart of some width and height leaves to its lines.
    """
    heights = [height * PIXELS_PER_POINT for height in canvas.heights(widths)]
    spare = canvas.spare_height * PIXELS_PER_POINT
    asked = _Asked(canvas, texts, first, len(widths), sum(widths) + GUTTER, heights, spare)
    grids = [asked.grid(across) for across in range(1, len(texts) + 1)]
    return max(grids, key=lambda grid: drawn((grid.width, grid.height)) * asked.scale(grid) ** 2)


@dataclass(frozen=True)
class _Asked:
    """What is to be placed: texts, one for each chart, beside `table` columns that take `left` pixels."""

    canvas: Canvas
    texts: Sequence[str]
    first: int
    table: int
    left: int
    heights: Sequence[float]
    spare: float

    def grid(self, across: int) -> ChartGrid:
        """The largest charts, so many in a row."""
        down = ceil(len(self.texts) / across)
        width = max(_LEAST_WIDTH, (self._filling(sum(self.heights)) - self.left) // across - _GAP)
        lines = tuple(self._lines(text, width) for text in self.texts)
        longest = max(map(len, lines))
        heights = self._extended(down * (_LEAST_HEIGHT + (longest + 2) * self.spare))
        sizes = range(int(max(width * _SHAPE, min(width, _SQUARE))), _LEAST_HEIGHT, -_STEP)
        height = next((size for size in sizes if self._fits(heights, size, longest, down)), _LEAST_HEIGHT)
        rows = self._rows(heights, height, down)
        spots = [
            Spot(rows[n // across][0], self.table + 1 + n % across, rows[n // across][1])
            for n in range(len(self.texts))
        ]
        columns = (GUTTER, *[width + _GAP] * across)
        return ChartGrid(width, height, columns, tuple(spots), lines, heights)

    def scale(self, grid: ChartGrid) -> float:
        """How large a sheet with that grid is printed, as compared with others."""
        width, height = sum(grid.columns) + self.left - GUTTER, sum(grid.heights)
        return min(1.0, self._filling(height) / width) / height

    def _filling(self, height: float) -> int:
        return filling_width(height / PIXELS_PER_POINT, self.canvas.looks.margins_cm)

    def _lines(self, text: str, room: int) -> tuple[str, ...]:
        return wrapped(text, *self.canvas.fonts[Style.NOTE], room - PADDING)

    def _extended(self, needed: float) -> tuple[float, ...]:
        """The rows' heights, with as many empty rows as it takes that `needed` pixels fit from the first on."""
        lacking = needed - sum(self.heights[self.first :])
        return (*self.heights, *[self.spare] * max(0, ceil(lacking / self.spare)))

    def _rows(self, heights: Sequence[float], size: int, down: int) -> list[tuple[int, int]]:
        """For each row of charts: the sheet's row at which they begin, and that of the texts below them."""
        tops = list(accumulate(heights, initial=0.0))
        band = (tops[-1] - tops[self.first]) / down
        begin = [bisect_left(tops, tops[self.first] + n * band - 1) for n in range(down)]
        return [(row, bisect_left(tops, tops[row] + size)) for row in begin]

    def _fits(self, heights: Sequence[float], size: int, longest: int, down: int) -> bool:
        """Whether each row of charts ends, with its texts, before the next one begins."""
        rows = self._rows(heights, size, down)
        ends = [*(row - 1 for row, _ in rows[1:]), len(heights)]
        return all(below + longest <= end for (_, below), end in zip(rows, ends, strict=True))


def put_texts(canvas: Canvas, grid: ChartGrid) -> None:
    """Add the empty rows that the grid needs, and the texts below the charts."""
    while canvas.next_row < len(grid.heights):
        canvas.add()
    for spot, lines in zip(grid.spots, grid.lines, strict=True):
        for row, line in enumerate(lines, spot.text_row):
            cells = canvas.rows[row]
            cells += [None] * (spot.column + 1 - len(cells))
            cells[spot.column] = Cell(line, Style.NOTE)
