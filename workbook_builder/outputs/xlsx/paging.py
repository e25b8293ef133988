"""How a sheet of several tables is printed: one scale, and breaks that part no heading from its rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import ceil

from workbook_builder.fonts import PIXELS_PER_POINT
from workbook_builder.grid import Printing
from workbook_builder.outputs.xlsx.canvas import Canvas
from workbook_builder.styles import PageMargins

_PAGE_WIDTH_CM, _PAGE_HEIGHT_CM = 29.7, 21.0
_POINTS_PER_CM = 72 / 2.54
_WIDER = 1.01  # LibreOffice draws columns this much wider than Excel: 7.1 pixels for a digit, not 7
_SAFETY = 0.99  # printers differ by a few points
_ROWS_WITH_HEADING = 6  # a title, its headings and some rows below them

Block = tuple[int, int]


def paginate(
    heights: Sequence[float],
    tables: Sequence[int],
    parts: Sequence[int],
    width: int,
    margins: PageMargins,
    least: float = 1.0,
    forced: Sequence[int] = (),
) -> Printing:
    """The scale in per cent, and the rows above which a page begins.

    `heights` are in points and `width` in pixels. `tables` are the rows at which tables begin, `parts` those at
    which a table may be broken where that saves a page. The sheet is printed smaller than its width allows only where
    that saves a page, too, and no smaller than `least` (1: as it is), at which its text can just be read. Above
    `forced` rows a page begins in any case.
    """
    room = (_PAGE_WIDTH_CM - 2 * margins.side) * _POINTS_PER_CM
    fitting = max(10, int(100 * min(1.0, room / (width / PIXELS_PER_POINT * _WIDER))))
    page = (_PAGE_HEIGHT_CM - margins.top - margins.bottom) * _POINTS_PER_CM * _SAFETY
    smallest = min(fitting, max(10, ceil(100 * least)))

    def printed(scale: int, is_whole: bool) -> Printing:
        limit = page * 100 / scale
        blocks = _blocks(heights, tables, parts, limit if is_whole else 0.0, forced)
        return Printing(scale, tuple(_breaks(heights, blocks, limit, forced)))

    tried = [printed(smallest, is_whole) for is_whole in (True, False)]
    fewest = min(len(one.breaks) for one in tried)
    is_whole = len(tried[0].breaks) == fewest
    scales = range(smallest, fitting + 1)
    too_large = bisect_left(scales, True, key=lambda scale: len(printed(scale, is_whole).breaks) > fewest)
    return printed(scales[max(0, too_large - 1)], is_whole)


def broken(canvas: Canvas, widths: Sequence[int], least_points: float) -> Printing:
    """How the sheet of a canvas is scaled and broken."""
    margins, least = canvas.looks.margins_cm, least_points / canvas.smallest
    heights = canvas.heights(widths)
    return paginate(heights, canvas.tables, canvas.parts, sum(widths), margins, least, canvas.forced)


def one_page_scale(heights: Sequence[float], width: int, margins: PageMargins) -> float:
    """How much smaller a sheet is printed (1: not at all) that is fitted to one upright A4 page.

    `heights` are in points and `width` in pixels.
    """
    room = (_PAGE_HEIGHT_CM - 2 * margins.side) * _POINTS_PER_CM
    page = (_PAGE_WIDTH_CM - margins.top - margins.bottom) * _POINTS_PER_CM * _SAFETY
    return min(1.0, room / (width / PIXELS_PER_POINT * _WIDER), page / sum(heights))


def filling_width(height: float, margins: PageMargins) -> int:
    """The width in pixels of a sheet `height` points high that fills an A4 page when it is fitted to one."""
    room = (_PAGE_WIDTH_CM - 2 * margins.side) * _POINTS_PER_CM
    page = (_PAGE_HEIGHT_CM - margins.top - margins.bottom) * _POINTS_PER_CM * _SAFETY
    return int(height * room / page * PIXELS_PER_POINT / _WIDER)


def _blocks(
    heights: Sequence[float], tables: Sequence[int], parts: Sequence[int], limit: float, forced: Sequence[int]
) -> list[Block]:
    """Rows that stay together: whole tables, or the parts of a table that is higher than `limit`."""
    blocks: list[Block] = []
    for table in _between([0, *tables, *forced], len(heights)):
        if _height(heights, table) <= limit:
            blocks.append(table)
        else:
            inside = [row for row in parts if table[0] < row < table[1]]
            blocks += _between([table[0], *inside], table[1])
    return blocks


def _between(starts: Sequence[int], end: int) -> list[Block]:
    ordered = sorted(set(starts))
    return list(zip(ordered, [*ordered[1:], end], strict=True))


def _height(heights: Sequence[float], block: Block) -> float:
    """The height of a block, with the empty row that a table ends with: else that row would be a page of its own."""
    return sum(heights[block[0] : block[1]])


def _breaks(heights: Sequence[float], blocks: Sequence[Block], page: float, forced: Sequence[int]) -> Iterator[int]:
    used = 0.0
    for start, end in blocks:
        block = _height(heights, (start, end))
        together = block if block <= page else sum(heights[start : start + _ROWS_WITH_HEADING])
        if start in forced or (used and used + together > page):
            yield start
            used = 0.0
        for row in range(start, end):
            last_two = heights[row + 1] if row == end - 2 else 0.0
            if used and used + heights[row] + last_two > page:
                yield row
                used = 0.0
            used += heights[row]
