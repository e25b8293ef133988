"""The kind of page `commentary`: a paragraph for each rated row, RED first, which service managers may type over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from workbook_builder.grid import Area, Cell, Highlight, Sheet, Style, address, defined_name, in_sheet
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Paragraph, Scorecard, ScorecardPage
from workbook_builder.scorecards.versions import version_of
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import figure_cell, limit_cell
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.sheets.lookup import FoundRows, following
from workbook_builder.sheets.tables import RAG_STYLES
from workbook_builder.specs.pages import CommentaryPage
from workbook_builder.styles import Looks

ID, TEXT, VERSION = "Id", "Commentary", "Version"
FIGURES = ("Rating", "Latest figure", "Target")
COLUMNS = (ID, "Indicator", *FIGURES, TEXT, VERSION)
_INDICATOR, _RATING, _TEXT = COLUMNS.index("Indicator"), COLUMNS.index("Rating"), COLUMNS.index(TEXT)
_INDICATOR_WIDTH = 230  # pixels
_TEXT_WIDTHS = range(640, 1700, 60)  # as wide as the longest text needs
_HIGHEST_ROW = 400  # points; a row of Excel is at most 409 high
_NOTE = "Ratings, figures and targets are those of the linked rows, and follow them."
_NOTES_ON_TYPING = (
    "Type over the cells of the column Commentary and return the file; everything else on this page is protected, "
    "without a password. Texts in italics are drafts made from the figures.",
    f"{_NOTE} The column Version says which text stood here when the file was made.",
)


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, sheets: Mapping[str, Sheet]) -> Sheet:
    """The sheet; only its commentary cells can be changed. A final edition has no versions."""
    assert isinstance(page.spec, CommentaryPage)
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    is_draft = scorecard.edition.is_draft
    columns = COLUMNS if is_draft else COLUMNS[: COLUMNS.index(VERSION)]
    for note in _NOTES_ON_TYPING if is_draft else (_NOTE,):
        canvas.add_text(note, Style.NOTE, 1200)
    canvas.add()
    heading = add_header_row(canvas, *columns)
    said = paragraphs_of(scorecard, page.spec)
    for (name, section), paragraphs in groupby(said, lambda p: (p.page, p.section)):
        canvas.add(*_section_cells(name, section)[: len(columns)])
        for paragraph in paragraphs:
            canvas.add(*_cells(scorecard, paragraph, sheets[name], looks.symbols.small)[: len(columns)])
    last = canvas.next_row - 1
    canvas.names.append((defined_name(page.name), Area(heading, 0, last, len(columns) - 1)))
    rated = (Area(heading + 1, _RATING, last, _RATING),)
    canvas.highlights += [Highlight(rated, rag.value, style) for rag, style in RAG_STYLES.items()]
    return replace(_finished(canvas, heading, len(columns)), is_protected=True)


def paragraphs_of(scorecard: Scorecard, page: CommentaryPage) -> list[Paragraph]:
    """The paragraphs of one page of commentary."""
    sections = {(section.page, section.title) for section in page.sections}
    return [paragraph for paragraph in scorecard.commentary if (paragraph.page, paragraph.section) in sections]


def _finished(canvas: Canvas, heading: int, columns: int) -> Sheet:
    """The sheet, its texts so wide that no row is higher than Excel allows."""
    for width in _TEXT_WIDTHS:
        widths = canvas.needed_widths(columns, {_INDICATOR: _INDICATOR_WIDTH, _TEXT: width})
        sheet = canvas.finish(widths, (heading + 1, 0), (heading, heading))
        if max(row.height for row in sheet.rows) <= _HIGHEST_ROW:
            break
    return sheet


def _section_cells(page: str, section: str) -> list[Cell]:
    cells = [Cell(None, Style.HEADER_TEAM)] * len(COLUMNS)
    repeated = section.casefold() in page.casefold()
    cells[_INDICATOR] = Cell(page if repeated else f"{page}: {section}", Style.HEADER_TEAM)
    return cells


def _cells(scorecard: Scorecard, paragraph: Paragraph, sheet: Sheet, small: str) -> list[Cell]:
    row = paragraph.row
    key = row.indicator.id, row.place
    link = in_sheet(sheet.name, address(sheet.anchors[key], 0))
    is_marked = paragraph.is_draft and scorecard.edition.is_draft
    return [
        Cell(row.indicator.id, Style.TEXT_LINK, link=link),
        Cell(row.title, Style.TEXT),
        *_live_cells(paragraph, sheet, small),
        Cell(paragraph.text, Style.COMMENTARY_DRAFT if is_marked else Style.COMMENTARY),
        Cell(version_of(scorecard.edition.month, paragraph), Style.LABEL),
    ]


def _live_cells(paragraph: Paragraph, sheet: Sheet, small: str) -> list[Cell]:
    """Rating, latest figure and target, found by the row's code; what it does not show is stated."""
    row, rating = paragraph.row, paragraph.rating
    key = row.indicator.id, row.place
    cited = sheet.cited[key]

    def same(column: int | None) -> str:
        return "" if column is None else following(FoundRows(sheet).cell(sheet.anchors[key], column))

    target = row.target
    mark = small if row.is_small else ""
    style = Style.MISSING if rating is Rag.NOT_RATED else Style.RAG
    shown = [
        Cell(rating.value, style, formula=same(cited.rating)),
        figure_cell(row.figure(row.latest), formula=same(cited.figure), mark=mark),
    ]
    if target is None:
        return [*shown, figure_cell(None)]
    return [*shown, limit_cell(target.target, formula=same(cited.target), sign=target.sign)]
