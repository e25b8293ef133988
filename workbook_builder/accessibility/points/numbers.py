"""Figures: stored as numbers, aligned to the right; and signs in the place of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from workbook_builder.accessibility.blocks import Block, blocks, holds_numbers
from workbook_builder.accessibility.markers import is_notes_sheet
from workbook_builder.accessibility.point import Place, Point, Source, on_cell
from workbook_builder.accessibility.shorthand import BRACKETED, is_shorthand
from workbook_builder.accessibility.workbook import Cell, Workbook
from workbook_builder.problems import quoted

_NUMBER = re.compile(r"[-+−]?\s?[£$€]?\s?(?!0\d)(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\s?%?")
_YEAR = re.compile(r"(19|20)\d\d")
_RIGHT = ("general", "right")
_USUAL = "°©®™"
_ARROWS = range(0x2190, 0x2200)


def _as_text(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for block in blocks(sheet) if not is_notes_sheet(sheet) else ():
            for cell in _typed(block):
                yield on_cell(sheet, cell, "a number that is stored as text")


def _typed(block: Block) -> Iterator[Cell]:
    """The texts of a table that are numbers: years and the first column, which names the rows, are not meant."""
    for column, cells in block.columns:
        for cell in cells if column > block.area.left else ():
            text = cell.text.strip()
            if _NUMBER.fullmatch(text) and not _YEAR.fullmatch(text):
                yield cell


def _not_right(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for block in blocks(sheet) if not is_notes_sheet(sheet) else ():
            typed = {cell.position for cell in _typed(block)}
            for _, cells in block.columns:
                is_numeric = holds_numbers([cell for cell in cells if not is_shorthand(cell.text)])
                for cell in cells:
                    if cell.is_number and cell.look.align not in _RIGHT:
                        yield on_cell(sheet, cell, "a number that is not aligned to the right")
                    elif cell.position in typed and cell.look.align != "right":
                        yield on_cell(sheet, cell, "a number, stored as text, that is not aligned to the right")
                    elif is_numeric and is_shorthand(cell.text) and cell.look.align != "right":
                        yield on_cell(
                            sheet, cell, f"{quoted(cell.text)} in a column of numbers is not aligned to the right"
                        )


def _signs(workbook: Workbook) -> Iterator[Place]:
    for sheet, cell in workbook.filled():
        text = BRACKETED.sub("", cell.text).strip()
        if text and not any(one.isalnum() for one in text):
            yield on_cell(sheet, cell, f"{quoted(text)} in the place of words")
        elif sign := next((one for one in text if _is_sign(one)), ""):
            yield on_cell(sheet, cell, f"the sign {quoted(sign)}")


def _is_sign(character: str) -> bool:
    """Whether it is an arrow, tick, star, box or the like, which is read aloud in many words or not at all."""
    if character in _USUAL:
        return False
    return ord(character) in _ARROWS or unicodedata.category(character) == "So"


POINTS = (
    Point(
        "numbers_as_text",
        False,
        Source.NUMBERS,
        "Numbers are stored as numbers.",
        "Fails on a text of a table that is a number (40,513; 12.5%; £3), but years, numbers that begin with 0, the "
        "first column and the sheet of notes.",
        _as_text,
    ),
    Point(
        "alignment",
        False,
        Source.NUMBERS,
        "Numbers, and shorthand in their place, are aligned to the right.",
        "Fails on a number of a table that is aligned otherwise, and on shorthand in a column of numbers that is not "
        "aligned to the right; on the sheet of notes it is not asked.",
        _not_right,
    ),
    Point(
        "symbols",
        False,
        Source.SYMBOLS,
        "There are no symbols in the place of words.",
        "Fails on a cell without a letter or digit, and on arrows, ticks, stars, boxes and the like in texts.",
        _signs,
    ),
)
