"""The accessible workbook as programs read it, and the publication that it was made of, as text sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from workbook_builder.accessibility import Verdict, judge_file
from workbook_builder.outputs.xlsx.numbers import shown_number

Shown = str | int | float


class ReadTable(NamedTuple):
    """A table as openpyxl finds it: sheet, name, headings, rows of values, and the texts right above it."""

    sheet: str
    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Shown, ...], ...]
    texts: tuple[tuple[str, ...], ...]

    def column(self, heading: str) -> list[Shown]:
        """The cells of a column."""
        at = self.headings.index(heading)
        return [row[at] for row in self.rows]


def failing(file: Path) -> dict[str, list[str]]:
    """The points of the checklist that a file fails, essential or desirable, with what was found."""
    return {one.point.id: [str(found) for found in one.found[:5]] for one in judged(file)}


def judged(file: Path) -> Iterator[object]:
    """What fails of the checklist."""
    return (one for one in judge_file(file).points if one.verdict is Verdict.FAIL)


def read_tables(file: Path) -> list[ReadTable]:
    """Every table of a workbook, sheet after sheet."""
    book = openpyxl.load_workbook(file)
    return [_table(sheet, name, area) for sheet in book for name, area in sheet.tables.items()]


def _table(sheet: Worksheet, name: str, marked: object) -> ReadTable:
    reference = str(getattr(marked, "ref", marked))
    heading, *body = sheet[reference]
    above = sheet.cell(heading[0].row - 1, 1).value
    values = tuple(tuple(cell.value for cell in row) for row in body)
    texts = tuple(tuple(map(shown, row)) for row in body)
    return ReadTable(sheet.title, name, str(above), tuple(str(cell.value) for cell in heading), values, texts)


def shown(cell: Cell) -> str:
    """A cell as it is displayed."""
    if isinstance(cell.value, int | float):
        return shown_number(cell.value, cell.number_format)
    return str(cell.value)


def read_aloud(file: Path) -> str:
    """Every sheet from top to bottom, a line for each row."""
    lines = []
    for sheet in openpyxl.load_workbook(file):
        lines.append(f"=== {sheet.title}")
        for row in sheet.iter_rows():
            lines.append(" | ".join(shown(cell) for cell in row if cell.value is not None))
    return "\n".join(lines)
