"""The heading row of a table: tagged, one only, a text for each column and no text twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbook_builder.accessibility.areas import Area
from workbook_builder.accessibility.blocks import Block, blocks
from workbook_builder.accessibility.point import Place, Point, Source, on_area, on_cell
from workbook_builder.accessibility.shorthand import is_shorthand
from workbook_builder.accessibility.workbook import Cell, Sheet, Table, Workbook
from workbook_builder.problems import quoted

_DEFAULT = re.compile(r"(column|spalte|field) ?\d+", re.IGNORECASE)


def _not_one(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for block in blocks(sheet):
            if block.table and block.table.heading_rows != 1:
                yield on_area(sheet, block.area, f"the table {quoted(block.table.name)} has no tagged heading row")
            elif block.table and _has_second(block):
                row = block.body.top
                area = Area(row, block.area.left, row, block.area.right)
                yield on_area(sheet, area, "looks like a second row of headings: texts above columns of numbers")


def _has_second(block: Block) -> bool:
    """Whether the first row below the headings has texts only, though numbers stand below most of them."""
    first, below = list[Cell](), list[Sequence[Cell]]()
    for _, cells in block.columns:
        if cells[0].row == block.body.top:
            first.append(cells[0])
            below.append(cells[1:])
    numeric = [bool(cells) and all(cell.is_number or is_shorthand(cell.text) for cell in cells) for cells in below]
    texts = [bool(cell.text) and not is_shorthand(cell.text) for cell in first]
    return any(numeric) and all(texts)


def _texts(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for table in sheet.tables:
            if table.heading_rows == 1:
                yield from _headings(sheet, table)


def _headings(sheet: Sheet, table: Table) -> Iterator[Place]:
    seen: dict[str, str] = {}
    for number, column in enumerate(range(table.area.left, table.area.right + 1)):
        row = table.area.top
        cell, name = sheet.cell(row, column), table.columns[number] if number < len(table.columns) else ""
        if cell is None or not cell.text:
            yield on_area(sheet, Area(row, column, row, column), "a column without a text in the heading row")
            continue
        said = _plain(cell.text)
        if _DEFAULT.fullmatch(said):
            yield on_cell(sheet, cell, f"the heading {quoted(said)} says nothing")
        elif said.casefold() in seen:
            yield on_cell(sheet, cell, f"the heading {quoted(said)} stands here a second time")
        elif said != _plain(name):
            yield on_cell(sheet, cell, f"the heading {quoted(said)} is called {quoted(name)} in the table's mark-up")
        seen[said.casefold()] = said


def _plain(text: str) -> str:
    return " ".join(text.split())


POINTS = (
    Point(
        "header_row",
        True,
        Source.HEADER_ROW,
        "Each table has one heading row, tagged as such.",
        "Fails where the mark-up names no heading row, and where a row of texts stands between it and numbers.",
        _not_one,
    ),
    Point(
        "header_texts",
        True,
        Source.HEADER_ROW,
        "Each column has a heading of its own in words.",
        "Fails on a heading that is empty, a number, a default such as Column1, the same as another of its table, or "
        "not the name that the mark-up gives the column.",
        _texts,
    ),
)
