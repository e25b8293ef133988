"""The kind of page `checks`: what looks implausible, whether somebody has accepted it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbook_builder.findings import Finding
from workbook_builder.grid import Area, Cell, Sheet, Style, address
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import link_cell
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.styles import Looks

_COLUMNS = {
    "Rule": 110,
    "Page": 150,
    "Indicator": 300,
    "Area or team": 150,
    "Period": 80,
    "Found": 190,
    "Expected": 220,
    "Difference": 150,
    "Status": 240,
    "Stands in": 210,
}
_NONE = "No warning: every rule was applied, and none found anything."


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, sheets: Mapping[str, Sheet]) -> Sheet:
    """A row for each finding, with a link to the row it is about."""
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    heading = add_header_row(canvas, *_COLUMNS)
    for finding in scorecard.findings:
        canvas.add(*_cells(finding, sheets[finding.page]))
    if not scorecard.findings:
        canvas.add_text(_NONE, Style.NOTE, sum(_COLUMNS.values()))
    last = canvas.next_row - 1
    canvas.names.append(("Checks", Area(heading, 0, last, len(_COLUMNS) - 1)))
    return canvas.finish(tuple(_COLUMNS.values()), (heading + 1, 0), (heading, heading))


def _cells(finding: Finding, sheet: Sheet) -> Iterable[Cell]:
    place = address(sheet.anchors.get((finding.indicator, finding.place), 0), 0)
    status = f"accepted: {finding.accepted}" if finding.accepted else "open"
    texts = (
        finding.place,
        finding.period,
        finding.found,
        finding.expected,
        finding.difference,
        status,
        finding.where,
    )
    return (
        Cell(finding.rule, Style.TEXT),
        link_cell(finding.page, finding.page, place),
        Cell(f"{finding.indicator} {finding.title}", Style.TEXT),
        *(Cell(text, Style.TEXT) for text in texts),
    )
