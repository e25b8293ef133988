"""The kind of page `cover`: title, month, who produced it, when it is published."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Block, Imprint, Paragraph
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import Scorecard, ScorecardPage


def make(setting: Setting, page: ScorecardPage) -> Page:
    """The imprint, then what there is to say of the edition."""
    return setting.page(page, _blocks(setting.scorecard))


def _blocks(scorecard: Scorecard) -> Iterator[Block]:
    spec, edition = scorecard.spec, scorecard.edition
    published = f"{edition.published.day} {edition.published:%B %Y}"
    facts = (
        f"Produced by: {spec.produced_by}",
        f"Publication date: {published}",
        f"Contact: {spec.contact}",
    )
    yield Imprint(tuple(filter(None, (spec.title, edition.title, scorecard.only_area))), facts)
    if edition.note:
        yield Paragraph(edition.note)
