"""Reads a sheet of `inputs.xlsx`. pandas is imported only here, because importing it takes long.

What Excel makes of typed text is undone where it is unambiguous: the first of a month is that month.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbook_builder.inputs.tables import RawTable
from workbook_builder.problems import Report

_MOST_BYTES = 100_000_000
_DECIMALS = re.compile(r"^[^;]*?[0#](?:\.(0+))?(?!.*[0#.])")


def read_sheet(path: Path, shown: str, name: str, report: Report) -> RawTable | None:
    """The sheet `name` as text, or None where the workbook has no such sheet or cannot be read."""
    book = _opened(path, shown, path.stat().st_mtime_ns)
    if isinstance(book, tuple):
        report.add(shown, *book)
        return None
    sheet = next((s for s in book.worksheets if s.title.strip().casefold() == name), None)
    return _as_text(sheet, f"{shown}, sheet {name}") if sheet else None


@lru_cache(maxsize=4)
def _opened(path: Path, shown: str, changed: int) -> Any:
    """The workbook as pandas opens it, or what is wrong with it: found, allowed, remedy."""
    import pandas

    try:
        with zipfile.ZipFile(path) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > _MOST_BYTES:
            return (
                f"{size // 1_000_000} MB when unpacked",
                "at most 100 MB",
                "save the tables in a new workbook",
            )
        options = {"read_only": False, "data_only": True}
        return pandas.ExcelFile(path, engine="openpyxl", engine_kwargs=options).book
    except Exception as error:  # a damaged workbook fails in as many ways as it has parts
        return (
            f"not a readable workbook ({type(error).__name__})",
            "an .xlsx workbook",
            "open it in Excel, save it again",
        )


def _as_text(sheet: Any, shown: str) -> RawTable:
    rows: list[tuple[int, list[str]]] = []
    decimals: dict[tuple[int, int], int | None] = {}
    for number, cells in enumerate(sheet.iter_rows(), 1):
        rows.append((number, [_text(cell.value) for cell in cells]))
        decimals.update(_shown_decimals(number, cells))
    return RawTable(shown, rows, decimals)


def _shown_decimals(number: int, cells: Iterable[Any]) -> dict[tuple[int, int], int | None]:
    return {
        (number, position): decimals_of(str(cell.number_format))
        for position, cell in enumerate(cells)
        if isinstance(cell.value, int | float)
    }


def decimals_of(number_format: str) -> int | None:
    """The decimals a number format displays: 1 for `0.0`; None for General, which states no precision."""
    found = _DECIMALS.match(number_format)
    return len(found[1] or "") if found else None


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m}" if value.day == 1 else f"{value:%Y-%m-%d}"
    if isinstance(value, float):
        return (
            str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f") if value == value else "nan"
        )
    return str(value)
