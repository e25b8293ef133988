"""The kind of page `guidance`: notes on the data, and the keys."""

from __future__ import annotations

from workbook_builder.grid import Cell, Sheet, Style
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.sheets.tables import RAG_STYLES, TRAVEL_STYLES, arrows
from workbook_builder.specs.pages import GuidancePage, GuidanceSection
from workbook_builder.styles import Looks

_WIDTHS = (190, 860)


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Sheet:
    """Each part of the notes: a heading, paragraphs, terms with their meanings, a footnote."""
    assert isinstance(page.spec, GuidancePage)
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    for section in page.spec.sections:
        _add_section(canvas, section)
        canvas.begin_table()
    canvas.add(Cell("Contact", Style.TABLE_TITLE))
    canvas.add_text(f"{scorecard.spec.produced_by}: {scorecard.spec.contact}", Style.NOTE, sum(_WIDTHS))
    return canvas.finish(_WIDTHS)


def _add_section(canvas: Canvas, section: GuidanceSection) -> None:
    canvas.add(Cell(section.title, Style.TABLE_TITLE))
    for paragraph in section.paragraphs:
        canvas.add_text(paragraph, Style.NOTE, sum(_WIDTHS))
    if section.terms:
        add_header_row(canvas, "Term", "Meaning")
    for term in section.terms:
        canvas.add(_term(canvas.looks, section.drawn_as, term.term), Cell(term.meaning, Style.TEXT))
    if section.footnote:
        canvas.add_text(section.footnote, Style.NOTE, sum(_WIDTHS))
    canvas.add()


def _term(looks: Looks, drawn_as: str, term: str) -> Cell:
    if drawn_as == "rag":
        return Cell(term, RAG_STYLES.get(Rag(term), Style.TERM))
    if drawn_as == "travel":
        direction = Travel(term)
        return Cell(f"{arrows(looks)[direction]} {term}", TRAVEL_STYLES[direction])
    return Cell(term, Style.TERM)
