"""The kind of page `commentary`: a paragraph for each rated row, RED first, which service managers may type over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from workbook_builder.live import references
from workbook_builder.live.following import Same
from workbook_builder.live.references import RATING, Ref, RowId
from workbook_builder.pages.blocks import Cell, Column, Group, Paragraph, Row, Table
from workbook_builder.pages.cells import target_cell
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.pages.values import MARK, Draft
from workbook_builder.scorecards import model
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.versions import version_of
from workbook_builder.specs.pages import CommentaryPage

ID, TEXT, VERSION = "Id", "Commentary", "Version"
FIGURES = ("Rating", "Latest figure", "Target")
_COLUMNS = (
    Column((ID,), "text"),
    Column(("Indicator",), "title", "indicator"),
    Column((FIGURES[0],), "rating"),
    Column((FIGURES[1],), "figure"),
    Column((FIGURES[2],), "limit"),
    Column((TEXT,), "commentary", "commentary"),
    Column((VERSION,), "label"),
)
_TO_TYPE = (
    "Type over the cells of the column Commentary and return the file; everything else on this page is protected, "
    "without a password. Texts in italics are drafts made from the figures."
)
_FOLLOWING = "Ratings, figures and targets are those of the linked rows, and follow them."
_NOTES_ON_TYPING = (
    Paragraph("", _TO_TYPE),
    Paragraph("The column Version says which text stood here when the file was made.", _FOLLOWING),
)


def make(setting: Setting, page: ScorecardPage) -> Page:
    """Notes, then the texts, section after section. A final edition has no versions, and nothing is typed into it."""
    assert isinstance(page.spec, CommentaryPage)
    said = groupby(paragraphs_of(setting.scorecard, page.spec), lambda p: (p.page, p.section))
    groups = tuple(Group(_title(*key), tuple(_rows(setting, paragraphs))) for key, paragraphs in said)
    is_draft = setting.scorecard.edition.is_draft
    notes = _NOTES_ON_TYPING if is_draft else (Paragraph("", _FOLLOWING),)
    columns = _COLUMNS if is_draft else _COLUMNS[:-1]
    return setting.page(page, (*notes, Table("texts", page.title, columns, groups, name=page.name)))


def paragraphs_of(scorecard: Scorecard, page: CommentaryPage) -> list[model.Paragraph]:
    """The paragraphs of one page of commentary."""
    sections = {(section.page, section.title) for section in page.sections}
    return [paragraph for paragraph in scorecard.commentary if (paragraph.page, paragraph.section) in sections]


def _title(page: str, section: str) -> str:
    is_repeated = section.casefold() in page.casefold()
    return page if is_repeated else f"{page}: {section}"


def _rows(setting: Setting, paragraphs: Iterator[model.Paragraph]) -> Iterator[Row]:
    """Rating, latest figure and target as they stand in the row spoken of; what that does not show is stated."""
    edition = setting.scorecard.edition
    for said in paragraphs:
        row = said.row
        id = setting.rows[said.page][row.indicator.id, row.place]
        cells = (
            Cell(row.indicator.id, link=Ref(id)),
            Cell(row.title),
            Cell(said.rating, live=Same(Ref(id, RATING))),
            _figure(row, id),
            _target(row, id),
            Cell(Draft(said.text) if said.is_draft and edition.is_draft else said.text),
            *([Cell(version_of(edition.month, said))] if edition.is_draft else []),
        )
        yield Row(("text", said.page, said.section, row.indicator.id, row.place), cells)


def _figure(row: model.Row, id: RowId) -> Cell:
    live = Same(Ref(id, references.figure(row.latest)))
    return Cell(row.figure(row.latest), live=live, mark=MARK if row.is_small else "")


def _target(row: model.Row, id: RowId) -> Cell:
    target = row.target
    if target is None:
        return Cell(None)
    return target_cell(target)._replace(live=Same(Ref(id, references.target(target.year))))
