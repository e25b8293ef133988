"""Cells, sheets and names as a spreadsheet writes them."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=512)
def column_letters(column: int) -> str:
    """`A` for column 0, `AA` for column 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int, absolute: str = "") -> str:
    """`C5` for row 4, column 2; `$C$5` with `absolute` "$"."""
    return f"{absolute}{column_letters(column)}{absolute}{row + 1}"


_LIKE_A_CELL = re.compile(r"\d.*|[a-z]{1,3}\d+|r\d*(c\d*)?|c\d*", re.IGNORECASE)  # A1 or R1C1, or no name at all


def defined_name(text: str) -> str:
    """The text as a name that Excel allows: letters, digits and _, never like a cell's."""
    name = re.sub(r"\W", "_", text)
    return f"_{name}" if _LIKE_A_CELL.fullmatch(name) else name


def in_sheet(sheet: str, cell: str) -> str:
    """`'Data sources'!C5`."""
    return "'" + sheet.replace("'", "''") + "'!" + cell
