"""Rows of figures as formulas find them: by the code that a row shows, so that a table may be sorted in Excel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from workbook_builder.grid import Area, Sheet, address, in_sheet

_LONGEST = 255  # characters that MATCH compares
_WILDCARDS = str.maketrans({sign: f"~{sign}" for sign in "~*?"})


class FoundRows:
    """The rows of figures of a sheet. A row is looked for among those that it may be sorted with: `Sheet.coded`."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def cell(self, row: int, column: int) -> str:
        """The cell of a row, for a formula anywhere in the workbook; rows and columns count from 0.

        Found by the row's code, or by its address where no other row can come into its place or where the code
        does not tell it apart: MATCH does not see capitals.
        """
        block = self._blocks.get(row)
        code = self._code(row, block) if block else ""
        if block is None or block.top == block.bottom or not self._tells_apart(code, block):
            return in_sheet(self.sheet.name, address(row, column, "$"))
        cells = in_sheet(self.sheet.name, Area(block.top, column, block.bottom, column).address)
        return f"INDEX({cells},{self._position(code, block)})"

    def count(self, rows: Sequence[int], column: int, text: str) -> str:
        """How many of some rows, which may be sorted with each other, hold a text in a column."""
        block = self._blocks.get(rows[0])
        if block is None or len(rows) == block.bottom - block.top + 1:
            area = Area(rows[0], column, rows[-1], column).address
            return f'COUNTIF({in_sheet(self.sheet.name, area)},"{text}")'
        codes = [self._code(row, block) for row in rows]
        if not all(self._tells_apart(code, block) for code in codes):
            cells = (in_sheet(self.sheet.name, address(row, column, "$")) for row in rows)
            held = "+".join(f'({cell}="{text}")' for cell in cells)
            return f"({held})"
        shown = in_sheet(self.sheet.name, block.address)
        are_meant = "+".join(f"({shown}={_quoted(code)})" for code in codes)
        held = in_sheet(self.sheet.name, Area(block.top, column, block.bottom, column).address)
        return f'SUMPRODUCT(({held}="{text}")*({are_meant}))'

    def part(self, row: int) -> Area | None:
        """The codes of the rows that a row may be sorted with, itself included; None where it shows none."""
        return self._blocks.get(row)

    def _position(self, code: str, block: Area) -> str:
        return f"MATCH({_quoted(code.translate(_WILDCARDS))},{in_sheet(self.sheet.name, block.address)},0)"

    @cached_property
    def _blocks(self) -> dict[int, Area]:
        return {row: block for block in self.sheet.coded for row in range(block.top, block.bottom + 1)}

    def _code(self, row: int, block: Area) -> str:
        cell = self.sheet.rows[row].cells[block.left]
        return str(cell.value) if cell and cell.value is not None else ""

    def _tells_apart(self, code: str, block: Area) -> bool:
        rows = range(block.top, block.bottom + 1)
        codes = Counter(self._code(row, block).casefold() for row in rows)
        return bool(code) and len(code) <= _LONGEST and codes[code.casefold()] == 1


def _quoted(text: str) -> str:
    """The text within a formula."""
    return '"' + text.replace('"', '""') + '"'


def following(source: str) -> str:
    """A formula that shows what a cell shows; a plain reference to an empty one would be 0."""
    return f'=IF({source}="","",{source})'
