"""A sheet while it is being laid out: rows are added, then widths and heights are measured."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import ceil

from workbook_builder.fonts import PIXELS_PER_POINT, line_height, longest_word, text_width, wrapped
from workbook_builder.grid import Cell, SheetRow, Style
from workbook_builder.outputs.xlsx.numbers import shown, shown_number
from workbook_builder.styles import Looks

PADDING = 6
LEAST_COLUMN = 28  # pixels
_SPARKLINE_WIDTH = 72
_LONG_CODE = 56  # pixels
_WIDEST_COLUMN, _HIGHEST_ROW = 1785, 409  # Excel allows no more: pixels, points

Cells = Sequence[Cell | None]


@dataclass(frozen=True)
class Canvas:
    """Rows of a sheet from the top, and at which of them tables and their parts begin.

    `row_space` are the points above and below the text of a row, together; `blank_height` are those of an empty row,
    None for what an empty line takes. Above the parts that are `headed`, by their number, headings stand again, and a
    printed page begins.
    """

    looks: Looks
    row_space: float = 1.5
    headed: frozenset[int] = frozenset()
    blank_height: float | None = None
    rows: list[list[Cell | None]] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)

    @property
    def next_row(self) -> int:
        """The number, from 0, of the row that is added next."""
        return len(self.rows)

    def add(self, *cells: Cell | None) -> int:
        """Add a row; its number."""
        self.rows.append(list(cells))
        return len(self.rows) - 1

    def add_text(self, text: str, style: Style, room: int) -> None:
        """Add text that runs to the right over empty cells: a row for each line that fits into `room` pixels."""
        for line in wrapped(text, *self.fonts[style], room - PADDING):
            self.add(Cell(line, style))

    def begin_table(self) -> None:
        """A table begins with the row that is added next; the printed page may break there."""
        self.tables.append(self.next_row)

    def begin_part(self) -> bool:
        """A part of a table begins there; the page may break there too. Whether headings are to stand there again."""
        self.parts.append(self.next_row)
        return len(self.parts) - 1 in self.headed

    @property
    def forced(self) -> tuple[int, ...]:
        """The rows above which a printed page begins in any case."""
        return tuple(row for n, row in enumerate(self.parts) if n in self.headed)

    @cached_property
    def fonts(self) -> Mapping[Style, tuple[str, float, bool]]:
        """The font of each style as its text is measured: name, size, bold."""
        return {
            style: (self.looks.font, look.size or self.looks.size, bool(look.bold))
            for style, look in self.looks.cells.items()
        }

    @cached_property
    def _wrapping(self) -> frozenset[Style]:
        """The styles whose text is broken into lines; what is centred across columns is not."""
        looks = self.looks.cells.items()
        return frozenset(style for style, look in looks if look.wrap and look.align != "center_across")

    def text_width(self, cell: Cell) -> int:
        """The width in pixels that a column needs for the text of a cell on one line."""
        return ceil(text_width(shown(cell), *self.fonts[cell.style])) + PADDING

    def line_width(self, cell: Cell) -> int:
        """The width in pixels of the longest of the lines that a cell is broken into already."""
        font = self.fonts[cell.style]
        return ceil(max(text_width(line, *font) for line in shown(cell).split("\n"))) + PADDING

    def needed_widths(self, columns: int, fixed: Mapping[int, int], codes: Container[int] = ()) -> tuple[int, ...]:
        """The width in pixels of each column, so that no word in a wrapping cell is broken; some are fixed.

        Long `codes` may be broken behind a hyphen.
        """
        needed = [LEAST_COLUMN] * columns
        for row in self.rows:
            for column, cell in enumerate(row[:columns]):
                if cell is not None and column not in fixed:
                    needed[column] = min(
                        _WIDEST_COLUMN, max(needed[column], self._least_width(cell, column in codes))
                    )
        self._make_room_across(needed)
        return tuple(fixed.get(column, width) for column, width in enumerate(needed))

    def _make_room_across(self, needed: list[int]) -> None:
        """Widen the columns that a text is centred across, where they are too narrow for it together."""
        across = {style for style, look in self.looks.cells.items() if look.align == "center_across"}
        for row in self.rows:
            for first, cell in enumerate(row):
                if cell is None or cell.value is None or cell.style not in across:
                    continue
                beside = (c for c in range(first + 1, len(row)) if row[c] != Cell(None, cell.style))
                columns = range(first, next(beside, len(row)))
                lacking = self.text_width(cell) - sum(needed[column] for column in columns)
                for column in columns:
                    needed[column] += max(0, ceil(lacking / len(columns)))

    def _least_width(self, cell: Cell, is_code: bool) -> int:
        if cell.style is Style.SPARKLINE:
            return _SPARKLINE_WIDTH
        if cell.value is None or cell.style not in self._wrapping:
            return 0
        font = self.fonts[cell.style]
        if not isinstance(cell.value, str):
            return _number_width(cell.value, cell.number_format, *font)
        longest = ceil(longest_word(cell.value, *font)) + PADDING
        if is_code and longest > _LONG_CODE:
            return max(_LONG_CODE, ceil(longest_word(cell.value.replace("-", "- "), *font)) + PADDING)
        return longest

    def sheet_rows(self, widths: Sequence[int]) -> tuple[SheetRow, ...]:
        """The rows, each as high as its texts need in columns so many pixels wide."""
        return tuple(
            SheetRow(tuple(row), height) for row, height in zip(self.rows, self.heights(widths), strict=True)
        )

    def heights(self, widths: Sequence[int]) -> list[float]:
        """The height of each row in points."""
        return [self._height(row, widths) for row in self.rows]

    def raised(self, height: float, row: Cells, widths: Sequence[int], columns: Iterable[int]) -> float:
        """The height of a row for which its other cells need some height, with those of some columns."""
        cells = [(row[n], widths[n]) for n in columns if n < len(row)]
        return max(
            [height, *(_in_pixels(self._text_height(c, w) + self.row_space) for c, w in cells if c and c.value)]
        )

    @property
    def smallest(self) -> float:
        """The size of its smallest text in points."""
        return smallest_size(self.rows, self.looks)

    @property
    def spare_height(self) -> float:
        """That of an empty row."""
        return self._height((), ())

    def _height(self, row: Cells, widths: Sequence[int]) -> float:
        if not row and self.blank_height is not None:
            return self.blank_height
        cells = zip(row, widths, strict=False)
        heights = [self._text_height(cell, width) for cell, width in cells if cell and cell.value is not None]
        highest = max(heights, default=self.looks.size * line_height(self.looks.font))
        return min(_HIGHEST_ROW, _in_pixels(highest + self.row_space))

    def _text_height(self, cell: Cell, width: int) -> float:
        """The height of a cell's lines in points; what is no text stands in one line."""
        if not isinstance(cell.value, str) or cell.style not in self._wrapping:
            return self._line_heights[cell.style]
        lines = wrapped(cell.value, *self.fonts[cell.style], width - PADDING)
        return len(lines) * self._line_heights[cell.style]

    @cached_property
    def _line_heights(self) -> Mapping[Style, float]:
        """The height of one line of each style in points."""
        return {style: size * line_height(font) for style, (font, size, _) in self.fonts.items()}


def smallest_size(rows: Iterable[Cells], looks: Looks) -> float:
    """The size of the smallest text of some rows in points."""
    styles = {cell.style for row in rows for cell in row if cell}
    return min((looks[style].size or looks.size for style in styles), default=looks.size)


def _in_pixels(points: float) -> float:
    """The next height that screens can show: whole pixels, in points."""
    return ceil(points * PIXELS_PER_POINT) / PIXELS_PER_POINT


@lru_cache(maxsize=16384)
def _number_width(value: float, number_format: str, font: str, size: float, bold: bool) -> int:
    """The width in pixels that a number needs."""
    return ceil(text_width(shown_number(value, number_format), font, size, bold)) + PADDING
