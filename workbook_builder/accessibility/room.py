"""How much room a cell has for its text, and how much the text needs. Pixels at 96 to the inch."""

from __future__ import annotations

import re
from functools import lru_cache

from workbook_builder.accessibility.workbook import Cell, Font, Sheet
from workbook_builder.fonts import PIXELS_PER_POINT, known_fonts, longest_word, text_width, wrapped

_PADDING = 5
_SPARE = 1.1  # other programs and fonts measure otherwise
_LINE = 1.2
_MOST_READ = 5000
_SHOWN = re.compile(r"[^;]*")
_DECIMALS = re.compile(r"\.([0#?]+)")


def _known(font: Font) -> str:
    """A font whose widths are known: its own, else Arial, which is wide."""
    return font.name if font.name in known_fonts() else "Arial"


@lru_cache(maxsize=64)
def _digit(font: Font) -> int:
    """The width of a digit of the workbook's usual font, in which widths of columns are stated."""
    return round(text_width("0", _known(font), font.size, False))


def column_room(sheet: Sheet, column: int, usual: Font) -> float:
    """The pixels that a column has for text."""
    return sheet.width(column) * _digit(usual) - _PADDING


def needed(cell: Cell) -> float:
    """The pixels that the longest line of a text needs, unwrapped."""
    font = cell.look.font
    lines = cell.text[:_MOST_READ].splitlines() or [""]
    return max(text_width(line, _known(font), font.size, font.is_bold) for line in lines)


def longest(cell: Cell) -> float:
    """The pixels that a column needs so that no word of the text is broken."""
    font = cell.look.font
    return longest_word(cell.text[:_MOST_READ].replace("-", "- "), _known(font), font.size, font.is_bold)


def fits_across(cell: Cell, room: float) -> bool:
    """Whether an unwrapped text fits into so much room."""
    return "\n" not in cell.text.strip() and needed(cell) <= max(room, 1) * _SPARE


def fits_down(sheet: Sheet, cell: Cell, room: float) -> bool:
    """Whether a wrapped text fits into the height of its row, where that is fixed."""
    height = sheet.heights.get(cell.row)
    if height is None:
        return True
    font = cell.look.font
    lines = wrapped(cell.text[:_MOST_READ], _known(font), font.size, font.is_bold, max(room * _SPARE, 10))
    return len(lines) * font.size * _LINE * PIXELS_PER_POINT <= height * PIXELS_PER_POINT * _SPARE + 2


def number_needs(cell: Cell) -> float:
    """The pixels that a number needs as it is shown, about; 0 for dates and free formats, which are not reckoned."""
    shown = (_SHOWN.match(cell.look.number_format) or [""])[0]
    if not isinstance(cell.value, float) or re.search(r"[dmyhsEe]", shown):
        return 0.0
    decimals = _DECIMALS.search(shown)
    value = cell.value * 100 if "%" in shown else cell.value
    if shown.casefold() == "general":
        text = f"{value:.0f}"
    else:
        text = f"{value:,.{len(decimals[1]) if decimals else 0}f}" if "," in shown else f"{value:.0f}"
    return text_width(text, _known(cell.look.font), cell.look.font.size, cell.look.font.is_bold)
