"""How wide columns are and how high rows: no word is broken, no number is cut, each line of a text is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from workbook_builder.fonts import longest_word, text_width, wrapped
from workbook_builder.outputs.accessible.sheets import Entry, Heading, Line, Look, Sheet
from workbook_builder.outputs.xlsx.numbers import shown_number

Font = tuple[str, float]
"""Name and size."""

Lines = Sequence[tuple[int, int]]
"""How wide lines are, by how many characters a text has at least; the longest first."""

_PADDING, _EDGES = 22, 10  # pixels: around a text, with its indent; around a line of it
_HEADING = 160  # pixels up to which a heading stands in one line, so that no period is broken at its hyphen
_LEAST, _MOST = 70, 1000  # pixels; wider columns than that are hard to follow
_FIRST = ((700, _MOST), (150, 480), (0, 300))  # pixels of the first column, by the longest text in it around tables
_LINES = ((2000, _MOST), (500, 720), (0, 360))  # the pixels of a text's lines, by how many characters it has
_FEW, _LINES_OF_FEW = 3, ((2000, _MOST), (0, 600))  # columns; where a sheet has no more
_LINE_HEIGHT, _SPACE, _HIGHEST = 1.3, 4.0, 409.0  # of the font's size; points; Excel allows no more points
_ONLY = 900  # pixels of the column of a sheet without tables


def widths_of(sheet: Sheet, font: Font) -> list[int]:
    """The width of each column in pixels, shared by the listings that stand one below the other."""
    if not sheet.listings:
        return [_ONLY]
    needed = [_LEAST] * max(len(listing.headings) for listing in sheet.listings)
    lines = _LINES_OF_FEW if len(needed) <= _FEW else _LINES
    for listing in sheet.listings:
        for n, width in enumerate(_of_columns(listing.headings, [row.cells for row in listing.rows], font, lines)):
            needed[n] = max(needed[n], width)
    needed[0] = max(needed[0], *_around(sheet, font))
    return [min(_MOST, width) for width in needed]


def _around(sheet: Sheet, font: Font) -> Iterator[int]:
    """What the texts around the tables need, whose titles have larger letters."""
    lines = [*sheet.lines, *(line for listing in sheet.listings for line in listing.lines)]
    longest = max((len(line.text) for line in lines if line.look is Look.TEXT), default=0)
    titles = max(len(line.text) for line in (Line(sheet.title, Look.TITLE), *lines) if line.look is not Look.TEXT)
    yield next(width for length, width in _FIRST if max(min(longest, _FIRST[0][0] - 1), titles) >= length)
    yield from (_word(line.text, font, line.look) for line in lines)


def _of_columns(
    headings: Sequence[Heading], rows: Sequence[Sequence[Entry]], font: Font, lines: Lines
) -> Iterator[int]:
    for n, heading in enumerate(headings):
        cells = [_cell(row[n], font, lines) for row in rows]
        in_one_line = ceil(text_width(heading.text, *font, True)) + _PADDING
        yield max(_word(heading.text, font, Look.HEADING), min(in_one_line, _HEADING), *cells)


def _cell(entry: Entry, font: Font, lines: Lines) -> int:
    """What a cell needs: its longest word at least, and lines of some length."""
    if not isinstance(entry.value, str):
        return ceil(text_width(shown_number(entry.value, entry.number_format), *font, False)) + _PADDING
    line = next(width for length, width in lines if len(entry.value) >= length)
    return max(_word(entry.value, font), min(line, ceil(text_width(entry.value, *font, False)) + _PADDING))


def _word(text: str, font: Font, look: Look = Look.TEXT) -> int:
    return ceil(longest_word(text.replace("-", "- "), *font, look is not Look.TEXT)) + _PADDING


def height_of(texts: Iterable[tuple[str | int | float, int]], font: Font, is_bold: bool = False) -> float:
    """The height in points that a row needs for its texts in columns of so many pixels."""
    name, size = font
    lines = [
        len(wrapped(text, name, size, is_bold, width - _EDGES)) if isinstance(text, str) else 1
        for text, width in texts
    ]
    return min(_HIGHEST, max(lines, default=1) * size * _LINE_HEIGHT + _SPACE)
