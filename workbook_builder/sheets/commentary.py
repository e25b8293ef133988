"""The kind of page `commentary`: a paragraph for each rated row, RED first, which service managers may type over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbook_builder.grid import Cell, Sheet, Style
from workbook_builder.scorecards.model import Paragraph, Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.styles import Looks

COLUMNS = {
    "Id": 90,
    "Indicator": 220,
    "Rating": 60,
    "Latest figure": 70,
    "Target": 60,
    "Commentary": 560,
    "Version": 120,
}


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, sheets: Mapping[str, Sheet]) -> Sheet:
    """The sheet; only its commentary cells can be changed."""
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    heading = add_header_row(canvas, *COLUMNS)
    for paragraph in scorecard.commentary:
        canvas.add(*_cells(scorecard, paragraph))
    sheet = canvas.finish(tuple(COLUMNS.values()), (heading + 1, 0), (heading, heading))
    return replace(sheet, is_protected=True)


def _cells(scorecard: Scorecard, paragraph: Paragraph) -> list[Cell]:
    style = Style.COMMENTARY_DRAFT if paragraph.is_draft else Style.COMMENTARY
    return [
        Cell(paragraph.row.indicator.id, Style.TEXT),
        Cell(paragraph.row.title, Style.TEXT),
        Cell(paragraph.rating.value, Style.LABEL),
        Cell(None, Style.NUMBER),
        Cell(None, Style.NUMBER),
        Cell(paragraph.text, style),
        Cell(f"{scorecard.edition.month} {paragraph.version}", Style.LABEL),
    ]
