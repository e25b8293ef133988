"""A page that must fit on one printed side: its excerpts are cut where more would be too small to read.

A page that is cut is a page of blocks again, so nothing else needs to know.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from workbook_builder.outputs.xlsx.placing import place
from workbook_builder.outputs.xlsx.printing import LEAST_POINTS, printed_points, sheet_rows
from workbook_builder.pages.blocks import Cell, Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.styles import Looks

_MOST_LINES = 15  # of each excerpt


def fitted(page: Page, looks: Looks) -> Page:
    """The page with as many lines in each excerpt as can be read on one side; the first may have one more."""
    excerpts = sum(table.is_excerpt for table in page.tables)
    if not excerpts:
        return page

    def is_legible(most: Sequence[int]) -> bool:
        placed = place(_cut_page(page, most), looks)
        return printed_points(sheet_rows(placed), placed.widths, looks) >= LEAST_POINTS

    evenly = bisect_left(range(2, _MOST_LINES + 1), True, key=lambda n: not is_legible([n] * excerpts)) + 1
    most = [evenly] * excerpts
    for n in range(excerpts):
        longer = [*most[:n], most[n] + 1, *most[n + 1 :]]
        most = longer if is_legible(longer) else most
    return _cut_page(page, most)


def _cut_page(page: Page, most: Sequence[int]) -> Page:
    lines = iter(most)
    blocks = (_cut(b, next(lines)) if isinstance(b, Table) and b.is_excerpt else b for b in page.blocks)
    return replace(page, blocks=tuple(blocks))


def _cut(table: Table, most: int) -> Table:
    """The table with so many rows at most, then how many were left out, and where all or the first of them are."""
    rows = list(table.rows)
    if len(rows) <= most:
        return table
    left_out, first = f"and {len(rows) - most} more", rows[most]
    if table.whole:
        more = Cell(f"{left_out}, all on {table.whole.page}", link=table.whole.goal)
    else:
        more = Cell(
            f"{left_out}, the first on {first.about}", link=next(cell.link for cell in first.cells if cell.link)
        )
    return replace(table, groups=(Group("", (*rows[:most], Row((), (more,)))),))
