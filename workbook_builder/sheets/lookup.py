"""Rows of figures as formulas find them: by the code that a row shows, so that a table may be sorted in Excel."""

from __future__ import annotations

from collections import Counter
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

    def part(self, row: int) -> range:
        """The rows that a row may be sorted with, itself included."""
        block = self._blocks.get(row)
        return range(block.top, block.bottom + 1) if block else range(row, row + 1)

    def _position(self, code: str, block: Area) -> str:
        wanted = code.translate(_WILDCARDS).replace('"', '""')
        return f'MATCH("{wanted}",{in_sheet(self.sheet.name, block.address)},0)'

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


def following(source: str) -> str:
    """A formula that shows what a cell shows; a plain reference to an empty one would be 0."""
    return f'=IF({source}="","",{source})'
