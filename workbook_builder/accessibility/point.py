"""What a point of the checklist is, and what judging it can come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from workbook_builder.accessibility.areas import Area
from workbook_builder.accessibility.workbook import Cell, Drawn, Sheet, Workbook


class Verdict(Enum):
    """What a point comes to, worst last."""

    PASS = "pass"
    LOOK = "a person must look"
    FAIL = "fail"


class Source(Enum):
    """The item of the Analysis Function's checklist that a point belongs to, in a few words of ours."""

    MARK_UP = "Tables: marked up as tables"
    TABLE_NAMES = "Tables: meaningful names"
    MERGED = "Tables: no merged or split cells, no nested tables"
    BLANK_LINES = "Tables: no blank rows and columns"
    HEADER_ROW = "Tables: one tagged header row"
    WRAP = "Tables: text wrapped"
    FILTERS_PANES = "Tables: no filters and freeze panes"
    EMPTY_CELLS = "Tables: empty cells only where explained"
    HIDDEN = "Tables: nothing hidden"
    WIDTH = "Tables: columns of a sensible width"
    NOTE_SIGNS = "Footnotes: no symbols or superscript"
    NOTE_WORD = "Footnotes: the word note"
    NOTE_PLACES = "Footnotes: no markers in cells of figures"
    NOTES_SHEET = "Footnotes: a table of notes on a sheet of notes"
    WRITTEN = "Formatting: accessible written content"
    LINKS = "Formatting: accessible links"
    TEXT = "Formatting: accessible text"
    TITLES = "Formatting: titles of sheets"
    SYMBOLS = "Formatting: no symbols"
    MARGINS = "Formatting: no headers, footers, floating boxes"
    DEVICES = "Formatting: no visual devices"
    FILL = "Formatting: no background fill"
    COLOUR = "Formatting: not by colour alone"
    CONTRAST = "Formatting: contrast"
    IMAGES = "Formatting: no images"
    MACROS = "Formatting: no macros"
    SHEET_NAMES = "Structure: names of sheets"
    BLANK_SHEETS = "Structure: no blank sheets"
    COLUMN_A = "Structure: column A"
    LEFT_EDGE = "Structure: tables at the left edge"
    BELOW = "Structure: nothing below a table"
    SEVERAL = "Structure: not several tables on a sheet"
    SPELLING = "Before publishing: spelling and grammar"
    CHECKER = "Before publishing: accessibility checker"
    PROPERTIES = "Before publishing: document information"
    CURSOR = "Before publishing: cursor in A1 of the first sheet"
    GUIDANCE = "Main guidance: cover, contents and parts of a workbook"
    NUMBERS = "Main guidance: figures"
    CHARTS = "Main guidance: charts (and WCAG 2.2, criterion 1.1.1)"


@dataclass(frozen=True, slots=True)
class Place:
    """Something that was found, on which sheet and cells ("" and None: the file as a whole), and how it is judged."""

    found: str
    sheet: str = ""
    area: Area | None = None
    verdict: Verdict = Verdict.FAIL


@dataclass(frozen=True)
class Point:
    """A point of the checklist.

    `id` names it, `rule` says what must be so, `judged` how it is decided. `find` yields what is wrong in a workbook,
    and what only a person can judge.
    """

    id: str
    is_essential: bool
    source: Source
    rule: str
    judged: str
    find: Callable[[Workbook], Iterator[Place]]


def on_cell(sheet: Sheet, cell: Cell, found: str, verdict: Verdict = Verdict.FAIL) -> Place:
    """Something found in a cell."""
    return Place(found, sheet.name, Area(cell.row, cell.column, cell.row, cell.column), verdict)


def on_area(sheet: Sheet, area: Area, found: str, verdict: Verdict = Verdict.FAIL) -> Place:
    """Something found in a rectangle of cells."""
    return Place(found, sheet.name, area, verdict)


def on_drawn(sheet: Sheet, drawn: Drawn, found: str, verdict: Verdict = Verdict.FAIL) -> Place:
    """Something found of what floats over a cell."""
    row, column = drawn.position
    return Place(found, sheet.name, Area(row, column, row, column), verdict)


def on_sheet(sheet: Sheet, found: str, verdict: Verdict = Verdict.FAIL) -> Place:
    """Something found of a sheet as a whole."""
    return Place(found, sheet.name, None, verdict)


def by_person(what: str) -> Callable[[Workbook], Iterator[Place]]:
    """For a point that no program can judge: a person must look at it, whatever the workbook."""

    def find(workbook: Workbook) -> Iterator[Place]:
        yield Place(what, verdict=Verdict.LOOK)

    return find
