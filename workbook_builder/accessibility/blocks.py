"""Where tables stand on a sheet: those that are marked up, and blocks of cells that only look like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from workbook_builder.accessibility.areas import Area
from workbook_builder.accessibility.workbook import Cell, Sheet, Table


@dataclass(frozen=True, eq=False)
class Block:
    """A table of a sheet: its cells from the heading row on; `table` is the mark-up, None where there is none."""

    sheet: Sheet
    area: Area
    table: Table | None

    @property
    def heading(self) -> int:
        """How many rows of headings it has: 1 where nothing says otherwise."""
        return self.table.heading_rows if self.table else 1

    @property
    def body(self) -> Area:
        """Its cells below the headings."""
        return Area(self.area.top + self.heading, self.area.left, self.area.bottom, self.area.right)

    @cached_property
    def cells(self) -> Sequence[Cell]:
        """Its filled cells, row after row."""
        return [cell for cell in self.sheet.filled if cell.position in self.area]

    @cached_property
    def columns(self) -> Sequence[tuple[int, Sequence[Cell]]]:
        """The number of each column with the filled cells of its body, from the top; no columns without any."""
        found: dict[int, list[Cell]] = {}
        for cell in self.cells:
            if cell.row >= self.body.top:
                found.setdefault(cell.column, []).append(cell)
        return sorted(found.items())


@dataclass(frozen=True, eq=False)
class Layout:
    """What a sheet consists of: its tables from the top, and the filled cells that stand in none."""

    blocks: Sequence[Block]
    outside: Sequence[Cell]


def blocks(sheet: Sheet) -> Sequence[Block]:
    """The tables of a sheet, from the top."""
    return _layout(_Same(sheet)).blocks


def outside(sheet: Sheet) -> Sequence[Cell]:
    """The filled cells that stand in no table."""
    return _layout(_Same(sheet)).outside


class _Same:
    """A sheet that equals only itself: to compare all its cells would take long."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.sheet is other.sheet

    def __hash__(self) -> int:
        return id(self.sheet)


@lru_cache(maxsize=256)
def _layout(same: _Same) -> Layout:
    sheet = same.sheet
    marked = [Block(sheet, table.area, table) for table in sheet.tables]
    found = [*marked, *(Block(sheet, area, None) for area in unmarked(sheet))]
    areas = [block.area for block in found]
    rest = [cell for cell in sheet.filled if not any(cell.position in area for area in areas)]
    return Layout(sorted(found, key=lambda block: (block.area.top, block.area.left)), rest)


def unmarked(sheet: Sheet) -> Iterator[Area]:
    """The blocks that look like tables: two or more rows with two or more filled cells each, no blank row between.

    A row with a single filled cell between such rows, as a sub-heading is, belongs to the block.
    """
    rows: dict[int, list[int]] = {}
    for cell in sheet.filled:
        if not any(cell.position in table.area for table in sheet.tables):
            rows.setdefault(cell.row, []).append(cell.column)
    for run in _runs(sorted(rows)):
        wide = [row for row in run if len(rows[row]) > 1]
        if len(wide) > 1:
            within = [column for row in run if wide[0] <= row <= wide[-1] for column in rows[row]]
            yield Area(wide[0], min(within), wide[-1], max(within))


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers that follow one another, together."""
    run = [*numbers[:1]]
    for before, number in pairwise(numbers):
        if number != before + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def holds_numbers(cells: Sequence[Cell]) -> bool:
    """Whether a column is one of figures: half of its cells or more are numbers."""
    return bool(cells) and sum(cell.is_number for cell in cells) * 2 >= len(cells)
