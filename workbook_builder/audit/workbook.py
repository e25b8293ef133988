"""Reads an .xlsx in the builder's own layout, edited by hand perhaps: the same tables as the edition's pages have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workbook_builder.audit.cell_text import around, text_of, words
from workbook_builder.audit.edition import Edition
from workbook_builder.audit.locating import Located, heading_of, locate
from workbook_builder.audit.printed import (
    DOT,
    INDICATOR,
    Heading,
    Line,
    Print,
    PrintedPage,
    PrintedRow,
    PrintedTable,
    Slot,
    arrow_of,
    figure_of,
    slots_of,
)
from workbook_builder.inputs.opening import Cell, Sheet, Workbook, open_workbook
from workbook_builder.pages.blocks import Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.problems import Report

RATED = "tables"
"""The kind of page whose rows are judged."""


def read_workbook(path: Path, edition: Edition, report: Report) -> Print:
    """Every page and table that the workbook has; what it lacks is for the audit to find."""
    book = open_workbook(path)
    if isinstance(book, Workbook):
        return read_pages(book, path.name, edition, report)
    report.add(str(path), *book)
    return Print(())


def read_pages(book: Workbook, file: str, edition: Edition, report: Report) -> Print:
    """The same of a workbook that is open, of a `file` of that name."""
    pages = list(_pages(book, edition))
    rated = [(page, table) for page, tables in pages if page.kind == RATED for table in tables]
    if not rated and any(page.kind == RATED for page in edition.pages):
        allowed = f"the tables of {edition.scorecard.spec.title}"
        report.add(file, "none of the tables", allowed, "audit a workbook that `build` made, or check --scorecard")
    _check_calculated(file, (table for _, tables in pages for table in tables), report)
    if report.problems:
        return Print(())
    rows = (row for page, table in rated for row in _rows(file, page, table, edition))
    return Print(tuple(rows), tuple(_printed_page(file, book, page, tables) for page, tables in pages))


def _pages(book: Workbook, edition: Edition) -> Iterator[tuple[Page, list[Located]]]:
    """The pages that the workbook has, each with those of its tables that it has."""
    taken: set[tuple[str, int]] = set()
    for page in edition.pages:
        tables = []
        for table in page.tables:
            if found := locate(book, page.name, table, taken):
                taken.add((found.sheet.title, found.heading))
                tables.append(found)
        if tables or page.name in book.by_title:
            yield page, tables


def _check_calculated(file: str, tables: Iterable[Located], report: Report) -> None:
    """A formula without its value is not an empty cell: nothing is known of what it shows."""
    for table in tables:
        for cell in _uncalculated(table):
            where = f"{file}, sheet {table.sheet.title}, cell {cell.address}"
            remedy = "open the workbook in Excel and save it"
            report.add(where, "a formula without its value", "a calculated value", remedy)


def _uncalculated(table: Located) -> Iterator[Cell]:
    for row in range(table.heading, table.bottom + 1):
        for column in table.columns.values():
            cell = table.sheet.cell(row, column)
            if not cell.is_calculated:
                yield cell


def _printed_page(file: str, book: Workbook, page: Page, tables: list[Located]) -> PrintedPage:
    sheet = tables[0].sheet if tables else book.by_title[page.name]
    read = {found.table.id: _Reading(found).table for found in tables}
    return PrintedPage(page.name, f"{file}, sheet {sheet.title}", read, tuple(_texts(sheet, list(read.values()))))


def _texts(sheet: Sheet, tables: Sequence[PrintedTable]) -> Iterator[str]:
    """The texts outside the tables, column after column, so that the lines of a long one stand together."""
    taken = {place for table in tables for line in table.lines for place in line.places.values()}
    taken |= {heading.place.removeprefix("cell ") for table in tables for heading in table.headings}
    texts = (cell for cell in sheet.cells if isinstance(cell.value, str) and cell.address not in taken)
    return filter(None, map(text_of, sorted(texts, key=lambda cell: (cell.column, cell.row))))


@dataclass(frozen=True)
class _Reading:
    """Reads the rows of one table."""

    found: Located

    @cached_property
    def table(self) -> PrintedTable:
        """The table as it is printed."""
        table = self.found.table
        return PrintedTable(table.id, self.headings, tuple(line for line, _ in self.lines), self.found.lacking)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """What stands above the columns, in both rows of headings, beside what ours says there."""
        return (*self._headings(), *self._group_counts())

    def _group_counts(self) -> Iterator[Heading]:
        """How many rows sub-headings say that there are."""
        counts = {words(group.title): str(len(group.rows)) for group in self.found.table.groups if group.is_counted}
        for number in range(self.found.heading + 1, self.found.bottom + 1) if counts else ():
            cells = {n: self.found.text(number, n) for n in self.found.columns}
            if self._is_subheading(cells):
                place = f"cell {self.found.cell(number, 1).address}"
                yield Heading(("", 1), cells[1], place, counts.get(cells[0], ""))

    def _headings(self) -> Iterator[Heading]:
        for n in self.found.columns:
            if expected := heading_of(self.found.table, n):
                yield self._heading(n, self.found.cell(self.found.heading, n), expected)
            if group := self.found.table.columns[n].group:
                yield self._heading(n, self.found.group(n), words(group))

    def _heading(self, column: int, cell: Cell, expected: str) -> Heading:
        """What a heading says of a column; only where that is its period it may lie behind the edition's."""
        period = self.found.table.columns[column].period
        slot = self._slots.get(column) if period and period.label in expected else None
        return Heading(slot or ("", column), text_of(cell), f"cell {cell.address}", expected)

    @cached_property
    def _slots(self) -> dict[int, Slot]:
        return {n: slot for slot, n in slots_of(self.found.table.columns).items()}

    @cached_property
    def lines(self) -> list[tuple[Line, tuple[Heading, ...]]]:
        """Every row, under the sub-heading above it, with the periods that this repeats."""
        return list(self._lines())

    def _lines(self) -> Iterator[tuple[Line, tuple[Heading, ...]]]:
        group, repeated = "", tuple[Heading, ...]()
        for number in range(self.found.heading + 1, self.found.bottom + 1):
            cells = {n: self.found.text(number, n) for n in self.found.columns}
            filled = [text for text in cells.values() if text]
            if self._is_subheading(cells):
                group, repeated = cells[self._title], tuple(self._repeated(number))
            elif filled and filled != [words(self.found.table.empty)]:
                printed = {n: self.found.cell(number, n) for n in cells}
                places = {n: cell.address for n, cell in printed.items()}
                yield Line(group, cells, places, {n: around(cell) for n, cell in printed.items()}), repeated

    @cached_property
    def _counted(self) -> bool:
        """Whether sub-headings say how many rows there are, and stand above the first column."""
        return any(group.is_counted for group in self.found.table.groups)

    @cached_property
    def _title(self) -> int:
        """The column in which sub-headings stand."""
        columns = self.found.table.columns
        return next((n for n, one in enumerate(columns) if one.holds == "title" and not self._counted), 0)

    @cached_property
    def _row_titles(self) -> set[str]:
        texts = (row.cells[self._title].value for row in self.found.table.rows if len(row.cells) > self._title)
        return {words(text) for text in texts if isinstance(text, str)}

    def _is_subheading(self, cells: Mapping[int, str]) -> bool:
        """Whether a row of a table with sub-headings is one: it has a title and, beside it, nothing but periods."""
        title = cells.get(self._title, "")
        titles = {words(group.title) for group in self.found.table.groups if group.title}
        others = {n: text for n, text in cells.items() if n != self._title and text}
        if self._counted:
            return title in titles and list(others) == [1]
        is_bare = all(self._is_period(n, text) for n, text in others.items())
        return bool(titles) and bool(title) and is_bare and (title in titles or title not in self._row_titles)

    def _is_period(self, column: int, text: str) -> bool:
        return self.found.table.columns[column].period is not None and figure_of(text) is None

    def _repeated(self, number: int) -> Iterator[Heading]:
        """The periods that a sub-heading repeats."""
        for n, column in enumerate(self.found.table.columns):
            if n in self.found.columns and (text := self.found.text(number, n)) and n != self._title:
                yield self._heading(n, self.found.cell(number, n), column.period.label if column.period else text)


def _rows(file: str, page: Page, found: Located, edition: Edition) -> Iterator[PrintedRow]:
    """The rows of indicators, by what they show."""
    reading = _Reading(found)
    slots = {slot: n for slot, n in slots_of(found.table.columns).items() if n in found.columns}
    titles = [n for n, one in enumerate(found.table.columns) if one.holds == "title" and n in found.columns]
    for line, repeated in reading.lines:
        cells = {slot: line.cells[n] for slot, n in slots.items()}
        if DOT in cells:
            cells[DOT] = arrow_of(cells[DOT], edition.symbols)
        places = {slot: f"cell {line.places[n]}" for slot, n in slots.items()}
        title = line.cells[titles[0]] if titles else ""
        yield PrintedRow(
            page=page.name,
            section=found.table.id,
            team=line.group,
            id=_indicator(found.table, line),
            title=title,
            origin=f"{file}, sheet {found.sheet.title}",
            cells=cells,
            places=places | ({INDICATOR: f"cell {line.places[titles[0]]}"} if titles else {}),
            headings=(*reading.headings, *repeated),
            line=line,
        )


def _indicator(table: Table, line: Line) -> str:
    """The indicator of that title or, where the title was changed, the only one of that code."""
    groups = [group for group in table.groups if words(group.title) == line.group] or table.groups
    rows = [row for group in groups for row in group.rows]
    for holds in ("title", "code"):
        found = {row.id[3] for row in rows if _names(table, row, line, holds)}
        if len(found) == 1:
            return found.pop()
    return ""


def _names(table: Table, row: Row, line: Line, holds: str) -> bool:
    """Whether a row of ours has the same text in a column that holds its title, or its code."""
    columns = (n for n, one in enumerate(table.columns) if one.holds == holds and line.cells.get(n))
    return any(words(str(getattr(row.cells[n].value, "text", row.cells[n].value))) == line.cells[n] for n in columns)
