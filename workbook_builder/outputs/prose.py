"""What every output without live cells can use: a cell, a heading and the goal of a link in words."""

from __future__ import annotations

from workbook_builder.live.references import Goal, PageRef, TableRef
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.values import (
    MARK,
    PROVISIONAL_MARK,
    TICK,
    Absent,
    Draft,
    Number,
    Points,
    Rag,
    Signed,
    Total,
)

YES = "yes"  # for a tick
_MARK, _PROVISIONAL = "†", "‡"


def plain(text: str) -> str:
    """A text with a mark in the places that are left for one."""
    return text.replace(MARK, _MARK).replace(PROVISIONAL_MARK, _PROVISIONAL).replace(TICK, YES)


def text_of(cell: Cell, column: Column) -> str:
    """`<= 76.0*`, `RED`, `improved`, `+12`, `to be supplied`, `(18.2%)`; "" for what says nothing in words."""
    value = cell.value
    match value:
        case None | Points():
            return ""
        case Number():
            number = " ".join(
                filter(None, (cell.when and f"{cell.when}:", cell.sign, f"{value.text}{plain(cell.marks)}"))
            )
            return f"({number})" if column.holds == "aside" else number
        case Signed(number):
            return f"{number:+,}" if number else "0"
        case Draft(text) | Total(text) | Absent(text):
            return text
        case str():
            return value
        case bool():
            return YES
        case int():
            return f"{value:,}"
    word: str = value.value
    return word


def heading_of(column: Column) -> str:
    """`Latest Month: Nov-24: Numerator`: a heading with the group that it stands under."""
    heading = " ".join(part.value if isinstance(part, Rag) else part for part in column.heading)
    return f"{column.group}: {heading}" if column.group else heading


def goal_of(goal: Goal) -> str:
    """`Swale, monthly, REPEAT, Swale CSWT`: where a link leads, from the page down to the row."""
    match goal:
        case PageRef(page):
            return page
        case TableRef(page, table):
            return f"{page}, {table}"
    return ", ".join(goal.row[1:])
