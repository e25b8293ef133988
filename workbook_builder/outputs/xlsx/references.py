"""Where everything stands: the one place that turns a reference into an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workbook_builder.grid import Area, address, in_sheet
from workbook_builder.live.references import ColumnRef, Goal, PageRef, Ref, RowId, TableRef
from workbook_builder.outputs.xlsx.drawing import arrows
from workbook_builder.outputs.xlsx.placed import LeadsNowhereError, Placed, RowPlace, SaidTwiceError
from workbook_builder.outputs.xlsx.sorting import SortableRows
from workbook_builder.pages.values import Travel
from workbook_builder.styles import Looks

Spot = tuple[str, int, int]
"""Sheet, row and column, both counted from 0."""


class Book:
    """The places of all pages. Making it raises `SaidTwiceError` where two rows have the same id."""

    def __init__(self, pages: Iterable[Placed], looks: Looks) -> None:
        self.looks = looks
        self._pages: set[str] = set()
        self._rows: dict[RowId, RowPlace] = {}
        self._columns: dict[ColumnRef, tuple[str, Area]] = {}
        self._tables: dict[TableRef, int] = {}
        self._sheets: dict[str, SortableRows] = {}
        for placed in pages:
            self._add(placed)

    def _add(self, placed: Placed) -> None:
        self._pages.add(placed.page.name)
        self._sheets[placed.page.name] = SortableRows(placed)
        for id, place in placed.rows:
            if id in self._rows:
                raise SaidTwiceError(f"{id} stands on {self._rows[id].sheet} and on {place.sheet}")
            self._rows[id] = place
        for table in placed.tables:
            self._tables[TableRef(placed.page.name, table.table.id)] = table.top
            for area, column in table.areas(lambda column: column.role):
                ref = ColumnRef(placed.page.name, table.table.id, column.role)
                self._columns.setdefault(ref, (placed.page.name, area))

    def seen_from(self, sheet: str, row: int) -> View:
        """The book as a formula in a row of a sheet sees it."""
        return View(self, sheet, row)

    def find(self, ref: Ref) -> Spot | None:
        """Where a cell stands; None where no page shows it."""
        row = self._rows.get(ref.row)
        if row is None:
            return None
        column = 0 if ref.role is None else row.columns.get(ref.role)
        return None if column is None else (row.sheet, row.row, column)

    def spot(self, ref: Ref) -> Spot:
        """Where a cell stands. Raises `LeadsNowhereError`."""
        found = self.find(ref)
        if found is None:
            raise LeadsNowhereError(f"no page shows {ref}")
        return found

    def area(self, ref: ColumnRef) -> tuple[str, Area]:
        """Where a column's cells stand, with its sheet. Raises `LeadsNowhereError`."""
        if ref not in self._columns:
            raise LeadsNowhereError(f"no page shows {ref}")
        return self._columns[ref]

    def sortable(self, sheet: str) -> SortableRows:
        """The rows of a sheet as formulas find them."""
        return self._sheets[sheet]

    def is_fixed(self, row: RowId) -> bool:
        """Whether others are judged by a row, so that references to it do not move."""
        return self._rows[row].is_fixed

    def link(self, goal: Goal) -> str:
        """The address to which a link leads. Raises `LeadsNowhereError`."""
        if isinstance(goal, Ref):
            sheet, row, column = self.spot(goal)
            return in_sheet(sheet, address(row, column))
        row = 0 if isinstance(goal, PageRef) else self._tables.get(goal, -1)
        if goal.page not in self._pages or row < 0:
            raise LeadsNowhereError(f"no page shows {goal}")
        return in_sheet(goal.page, address(row, 0))


@dataclass(frozen=True, slots=True)
class View:
    """The book as a formula sees it that stands in a row of a sheet: the `Places` of a rule."""

    book: Book
    sheet: str
    row: int

    def cell(self, ref: Ref) -> str:
        """`F8` of the same sheet, else with its sheet; `Targets!$F$8` of what is fixed."""
        sheet, row, column = self.book.spot(ref)
        if sheet == self.sheet:
            return address(row, column)
        return in_sheet(sheet, address(row, column, "$" if self.book.is_fixed(ref.row) else ""))

    def found(self, ref: Ref) -> str | None:
        """`F8` of the same row, with which it is sorted; another row as its code finds it, unless it is fixed."""
        spot = self.book.find(ref)
        if spot is None:
            return None
        sheet, row, column = spot
        if (sheet, row) == (self.sheet, self.row) or self.book.is_fixed(ref.row):
            return self.cell(ref)
        return self.book.sortable(sheet).cell(row, column)

    def column(self, ref: ColumnRef) -> str:
        """`Kent!$N$7:$N$15`."""
        sheet, area = self.book.area(ref)
        return in_sheet(sheet, area.address)

    def runs(self, refs: Iterable[Ref]) -> list[str]:
        """`F5:L5` for neighbours, on another sheet as `Swale!$N$9:$N$10`."""
        runs = list(_runs(map(self.book.spot, refs)))
        return [
            area.address.replace("$", "") if sheet == self.sheet else in_sheet(sheet, area.address)
            for sheet, area in runs
        ]

    def counted(self, refs: Iterable[Ref], text: str) -> list[str]:
        """`COUNTIF(Swale!$N$9:$N$10,"RED")` for rows that are sorted together, else by their codes."""
        together: dict[tuple[str, object, int], list[int]] = {}
        for sheet, row, column in map(self.book.spot, refs):
            part = self.book.sortable(sheet).part(row) or row
            together.setdefault((sheet, part, column), []).append(row)
        return [self.book.sortable(sheet).count(rows, column, text) for (sheet, _, column), rows in together.items()]

    def spelled(self, travel: Travel) -> str:
        """The style's arrow."""
        return arrows(self.book.looks).get(travel, travel.value)


def _runs(spots: Iterable[Spot]) -> Iterator[tuple[str, Area]]:
    """Cells as areas, neighbours below or beside each other as one."""
    name, area = "", Area(0, 0, 0, 0)
    for sheet, row, column in spots:
        is_below = (row, column, column) == (area.bottom + 1, area.left, area.right)
        is_beside = (row, row, column) == (area.top, area.bottom, area.right + 1)
        if sheet == name and (is_below or is_beside):
            area = replace(area, bottom=row, right=column)
            continue
        if name:
            yield name, area
        name, area = sheet, Area(row, column, row, column)
    if name:
        yield name, area
