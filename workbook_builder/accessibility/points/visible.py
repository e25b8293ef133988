"""Text that can be read without touching anything: wrapped, in columns wide and rows high enough."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.accessibility.blocks import blocks, outside
from workbook_builder.accessibility.point import Place, Point, Source, on_cell, on_sheet
from workbook_builder.accessibility.room import column_room, fits_across, fits_down, longest, number_needs
from workbook_builder.accessibility.workbook import Cell, Font, Sheet, Workbook
from workbook_builder.addresses import column_letters

_SCREEN = 1000
_WIDEST = 150
_MOST_SPILLED = 40
_CUT = "the text is longer than its column and not wrapped"
_LOW = "the row is too low for the text"
_SHRUNK = "the text is shrunk to fit"


def _in_tables(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for block in blocks(sheet):
            for cell in block.cells:
                if found := _hidden_text(sheet, cell, workbook.font, _column_and_its_own(sheet, cell, workbook.font)):
                    yield on_cell(sheet, cell, found)


def _around_tables(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for cell in outside(sheet):
            if found := _hidden_text(sheet, cell, workbook.font, _with_empty_ones(sheet, cell, workbook.font)):
                yield on_cell(sheet, cell, found)


def _hidden_text(sheet: Sheet, cell: Cell, usual: Font, room: float) -> str:
    """What hides a part of a text, if anything does."""
    if not cell.text or cell.look.rotation or any(cell.position in area for area in sheet.merged):
        return ""
    if cell.look.is_shrunk:
        return _SHRUNK
    if not cell.look.is_wrapped:
        return "" if fits_across(cell, room) else _CUT
    return "" if fits_down(sheet, cell, column_room(sheet, cell.column, usual)) else _LOW


def _column_and_its_own(sheet: Sheet, cell: Cell, usual: Font) -> float:
    """The room in a table: the column, and those across which the text is centred."""
    room, column = column_room(sheet, cell.column, usual), cell.column + 1
    while cell.look.align == "centerContinuous" and _goes_on(sheet, cell.row, column):
        room, column = room + column_room(sheet, column, usual), column + 1
    return room


def _goes_on(sheet: Sheet, row: int, column: int) -> bool:
    found = sheet.cells.get((row, column))
    return found is not None and not found.is_filled and found.look.align == "centerContinuous"


def _with_empty_ones(sheet: Sheet, cell: Cell, usual: Font) -> float:
    """The room outside tables: a text runs on over empty cells, as far as a screen shows them."""
    room, column = column_room(sheet, cell.column, usual), cell.column + 1
    while room < _SCREEN and column <= cell.column + _MOST_SPILLED and sheet.cell(cell.row, column) is None:
        room, column = room + column_room(sheet, column, usual), column + 1
    return min(room, max(_SCREEN, column_room(sheet, cell.column, usual)))


def _widths(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for column in sorted({cell.column for cell in sheet.filled}):
            if sheet.width(column) > _WIDEST:
                found = f"column {column_letters(column)} is {sheet.width(column):.0f} characters wide"
                yield on_sheet(sheet, f"{found}, more than {_WIDEST}")
        for block in blocks(sheet):
            for cell in block.cells:
                room = column_room(sheet, cell.column, workbook.font) * 1.1
                if cell.text and cell.look.is_wrapped and not cell.look.rotation and longest(cell) > room:
                    yield on_cell(sheet, cell, "the column is too narrow for the longest word: it is broken")
                elif number_needs(cell) > room:
                    yield on_cell(sheet, cell, "the column is too narrow for the number: it is shown as ###")


POINTS = (
    Point(
        "wrap",
        True,
        Source.WRAP,
        "All text in tables can be seen: it is wrapped, or fits its column.",
        "Fails on a text of a table, marked or not, that is wider than its column and not wrapped, that is "
        "shrunk, or that needs more lines than its row's fixed height has; a tenth to spare, since fonts differ.",
        _in_tables,
    ),
    Point(
        "wrap_outside",
        False,
        Source.WRAP,
        "All text around tables can be seen without scrolling sideways.",
        "As in tables; but a text may run on over empty cells to its right, up to 1,000 pixels.",
        _around_tables,
    ),
    Point(
        "column_width",
        False,
        Source.WIDTH,
        "Columns are neither too narrow nor too wide.",
        f"Fails on a column in use of more than {_WIDEST} characters, and in tables on a column that breaks a "
        "word or shows ### in the place of a number.",
        _widths,
    ),
)
