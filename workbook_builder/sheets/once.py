"""A figure stands once: where pages show the same figure, one cell holds it and all others follow that cell.

So whoever edits it in Excel edits it everywhere. The one that holds it is the first, from page to page and from row
to row, of those in a row that is rated, else the first of all.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from workbook_builder.grid import Cell, Sheet, SheetRow, Value, address
from workbook_builder.sheets.lookup import FoundRows, following

_Stated = tuple[Hashable, Value]
"""A fact and what a cell shows of it: only cells that show the same can follow each other."""
_Place = tuple[str, int, int]


def stated_once(sheets: Sequence[Sheet]) -> dict[str, Sheet]:
    """The sheets by name; they are given in the order of the pages."""
    homes = _homes(sheets)
    rows = {sheet.name: FoundRows(sheet) for sheet in sheets}
    return {sheet.name: replace(sheet, rows=tuple(_rows(sheet, homes, rows))) for sheet in sheets}


def _homes(sheets: Sequence[Sheet]) -> dict[_Stated, _Place]:
    """The cell that holds each fact: sheet, row, column."""
    rated: dict[_Stated, _Place] = {}
    others: dict[_Stated, _Place] = {}
    for sheet in sheets:
        rating = {row for area in sheet.rated for row in range(area.top, area.bottom + 1)}
        for row, column, cell in sheet.cells():
            if cell.fact is not None:
                homes = rated if row in rating else others
                homes.setdefault((cell.fact, cell.value), (sheet.name, row, column))
    return others | rated


def _rows(sheet: Sheet, homes: Mapping[_Stated, _Place], rows: Mapping[str, FoundRows]) -> Iterator[SheetRow]:
    for number, row in enumerate(sheet.rows):
        cells = list(row.cells)
        for column, cell in enumerate(cells):
            if cell is not None and cell.fact is not None:
                home = homes[cell.fact, cell.value]
                cells[column] = _following(cell, (sheet.name, number, column), home, rows)
        yield replace(row, cells=tuple(cells)) if cells != list(row.cells) else row


def _following(cell: Cell, place: _Place, home: _Place, rows: Mapping[str, FoundRows]) -> Cell:
    if place == home:
        return cell
    sheet, row, column = home
    beside = (sheet, row) == place[:2]  # in the same row, with which it is sorted
    source = address(row, column) if beside else rows[sheet].cell(row, column)
    return replace(cell, formula=following(source), value="" if cell.value is None else cell.value)
