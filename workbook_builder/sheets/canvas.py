"""A sheet while it is being laid out: rows are added, then widths, heights and page breaks are worked out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil

from workbook_builder.fonts import longest_word, text_width, wrapped
from workbook_builder.grid import Area, Cell, Highlight, Part, Printing, RowCells, Sheet, SheetRow, Sparkline, Style
from workbook_builder.sheets.cells import SIGNED
from workbook_builder.sheets.paging import paginate
from workbook_builder.styles import Looks

PADDING = 8
LEAST_COLUMN = 40  # pixels
_SPARKLINE_WIDTH = 72
_WIDEST_COLUMN, _HIGHEST_ROW = 1785, 409  # Excel allows no more: pixels, points
_LINE_HEIGHT = 1.3
_NUMBER_FORMAT = re.compile(r'(?:"([^"]*)")?([#,0.]+)(?:"([^"]*)")?')


@dataclass
class Canvas:
    """Rows of a sheet from the top, and at which of them tables and their parts begin."""

    name: str
    title: str
    looks: Looks
    rows: list[list[Cell | None]] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    highlights: list[Highlight] = field(default_factory=list)
    names: list[tuple[str, Area]] = field(default_factory=list)
    anchors: dict[tuple[str, str], int] = field(default_factory=dict)
    rated: list[Area] = field(default_factory=list)
    cited: dict[tuple[str, str], RowCells] = field(default_factory=dict)
    sparklines: list[Sparkline] = field(default_factory=list)
    sortable: list[Part] = field(default_factory=list)
    row_space: float = 4  # points above and below the text of a row, together

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
        for line in wrapped(text, *self._fonts[style], room - PADDING):
            self.add(Cell(line, style))

    def add_sortable(self, first: int, code: int, title: int) -> None:
        """The rows from `first` on may be sorted among themselves, and with those right above, where these may."""
        above = self.sortable[-1] if self.sortable else None
        if above and (above.bottom, above.code) == (first - 1, code):
            first = self.sortable.pop().top
        if first < self.next_row:
            self.sortable.append(Part(first, self.next_row - 1, code, title))

    def begin_table(self) -> None:
        """A table begins with the row that is added next; the printed page may break there."""
        self.tables.append(self.next_row)

    def begin_part(self) -> None:
        """A part of a table begins there; the page may break there too, if the table is too long for one."""
        self.parts.append(self.next_row)

    def needed_widths(self, columns: int, fixed: dict[int, int]) -> tuple[int, ...]:
        """The width in pixels of each column, so that no word in a wrapping cell is broken; some are fixed."""
        needed = [LEAST_COLUMN] * columns
        for row in self.rows:
            for column, cell in enumerate(row[:columns]):
                if cell is not None and column not in fixed:
                    needed[column] = min(_WIDEST_COLUMN, max(needed[column], self._least_width(cell)))
        self._make_room_across(needed)
        return tuple(fixed.get(column, width) for column, width in enumerate(needed))

    def _make_room_across(self, needed: list[int]) -> None:
        """Widen the columns that a text is centred across, where they are too narrow for it together."""
        for row in self.rows:
            for first, cell in enumerate(row):
                if cell is None or cell.value is None or self.looks[cell.style].align != "center_across":
                    continue
                beside = (c for c in range(first + 1, len(row)) if row[c] != Cell(None, cell.style))
                columns = range(first, next(beside, len(row)))
                room = self.text_width(cell)
                lacking = room - sum(needed[column] for column in columns)
                for column in columns:
                    needed[column] += max(0, ceil(lacking / len(columns)))

    def finish(
        self, widths: Sequence[int], frozen: tuple[int, int] = (0, 0), repeated: tuple[int, int] | None = None
    ) -> Sheet:
        """The sheet. With `repeated` rows it is fitted to the page's width, else scaled and broken in good places."""
        rows = tuple(SheetRow(tuple(row), self._height(row, widths)) for row in self.rows)
        printing = Printing(repeated=repeated) if repeated else self._paginated(widths, rows)
        names, highlights, rated = tuple(self.names), tuple(self.highlights), tuple(self.rated)
        shape = (self.name, self.title, tuple(widths), rows, frozen)
        drawn, parts = tuple(self.sparklines), tuple(self.sortable)
        placed = (highlights, names, self.anchors, printing, rated)
        return Sheet(*shape, *placed, cited=self.cited, sparklines=drawn, parts=parts)

    def _paginated(self, widths: Sequence[int], rows: Sequence[SheetRow]) -> Printing:
        heights = [row.height for row in rows]
        return paginate(heights, self.tables, self.parts, sum(widths), self.looks.margins_cm)

    @cached_property
    def _fonts(self) -> dict[Style, tuple[str, float, bool]]:
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
        return ceil(text_width(shown(cell), *self._fonts[cell.style])) + PADDING

    def _least_width(self, cell: Cell) -> int:
        if cell.style is Style.SPARKLINE:
            return _SPARKLINE_WIDTH
        if cell.value is None or cell.style not in self._wrapping:
            return 0
        measure = longest_word if isinstance(cell.value, str) else text_width
        return ceil(measure(shown(cell), *self._fonts[cell.style])) + PADDING

    def _height(self, row: Sequence[Cell | None], widths: Sequence[int]) -> float:
        cells = zip(row, widths, strict=False)
        heights = [self._cell_height(cell, width) for cell, width in cells if cell and cell.value is not None]
        return min(_HIGHEST_ROW, max(heights, default=self.looks.size * _LINE_HEIGHT + self.row_space))

    def _cell_height(self, cell: Cell, width: int) -> float:
        font, size, bold = self._fonts[cell.style]
        wraps = isinstance(cell.value, str) and cell.style in self._wrapping
        lines = len(wrapped(shown(cell), font, size, bold, width - PADDING)) if wraps else 1
        return ceil(lines * size * _LINE_HEIGHT) + self.row_space


def shown(cell: Cell) -> str:
    """The text of a cell as it is displayed."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    if cell.number_format == SIGNED:
        return f"{cell.value:+,.0f}" if cell.value else "0"
    found = _NUMBER_FORMAT.fullmatch(cell.number_format or "0")
    sign, number, mark = found.groups(default="") if found else ("", "0", "")
    return f"{sign}{cell.value:,.{number.count('0') - 1}f}{mark}"
