"""Markers of notes, such as `[note 1]`: where texts refer to notes, and where the notes are defined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbook_builder.accessibility.blocks import Block
from workbook_builder.accessibility.workbook import Cell, Sheet, Workbook

_MARKER = re.compile(
    r"[\[(]\s*(?P<word>(?:foot)?notes?|n)\s*(?P<several>[1-9]\d{0,2}(?:\s*(?:,|;|and|to|-|–)\s*(?:note\s*)?\d{1,3})*)\s*[\])]"
    r"|\[(?P<bare>[1-9]\d{0,2}(?:\s*,\s*\d{1,3})*)\]",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[\[(]")
_NUMBER = re.compile(r"(\d{1,3})(?:\s*(?:to|-|–)\s*(\d{1,3}))?")
_FIRST_CELL = re.compile(r"[\[(]?\s*(?:(?:foot)?note)?\s*(\d{1,3})\s*[\])]?[.:]?", re.IGNORECASE)
_SAYING_NOTE = re.compile(r"[\[(]?\s*(?:foot)?note\s*(\d{1,3})\s*[\])]?[.:]?", re.IGNORECASE)
_OWN_LINE = re.compile(
    r"\s*(?:\[\s*(?:(?:foot)?note)?\s*(\d{1,3})\s*\]|(?:foot)?note\s+(\d{1,3}))\s*[.:–-]?\s+\S+\s+\S+", re.IGNORECASE
)
_NOTES = re.compile(r"(foot|end)?[ _-]?notes?", re.IGNORECASE)
_NOTES_COLUMN = re.compile(r"(foot)?notes?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reference:
    """A text that refers to notes, with the marker as it stands there and the numbers that it names."""

    sheet: Sheet
    cell: Cell
    marker: str
    numbers: tuple[int, ...]
    says_note: bool


@dataclass(frozen=True)
class Definition:
    """The cell with which a note begins."""

    sheet: Sheet
    cell: Cell
    number: int


def is_notes_sheet(sheet: Sheet) -> bool:
    """Whether a sheet is the one of notes: by its name or by its title."""
    return any(_NOTES.fullmatch(text.strip()) is not None for text in (sheet.name, sheet.text(0, 0)))


def definitions(workbook: Workbook) -> list[Definition]:
    """The notes of the sheets of notes; where there is none, every line that begins with a number of a note."""
    sheets = [sheet for sheet in workbook.sheets if is_notes_sheet(sheet)]
    if sheets:
        return [found for sheet in sheets for found in _listed(sheet, _FIRST_CELL)]
    return [found for sheet in workbook.sheets for found in _listed(sheet, _SAYING_NOTE)]


def references(workbook: Workbook) -> Iterator[Reference]:
    """Every marker of the workbook but those with which a note is defined."""
    defined = {(one.sheet.name, one.cell.position) for one in definitions(workbook)}
    for sheet, cell in workbook.filled():
        for found in _MARKER.finditer(cell.text) if _OPENS.search(cell.text) else ():
            if (sheet.name, cell.position) not in defined or found.start() > 1:
                numbers = found["several"] or found["bare"]
                says_note = (found["word"] or "").casefold() in ("note", "notes") and found[0].startswith("[")
                yield Reference(sheet, cell, found[0], tuple(_numbers(numbers)), says_note)


def _numbers(text: str) -> Iterator[int]:
    for first, last in _NUMBER.findall(text):
        yield from range(int(first), int(last or first) + 1)


def _listed(sheet: Sheet, first: re.Pattern[str]) -> Iterator[Definition]:
    """The notes of a sheet: the rows with such a first cell and another, and the lines that begin with a marker."""
    row = -1
    for cell in sheet.filled:
        is_first, row = cell.row != row, cell.row
        text = f"{cell.value:g}" if isinstance(cell.value, float) else cell.text.strip()
        found = first.fullmatch(text) if is_first else None
        if found and sheet.cell(cell.row, cell.column + 1):
            yield Definition(sheet, cell, int(found[1]))
    yield from _own_lines(sheet)


def _own_lines(sheet: Sheet) -> Iterator[Definition]:
    for cell in sheet.filled:
        found = _OWN_LINE.match(cell.text) if cell.text else None
        if found:
            yield Definition(sheet, cell, int(found[1] or found[2]))


def stands_apart(block: Block, cell: Cell) -> bool:
    """Whether a cell of a table's body stands in a column for notes."""
    heading = block.sheet.text(block.area.top, cell.column)
    return _NOTES_COLUMN.search(heading) is not None
