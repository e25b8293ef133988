"""What is said of the rated rows of an edition: somebody's text, else a sentence made from the figures."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.commentary.draft import DRAFT_MARK, draft_of
from workbook_builder.commentary.facts import Facts, facts_of
from workbook_builder.commentary.placeholders import in_words, placed, with_rating_first
from workbook_builder.findings import Doubts
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.commentary import Comment
from workbook_builder.inputs.opening_ratings import read_opening, unopened
from workbook_builder.rating.scheme import WORST_FIRST, Rag
from workbook_builder.scorecards.model import Paragraph, Row, Scorecard
from workbook_builder.scorecards.spots import Spot, speaking_on
from workbook_builder.specs.pages import CommentaryPage, CommentarySection

_ORDER = {rating: position for position, rating in enumerate((*WORST_FIRST, Rag.NOT_RATED))}


def make_commentary(scorecard: Scorecard, inputs: Inputs, doubts: Doubts) -> tuple[Paragraph, ...]:
    """A paragraph for each rated row of each section, and for each other that somebody wrote of: RED first.

    The draft on a figure that is in doubt says so and no more. A final edition marks no draft: its words were agreed.
    """
    pages = [page.spec for page in scorecard.pages if isinstance(page.spec, CommentaryPage)]
    return tuple(
        paragraph
        for page in pages
        for section in page.sections
        for paragraph in sorted(_paragraphs(scorecard, inputs, section, doubts), key=lambda p: _ORDER[p.rating])
    )


def _paragraphs(
    scorecard: Scorecard, inputs: Inputs, section: CommentarySection, doubts: Doubts
) -> Iterator[Paragraph]:
    rows = _rows(scorecard, section)
    for indicator in section.indicators:
        if indicator in rows:
            table, row = rows[indicator].table, rows[indicator].row
            rating = row.rating
            facts = facts_of(scorecard.catalogue, inputs, table, row)
            said = inputs.commentary.get((section.page, section.title, indicator))
            if said:
                yield _stated(section, row, said, facts)
            elif rating is not Rag.NOT_RATED:
                text = draft_of(facts, doubts.get((indicator, row.place), ()))
                if not scorecard.edition.is_draft:
                    text = text.removesuffix(DRAFT_MARK).rstrip()
                yield Paragraph(section.page, section.title, row, rating, text, True)


def _stated(section: CommentarySection, row: Row, said: Comment, facts: Facts) -> Paragraph:
    """What somebody wrote, the places that it leaves for figures filled in."""
    template = with_rating_first(said.text, facts.rating.value)
    parts = placed(opened(template, facts.rating.value), facts)
    return Paragraph(
        section.page,
        section.title,
        row,
        facts.rating,
        in_words(parts),
        is_draft=False,
        author=said.author,
        figures=said.figures,
        origin=said.origin,
        stated=in_words(placed(template, facts)),
        parts=parts,
    )


def _rows(scorecard: Scorecard, section: CommentarySection) -> dict[str, Spot]:
    """The rows of the section's page by indicator; none where the page is not part of this workbook."""
    return next((speaking_on(page) for page in scorecard.pages if page.name == section.page), {})


def opened(text: str, rating: str) -> str:
    """The text with its row's rating before it, `AMBER: …`, instead of the one that it opens with."""
    opening, said = read_opening(text), unopened(text).strip()
    if rating == Rag.NOT_RATED.value:
        return said or rating
    is_said = opening and not opening.is_apart and opening.said == rating
    return said if is_said else f"{rating}: {said}".removesuffix(": ")
