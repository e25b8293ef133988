"""How numbers are formatted in a workbook, and how such a cell is displayed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from workbook_builder.grid import Cell

MOST_DECIMALS = 6  # that are shown of a number which somebody types
SIGNED = "+#,##0;-#,##0;0"  # a whole number with its sign
_NUMBER_FORMAT = re.compile(r'(?:"([^"]*)")?([#,0.]+)(?:"([^"]*)")?')


@lru_cache(maxsize=256)
def number_format(
    decimals: int, sign: str = "", mark: str = "", when: str = "", more: int = 0, unit: str = ""
) -> str:
    """Thousands separated, so many decimals; with a period and a sign such as `<=` before, or a mark after it.

    `more` decimals are shown where a number has them; `unit` stands right before it: `£`.
    """
    plain = "#,##0" + ("." + "0" * decimals + "#" * more if decimals else "")
    before = (f"{when}: " if when else "") + (f"{sign} " if sign else "") + unit
    return (f'"{before}"' if before else "") + plain + (f'"{mark}"' if mark else "")


def plain_value(value: Decimal) -> int | float:
    """The number as a workbook holds it."""
    return int(value) if value == value.to_integral_value() else float(value)


def shown(cell: Cell) -> str:
    """The text of a cell as it is displayed."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    return shown_number(cell.value, cell.number_format)


def shown_number(value: float, number_format: str) -> str:
    """The text of a number in such a format."""
    if number_format == SIGNED:
        return f"{value:+,.0f}" if value else "0"
    sign, decimals, mark = _parts(number_format or "0")
    return f"{sign}{value:,.{decimals}f}{mark}"


@lru_cache(maxsize=256)
def _parts(number_format: str) -> tuple[str, int, str]:
    """What a format prints before a number, how many decimals it has, and what it prints behind it."""
    found = _NUMBER_FORMAT.fullmatch(number_format)
    sign, number, mark = found.groups(default="") if found else ("", "0", "")
    return sign, number.count("0") - 1, mark
