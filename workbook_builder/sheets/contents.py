"""The kind of page `contents`: every page and table, as links."""

from __future__ import annotations

from collections.abc import Iterable

from workbook_builder.grid import Cell, Sheet, Style, address
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import link_cell
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.styles import Looks

_WIDTHS = (260, 560, 180)


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, sheets: Iterable[Sheet]) -> Sheet:
    """A row for each table of a page, and one for each page without tables."""
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    heading = add_header_row(canvas, "Page", "Contents", "Latest period")
    specs = {other.name: other for other in scorecard.pages}
    for sheet in sheets:
        tables, name = specs[sheet.name].tables, specs[sheet.name].printed_name
        for table, (_, area) in zip(tables, sheet.names, strict=False):
            place = address(area.top - 1, 0)
            canvas.add(
                link_cell(name, sheet.name),
                link_cell(table.spec.title, sheet.name, place),
                Cell(table.latest.label, Style.LABEL),
            )
        if not tables:
            canvas.add(link_cell(name, sheet.name), Cell(sheet.title, Style.TEXT), Cell(None, Style.LABEL))
    return canvas.finish(_WIDTHS, (heading + 1, 0), (heading, heading))
