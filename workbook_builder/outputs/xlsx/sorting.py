"""Rows of figures as formulas find them: by the code that a row shows, so that a table may be sorted in Excel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from workbook_builder.grid import Area, address, in_sheet
from workbook_builder.outputs.xlsx.placed import Part, Placed

_LONGEST = 255  # characters that MATCH compares, and that a text within a formula may have
_WILDCARDS = str.maketrans({sign: f"~{sign}" for sign in "~*?"})


class SortableRows:
    """The rows of figures of a page. A row is looked for among those that it may be sorted with."""

    def __init__(self, placed: Placed) -> None:
        self._sheet, self._tables, self._rows = placed.page.name, placed.tables, placed.canvas.rows
        self._counted: dict[tuple[int, int], Counter[str]] = {}

    def cell(self, row: int, column: int) -> str:
        """The cell of a row, for a formula anywhere in the workbook; rows and columns count from 0.

        Found by the row's code or, where others have that too, by its title. Only where neither tells it apart, or
        no other row can come into its place, it is named by its address.
        """
        part = self.part(row)
        key = self._key_column(row, part) if part and part.top < part.bottom else None
        if part is None or key is None:
            return self._address(row, column)
        wanted = _quoted(self._text(row, key).translate(_WILDCARDS))
        return f"INDEX({self._column(part, column)},MATCH({wanted},{self._column(part, key)},0))"

    def count(self, rows: Sequence[int], column: int, text: str) -> str:
        """How many of some rows, which may be sorted with each other, hold a text in a column."""
        part = self.part(rows[0])
        if part is None or len(rows) == part.bottom - part.top + 1:
            area = Area(rows[0], column, rows[-1], column).address
            return f'COUNTIF({in_sheet(self._sheet, area)},"{text}")'
        keys = {row: self._key_column(row, part) for row in rows}
        are_meant = (
            f"({self._column(part, key)}={_quoted(self._text(row, key))})"
            for row, key in keys.items()
            if key is not None
        )
        found = "+".join(are_meant)
        unfound = [f'({self._address(row, column)}="{text}")' for row, key in keys.items() if key is None]
        counted = [f'SUMPRODUCT(({self._column(part, column)}="{text}")*({found}))'] if found else []
        return f"({'+'.join([*counted, *unfound])})"

    def part(self, row: int) -> Part | None:
        """The rows that a row may be sorted with, itself included; None for a row without figures."""
        return self._parts.get(row)

    @cached_property
    def _parts(self) -> dict[int, Part]:
        parts = (part for table in self._tables for part in table.parts)
        return {row: part for part in parts for row in range(part.top, part.bottom + 1)}

    def _key_column(self, row: int, part: Part) -> int | None:
        """The column whose text tells the row from all others of its part: MATCH does not see capitals."""
        for column in (part.code, part.title):
            text = self._text(row, column).casefold()
            if text and len(text.translate(_WILDCARDS)) <= _LONGEST and self._texts(part, column)[text] == 1:
                return column
        return None

    def _texts(self, part: Part, column: int) -> Counter[str]:
        """How often each text stands in a column of a part, capitals aside."""
        key = part.top, column
        if key not in self._counted:
            rows = range(part.top, part.bottom + 1)
            self._counted[key] = Counter(self._text(n, column).casefold() for n in rows)
        return self._counted[key]

    def _text(self, row: int, column: int) -> str:
        cell = self._rows[row][column]
        return str(cell.value) if cell and cell.value is not None else ""

    def _column(self, part: Part, column: int) -> str:
        return in_sheet(self._sheet, Area(part.top, column, part.bottom, column).address)

    def _address(self, row: int, column: int) -> str:
        return in_sheet(self._sheet, address(row, column, "$"))


def _quoted(text: str) -> str:
    """The text within a formula."""
    return '"' + text.replace('"', '""') + '"'
