"""How wide columns are and how high rows: no word is broken, no number is cut, each line of a text is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from workbook_builder.fonts import longest_word, text_width, wrapped
from workbook_builder.outputs.accessible.sheets import Entry, Look, Sheet
from workbook_builder.outputs.xlsx.numbers import shown_number

Font = tuple[str, float]
"""Name and size."""

_PADDING = 22  # pixels: around a text, with its indent
_LEAST, _LEAST_FIRST, _MOST = 70, 480, 1000  # pixels; wider columns than that are hard to follow
_LINES = ((2000, _MOST), (500, 720), (0, 360))  # the pixels of a text's lines, by how many characters it has
_LINE_HEIGHT, _SPACE, _HIGHEST = 1.3, 4.0, 409.0  # of the font's size; points; Excel allows no more points
_ONLY = 900  # pixels of the column of a sheet without tables


def widths_of(sheet: Sheet, font: Font) -> list[int]:
    """The width of each column in pixels, shared by the listings that stand one below the other."""
    if not sheet.listings:
        return [_ONLY]
    needed = [_LEAST] * max(len(listing.headings) for listing in sheet.listings)
    for listing in sheet.listings:
        for n, width in enumerate(_of_columns(listing.headings, [row.cells for row in listing.rows], font)):
            needed[n] = max(needed[n], width)
    needed[0] = max(needed[0], _LEAST_FIRST, *(_word(line.text, font, line.look) for line in sheet.lines), 0)
    return [min(_MOST, width) for width in needed]


def _of_columns(headings: Sequence[object], rows: Sequence[Sequence[Entry]], font: Font) -> Iterator[int]:
    for n, heading in enumerate(headings):
        cells = [_cell(row[n], font) for row in rows]
        yield max(_word(str(getattr(heading, "text", "")), font, Look.HEADING), *cells)


def _cell(entry: Entry, font: Font) -> int:
    """What a cell needs: its longest word at least, and lines of some length."""
    if not isinstance(entry.value, str):
        return ceil(text_width(shown_number(entry.value, entry.number_format), *font, False)) + _PADDING
    line = next(width for length, width in _LINES if len(entry.value) >= length)
    return max(_word(entry.value, font), min(line, ceil(text_width(entry.value, *font, False)) + _PADDING))


def _word(text: str, font: Font, look: Look = Look.TEXT) -> int:
    return ceil(longest_word(text.replace("-", "- "), *font, look is not Look.TEXT)) + _PADDING


def height_of(texts: Iterable[tuple[str | int | float, int]], font: Font, is_bold: bool = False) -> float:
    """The height in points that a row needs for its texts in columns of so many pixels."""
    name, size = font
    lines = [
        len(wrapped(text, name, size, is_bold, width - _PADDING)) if isinstance(text, str) else 1
        for text, width in texts
    ]
    return min(_HIGHEST, max(lines, default=1) * size * _LINE_HEIGHT + _SPACE)
