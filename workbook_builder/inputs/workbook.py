"""Reads a sheet of `inputs.xlsx`, or all that a returned workbook holds.

pandas is imported only here, because importing it takes long.

What Excel makes of typed text is undone where it is unambiguous: the first of a month is that month. What
Excel shows otherwise than it stores it is read as shown: 62% is "62%", which no figure may be.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbook_builder.inputs.figures import rounded
from workbook_builder.inputs.kinds import what_it_is
from workbook_builder.inputs.tables import RawTable
from workbook_builder.problems import Report

_MOST_BYTES = 100_000_000
_MOST_CELLS = 2_000_000
_LONGEST_FORMAT = 255  # Excel's own limit; matching a longer one could take hours
_SHOWN_DIGITS, _SHOWN_DECIMALS = 15, 12
_NO_PLACE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DECIMALS = re.compile(r"[^0#?.]*[0#?,]+(?:\.([0#?]*))?[^0#?]*")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")


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
    changed = path.stat().st_mtime_ns if path.exists() else 0
    book = _opened(path, changed)
    if isinstance(book, tuple):
        report.add(shown, *book)
        return {}
    formulas = _opened(path, changed, formulas=True)
    return {sheet.title: _typed_rows(sheet, formulas) for sheet in book.worksheets}


def _typed_rows(sheet: Any, formulas: Any) -> TypedRows:
    others = [] if isinstance(formulas, tuple) else _there(formulas[sheet.title])
    calculated = {cell.coordinate: cell.value for cell in others if cell.data_type == "f"}
    rows: dict[int, dict[int, TypedCell]] = {}
    for cell in _there(sheet):
        formula = calculated.get(cell.coordinate, "")
        if cell.value is not None or formula:
            text = str(getattr(formula, "text", formula))
            typed = _typed(cell.coordinate, cell.value, str(cell.number_format), text)
            rows.setdefault(cell.row, {})[cell.column] = typed
    return rows


def _there(sheet: Any) -> list[Any]:
    """The cells that the file has, row after row: one that stands far away brings no empty ones with it."""
    return [cell for _, cell in sorted(sheet._cells.items())]


def _typed(address: str, value: Any, number_format: str, formula: str) -> TypedCell:
    if isinstance(value, bool):
        return TypedCell(address, str(value).upper(), str(value).upper(), "text", formula)
    if isinstance(value, int | float):
        plain = _text(value, number_format)
        return TypedCell(address, plain, _displayed(value, number_format) or plain, "number", formula)
    if isinstance(value, str):
        kind = "error" if formula and value.startswith("#") else "text"
        return TypedCell(address, value, value, kind, formula)
    text = "" if value is None else str(value).removesuffix(" 00:00:00")
    return TypedCell(address, text, text, "date" if text else "error", formula)


def _displayed(value: float, number_format: str) -> str:
    """The number as its format rounds it; "" where the format leaves that open."""
    decimals = decimals_of(number_format)
    if decimals is None or "%" in _placeholders(number_format) or abs(value) >= 10**_SHOWN_DIGITS:
        return ""
    return f"{rounded(Decimal(repr(value)), min(decimals, _SHOWN_DIGITS)):f}"


def decoded(text: str) -> str:
    """The text of a cell with the characters that .xlsx files hold in code: `_x000D_` is a carriage return."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)) if int(code[1], 16) < ord(" ") else code[0], text)


def read_sheet(path: Path, shown: str, name: str, report: Report) -> RawTable | None:
    """The sheet `name` as text, or None where the workbook has no such sheet or cannot be read."""
    changed = path.stat().st_mtime_ns if path.exists() else 0
    book = _opened(path, changed)
    if isinstance(book, tuple):
        report.add(shown, *book)
        return None
    sheet = _sheet(book, name)
    if sheet is None:
        return None
    where = f"{shown}, sheet {name}"
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        found = f"{sheet.max_row} rows and {sheet.max_column} columns"
        report.add(where, found, f"at most {_MOST_CELLS} cells", "copy the filled cells to a new sheet of that name")
        return None
    uncalculated = list(_uncalculated(sheet, _opened(path, changed, formulas=True)))
    for cell in uncalculated:
        found, remedy = "a formula without its value", "open the workbook in Excel and save it"
        report.add(f"{where}, row {cell.row}, column {cell.column_letter}", found, "a calculated value", remedy)
    return _as_text(sheet, where, {cell.row for cell in uncalculated})


def sheet_names(path: Path) -> list[str]:
    """The names of all sheets, in small letters; none where the workbook cannot be read."""
    book = _opened(path, path.stat().st_mtime_ns)
    return [] if isinstance(book, tuple) else [str(sheet.title).strip().casefold() for sheet in book.worksheets]


def _sheet(book: Any, name: str) -> Any:
    return next((s for s in book.worksheets if s.title.strip().casefold() == name), None)


def _uncalculated(sheet: Any, formulas: Any) -> Iterator[Any]:
    """The cells whose formula has no value, as where another program than Excel wrote it: they are not empty."""
    if isinstance(formulas, tuple):
        return
    for cell in (cell for row in formulas[sheet.title].iter_rows() for cell in row if cell.data_type == "f"):
        saved = sheet[cell.coordinate]
        if saved.value is None and saved.data_type != "str":  # "str" without a value: the result is no text
            yield cell


@lru_cache(maxsize=4)
def _opened(path: Path, changed: int, formulas: bool = False) -> Any:
    """The workbook as pandas opens it, or what is wrong with it: found, allowed, remedy.

    Cells hold the values that formulas had when the workbook was saved or, where asked for, the `formulas`.
    """
    import pandas

    try:
        with zipfile.ZipFile(path) as parts:
            size = sum(part.file_size for part in parts.infolist())
            if size > _MOST_BYTES:
                found, remedy = f"{size // 1_000_000} MB when unpacked", "save the tables in a new workbook"
                return found, "at most 100 MB", remedy
            if formulas and not any(b"<f" in parts.read(part) for part in parts.namelist() if "/worksheets/" in part):
                return _opened(path, changed)
        options = {"read_only": False, "data_only": not formulas}
        with (
            warnings.catch_warnings(action="ignore"),
            pandas.ExcelFile(path, engine="openpyxl", engine_kwargs=options) as file,
        ):
            return file.book
    except Exception:  # a damaged workbook fails in as many ways as it has parts
        return what_it_is(path)


def _as_text(sheet: Any, shown: str, left_out: Collection[int]) -> RawTable:
    rows: list[tuple[int, list[str]]] = []
    decimals: dict[tuple[int, int], int | None] = {}
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number in left_out:
            continue
        rows.append((number, [_text(cell.value, str(cell.number_format)) for cell in cells]))
        decimals.update(_shown_decimals(number, cells))
    return RawTable(shown, rows, decimals)


def _shown_decimals(number: int, cells: Iterable[Any]) -> dict[tuple[int, int], int | None]:
    return {
        (number, position): decimals_of(str(cell.number_format))
        for position, cell in enumerate(cells)
        if isinstance(cell.value, int | float)
    }


@lru_cache(maxsize=256)
def decimals_of(number_format: str) -> int | None:
    """The decimals a number format displays: 1 for `0.0`; None for General, which states no precision."""
    if len(number_format) > _LONGEST_FORMAT:
        return None
    found = _DECIMALS.fullmatch(_placeholders(number_format))
    return len(found[1] or "") if found else None


def _placeholders(number_format: str) -> str:
    """The part of a number format for positive numbers, without literal text, colours and conditions."""
    return _NO_PLACE.sub("", number_format[:_LONGEST_FORMAT]).split(";")[0]


def _text(value: Any, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and "%" in _placeholders(number_format):
        return f"{_number(value * 100)}%"
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m}" if value.day == 1 else f"{value:%Y-%m-%d}"
    return _number(value) if isinstance(value, float) else decoded(str(value))


def _number(value: float) -> str:
    """A number as Excel shows it, to 15 digits: 61.8, where it stores 61.800000000000004."""
    text = f"{Decimal(f'{round(value, _SHOWN_DECIMALS):.{_SHOWN_DIGITS}g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
