"""The kind of page `guidance`: notes on the data, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from workbook_builder.pages.blocks import Block, Heading, Paragraph, Terms
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.pages.values import MARK, TICK
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import ScorecardPage
from workbook_builder.scorecards.provisional import PROVISIONAL_MARK
from workbook_builder.specs.drawn import DRAWN_WORDS
from workbook_builder.specs.pages import GuidancePage, GuidanceSection

_MARKS = dict(zip(DRAWN_WORDS["mark"], (TICK, MARK, PROVISIONAL_MARK), strict=True))
_DRAWN_AS: Mapping[str, Callable[[str], str | Rag | Travel]] = {
    "text": str,
    "rag": Rag,
    "travel": Travel,
    "mark": _MARKS.__getitem__,
}


def make(setting: Setting, page: ScorecardPage) -> Page:
    """Each part of the notes: a heading, paragraphs, terms with their meanings, a footnote; then whom to ask."""
    assert isinstance(page.spec, GuidancePage)
    parts = (block for section in page.spec.sections for block in _part(section))
    spec = setting.scorecard.spec
    contact = Heading("Contact"), Paragraph(f"{spec.produced_by}: {spec.contact}")
    return setting.page(page, (*parts, *contact))


def _part(section: GuidanceSection) -> Iterator[Block]:
    yield Heading(section.title)
    yield from map(Paragraph, section.paragraphs)
    if section.terms:
        drawn = _DRAWN_AS[section.drawn_as]
        yield Terms(tuple((drawn(term.term), term.meaning) for term in section.terms))
    if section.footnote:
        yield Paragraph(section.footnote)
