"""The fifth stage: what the pages of a scorecard say. A kind of page is a file; its name is the spec's word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from types import ModuleType

from workbook_builder import __version__
from workbook_builder.pages import (
    activity,
    all_changes,
    all_exceptions,
    changes,
    checks,
    commentary,
    contents,
    cover,
    definitions,
    districts,
    exceptions,
    guidance,
    sources,
    tables,
    targets,
)
from workbook_builder.pages.commentary import paragraphs_of
from workbook_builder.pages.covering import covering_of
from workbook_builder.pages.once import stated_once
from workbook_builder.pages.publication import Page, Publication
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.districts import compared_districts
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.specs.pages import CommentaryPage

_FILES: tuple[ModuleType, ...] = (
    cover,
    contents,
    guidance,
    exceptions,
    all_exceptions,
    districts,
    changes,
    all_changes,
    commentary,
    tables,
    activity,
    targets,
    sources,
    definitions,
    checks,
)
KINDS: dict[str, Callable[[Setting, ScorecardPage], Page]] = {
    file.__name__.rpartition(".")[2]: file.make for file in _FILES
}


def make_pages(scorecard: Scorecard, without: Collection[str] = ()) -> Publication:
    """What an edition says, page after page, `without` some kinds of page and without those that say nothing.

    Pages refer to each other, so what is not shown is left out before any is made.
    """
    asked = (page for page in scorecard.pages if page.spec.kind not in without)
    shown = tuple(page for page in asked if _says_something(page, scorecard))
    setting = Setting(replace(scorecard, pages=shown))
    spec, edition = scorecard.spec, scorecard.edition
    return Publication(
        title=" - ".join(filter(None, (spec.title, scorecard.only_area, edition.title))),
        subject=f"Performance scorecard, {scorecard.only_area or 'all areas'}, {edition.title}",
        author=spec.produced_by,
        published=edition.published,
        footer=f"{spec.title} - {edition.title}",
        is_draft=edition.is_draft,
        pages=stated_once([KINDS[page.spec.kind](setting, page) for page in shown]),
        properties=tuple(_properties(scorecard)),
        covering=covering_of(scorecard),
        licence=spec.licence,
    )


def _properties(scorecard: Scorecard) -> Iterator[tuple[str, str]]:
    """By which version it was made, of which edition, and from which files: so it can be made again."""
    yield "Built by", f"workbook_builder {__version__}"
    yield "Edition", f"{scorecard.edition.month} {scorecard.edition.status.value}"
    for file in scorecard.files:
        yield f"SHA-256 of {file.name}", file.sha256


def _says_something(page: ScorecardPage, scorecard: Scorecard) -> bool:
    if page.spec.kind == "districts":
        return bool(compared_districts(scorecard))
    return not isinstance(page.spec, CommentaryPage) or bool(paragraphs_of(scorecard, page.spec))
