"""Where everything stands: the address of a row, table or sheet that something leads to, and of a chart's cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbook_builder.addresses import address, in_sheet
from workbook_builder.live.references import Goal, PageRef, Ref, Role, RowId, TableRef
from workbook_builder.outputs.accessible.sheets import Placed, Sheet, placed

Spot = tuple[str, int, int]
"""Sheet, row and column, both counted from 0."""


class Places:
    """The places of all sheets."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._sheets: set[str] = set()
        self._tables: dict[tuple[str, str], int] = {}
        self._rows: dict[RowId, tuple[str, int, Mapping[Role, int]]] = {}
        for sheet in sheets:
            self._sheets.add(sheet.name)
            for one in placed(sheet):
                self._add(sheet.name, one)

    def _add(self, sheet: str, one: Placed) -> None:
        self._tables.setdefault((sheet, one.listing.id), one.top)
        if one.listing.periods:
            id, columns = one.listing.periods
            self._rows.setdefault(id, (sheet, one.heading, columns))
        for row, entries in enumerate(one.listing.rows, one.heading + 1):
            for id in entries.ids:
                self._rows.setdefault(id, (sheet, row, entries.columns))

    def link(self, goal: Goal) -> str:
        """The address to which a link leads; "" where no sheet shows it."""
        match goal:
            case PageRef(page):
                return in_sheet(page, "A1") if page in self._sheets else ""
            case TableRef(page, table):
                top = self._tables.get((page, table), 0)
                return in_sheet(page, address(top, 0)) if page in self._sheets else ""
            case Ref(row):
                found = self._rows.get(row)
                return in_sheet(found[0], address(found[1], 0)) if found else ""

    def spot(self, ref: Ref) -> Spot:
        """Where a cell stands that a chart draws. Raises `KeyError` where it stands nowhere: our fault."""
        sheet, row, columns = self._rows[ref.row]
        return sheet, row, columns[ref.role] if ref.role else 0
