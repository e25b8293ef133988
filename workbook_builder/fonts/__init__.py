"""How much room text takes: widths of characters, lines of wrapped text. No font needs to be installed."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

PIXELS_PER_POINT = 96 / 72
_WIDEST = 1000
_LINE_HEIGHTS = {"Calibri": 1.2207, "Arial": 1.1499}  # ascent, descent and gap of the font files


@lru_cache(maxsize=1)
def _widths() -> dict[str, dict[str, dict[str, int]]]:
    text = Path(__file__).with_name("widths.json").read_text(encoding="ascii")
    return json.loads(text)  # type: ignore[no-any-return]


def known_fonts() -> list[str]:
    """The fonts whose widths are known."""
    return list(_widths())


def line_height(font: str) -> float:
    """The height of a line, as a part of the font's size."""
    return _LINE_HEIGHTS[font]


class _Table(dict[str, int]):
    """Widths of characters; unknown ones count as the widest."""

    def __missing__(self, character: str) -> int:
        return _WIDEST


@lru_cache(maxsize=64)
def _table(font: str, bold: bool) -> _Table:
    return _Table(_widths()[font]["bold" if bold else "regular"])


@lru_cache(maxsize=16384)
def text_width(text: str, font: str, size: float, bold: bool) -> float:
    """The width of one line of text in pixels at 96 to the inch."""
    thousandths = sum(map(_table(font, bold).__getitem__, text))
    return thousandths * size * PIXELS_PER_POINT / 1000


@lru_cache(maxsize=16384)
def longest_word(text: str, font: str, size: float, bold: bool) -> float:
    """The width in pixels that a column needs so that no word of the text is broken."""
    return max((text_width(word, font, size, bold) for word in text.split()), default=0.0)


@lru_cache(maxsize=16384)
def wrapped(text: str, font: str, size: float, bold: bool, room: float) -> tuple[str, ...]:
    """The lines that the text takes in so many pixels; a word that is wider than that is cut into several."""
    if "\n" not in text and text_width(text, font, size, bold) <= room:
        return (text,)
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines += _paragraph(paragraph.split(), font, size, bold, room)
    return tuple(lines)


def _paragraph(words: list[str], font: str, size: float, bold: bool, room: float) -> list[str]:
    lines, used = [""], 0.0
    space = text_width(" ", font, size, bold)
    for word in words:
        width = text_width(word, font, size, bold)
        if lines[-1] and used + space + width <= room:
            lines[-1], used = f"{lines[-1]} {word}", used + space + width
            continue
        pieces = [word] if width <= room else _cut(word, font, size, bold, room)
        lines += pieces
        used = text_width(pieces[-1], font, size, bold)
    return lines[1:] or lines


def _cut(word: str, font: str, size: float, bold: bool, room: float) -> list[str]:
    """A word in pieces that fit, each at least a character."""
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, font, size, bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
