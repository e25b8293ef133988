"""The kind of page `cover`."""

from __future__ import annotations

from workbook_builder.grid import Cell, Sheet, Style
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.heading import DRAFT_TEXT, add_link_back
from workbook_builder.styles import Looks

_WIDTH = 1000


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Sheet:
    """Title, month, who produced it, when it is published."""
    edition = scorecard.edition
    canvas = Canvas(page.name, page.name, looks)
    canvas.add(Cell(scorecard.spec.title, Style.COVER_TITLE))
    canvas.add(Cell(edition.title, Style.COVER_TITLE))
    if scorecard.only_area:
        canvas.add(Cell(scorecard.only_area, Style.COVER_TITLE))
    if edition.is_draft:
        canvas.add(Cell(DRAFT_TEXT, Style.DRAFT))
    canvas.add()
    published = f"{edition.published.day} {edition.published:%B %Y}"
    canvas.add(Cell(f"Produced by: {scorecard.spec.produced_by}", Style.COVER_TEXT))
    canvas.add(Cell(f"Publication date: {published}", Style.COVER_TEXT))
    canvas.add(Cell(f"Contact: {scorecard.spec.contact}", Style.COVER_TEXT))
    canvas.add()
    if edition.note:
        canvas.add_text(edition.note, Style.NOTE, _WIDTH)
        canvas.add()
    add_link_back(canvas, scorecard)
    return canvas.finish((_WIDTH,))
