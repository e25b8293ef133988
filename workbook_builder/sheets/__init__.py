"""The fifth stage: a scorecard laid out as sheets of cells. A kind of page is a file; its name is the spec's word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from workbook_builder import __version__
from workbook_builder.grid import Sheet, Workbook
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets import (
    activity,
    changes,
    checks,
    commentary,
    contents,
    cover,
    definitions,
    exceptions,
    guidance,
    sources,
    tables,
    targets,
)
from workbook_builder.sheets.columns.slot import TargetRows
from workbook_builder.sheets.heading import DRAFT_TEXT
from workbook_builder.sheets.once import stated_once
from workbook_builder.specs.pages import CommentaryPage
from workbook_builder.styles import Looks, When

_PLAIN: dict[str, Callable[[Scorecard, ScorecardPage, Looks], Sheet]] = {
    "cover": cover.lay_out,
    "guidance": guidance.lay_out,
    "activity": activity.lay_out,
    "targets": targets.lay_out,
    "sources": sources.lay_out,
    "definitions": definitions.lay_out,
}
_LINKING: dict[str, Callable[[Scorecard, ScorecardPage, Looks, Mapping[str, Sheet]], Sheet]] = {
    "commentary": commentary.lay_out,
    "exceptions": exceptions.lay_out,
    "changes": changes.lay_out,
    "checks": checks.lay_out,
}
_LAST = dict.fromkeys(_LINKING, 1) | {"contents": 2}


def lay_out(scorecard: Scorecard, looks: Looks) -> Workbook:
    """The whole workbook. Pages that link to what stands on others are laid out after them."""
    edition = scorecard.edition
    scorecard = replace(scorecard, pages=tuple(p for p in scorecard.pages if _is_shown(p, scorecard, looks)))
    rows = targets.target_rows(scorecard, looks)
    plain = [page for page in scorecard.pages if page.spec.kind not in _LAST]
    sheets = stated_once([_sheet(scorecard, page, looks, rows, {}) for page in plain])
    linking = [page for page in scorecard.pages if page.spec.kind in _LAST]
    for page in sorted(linking, key=lambda page: _LAST[page.spec.kind]):
        sheets[page.name] = _sheet(scorecard, page, looks, rows, sheets)
    return Workbook(
        title=" - ".join(filter(None, (scorecard.spec.title, scorecard.only_area, edition.title))),
        subject=f"Performance scorecard, {scorecard.only_area or 'all areas'}, {edition.title}",
        author=scorecard.spec.produced_by,
        created=edition.published,
        footer=f"{scorecard.spec.title} - {edition.title}",
        watermark=DRAFT_TEXT if edition.is_draft else "",
        sheets=tuple(_distinctly_named(sheets[page.name] for page in scorecard.pages)),
        properties=tuple(_properties(scorecard)),
    )


def _properties(scorecard: Scorecard) -> Iterator[tuple[str, str]]:
    """By which version the workbook was built, of which edition, and from which files: so it can be made again."""
    yield "Built by", f"workbook_builder {__version__}"
    yield "Edition", f"{scorecard.edition.month} {scorecard.edition.status.value}"
    for file in scorecard.files:
        yield f"SHA-256 of {file.name}", file.sha256


def _distinctly_named(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets; a defined name that another has already, capitals aside, is numbered."""
    taken: set[str] = set()
    for sheet in sheets:
        names = []
        for name, area in sheet.names:
            numbered = (name, *(f"{name}_{n}" for n in range(2, len(taken) + 3)))
            names.append((next(text for text in numbered if text.casefold() not in taken), area))
            taken.add(names[-1][0].casefold())
        yield replace(sheet, names=tuple(names))


def _is_shown(page: ScorecardPage, scorecard: Scorecard, looks: Looks) -> bool:
    if isinstance(page.spec, CommentaryPage):
        return bool(commentary.paragraphs_of(scorecard, page.spec))
    if page.spec.kind != "checks":
        return True
    return looks.checks_page is When.ALWAYS or (looks.checks_page is When.DRAFTS and scorecard.edition.is_draft)


def _sheet(
    scorecard: Scorecard, page: ScorecardPage, looks: Looks, rows: TargetRows, others: Mapping[str, Sheet]
) -> Sheet:
    if linking := _LINKING.get(page.spec.kind):
        return linking(scorecard, page, looks, others)
    if page.spec.kind == "contents":
        ordered = [others[other.name] for other in scorecard.pages if other.name in others]
        return contents.lay_out(scorecard, page, looks, ordered)
    if page.spec.kind == "tables":
        return tables.lay_out(scorecard, page, looks, rows)
    return _PLAIN[page.spec.kind](scorecard, page, looks)
