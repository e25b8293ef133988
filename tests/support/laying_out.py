"""A scorecard as sheets: what `build` does between the checks and the file."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style, Workbook
from workbook_builder.outputs import xlsx
from workbook_builder.outputs.xlsx.drawing import Pen
from workbook_builder.outputs.xlsx.excerpts import fitted
from workbook_builder.outputs.xlsx.placed import Part, Placed
from workbook_builder.outputs.xlsx.placing import place
from workbook_builder.pages import blocks, make_pages
from workbook_builder.pages.blocks import Column, Fact, Holds
from workbook_builder.pages.values import Value
from workbook_builder.scorecards import Scorecard
from workbook_builder.styles import Looks


def lay_out(scorecard: Scorecard, looks: Looks) -> Workbook:
    """The workbook of a scorecard in a style."""
    return xlsx.lay_out(make_pages(scorecard, xlsx.left_out(looks, scorecard.edition.is_draft)), looks)


def drawn(value: Value, holds: Holds, looks: Looks) -> Cell:
    """A cell of a workbook that says something in a column that holds that."""
    return Pen(Column(("Heading",), holds), looks, Style.LINK).draw(blocks.Cell(value))


def placed_pages(scorecard: Scorecard, looks: Looks) -> dict[str, Placed]:
    """The pages of a scorecard by name, laid out and not resolved yet."""
    return {page.name: place(fitted(page, looks), looks) for page in make_pages(scorecard).pages}


def parts_of(placed: Placed) -> list[Part]:
    """The rows of a sheet that may be sorted among themselves."""
    return [part for table in placed.tables for part in table.parts]


def facts_of(placed: Placed) -> Iterator[tuple[int, int, Fact]]:
    """The cells of a sheet that state something, by row and column, and what they state."""
    at = {id: place.row for id, place in placed.rows}
    for table in placed.tables:
        shown = [n for n, column in enumerate(table.table.columns) if column in table.columns]
        for row in table.table.rows:
            for column, n in enumerate(shown):
                if n < len(row.cells) and (fact := row.cells[n].fact):
                    yield at[row.id], column, fact
