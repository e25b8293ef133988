"""How much room text takes: widths of characters, lines of wrapped text. No font needs to be installed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

PIXELS_PER_POINT = 96 / 72
_WIDEST = 1000


@lru_cache(maxsize=1)
def _widths() -> dict[str, dict[str, dict[str, int]]]:
    text = Path(__file__).with_name("widths.json").read_text(encoding="ascii")
    return json.loads(text)  # type: ignore[no-any-return]


def known_fonts() -> list[str]:
    """The fonts whose widths are known."""
    return list(_widths())


@lru_cache(maxsize=64)
def _table(font: str, bold: bool) -> Mapping[str, int]:
    return _widths()[font]["bold" if bold else "regular"]


@lru_cache(maxsize=16384)
def text_width(text: str, font: str, size: float, bold: bool) -> float:
    """The width of one line of text in pixels at 96 to the inch; unknown characters count as the widest."""
    table = _table(font, bold)
    thousandths = sum(table.get(character, _WIDEST) for character in text)
    return thousandths * size * PIXELS_PER_POINT / 1000


@lru_cache(maxsize=16384)
def longest_word(text: str, font: str, size: float, bold: bool) -> float:
    """The width in pixels that a column needs so that no word of the text is broken."""
    return max((text_width(word, font, size, bold) for word in text.split()), default=0.0)


@lru_cache(maxsize=16384)
def wrapped(text: str, font: str, size: float, bold: bool, room: float) -> tuple[str, ...]:
    """The lines that the text takes in so many pixels; a word that is wider than that is cut into several."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if text_width(longer, font, size, bold) <= room:
                line = longer
                continue
            lines += [line] if line else []
            line = word
            while text_width(line, font, size, bold) > room and len(line) > 1:
                cut = _fitting(line, font, size, bold, room)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return tuple(lines)


def _fitting(word: str, font: str, size: float, bold: bool, room: float) -> int:
    fits = (n for n in range(len(word) - 1, 1, -1) if text_width(word[:n], font, size, bold) <= room)
    return next(fits, 1)
