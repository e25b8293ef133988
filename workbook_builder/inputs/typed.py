"""What somebody typed into a workbook: every filled cell of its sheets, in full and as Excel displays it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.inputs.opening import Cell, Workbook, open_workbook
from workbook_builder.inputs.shown import date_shown, number_shown, text_of
from workbook_builder.problems import Report


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell as somebody left it: its text in full, and as Excel displays it where it is a number.

    `formula` is what it calculates, `kind` what Excel made of what was typed: text, number, date or error. A formula
    that was saved without its value is an error without text.
    """

    address: str
    text: str
    shown: str
    kind: str
    formula: str = ""


TypedRows = Mapping[int, Mapping[int, TypedCell]]
"""The filled cells of a sheet by row and column, counted from 1."""


def read_typed(path: Path, shown: str, report: Report) -> Mapping[str, TypedRows]:
    """The filled cells of every sheet by the sheet's name; none where the workbook cannot be read."""
    book = open_workbook(path)
    if not isinstance(book, Workbook):
        report.add(shown, *book)
        return {}
    return {
        sheet.title: {
            row: {cell.column: _typed(cell) for cell in cells.values()} for row, cells in sheet.rows.items()
        }
        for sheet in book.sheets
    }


def _typed(cell: Cell) -> TypedCell:
    value, formula = cell.value, cell.formula
    if isinstance(value, bool):
        return TypedCell(cell.address, str(value).upper(), str(value).upper(), "text", formula)
    if isinstance(value, int | float):
        plain = text_of(value, cell.number_format)
        return TypedCell(cell.address, plain, number_shown(value, cell.number_format) or plain, "number", formula)
    if isinstance(value, str):
        kind = "error" if formula and value.startswith("#") else "text"
        return TypedCell(cell.address, value, value, kind, formula)
    text = "" if value is None else date_shown(value, cell.number_format)
    return TypedCell(cell.address, text, text, "date" if text else "error", formula)
