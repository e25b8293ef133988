"""A page that is laid out: every cell has its place; what follows others is still without its formula or link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbook_builder.grid import Area
from workbook_builder.live.references import Role, RowId
from workbook_builder.outputs.xlsx.canvas import Canvas
from workbook_builder.pages.blocks import Cell, Chart, Column, Table
from workbook_builder.pages.publication import Page


class SaidTwiceError(Exception):
    """Two rows have the same id, or two cells of a row play the same role: our fault, not the user's."""


class LeadsNowhereError(LookupError):
    """A reference to what no page shows: our fault, not the user's."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands, and which of its columns plays which role; a reference to what `is_fixed` does not move."""

    sheet: str
    row: int
    columns: Mapping[Role, int]
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that may be sorted among themselves, and the columns of their codes and titles; all count from 0."""

    top: int
    bottom: int
    code: int
    title: int


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Where a table stands: its title or first heading at `top`, its headings from `heading` on, its rows.

    `columns` are those that are shown; there are no rows where `last` is above `first`. `width` is in columns.
    `parts` are its rows as they may be sorted.
    """

    table: Table
    columns: Sequence[Column]
    top: int
    heading: int
    first: int
    last: int
    width: int
    parts: Sequence[Part]

    @property
    def area(self) -> Area:
        """Headings and rows."""
        return Area(self.heading, 0, self.last, self.width - 1)

    def areas(self, wanted: Callable[[Column], object]) -> Iterator[tuple[Area, Column]]:
        """The cells of some columns; none in a table without rows."""
        if self.first <= self.last:
            for n, column in enumerate(self.columns):
                if wanted(column):
                    yield Area(self.first, n, self.last, n), column


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart, its size in pixels, and the row and column of its top left corner."""

    chart: Chart
    size: tuple[int, int]
    corner: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A page with its canvas; `widths` are in pixels, `unresolved` the cells that follow others or lead to them."""

    page: Page
    canvas: Canvas
    widths: tuple[int, ...]
    tables: Sequence[PlacedTable]
    rows: Sequence[tuple[RowId, RowPlace]]
    unresolved: Sequence[tuple[int, int, Cell]]
    charts: Sequence[PlacedChart]
