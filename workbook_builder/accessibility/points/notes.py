"""Notes: referred to in words, defined once, used, and listed on a sheet of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.accessibility.blocks import blocks, holds_numbers
from workbook_builder.accessibility.markers import definitions, is_notes_sheet, references, stands_apart
from workbook_builder.accessibility.point import Place, Point, Source, on_cell, on_sheet
from workbook_builder.accessibility.workbook import Workbook
from workbook_builder.problems import quoted

_SIGN = re.compile(r"(?<=[\w.)%])\s?[*†‡§¶]+(?=\W|$)|[¹²³⁰⁴-⁹]+$|^[*†‡§¶]+(?=\s?\w)|(?<=[^\W\d])[¹²³⁰⁴-⁹]+")
_UNITS = re.compile(r"\b[ckdm]?m[²³]")


def _signs(workbook: Workbook) -> Iterator[Place]:
    for sheet, cell in workbook.filled():
        if found := _SIGN.search(_UNITS.sub("", cell.text)):
            yield on_cell(sheet, cell, f"the sign {quoted(found[0].strip())} refers to a note")
        elif cell.raised:
            yield on_cell(sheet, cell, f"{quoted(cell.raised[0])} is superscript")
        elif _SIGN.search(f"0{_after_number(cell.look.number_format)}") and cell.is_number:
            yield on_cell(sheet, cell, "a sign behind the number, by its format, refers to a note")


def _after_number(number_format: str) -> str:
    """The literal text behind a number, as its format states it."""
    first = number_format.split(";")[0]
    return "".join(re.findall(r'"([^"]*)"\s*$', first))


def _undefined(workbook: Workbook) -> Iterator[Place]:
    defined = {one.number for one in definitions(workbook)}
    for one in references(workbook):
        for number in one.numbers:
            if number not in defined:
                yield on_cell(one.sheet, one.cell, f"refers to note {number}, which is defined nowhere")


def _unused(workbook: Workbook) -> Iterator[Place]:
    used = {number for one in references(workbook) for number in one.numbers}
    for one in definitions(workbook):
        if one.number not in used:
            yield on_cell(one.sheet, one.cell, f"no text refers to note {one.number}")


def _other_words(workbook: Workbook) -> Iterator[Place]:
    for one in references(workbook):
        if not one.says_note:
            yield on_cell(one.sheet, one.cell, f"{quoted(one.marker)} in the place of [note {one.numbers[0]}]")


def _in_figures(workbook: Workbook) -> Iterator[Place]:
    for one in references(workbook):
        for block in blocks(one.sheet):
            has_figures = any(holds_numbers(cells) for _, cells in block.columns)
            inside = one.cell.position in block.body and has_figures and not is_notes_sheet(one.sheet)
            if inside and not stands_apart(block, one.cell):
                yield on_cell(one.sheet, one.cell, f"the marker {quoted(one.marker)} stands in a cell of a table")


def _not_in_table(workbook: Workbook) -> Iterator[Place]:
    for one in definitions(workbook):
        if not is_notes_sheet(one.sheet):
            yield on_cell(one.sheet, one.cell, "a note that stands on no sheet of notes")
        elif not one.sheet.tables:
            yield on_sheet(one.sheet, "the notes are not in a table")


POINTS = (
    Point(
        "note_marks",
        True,
        Source.NOTE_SIGNS,
        "Nothing refers to a note by a symbol or by superscript.",
        "Fails on *, †, ‡, § and raised digits at the beginning or end of a word, on superscript letters, and on "
        "signs that a number's format puts behind it.",
        _signs,
    ),
    Point(
        "notes_defined",
        True,
        Source.NOTE_SIGNS,
        "Each note that a text refers to is defined.",
        "Fails on a marker such as [note 3] whose number begins no row of the sheet of notes; where there is no such "
        "sheet, no line that begins with it.",
        _undefined,
    ),
    Point(
        "notes_used",
        True,
        Source.NOTE_SIGNS,
        "Each note is referred to.",
        "Fails on a note to which no marker refers.",
        _unused,
    ),
    Point(
        "note_word",
        False,
        Source.NOTE_WORD,
        "Markers say the word note.",
        "Fails on markers such as [1] or (note 1) in the place of [note 1].",
        _other_words,
    ),
    Point(
        "note_places",
        False,
        Source.NOTE_PLACES,
        "Markers stand in titles, headings or a column for notes, not in cells of figures.",
        "Fails on a marker in the body of a table with figures, unless the heading of its column says notes.",
        _in_figures,
    ),
    Point(
        "notes_sheet",
        False,
        Source.NOTES_SHEET,
        "Notes stand in a table on a sheet of notes.",
        "Fails on a note elsewhere than on a sheet whose name or title is Notes, and on such a sheet without a "
        "table.",
        _not_in_table,
    ),
)
