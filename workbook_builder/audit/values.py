"""A cell of ours in the words of the workbook, and whether a printed text says the same."""

from __future__ import annotations

from workbook_builder.audit.cell_text import words
from workbook_builder.audit.printed import figure_of
from workbook_builder.outputs.xlsx.drawing import arrows, in_words
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.values import Absent, Draft, Number, Points, Signed, Total, Travel
from workbook_builder.styles import Looks


def spelled(cell: Cell, column: Column, looks: Looks) -> str:
    """What a sheet shows of a cell, without sign and mark: `62.0`, `GREEN`, `⇧`; "" where it shows nothing."""
    match cell.value:
        case None | Points():
            return ""
        case Number():
            return f"{cell.value.shown:f}"
        case Signed(number):
            return str(number)
        case Draft(text) | Total(text) | Absent(text):
            return words(text)
        case Travel():
            return in_words(cell.value, looks) if column.holds == "change" else _arrow(cell.value, looks)
        case str():
            return words(cell.value)
        case bool():
            return looks.symbols.tick if cell.value else ""
        case int():
            return str(cell.value)
    return str(cell.value.value)


def _arrow(travel: Travel, looks: Looks) -> str:
    return arrows(looks).get(travel, travel.value)


def same(ours: str, printed: str) -> bool:
    """Whether two texts say the same: as texts, or as the same number or reason why there is none."""
    if ours == printed:
        return True
    figures = figure_of(ours), figure_of(printed)
    if isinstance(figures[0], Number) and isinstance(figures[1], Number):
        return figures[0].shown == figures[1].shown
    return figures[0] is not None and figures[0] is figures[1]
