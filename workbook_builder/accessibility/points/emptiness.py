"""What holds nothing: rows, columns, cells, sheets; and the shorthand that says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from workbook_builder.accessibility.areas import Area
from workbook_builder.accessibility.blocks import blocks, holds_numbers, outside
from workbook_builder.accessibility.point import Place, Point, Source, on_area, on_cell, on_sheet
from workbook_builder.accessibility.shorthand import BRACKETED, is_shorthand
from workbook_builder.accessibility.workbook import Sheet, Table, Workbook
from workbook_builder.problems import quoted

_MOST_EMPTY = 10_000
_SAYS_WHY = re.compile(r"\b(blank|empty)\b.*\bcells?\b|\bcells?\b.*\b(blank|empty)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")


def _filled_lines(sheet: Sheet, table: Table) -> tuple[set[int], set[int]]:
    cells = [cell for cell in sheet.filled if cell.position in table.area]
    body = [cell for cell in cells if cell.row >= table.area.top + table.heading_rows]
    return {cell.row for cell in cells}, {cell.column for cell in body}


def _blank_lines(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for table in sheet.tables:
            area, (rows, columns) = table.area, _filled_lines(sheet, table)
            for row in islice((r for r in range(area.top, area.bottom + 1) if r not in rows), _MOST_EMPTY):
                yield on_area(sheet, Area(row, area.left, row, area.right), "a blank row in a table")
            for column in (c for c in range(area.left, area.right + 1) if c not in columns):
                yield on_area(sheet, Area(area.top, column, area.bottom, column), "a blank column in a table")


def _empty_cells(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        if not any(_SAYS_WHY.search(cell.text) for cell in outside(sheet)):
            for table in sheet.tables:
                for area in islice(_empty(sheet, table), _MOST_EMPTY):
                    yield on_area(sheet, area, "an empty cell, and the sheet does not say why cells are empty")


def _empty(sheet: Sheet, table: Table) -> Iterator[Area]:
    """The empty cells of a table that stand in no blank row or column."""
    rows, columns = _filled_lines(sheet, table)
    body = sorted(row for row in rows if row >= table.area.top + table.heading_rows)
    for row in body:
        for column in sorted(columns):
            if sheet.cell(row, column) is None:
                yield Area(row, column, row, column)


def _unexplained(workbook: Workbook) -> Iterator[Place]:
    explained = _explained([(cell, following) for sheet in workbook.sheets for cell, following in _pairs(sheet)])
    for sheet in workbook.sheets:
        for block in blocks(sheet):
            for _, cells in block.columns:
                is_numeric = holds_numbers([cell for cell in cells if not is_shorthand(cell.text)])
                for cell in cells:
                    for mark in _marks(cell.text, is_numeric):
                        if mark.casefold() not in explained:
                            yield on_cell(
                                sheet, cell, f"{quoted(mark)}: the workbook does not say what it stands for"
                            )


def _pairs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The text of each cell with that of the cell to its right."""
    return ((cell.text.strip(), sheet.text(cell.row, cell.column + 1)) for cell in sheet.filled if cell.text)


def _explained(pairs: Sequence[tuple[str, str]]) -> set[str]:
    """The shorthand that has a meaning somewhere: two words or more in its own cell, or in the cell to its right."""
    found = set()
    for text, following in pairs:
        if is_shorthand(text) and len(_WORDS.findall(following)) > 1:
            found.add(text.casefold())
        elif len(_WORDS.findall(BRACKETED.sub("", text))) > 1:
            found |= {mark.casefold() for mark in _in_sentence(text)}
    return found


@lru_cache(maxsize=4096)
def _in_sentence(text: str) -> tuple[str, ...]:
    quoted_marks = re.findall(r"[\"'‘’“”](\S{1,5})[\"'‘’“”]", text)
    return (*BRACKETED.findall(text), *re.findall(r"\bn/?a\b", text, re.IGNORECASE), *quoted_marks)


def _marks(text: str, is_numeric: bool) -> list[str]:
    """The shorthand in a cell: what is in brackets; in a column of figures, whatever stands in the place of one."""
    if is_numeric and is_shorthand(text):
        return [text.strip()]
    return BRACKETED.findall(text) if len(_WORDS.findall(BRACKETED.sub("", text))) < 2 else []


def _blank_sheets(workbook: Workbook) -> Iterator[Place]:
    return (on_sheet(sheet, "a sheet that holds nothing") for sheet in workbook.sheets if _is_blank(sheet))


def _is_blank(sheet: Sheet) -> bool:
    return not sheet.filled and not sheet.drawn


POINTS = (
    Point(
        "blank_lines",
        True,
        Source.BLANK_LINES,
        "No table has a blank row or column.",
        "Fails on each row of a marked table without a filled cell, and each column without one below its heading.",
        _blank_lines,
    ),
    Point(
        "empty_cells",
        True,
        Source.EMPTY_CELLS,
        "No cell of a table is empty, unless the sheet says why.",
        "Fails on empty cells of marked tables, where no text of the sheet speaks of blank or empty cells.",
        _empty_cells,
    ),
    Point(
        "shorthand",
        True,
        Source.EMPTY_CELLS,
        "Shorthand in the place of figures is explained.",
        "Fails on [c], [x] and the like, and on what stands for a figure in a column of numbers (N/A, ..), unless a "
        "sentence of the workbook or a key (the cell to its right) says what it means.",
        _unexplained,
    ),
    Point(
        "blank_sheets",
        True,
        Source.BLANK_SHEETS,
        "No sheet is blank.",
        "Fails on a sheet without a filled cell or anything drawn.",
        _blank_sheets,
    ),
)
