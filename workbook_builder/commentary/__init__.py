"""What is said of the rated rows of an edition: somebody's text, else a sentence made from the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.commentary.draft import DRAFT_MARK, draft_of
from workbook_builder.commentary.facts import facts_of
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.commentary import OPENING
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Paragraph, Scorecard
from workbook_builder.scorecards.spots import Spot, speaking_on
from workbook_builder.specs.pages import CommentaryPage, CommentarySection

_ORDER = {rag: position for position, rag in enumerate((Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_RATED))}
_RATED = re.compile(r"(?:RED|AMBER|GREEN)\b")


def make_commentary(scorecard: Scorecard, inputs: Inputs) -> tuple[Paragraph, ...]:
    """A paragraph for each rated row of each section, and for each other that somebody wrote of: RED first.

    A final edition marks no draft: what it says was agreed.
    """
    pages = [page.spec for page in scorecard.pages if isinstance(page.spec, CommentaryPage)]
    return tuple(
        paragraph
        for page in pages
        for section in page.sections
        for paragraph in sorted(_paragraphs(scorecard, inputs, section), key=lambda p: _ORDER[p.rating])
    )


def _paragraphs(scorecard: Scorecard, inputs: Inputs, section: CommentarySection) -> Iterator[Paragraph]:
    rows = _rows(scorecard, section)
    for indicator in section.indicators:
        if indicator in rows:
            table, row = rows[indicator].table, rows[indicator].row
            rating = row.rating
            said = inputs.commentary.get((section.page, section.title, indicator))
            if said:
                text = opened(said.text, rating.value)
                where = (said.author, said.figures, said.origin)
                yield Paragraph(section.page, section.title, row, rating, text, False, *where)
            elif rating is not Rag.NOT_RATED:
                text = draft_of(facts_of(scorecard.catalogue, inputs, table, row))
                if not scorecard.edition.is_draft:
                    text = text.removesuffix(DRAFT_MARK).rstrip()
                yield Paragraph(section.page, section.title, row, rating, text, True)


def _rows(scorecard: Scorecard, section: CommentarySection) -> dict[str, Spot]:
    """The rows of the section's page by indicator; none where the page is not part of this workbook."""
    return next((speaking_on(page) for page in scorecard.pages if page.name == section.page), {})


def opened(text: str, rating: str) -> str:
    """The text after the rating that it opens with, `AMBER: …`, or after `rating` where it opens with none."""
    own = OPENING.match(text)
    if own:
        return f"{own['rating'].upper()}: {text[own.end() :]}".removesuffix(": ")
    return text if _RATED.match(text) or rating == Rag.NOT_RATED.value else f"{rating}: {text}"
