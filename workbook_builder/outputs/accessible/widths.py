"""How wide the columns of a sheet are: no word is broken, no number is cut, long texts are wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from workbook_builder.fonts import longest_word, text_width
from workbook_builder.outputs.accessible.sheets import Entry, Look, Sheet
from workbook_builder.outputs.xlsx.numbers import shown_number

Font = tuple[str, float]
"""Name and size."""

_PADDING = 14
_LEAST, _LEAST_FIRST, _MOST = 70, 400, 1000  # pixels; wider columns than that are hard to follow
_LINE, _LONG_LINE, _LONG = 360, 720, 500  # pixels of a text's lines; of one with more characters than that
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
    line = _LONG_LINE if len(entry.value) > _LONG else _LINE
    return max(_word(entry.value, font), min(line, ceil(text_width(entry.value, *font, False)) + _PADDING))


def _word(text: str, font: Font, look: Look = Look.TEXT) -> int:
    return ceil(longest_word(text.replace("-", "- "), *font, look is not Look.TEXT)) + _PADDING
