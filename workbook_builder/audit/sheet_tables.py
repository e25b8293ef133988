"""Finds a table of the builder's own layout: by its defined name or title, its columns by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from workbook_builder.audit.printed import INDICATOR, Slot, slots_of
from workbook_builder.grid import defined_name
from workbook_builder.inputs.figures import rounded
from workbook_builder.inputs.opening import Cell, Sheet, Workbook
from workbook_builder.inputs.shown import decimals_of
from workbook_builder.pages.blocks import Column
from workbook_builder.pages.columns import columns_of
from workbook_builder.pages.tables import table_name
from workbook_builder.periods import TERMS, month
from workbook_builder.rating.expressions import TYPED
from workbook_builder.scorecards.model import ScorecardPage, Table
from workbook_builder.specs.model import Spec

CODE, DATA_PERIOD = ("code", 0), ("data_period", 0)
_DIGITS = 15  # that Excel keeps of a number
_CORNERS = re.compile(r"\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)")
_WHEN = rf"\d|as at|Q\d|{'|'.join(TERMS)}"


@dataclass(frozen=True)
class SheetTable:
    """Where a table stands: its two heading rows from `top`, its last row, its columns by what they show.

    Rows and columns count from 1, as in Excel. `wanted` are the columns of the table as it is built, `lacking` the
    headings that no column has.
    """

    sheet: Sheet
    page: ScorecardPage
    table: Table
    top: int
    bottom: int
    wanted: Mapping[Slot, Column]
    columns: Mapping[Slot, int]
    lacking: tuple[str, ...]

    def address(self, row: int, slot: Slot) -> str:
        """Where the cell of a row stands that shows something: `D4`."""
        return self.sheet.cell(row, self.columns[slot]).address

    def text(self, row: int, slot: Slot) -> str:
        """What such a cell displays; nothing where there is no such column."""
        if slot not in self.columns:
            return ""
        return text_of(self.sheet.cell(row, self.columns[slot]), as_typed=slot[0] == "target")

    def group(self, slot: Slot) -> Cell:
        """The cell of the upper heading row that stands above a column, perhaps further to the left."""
        cells = [self.sheet.cell(self.top, column) for column in range(self.columns[slot], 0, -1)]
        return next((cell for cell in cells if cell.value is not None), cells[0])


def find_table(book: Workbook, page: ScorecardPage, table: Table, spec: Spec) -> SheetTable | None:
    """The table on its sheet, or None where there is none of that name or title."""
    found = _by_name(book, page, table) or _by_title(book, page, table)
    if found is None:
        return None
    sheet, top, bottom = found
    headings = {column: text_of(sheet.cell(top + 1, column)) for column in range(1, sheet.max_column + 1)}
    wanted = slots_of(columns_of(table, spec))
    columns, lacking = _columns(wanted, headings)
    while INDICATOR in columns and _goes_on(sheet, bottom + 1, columns[INDICATOR]):
        bottom += 1
    return SheetTable(sheet, page, table, top, bottom, wanted, columns, tuple(lacking))


def _by_name(book: Workbook, page: ScorecardPage, table: Table) -> tuple[Sheet, int, int] | None:
    """By the defined name that the builder gave it, which follows when rows or sheets are moved or renamed."""
    name = defined_name(table_name(page, table))
    local = [sheet.names for sheet in book.sheets]
    for names in (book.names, *local):
        for sheet, cells in names[name].destinations if name in names else ():
            if place := _place(book, sheet, cells):
                return place
    return None


def _place(book: Workbook, sheet: str, cells: str) -> tuple[Sheet, int, int] | None:
    corners = _CORNERS.fullmatch(cells)
    if not corners or sheet not in book.by_title:
        return None
    top, bottom = int(corners[1]), min(int(corners[2]), book.by_title[sheet].max_row)
    return (book.by_title[sheet], top, bottom) if 0 < top < bottom else None


def _by_title(book: Workbook, page: ScorecardPage, table: Table) -> tuple[Sheet, int, int] | None:
    """By the title above it, on the sheet of the page: a copy of a sheet may have lost its names."""
    if page.name not in book.by_title:
        return None
    sheet = book.by_title[page.name]
    titles = (row for row in range(1, sheet.max_row + 1) if text_of(sheet.cell(row, 1)) == table.spec.title)
    return next(((sheet, row + 1, row + 2) for row in titles), None)


def _goes_on(sheet: Sheet, row: int, indicator: int) -> bool:
    """Whether a row below the named area belongs to the table: it has a title and something beside it."""
    filled = [cell for cell in sheet.rows.get(row, {}).values() if cell.value is not None]
    return len(filled) > 1 and sheet.cell(row, indicator).value is not None


def _columns(wanted: Mapping[Slot, Column], headings: Mapping[int, str]) -> tuple[dict[Slot, int], list[str]]:
    """Each wanted column by its heading, the leftmost first; earlier periods by their neighbours."""
    columns: dict[Slot, int] = {}
    lacking: list[str] = []
    for slot, column in wanted.items():
        if column.kind != "trend":
            number = _headed(column, headings, columns.values())
            if number is None:
                lacking.append(_heading(column))
            else:
                columns[slot] = number
    trend = [slot for slot, column in wanted.items() if column.kind == "trend"]
    between = list(_between(wanted, columns, headings))[-len(trend) :] if trend else []
    if len(between) < len(trend):
        lacking.append(f"{len(trend)} earlier periods")
    return columns | dict(zip(trend, between, strict=False)), lacking


def _heading(column: Column) -> str:
    """What a column is headed with, without its period and, of an outturn, without its area."""
    heading = str(column.heading[0])
    return heading.rpartition(" ")[2] if column.kind == "outturn" else heading


def _headed(column: Column, headings: Mapping[int, str], taken: Iterable[int]) -> int | None:
    """The first free column of that heading, whatever period follows it; `Kent Outturn` is an outturn."""
    any_area = r"(.+ )?" if column.kind == "outturn" else ""
    pattern = re.compile(rf"{any_area}{re.escape(_heading(column))}( ({_WHEN}).*)?")
    return next((number for number in headings if number not in taken and pattern.fullmatch(headings[number])), None)


def _between(wanted: Mapping[Slot, Column], columns: Mapping[Slot, int], headings: Mapping[int, str]) -> range:
    """The columns between those that stand before and after the earlier periods."""
    slots = list(wanted)
    first = next(n for n, column in enumerate(wanted.values()) if column.kind == "trend")
    before = [columns.get(slot, 0) for slot in slots[:first]]
    after = [columns[slot] for slot in slots[first:] if slot in columns]
    return range(max(before, default=0) + 1, min(after, default=max(headings) + 1))


def text_of(cell: Cell, as_typed: bool = False) -> str:
    """What a cell displays, its line breaks as spaces: `62.0`, `61.6%`, `Nov-24`; a limit shows what was typed."""
    value = cell.value
    if isinstance(value, datetime):
        return month(value.year, value.month).label if value.day == 1 else f"{value:%Y-%m-%d}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return " ".join(str(value).split()) if value is not None else ""
    shown = str(cell.number_format)
    percent = "%" in shown
    number = Decimal(repr(value)) * (100 if percent else 1)
    decimals = decimals_of(shown)
    if as_typed and decimals is not None:
        decimals = max(decimals, -int(rounded(number, TYPED).normalize().as_tuple().exponent))
    as_stored = decimals is None or number.adjusted() > _DIGITS
    return (f"{number:f}" if as_stored else f"{rounded(number, decimals or 0):f}") + ("%" if percent else "")
