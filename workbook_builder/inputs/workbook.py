"""Reads the sheets of `inputs.xlsx`, each a table of that name, as Excel shows them.

What Excel makes of typed text is undone where it is unambiguous: the first of a month is that month. What Excel shows
otherwise than it stores it is read as shown: 62% is "62%", which no figure may be; 1 April 2024 as `Apr-24` a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path

from workbook_builder.inputs.opening import Cell, Refusal, Sheet, Workbook, open_workbook
from workbook_builder.inputs.raw import RawTable
from workbook_builder.inputs.shown import decimals_of, periods_shown, text_of
from workbook_builder.problems import Report, listed, nearest, quoted

WORKBOOK = "inputs.xlsx"
NOTES = re.compile(r"(read[ _-]?me|notes?)", re.IGNORECASE)  # a file or sheet that may say anything
_UNCALCULATED = ("a formula without its value", "a calculated value", "open the workbook in Excel and save it")


def table_name(title: str) -> str:
    """The name of the table that a sheet holds: that of the sheet without regard to capitals and white space."""
    return " ".join(title.split()).casefold()


def sheets_of(path: Path) -> tuple[Sheet, ...] | Refusal:
    """All sheets of a workbook, or what is wrong with it."""
    book = open_workbook(path)
    return book.sheets if isinstance(book, Workbook) else book


def sheet_names(path: Path) -> list[str]:
    """The names of the tables that a workbook's sheets hold; none where it cannot be read."""
    book = open_workbook(path)
    return [table_name(sheet.title) for sheet in book.sheets] if isinstance(book, Workbook) else []


def read_sheet(path: Path, shown: str, name: str, report: Report) -> RawTable | None:
    """The sheet `name` as text, or None where the workbook has no such sheet or cannot be read."""
    book = open_workbook(path)
    if not isinstance(book, Workbook):
        report.add(shown, *book)
        return None
    sheets = [sheet for sheet in book.sheets if table_name(sheet.title) == name]
    if len(sheets) > 1:
        found = "the sheets " + " and ".join(quoted(sheet.title) for sheet in sheets)
        remedy = "delete what is out of date, or put all rows into one sheet"
        report.add(shown, found, f"one sheet called {name}", remedy)
    return _read(sheets[0], f"{shown}, sheet {name}", book, report) if len(sheets) == 1 else None


def refuse_sheets(path: Path, shown: str, needed: Mapping[str, tuple[str, ...]], report: Report) -> None:
    """Sheets that hold something and are no table of those whose needed columns are given by name."""
    for sheet in (sheet for sheet in sheets_of(path) if isinstance(sheet, Sheet)):  # else `read_sheet` tells
        name = table_name(sheet.title)
        if name not in needed and sheet.rows and not NOTES.fullmatch(name):
            where = f"{shown}, sheet {sheet.title}"
            report.add(where, "a sheet that is not read", listed(needed), _remedy(sheet, name, needed))


def _remedy(sheet: Sheet, name: str, needed: Mapping[str, tuple[str, ...]]) -> str:
    """The table whose columns the sheet has, or whose name it nearly has; else where it may go."""
    headings = {str(cell.value).strip().casefold() for cell in next(iter(sheet.rows.values())).values()}
    fitting = [table for table, columns in needed.items() if headings.issuperset(columns)]
    if fitting:
        return f"rename the sheet to {fitting[0]}"
    return nearest(name, list(needed), "move it to another workbook, or call it Notes")


def _read(sheet: Sheet, where: str, book: Workbook, report: Report) -> RawTable:
    uncalculated = [cell for cell in sheet.cells if _is_uncalculated(cell, book)]
    for cell in uncalculated:
        report.add(f"{where}, row {cell.row}, column {cell.letters}", *_UNCALCULATED)
    left_out = {cell.row for cell in uncalculated}
    return _as_text(where, {number: cells for number, cells in sheet.rows.items() if number not in left_out})


def _is_uncalculated(cell: Cell, book: Workbook) -> bool:
    """Whether nobody knows what the formula makes: a library that cannot calculate writes 0, or nothing."""
    return not cell.is_calculated or (book.is_recalculated and cell.stands_at_zero)


def _as_text(where: str, rows: Mapping[int, Mapping[int, Cell]]) -> RawTable:
    cells = [cell for row in rows.values() for cell in row.values()]
    return RawTable(
        where,
        [(number, texts) for number, row in rows.items() if any(map(str.strip, texts := list(_texts(row))))],
        {_place(c): decimals_of(c.number_format) for c in cells if isinstance(c.value, int | float)},
        {_place(c): periods_shown(c.value, c.number_format) for c in cells if isinstance(c.value, date | time)},
    )


def _texts(row: Mapping[int, Cell]) -> Iterator[str]:
    """The texts of a row up to its last filled cell."""
    for column in range(1, max(row) + 1):
        cell = row.get(column)
        yield text_of(cell.value, cell.number_format) if cell else ""


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column - 1
