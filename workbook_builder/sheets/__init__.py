"""The fifth stage: a scorecard laid out as sheets of cells. A kind of page is a file; its name is the spec's word."""

from __future__ import annotations

from collections.abc import Callable

from workbook_builder.grid import Sheet, Workbook
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets import contents, cover, definitions, guidance, sources, tables, targets
from workbook_builder.sheets.columns.slot import TargetRows
from workbook_builder.sheets.heading import DRAFT_TEXT
from workbook_builder.styles import Looks

_PLAIN: dict[str, Callable[[Scorecard, ScorecardPage, Looks], Sheet]] = {
    "cover": cover.lay_out,
    "guidance": guidance.lay_out,
    "targets": targets.lay_out,
    "sources": sources.lay_out,
    "definitions": definitions.lay_out,
}


def lay_out(scorecard: Scorecard, looks: Looks) -> Workbook:
    """The whole workbook. The contents page is laid out last, because it links to what stands on the others."""
    rows = targets.target_rows(scorecard, looks)
    others = {p.name: _sheet(scorecard, p, looks, rows) for p in scorecard.pages if p.spec.kind != "contents"}
    sheets = tuple(
        others.get(page.name) or contents.lay_out(scorecard, page, looks, others.values()) for page in scorecard.pages
    )
    edition = scorecard.edition
    return Workbook(
        title=f"{scorecard.spec.title} - {edition.title}",
        subject=f"Performance scorecard, {scorecard.only_area or 'all areas'}, {edition.title}",
        author=scorecard.spec.produced_by,
        created=edition.published,
        footer=f"{scorecard.spec.title} - {edition.title}",
        watermark=DRAFT_TEXT if edition.is_draft else "",
        sheets=sheets,
    )


def _sheet(scorecard: Scorecard, page: ScorecardPage, looks: Looks, rows: TargetRows) -> Sheet:
    if page.spec.kind == "tables":
        return tables.lay_out(scorecard, page, looks, rows)
    return _PLAIN[page.spec.kind](scorecard, page, looks)
