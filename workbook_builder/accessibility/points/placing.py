"""Where things stand: texts in column A, tables at the left edge, one below the other, nothing beneath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from workbook_builder.accessibility.blocks import Block, blocks, outside
from workbook_builder.accessibility.point import Place, Point, Source, on_area, on_cell, on_sheet
from workbook_builder.accessibility.workbook import Sheet, Workbook
from workbook_builder.addresses import column_letters

_MANY = re.compile(r"\btables\b", re.IGNORECASE)
_SPACED = re.compile(r"^[ \t\u00a0]+\S|\S[ \t\u00a0]+$|\S(?:[ \t\u00a0]{2,})\S|\n\s*\n")


def _beside(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for cell in outside(sheet):
            if cell.column:
                yield on_cell(sheet, cell, "stands in no table and not in column A, where it is looked for")


def _indented(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for block in blocks(sheet):
            is_beside = any(
                _side_by_side(block, other) for other in blocks(sheet) if other.area.left < block.area.left
            )
            if block.area.left and not is_beside:
                yield on_area(sheet, block.area, f"the table begins in column {column_letters(block.area.left)}")


def _below(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        ends = [block.area.bottom for block in blocks(sheet)]
        for cell in outside(sheet):
            if ends and cell.row > max(ends):
                yield on_cell(sheet, cell, "stands below the table, where it is not looked for")


def _several(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        found = blocks(sheet)
        for first, second in combinations(found, 2):
            if _side_by_side(first, second):
                yield on_area(sheet, second.area, "the table stands beside another")
        if len(found) > 1 and not any(_MANY.search(sheet.text(row, 0)) for row in range(found[0].area.top)):
            yield on_sheet(sheet, f"{len(found)} tables, and no text above them says so")


def _side_by_side(first: Block, second: Block) -> bool:
    return first.area.top <= second.area.bottom and second.area.top <= first.area.bottom


def _spaces(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        yield from _blank_rows(sheet)
        for cell in sheet.filled:
            if _SPACED.search(cell.text):
                yield on_cell(sheet, cell, "spaces or blank lines that only make room")


def _blank_rows(sheet: Sheet) -> Iterator[Place]:
    """Blank rows between others; one is needed below a table, and those within a table are another point."""
    areas = [block.area for block in blocks(sheet)]
    for above, below in pairwise(sorted({cell.row for cell in sheet.filled})):
        blank = below - above - 1
        inside = any(area.top <= above and below <= area.bottom for area in areas)
        below_table = any(area.bottom == above for area in areas)
        is_description = (above, below) == (0, 2)  # an empty A2 is another point
        if not inside and not is_description and blank > below_table:
            rows = f"row {above + 2} is blank" if blank == 1 else f"rows {above + 2} to {below} are blank"
            yield on_sheet(sheet, f"{rows} and only makes room" if blank == 1 else f"{rows} and only make room")


POINTS = (
    Point(
        "column_a",
        True,
        Source.COLUMN_A,
        "What is said around tables stands in column A.",
        "Fails on a filled cell outside tables in any other column.",
        _beside,
    ),
    Point(
        "table_left",
        True,
        Source.LEFT_EDGE,
        "Tables begin in column A.",
        "Fails on a table, marked or not, that begins further to the right with no table to its left.",
        _indented,
    ),
    Point(
        "below_table",
        False,
        Source.BELOW,
        "Nothing stands below the tables.",
        "Fails on a filled cell below the last table of a sheet.",
        _below,
    ),
    Point(
        "several_tables",
        False,
        Source.SEVERAL,
        "A sheet has one table, or says that it has several, one below the other.",
        "Fails on tables side by side, and on several where no text in column A above them speaks of tables.",
        _several,
    ),
    Point(
        "spacing",
        False,
        Source.BLANK_LINES,
        "Room is made by heights and widths, not by blank rows or spaces.",
        "Fails on blank rows between others outside tables (one below a table is needed), and on texts with "
        "spaces at an end, two on end, or blank lines.",
        _spaces,
    ),
)
