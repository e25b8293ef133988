"""Finds a table of ours on a sheet: by its defined name, its title or its headings; its columns by their headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from workbook_builder.addresses import defined_name
from workbook_builder.audit.cell_text import text_of, words
from workbook_builder.inputs.opening import Cell, Sheet, Workbook
from workbook_builder.pages.blocks import Column, Table
from workbook_builder.rating.scheme import Rag

_CORNERS = re.compile(r"\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)")
Rows = tuple[Sheet, int, int]
"""A sheet and the first and last row of a table with its headings."""


@dataclass(frozen=True)
class Located:
    """Where a table of ours stands: the row of its headings, its last row, its columns by the number of ours.

    Rows and columns of the sheet count from 1, as in Excel; ours from 0.
    """

    sheet: Sheet
    table: Table
    heading: int
    bottom: int
    columns: Mapping[int, int]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The headings of our columns that the sheet does not have."""
        missing = (n for n in _printed_columns(self.table) if n not in self.columns)
        return tuple(heading_of(self.table, n) for n in missing)

    @property
    def has_groups(self) -> bool:
        """Whether a row of names of groups, or of its title, stands above its headings."""
        return any(column.group for column in self.table.columns)

    @property
    def headed_again(self) -> set[int]:
        """The rows below in which most of its headings stand again, where another printed page begins."""
        ours = {heading_of(self.table, n) for n in _printed_columns(self.table)}
        rows = ((row, _texts(self.sheet, row).values()) for row in range(self.heading + 1, self.bottom + 1))
        return {row for row, texts in rows if 2 * len(ours & set(texts)) > len(ours)}

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a row in a column of ours."""
        return self.sheet.cell(row, self.columns[column])

    def text(self, row: int, column: int) -> str:
        """What it displays."""
        return text_of(self.cell(row, column), as_typed=self.table.columns[column].holds == "limit")

    def group(self, heading: int, column: int) -> Cell:
        """The cell of the row above headings that stands above a column, perhaps further to the left."""
        cells = [self.sheet.cell(heading - 1, n) for n in range(self.columns[column], 0, -1)]
        return next((cell for cell in cells if cell.value is not None), cells[0])


def heading_of(table: Table, column: int) -> str:
    """What stands above a column of ours: in an excerpt the table's title above its first; "" where nothing does."""
    one = table.columns[column]
    if one.is_beside:
        return ""
    if table.is_excerpt and column == 0:
        return words(table.title)
    return words(" ".join(part.value if isinstance(part, Rag) else part for part in one.heading))


def locate(book: Workbook, page: str, table: Table, taken: Collection[tuple[str, int]]) -> Located | None:
    """The table, or None where there is none; `taken` are the sheets and heading rows of other tables."""
    for sheet, top, bottom in _places(book, page, table):
        for row in sorted(range(top, min(top + 2, bottom + 1)), key=lambda n: -_fit(sheet, n, table)):
            if (sheet.title, row) not in taken and _fit(sheet, row, table):
                found = Located(sheet, table, row, max(bottom, row), _columns(table, _texts(sheet, row)))
                return _to_its_end(found)
    return None


def _places(book: Workbook, page: str, table: Table) -> Iterator[Rows]:
    """Where the table may stand, the likeliest first."""
    named = list(_by_name(book, table.name)) if table.name else []
    here = [place for place in named if place[0].title == page]
    yield from here
    if page not in book.by_title:  # a sheet that was renamed
        yield from named
        return
    sheet = book.by_title[page]
    titled = (row for row, cells in sheet.rows.items() if words(table.title) in map(text_of, cells.values()))
    yield from ((sheet, row + 1, row + 2) for row in titled)
    rows = [row for row in sheet.rows if 2 * _fit(sheet, row, table) > len(_printed_columns(table))]
    yield from ((sheet, row, row) for row in rows)


def _by_name(book: Workbook, name: str) -> Iterator[Rows]:
    """By the defined name that the builder gave it, which follows when rows or sheets are moved or renamed.

    Names that are the same but for capitals are numbered.
    """
    pattern = re.compile(rf"{re.escape(defined_name(name))}(_\d+)?", re.IGNORECASE)
    for names in (book.names, *(sheet.names for sheet in book.sheets)):
        for key in sorted(key for key in names if pattern.fullmatch(key)):
            for sheet, cells in names[key].destinations:
                corners = _CORNERS.fullmatch(cells)
                if corners and sheet in book.by_title:
                    top, bottom = int(corners[1]), min(int(corners[2]), book.by_title[sheet].max_row)
                    if 0 < top <= bottom:
                        yield book.by_title[sheet], top, bottom


def _texts(sheet: Sheet, row: int) -> dict[int, str]:
    """The filled cells of a row."""
    return {column: text for column, cell in sheet.rows.get(row, {}).items() if (text := text_of(cell))}


def _fit(sheet: Sheet, row: int, table: Table) -> int:
    """How many of our columns find their headings in a row."""
    return len(_headed(table, _texts(sheet, row)))


def _printed_columns(table: Table) -> list[int]:
    """The numbers of the columns that have headings on every sheet: a line is drawn only where the style wants it."""
    return [n for n, one in enumerate(table.columns) if one.holds != "line" and heading_of(table, n)]


def _headed(table: Table, headings: Mapping[int, str]) -> dict[int, int]:
    """Each column of ours by its heading: in our order, else anywhere, else whatever follows its first words."""
    printed, numbers = _printed_columns(table), list(headings)
    ours = [heading_of(table, n) for n in printed]
    blocks = SequenceMatcher(None, ours, list(headings.values()), autojunk=False).get_matching_blocks()
    found = {printed[at + k]: numbers[there + k] for at, there, size in blocks for k in range(size)}
    for fits in (_is_above, _begins):
        for n in (n for n in printed if n not in found):
            free = (number for number in numbers if number not in found.values())
            column = next((number for number in free if fits(headings[number], table, n)), None)
            if column is not None:
                found[n] = column
    return found


def _is_above(text: str, table: Table, column: int) -> bool:
    """Whether a text is the heading of a column of ours."""
    return text == heading_of(table, column)


def _begins(text: str, table: Table, column: int) -> bool:
    """Whether a text begins as the heading of a column of ours does, whatever period follows."""
    return not _is_dated(table.columns[column]) and f"{text} ".startswith(f"{_first_words(table, column)} ")


def _columns(table: Table, headings: Mapping[int, str]) -> dict[int, int]:
    """Each column of ours by its heading.

    Columns that are headed with nothing but their periods may stand between their neighbours, whatever is above them.
    """
    found = _headed(table, headings)
    for dated, run in groupby(_printed_columns(table), key=lambda n: _is_dated(table.columns[n])):
        numbers = list(run)
        if dated and any(n not in found for n in numbers):
            _by_neighbours(numbers, found, headings)
    unheaded = (n for n, one in enumerate(table.columns) if one.holds != "line" and not heading_of(table, n))
    return found | {n: found[n - 1] + 1 for n in unheaded if n - 1 in found}


def _is_dated(column: Column) -> bool:
    """Whether nothing but its period stands above it."""
    return column.period is not None and " ".join(map(str, column.heading)) == column.period.label


def _first_words(table: Table, column: int) -> str:
    """What a column is headed with, without its period."""
    first = table.columns[column].heading[0]
    return (
        heading_of(table, column) if table.is_excerpt and column == 0 else words(str(getattr(first, "value", first)))
    )


def _by_neighbours(run: list[int], found: dict[int, int], headings: Mapping[int, str]) -> None:
    """Place neighbouring columns of ours before the one that stands to their right, and behind that to their left."""
    others = {n: column for n, column in found.items() if n not in run}
    left = next((others[n] for n in range(run[0] - 1, -1, -1) if n in others), 0)
    right = min((column for column in others.values() if column > left), default=max(headings, default=0) + 1)
    between = range(left + 1, right)[-len(run) :]
    for n in run:
        found.pop(n, None)
    if len(between) == len(run):
        found.update(zip(run, between, strict=True))


def _to_its_end(found: Located) -> Located:
    """The table with the rows that were added below it; all of its rows where nothing says how many there are."""
    bottom = found.bottom
    while _belongs(found, bottom + 1):
        bottom += 1
    return Located(found.sheet, found.table, found.heading, bottom, found.columns)


def _belongs(found: Located, row: int) -> bool:
    """Whether a row below goes on with the table: it has two texts in its columns, or a sub-heading of ours."""
    filled = [text for n in found.columns if (text := found.text(row, n))]
    return len(filled) > 1 or bool(filled and filled[0] in _subheadings(found.table))


def _subheadings(table: Table) -> Iterable[str]:
    return {words(group.title) for group in table.groups if group.title}
