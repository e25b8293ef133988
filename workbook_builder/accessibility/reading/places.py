"""Addresses as the parts of a workbook write them: `A1`, `$A$1:$C$5`, `'Data sources'!A1`, whole rows or columns."""

from __future__ import annotations

import re

from workbook_builder.accessibility.areas import Area, Position

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
_CELL = re.compile(r"\$?([A-Za-z]{0,3})\$?(\d{0,7})")


def position(text: str) -> Position:
    """The row and column of `C5`. Raises ValueError for what is no cell."""
    found = _CELL.fullmatch(text)
    if not found or not found[1] or not found[2]:
        raise ValueError(f"no cell: {text[:40]!r}")
    return int(found[2]) - 1, _column(found[1])


def area(text: str) -> Area | None:
    """The cells of `A1:C5`, of `A:C`, of `1:5` or of a single `A1`; None for anything else."""
    first, _, last = text.partition(":")
    begin, end = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
    if not begin or not end or not (begin[1] or begin[2]):
        return None
    top, left = int(begin[2] or 1) - 1, _column(begin[1]) if begin[1] else 0
    bottom = int(end[2]) - 1 if end[2] else LAST_ROW
    return Area(top, left, bottom, _column(end[1]) if end[1] else LAST_COLUMN)


def areas(text: str) -> tuple[Area, ...]:
    """The cells of several addresses with spaces between them."""
    return tuple(found for one in text.split() if (found := area(one)))


def in_sheet(text: str) -> tuple[str, str]:
    """The sheet and the cells of `'Data sources'!A1`; the sheet is "" where none is named."""
    sheet, bang, cells = text.strip().removeprefix("#").removeprefix("=").rpartition("!")
    if sheet.startswith("'") and sheet.endswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return (sheet if bang else ""), cells


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
