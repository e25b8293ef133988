"""A cell of a page as an entry of a listing: a number as displayed, a word for a sign, shorthand for nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from workbook_builder.outputs.accessible.notes import MARKS
from workbook_builder.outputs.accessible.sheets import Entry
from workbook_builder.outputs.accessible.words import IN_WORDS, Short, short_for, spoken
from workbook_builder.outputs.prose import YES, text_of
from workbook_builder.outputs.xlsx.numbers import SIGNED, number_format, plain_value
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.values import Draft, Number, Points, Signed

NO = "no"
RIGHT = frozenset(("figure", "limit", "signed", "aside", "change", "chosen"))
"""What columns hold whose cells stand on the right."""

_STATED = ("outturn", "benchmark")
_NUMBER = re.compile(r"-?(?!0\d)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")


def entry(cell: Cell, column: Column) -> Entry:
    """What stands in the cell; never nothing."""
    match cell.value:
        case Number() as number:
            return _number(number, cell, column)
        case Signed(number):
            return Entry(number, SIGNED)
        case bool():
            return Entry(YES)
        case int():
            return Entry(cell.value, number_format(0))
        case None | Points():
            return Entry(_nothing(column))
        case Draft(text):
            return Entry(f"Draft: {spoken(text)}")
    code = short_for(cell.value)
    said = code.value if code else spoken(text_of(cell, column)) or Short.NOTHING.value
    return Entry(said, link=cell.link)


def is_low(figure: object) -> bool:
    """Whether a number is not 0 and is displayed as 0."""
    return isinstance(figure, Number) and figure.value != 0 and figure.shown == 0


def as_number(text: str) -> Entry | None:
    """A text that is a number as one that is displayed alike; None for any other text."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    decimals = len(found[2] or "")
    value = Decimal(text.replace(",", ""))
    shown = number_format(decimals) if "," in found[1] else "0" + ("." + "0" * decimals if decimals else "")
    return Entry(plain_value(value), shown) if len(text) < 15 else None


def _number(number: Number, cell: Cell, column: Column) -> Entry:
    """No more of a number than is displayed; what stands around it is part of its format."""
    if is_low(number):
        return Entry(Short.LOW.value)
    mark = "".join(sign for sign in cell.mark if sign not in MARKS)
    sign = IN_WORDS.get(cell.sign, cell.sign)
    if column.holds == "aside":
        return Entry(plain_value(number.shown), f'"("{number_format(number.decimals, mark=mark + ")")}')
    return Entry(plain_value(number.shown), number_format(number.decimals, sign, mark, cell.when))


def _nothing(column: Column) -> str:
    """A tick that is not there says no; a figure of a period or of others that nobody states is not available."""
    if column.kind == "qpr":
        return NO
    is_stated = column.period is not None or column.holds == "aside" or column.kind in _STATED
    return Short.NOT_AVAILABLE.value if is_stated else Short.NOTHING.value
