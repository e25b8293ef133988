"""The built workbook edited and recalculated, and what the scorecard knows of each of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from openpyxl.utils import get_column_letter

from tests.support.clients import libreoffice
from tests.support.clients.compare import opened
from tests.support.editing import Edits, edit_cells
from tests.support.tables import PrintedRow, PrintedTable, named_areas, printed_tables
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Row, Scorecard

Place = tuple[str, str]


class Recalculated:
    """An edited copy of the built workbook, as LibreOffice recalculates it."""

    def __init__(self, built: Path, folder: Path, edits: Edits) -> None:
        edited = edit_cells(built, folder / "edited.xlsx", edits)
        self.book = opened(libreoffice.recalculate(edited, folder), cached=True)

    def __getitem__(self, place: Place) -> object:
        sheet, cell = place
        return self.book[sheet][cell].value


@dataclass(frozen=True)
class Line:
    """A row of figures: where it stands in the workbook, and what the scorecard knows of it."""

    table: PrintedTable
    printed: PrintedRow
    row: Row

    def places(self, heading: str) -> list[Place]:
        """Sheet and cell, in each column that is headed so."""
        columns = map(get_column_letter, self.table.columns_headed(heading))
        return [(self.table.sheet.title, f"{column}{self.printed.number}") for column in columns]

    @cached_property
    def latest(self) -> Place:
        """The cell of the latest figure."""
        [place] = self.places("Measure|Rate")
        return place

    @property
    def rated(self) -> list[tuple[Period, Period]]:
        """What its RAG columns judge, this year, then the previous: the figure's period, the year that judges it."""
        row = self.row
        judged = [(period, row.year if period == row.latest else period) for period in row.ratings]
        return sorted(judged, key=lambda pair: pair[1], reverse=True)

    def shown_as(self, figure: Figure | None, value: Decimal) -> Number:
        """An edited value, displayed as the figure that stood in the cell was."""
        return Number(value, figure.decimals if isinstance(figure, Number) else self.row.indicator.decimals)


def lines_of(built: Path, scorecard: Scorecard) -> Iterator[Line]:
    """Every row of figures, sheet by sheet and table by table."""
    tables = sorted(printed_tables(built).values(), key=lambda table: table.top)
    for page in scorecard.pages:
        on_page = [table for table in tables if table.sheet.title == page.name]
        for table, known in zip(on_page if page.tables else [], page.tables, strict=True):
            for printed, row in zip(table.rows(), known.rows, strict=True):
                assert printed.title == row.title
                yield Line(table, printed, row)


@dataclass(frozen=True)
class TargetSheet:
    """The sheet on which each target stands once."""

    area: PrintedTable

    @cached_property
    def rows(self) -> dict[tuple[str, str, str], int]:
        """The row of each target, by indicator's title, place and year."""
        rows = range(self.area.top + 1, self.area.bottom + 1)
        return {(self._text(r, "Indicator"), self._text(r, "Applies to"), self._text(r, "Year")): r for r in rows}

    def place(self, title: str, applies_to: str, year: str, heading: str) -> Place:
        """Sheet and cell of what stands under a heading for one target."""
        row = self.rows[title, applies_to, year]
        return self.area.sheet.title, f"{get_column_letter(self._column(heading))}{row}"

    def of(self, target: Target, scorecard: Scorecard, heading: str) -> Place:
        """Sheet and cell of what stands under a heading for a target of the scorecard."""
        title = scorecard.catalogue.indicator_by_id[target.indicator].title
        return self.place(title, target.area or "Everywhere", target.year.label, heading)

    def _text(self, row: int, heading: str) -> str:
        return str(self.area.sheet.cell(row, self._column(heading)).value)

    def _column(self, heading: str) -> int:
        return next(c for c in self.area.columns if self.area.sheet.cell(self.area.top, c).value == heading)


def target_sheet_of(built: Path) -> TargetSheet:
    """The Targets sheet of the built workbook."""
    return TargetSheet(named_areas(built)["Targets"])


def moved(target: Target, by: Decimal) -> Target:
    """A target that is edited by so much. Its bands move with it; a floor standard is edited by half as much.

    What is typed is judged as typed.
    """
    if not isinstance(target.target, Number):
        return target
    limits = {role: _further(limit, by / 2 if role == "floor" else by) for role, limit in target.limits.items()}
    return replace(target, target=_further(target.target, by), limits=limits)


def _further(number: Number, by: Decimal) -> Number:
    return Number(number.value + by, max(number.decimals, -int(by.as_tuple().exponent)))
