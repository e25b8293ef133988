"""Puts cells into XlsxWriter's table and the table into the file, by its private ways: the innermost loops of all.

XlsxWriter asks of each cell what it is three times over, and of each formula whether it has any of dozens of newer
functions; with that, this stage takes twice as long. `tests/outputs/test_workbook_bytes.py` compares the file with
the one that XlsxWriter's own methods write, for every release of it that is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet

from workbook_builder.addresses import column_letters
from workbook_builder.grid import Cell, Sheet, Style

Formats = Callable[[Style, str], Format]
_LONG = 16_000  # characters: XlsxWriter counts those of longer texts, and refuses what Excel cannot hold


class FormulaSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A worksheet for formulas of plain functions only: IF, AND, COUNT, COUNTIF, SUM, SUMIF, ROUND, INT,
    ABS, MIN, MAX, SLOPE, FORECAST, RSQ, INDEX, MATCH, SUMPRODUCT.

    What a formula comes to that shows an empty text, XlsxWriter leaves open; here that is said, since nothing but
    text without characters is meant.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

    def _write_cell(self, row: int, column: int, cell: Any) -> None:
        start = f'<c r="{column_letters(column)}{row + 1}" s="{self._number_of(cell.format)}"'
        kind = type(cell)
        if kind is CellStringTuple:
            self.fh.write(f'{start} t="s"><v>{cell.string}</v></c>')
        elif kind is CellNumberTuple:
            self.fh.write(f"{start}><v>{cell.number:.16G}</v></c>")
        elif kind is CellBlankTuple:
            self.fh.write(f"{start}/>")
        elif isinstance(cell.value, str) and not cell.value.startswith("#"):
            formula, text = escape(cell.formula, quote=False), escape(cell.value, quote=False)
            self.fh.write(f'{start} t="str"><f>{formula}</f><v>{text}</v></c>')
        else:
            super()._write_cell(row, column, cell)

    def _number_of(self, looks: Format) -> int:
        """XlsxWriter's number of a format: it compares all that a format says to find it."""
        known = self.__dict__.setdefault("numbers_of_formats", {})
        if looks not in known:
            known[looks] = looks._get_xf_index()
        return int(known[looks])


def fill(worksheet: Worksheet, sheet: Sheet, formats: Formats, write: Callable[[int, int, Cell], int]) -> int:
    """Put all cells of a sheet into its table; what is no plain number, text or formula is left to `write`.

    Returns 0, or XlsxWriter's code for what it refuses, as `write` does.
    """
    table, index_of, refused = worksheet.table, worksheet.str_table._get_shared_string_index, 0
    for number, row in enumerate(sheet.rows):
        refused = refused or _note_extent(worksheet, number, row.cells)
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            value, looks = cell.value, formats(cell.style, cell.number_format)
            if cell.link or (isinstance(value, str) and (len(value) > _LONG or value.startswith("<r>"))):
                refused = refused or write(number, column, cell)
            elif cell.formula:
                table[number][column] = CellFormulaTuple(cell.formula.removeprefix("="), looks, value)
            elif value is None:
                table[number][column] = CellBlankTuple(looks)
            elif isinstance(value, str):
                table[number][column] = CellStringTuple(index_of(value), looks)
            else:
                table[number][column] = CellNumberTuple(value, looks)
    return refused


def _note_extent(worksheet: Worksheet, number: int, cells: Sequence[Cell | None]) -> int:
    """Tell the worksheet how far a row goes; XlsxWriter's code where that is beyond what Excel holds."""
    filled = [column for column, cell in enumerate(cells) if cell is not None]
    return min((int(worksheet._check_dimensions(number, column)) for column in filled[:1] + filled[-1:]), default=0)
