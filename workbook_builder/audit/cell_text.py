"""What the cell of a sheet displays."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from workbook_builder.inputs.figures import rounded
from workbook_builder.inputs.opening import Cell
from workbook_builder.inputs.shown import decimals_of, decoded, is_percentage
from workbook_builder.marks import without_mark
from workbook_builder.periods import month
from workbook_builder.rating.expressions import TYPED

_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<number>[#0?,.]+)|(?P<end>;)|(?P<other>[^#0?;])'
)
_SIGNED = re.compile(r"(?P<sign>(?:<=|>=|<|>)?\s*)(?P<rest>.*)", re.DOTALL)
_DIGITS = 15  # that Excel keeps of a number


def words(text: str) -> str:
    """The text on one line, runs of spaces as one."""
    return " ".join(text.split())


def text_of(cell: Cell, as_typed: bool = False) -> str:
    """What a cell displays, its line breaks as spaces: `62.0`, `61.6%`, `Nov-24`; a limit shows what was typed."""
    value = cell.value
    if isinstance(value, datetime):
        return month(value.year, value.month).label if value.day == 1 else f"{value:%Y-%m-%d}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return words(decoded(str(value))) if value is not None else ""
    shown = str(cell.number_format)
    percent = is_percentage(shown)
    number = Decimal(repr(value)) * (100 if percent else 1)
    decimals = decimals_of(shown)
    if as_typed and decimals is not None and number.adjusted() <= _DIGITS:
        decimals = max(decimals, -int(rounded(number, TYPED).normalize().as_tuple().exponent))
    as_stored = decimals is None or number.adjusted() > _DIGITS
    return (f"{number:f}" if as_stored else f"{rounded(number, decimals or 0):f}") + ("%" if percent else "")


def around(cell: Cell) -> tuple[str, str]:
    """What a cell displays before its number and behind it: `<=`, or a mark; spaces apart."""
    if isinstance(cell.value, str):
        signed = _SIGNED.fullmatch(cell.value.strip())
        assert signed is not None
        return signed["sign"].strip(), signed["rest"][len(without_mark(signed["rest"])) :].strip()
    before, behind, is_behind = "", "", False
    for part in _PART.finditer(str(cell.number_format)):
        if part["end"]:
            break
        is_behind = is_behind or part["number"] is not None
        literal = part["quoted"] or part["escaped"] or part["other"] or ""
        before, behind = (before, behind + literal) if is_behind else (before + literal, behind)
    return before.strip(), behind.strip()
