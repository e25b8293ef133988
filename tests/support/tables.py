"""The tables of a built workbook, found as a reader finds them: by defined name, sub-heading and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.clients.compare import opened

LISTS = ("Targets", "Data_sources", "Indicator_definitions", "Sources", "Definitions", "Commentary")
EXCEPTIONS = "Exceptions"
OTHER_PAGES = (
    EXCEPTIONS,
    "All exceptions",
    "Districts",
    "What changed",
    "All changes",
    "Activity and volume",
    "Commentary",
)
SheetCell = Cell | MergedCell


def book(path: Path, *, cached: bool = True) -> Workbook:
    """The workbook as openpyxl reads it, once: with the `cached` values of its formulas, or with the formulas."""
    return _book(path, cached)


@lru_cache(maxsize=8)
def _book(path: Path, cached: bool) -> Workbook:
    return opened(path, cached=cached)


@dataclass(frozen=True)
class PrintedRow:
    """One row of figures: its number as Excel counts, the sub-heading it stands under, and its title."""

    number: int
    team: str
    title: str


@dataclass(frozen=True)
class PrintedTable:
    """The cells that a defined name covers. Rows and columns count from 1, both ends included."""

    name: str
    sheet: Worksheet
    top: int
    left: int
    bottom: int
    right: int

    @property
    def columns(self) -> range:
        """Its columns."""
        return range(self.left, self.right + 1)

    @property
    def headings(self) -> list[str]:
        """The lower heading row; words that are divided there are whole."""
        return [str(self.sheet.cell(self.top + 1, column).value).replace("-\n", "") for column in self.columns]

    @property
    def groups(self) -> list[str]:
        """The upper heading row as it looks: a name is centred across the cells of its own style beside it.

        The title of the table stands there, too, where no name does.
        """
        found: list[str] = []
        for column in self.columns:
            cell = self.sheet.cell(self.top, column)
            across = cell.alignment.horizontal == "centerContinuous"
            carried = found[-1] if found and across else ""
            found.append(str(cell.value) if across and cell.value is not None else carried)
        return found

    @property
    def title(self) -> str:
        """What stands above its headings."""
        beside = self.sheet.cell(self.top, 1).value
        return str(beside if beside is not None else self.sheet.cell(self.top - 1, 1).value)

    def column(self, heading: str) -> int:
        """The one column of that heading."""
        [column] = [c for c, text in zip(self.columns, self.headings, strict=True) if text == heading]
        return column

    def columns_headed(self, pattern: str) -> list[int]:
        """The columns whose heading begins so."""
        return [c for c, text in zip(self.columns, self.headings, strict=True) if re.match(pattern, text)]

    def trend(self) -> list[int]:
        """The columns of the earlier periods, the earliest first."""
        return [c for c, group in zip(self.columns, self.groups, strict=True) if group.endswith(" Trends")]

    def cells(self, row: int) -> list[SheetCell]:
        """The cells of a row of the sheet, as far as the table goes."""
        return [self.sheet.cell(row, column) for column in self.columns]

    def is_subheading(self, row: int) -> bool:
        """Whether a row names a team: it has a title, and no data period, which every row of figures has."""
        return self.sheet.cell(row, self.column("Data Period")).value is None

    def subheadings(self) -> list[int]:
        """The rows that name a team."""
        return [row for row in self._below() if self.is_subheading(row)]

    def headed_again(self) -> list[int]:
        """The upper of the rows in which its headings stand again, where another printed page begins."""
        code = self.sheet.cell(self.top + 1, 1).value
        rows = range(self.top + 2, self.bottom + 1)
        return [row - 1 for row in rows if code is not None and self.sheet.cell(row, 1).value == code]

    def _below(self) -> list[int]:
        headings = {row + n for row in self.headed_again() for n in (0, 1)}
        return [row for row in range(self.top + 2, self.bottom + 1) if row not in headings]

    def rows(self) -> Iterator[PrintedRow]:
        """Its rows of figures."""
        team, titles = "", self.column("Indicator")
        for row in self._below():
            title = str(self.sheet.cell(row, titles).value)
            if self.is_subheading(row):
                team = title
            else:
                yield PrintedRow(row, team, title)

    def row(self, team: str, title: str) -> PrintedRow:
        """The one row of a team (or, with "", of the area) and title."""
        [found] = [row for row in self.rows() if (row.team, row.title) == (team, title)]
        return found


def named_areas(path: Path, *, cached: bool = True) -> dict[str, PrintedTable]:
    """What each defined name covers."""
    workbook = book(path, cached=cached)
    return {name: _area(workbook, name) for name in workbook.defined_names}


def printed_tables(path: Path, *, cached: bool = True) -> dict[str, PrintedTable]:
    """The tables of rated figures, without the lists of targets, sources and definitions and the pages of words."""
    areas = named_areas(path, cached=cached).items()
    return {name: area for name, area in areas if name not in LISTS and area.sheet.title not in OTHER_PAGES}


def _area(workbook: Workbook, name: str) -> PrintedTable:
    [(sheet, cells)] = workbook.defined_names[name].destinations
    corners = re.fullmatch(r"\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)", cells)
    assert corners, cells
    left, top, right, bottom = corners.groups()
    worksheet = workbook[sheet]
    assert isinstance(worksheet, Worksheet)
    first, last = worksheet[f"{left}{top}"], worksheet[f"{right}{bottom}"]
    return PrintedTable(name, worksheet, first.row, first.column, last.row, last.column)
