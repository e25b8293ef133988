"""Reads an .xlsx in the builder's own layout, edited by hand perhaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from workbook_builder.audit.printed import (
    DOT,
    INDICATOR,
    Heading,
    PrintedRow,
    Slot,
    arrow_of,
)
from workbook_builder.audit.sheet_tables import CODE, DATA_PERIOD, SheetTable, find_table, text_of
from workbook_builder.inputs.opening import Cell, Workbook, open_workbook
from workbook_builder.pages.blocks import Column
from workbook_builder.problems import Report, listed
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import RowGroup, Scorecard

_NOT_FIGURES = ("code", "indicator", "data_period", "qpr")


def read_workbook(
    path: Path, scorecard: Scorecard, symbols: Mapping[str, Travel], report: Report
) -> list[PrintedRow]:
    """The rows of every table that the workbook has; what it lacks is for the audit to find."""
    book = open_workbook(path)
    if not isinstance(book, Workbook):
        report.add(str(path), *book)
        return []
    pages = [(page, table) for page in scorecard.pages for table in page.tables]
    tables = [found for page, table in pages if (found := find_table(book, page, table, scorecard.catalogue))]
    if not tables:
        allowed = f"the tables of {scorecard.spec.title}"
        report.add(
            path.name, "none of the tables", allowed, "audit a workbook that `build` made, or check --scorecard"
        )
    for table in tables:
        _check_columns(path, table, report)
    _check_calculated(path, tables, report)
    teams = scorecard.catalogue.team_by_name
    return [] if report.problems else [row for table in tables for row in _Reading(path, table, symbols).rows(teams)]


def _check_columns(path: Path, table: SheetTable, report: Report) -> None:
    if table.lacking:
        where = f"{path.name}, sheet {table.sheet.title}, table {table.table.spec.title}"
        headings = [text_of(table.sheet.cell(table.top + 1, n)) for n in range(1, table.sheet.max_column + 1)]
        allowed = f"a column for each; its headings are {listed([h for h in headings if h], 30)}"
        report.add(where, f"no column {listed(table.lacking)}", allowed, "put the columns back under their headings")


def _check_calculated(path: Path, tables: Iterable[SheetTable], report: Report) -> None:
    """A formula without its value is not an empty cell: nothing is known of what it shows."""
    for table in tables:
        for cell in _uncalculated(table):
            where = f"{path.name}, sheet {table.sheet.title}, cell {cell.address}"
            remedy = "open the workbook in Excel and save it"
            report.add(where, "a formula without its value", "a calculated value", remedy)


def _uncalculated(table: SheetTable) -> Iterator[Cell]:
    for row in range(table.top, table.bottom + 1):
        for column in table.columns.values():
            cell = table.sheet.cell(row, column)
            if not cell.is_calculated:
                yield cell


class _Reading:
    """Reads the rows of one table."""

    def __init__(self, path: Path, table: SheetTable, symbols: Mapping[str, Travel]) -> None:
        self.table, self.symbols = table, symbols
        self.origin = f"{path.name}, sheet {table.sheet.title}"
        self.slots = [slot for slot in table.columns if slot[0] not in _NOT_FIGURES]
        self.headings = list(self._headings())

    def rows(self, teams: Mapping[str, object]) -> Iterator[PrintedRow]:
        """Every row, under the team of the sub-heading above it."""
        team, repeated = "", list[Heading]()
        titles = {row.title for row in self.table.table.rows}
        for number in range(self.table.top + 2, self.table.bottom + 1):
            title = self.table.text(number, INDICATOR)
            if title in teams or (title not in titles and self._is_subheading(number)):
                team, repeated = title, list(self._repeated(number))
            elif title or self.table.text(number, CODE):
                yield self._row(number, team, title, (*self.headings, *repeated))

    def _is_subheading(self, number: int) -> bool:
        """Whether a row has a title, and no data period (at most that heading again), as every row of figures has."""
        if DATA_PERIOD not in self.table.columns:
            return False
        period, heading = (self.table.text(row, DATA_PERIOD) for row in (number, self.table.top + 1))
        return bool(self.table.text(number, INDICATOR)) and period in ("", heading)

    def _row(self, number: int, team: str, title: str, headings: tuple[Heading, ...]) -> PrintedRow:
        cells = {slot: self.table.text(number, slot) for slot in self.slots}
        if DOT in cells:
            cells[DOT] = arrow_of(cells[DOT], self.symbols)
        return PrintedRow(
            page=self.table.page.name,
            section=self.table.table.spec.id,
            team=team,
            id=self._indicator(team, title, self.table.text(number, CODE)),
            title=title,
            origin=self.origin,
            cells=cells,
            places={slot: f"cell {self.table.address(number, slot)}" for slot in (INDICATOR, *self.slots)},
            headings=headings,
        )

    def _indicator(self, team: str, title: str, code: str) -> str:
        """The indicator of that title or, where the title was changed, the only one of that code."""
        groups: tuple[RowGroup, ...] = tuple(g for g in self.table.table.groups if g.team == team)
        rows = [row for group in groups or self.table.table.groups for row in group.rows]
        titled = [row.indicator.id for row in rows if row.title == title]
        coded = [row.indicator.id for row in rows if code and code in (row.indicator.code, row.indicator.id)]
        return titled[0] if titled else coded[0] if len(set(coded)) == 1 else ""

    def _headings(self) -> Iterator[Heading]:
        """The headings that name periods, of all rows of the table."""
        for slot, column in self.table.wanted.items():
            if slot in self.slots:
                cell = self._heading_cell(slot, column)
                yield Heading(slot, text_of(cell), f"cell {cell.address}")

    def _heading_cell(self, slot: Slot, column: Column) -> Cell:
        if column.kind == "measure":
            return self.table.group(slot)
        return self.table.sheet.cell(self.table.top + 1, self.table.columns[slot])

    def _repeated(self, number: int) -> Iterator[Heading]:
        """The headings that a team's sub-heading repeats."""
        for slot in self.slots:
            if text := self.table.text(number, slot):
                yield Heading(slot, text, f"cell {self.table.address(number, slot)}")
