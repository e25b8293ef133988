"""How wide the columns of a sheet are, and how much room its running text has: ways that a policy chooses from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbook_builder.outputs.xlsx.canvas import LEAST_COLUMN, Canvas
from workbook_builder.outputs.xlsx.paging import paginate
from workbook_builder.outputs.xlsx.placed import PlacedTable
from workbook_builder.pages.blocks import Holds

Tables = Sequence[PlacedTable]


class Widths(Protocol):
    """A way to find the widths of a sheet's columns, in pixels."""

    def of(self, canvas: Canvas, tables: Tables) -> tuple[int, ...]:
        """The widths, once all rows are there."""

    def room(self, canvas: Canvas, tables: Tables) -> int:
        """How far running text goes that stands below those tables."""


def _holding(what: Holds, tables: Tables) -> set[int]:
    """The columns that hold something in any of the tables."""
    return {n for table in tables for n, column in enumerate(table.columns) if column.holds == what}


@dataclass(frozen=True)
class Fixed:
    """The same on every sheet of a kind."""

    pixels: tuple[int, ...]

    def of(self, canvas: Canvas, tables: Tables) -> tuple[int, ...]:
        """These."""
        return self.pixels

    def room(self, canvas: Canvas, tables: Tables) -> int:
        """All of them."""
        return sum(self.pixels)


@dataclass(frozen=True)
class Needed:
    """So wide that no word is broken; some kinds of column, those of the last table, are fixed.

    `text` is the room of running text; without it, that of the last table where its columns are narrow.
    """

    fixed: Mapping[str, int]
    text: int | None = None

    def of(self, canvas: Canvas, tables: Tables) -> tuple[int, ...]:
        """What the widest cell of each column needs."""
        columns = max((len(table.columns) for table in tables), default=1)
        return canvas.needed_widths(columns, self._fixed(tables))

    def room(self, canvas: Canvas, tables: Tables) -> int:
        """As far as the table is wide at least."""
        if self.text is not None:
            return self.text
        fixed, columns = self._fixed(tables[-1:]), tables[-1].columns
        return sum(fixed.get(n, LEAST_COLUMN) for n in range(len(columns)))

    def _fixed(self, tables: Tables) -> dict[int, int]:
        columns = tables[-1].columns if tables else ()
        return {n: self.fixed[column.kind] for n, column in enumerate(columns) if column.kind in self.fixed}


@dataclass(frozen=True)
class Fewest:
    """The names of the rows so wide that the sheet is printed on fewest pages, and as large as may be.

    Other columns are as wide as their words need, those of trends all alike.
    """

    titles: range
    least_points: float

    def of(self, canvas: Canvas, tables: Tables) -> tuple[int, ...]:
        """The narrowest of the best."""
        return max(self._tried(canvas, tables), key=lambda found: found[0])[1]

    def _tried(self, canvas: Canvas, tables: Tables) -> Iterator[tuple[tuple[bool, int, int], tuple[int, ...]]]:
        """Each width, with how well the sheet is printed."""
        names = _holding("title", tables)
        needed = self._even(canvas, tables, names)
        least = canvas.heights([self.titles[-1] * 9 if n in names else width for n, width in enumerate(needed)])
        for title in self.titles:
            widths = tuple(title if n in names else width for n, width in enumerate(needed))
            heights = [
                canvas.raised(height, row, widths, names) for height, row in zip(least, canvas.rows, strict=True)
            ]
            margins, smallest = canvas.looks.margins_cm, self.least_points / canvas.smallest
            printed = paginate(heights, canvas.tables, canvas.parts, sum(widths), margins, smallest, canvas.forced)
            scale = printed.scale or 0
            yield (scale >= 100 * smallest, -len(printed.breaks), scale), widths

    def _even(self, canvas: Canvas, tables: Tables, names: set[int]) -> list[int]:
        columns = max((len(table.columns) for table in tables), default=1)
        needed = list(canvas.needed_widths(columns, dict.fromkeys(names, 0), _holding("code", tables)))
        even = {n for table in tables for n, column in enumerate(table.columns) if column.kind == "trend"}
        widest = max((needed[n] for n in even), default=0)
        return [widest if n in even else width for n, width in enumerate(needed)]

    def room(self, canvas: Canvas, tables: Tables) -> int:
        """That of the narrowest table."""
        return self.titles[0] + LEAST_COLUMN * (len(tables[-1].columns) - 1 if tables else 1)


@dataclass(frozen=True)
class Growing:
    """As needed, one kind of column as wide as it takes that no row is higher than `highest` points."""

    needed: Needed
    kind: str
    widths: range
    highest: float

    def of(self, canvas: Canvas, tables: Tables) -> tuple[int, ...]:
        """The narrowest that will do, or else the widest of all."""
        for width in self.widths:
            needed = Needed({**self.needed.fixed, self.kind: width}, self.needed.text)
            found = needed.of(canvas, tables)
            if max(canvas.heights(found)) <= self.highest:
                break
        return found

    def room(self, canvas: Canvas, tables: Tables) -> int:
        """As the policy says."""
        return self.needed.room(canvas, tables)


@dataclass(frozen=True)
class InOneLine:
    """So wide that every cell of the tables shows what it says in one line, up to a limit; titles have their own.

    All columns together are `least` pixels wide at least.
    """

    widest: int
    widest_title: int
    least: int = 0

    def of(self, canvas: Canvas, tables: Tables) -> tuple[int, ...]:
        """What the tables need; text below them runs on to the right."""
        rows = canvas.rows[tables[0].top : tables[-1].last + 1] if tables else []
        widths = [LEAST_COLUMN] * max(map(len, rows), default=1)
        titles = _holding("title", tables)
        for row in rows:
            for n, cell in enumerate(row):
                if cell is not None:
                    limit = self.widest_title if n in titles else self.widest
                    widths[n] = max(widths[n], min(limit, canvas.line_width(cell)))
        widths[max(titles, default=0)] += max(0, self.least - sum(widths))
        return tuple(widths)

    def room(self, canvas: Canvas, tables: Tables) -> int:
        """As far as the tables."""
        return sum(self.of(canvas, tables))


@dataclass(frozen=True)
class Shared:
    """`all` pixels for the columns together: the first has what the others leave, which are `narrow` at least.

    No number or rating is cut, nor a link (LibreOffice breaks none into lines) up to `widest_link` pixels.
    """

    all: int
    narrow: int
    widest_link: int

    def of(self, canvas: Canvas, tables: Tables) -> tuple[int, ...]:
        """The titles' column first, then that of the links."""
        needed = canvas.needed_widths(max((len(table.columns) for table in tables), default=1), {0: 0})
        rows = (row for table in tables for row in canvas.rows[table.first : table.last + 1])
        links = [canvas.text_width(cell) for row in rows for cell in row[1:2] if cell and isinstance(cell.value, str)]
        beside = (min(self.widest_link, max([needed[1], *links])), *(max(self.narrow, width) for width in needed[2:]))
        return max(self.narrow, self.all - sum(beside)), *beside

    def room(self, canvas: Canvas, tables: Tables) -> int:
        """All of it."""
        return self.all
