"""The kind of page `exceptions`: what deserves attention first."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Block, Paragraph
from workbook_builder.pages.exception_lists import ExceptionLists
from workbook_builder.pages.publication import Page
from workbook_builder.pages.rating_counts import counts_of
from workbook_builder.pages.setting import Setting
from workbook_builder.pages.values import MARK
from workbook_builder.scorecards.exceptions import WITHIN_REACH, Exceptions, find_exceptions
from workbook_builder.scorecards.model import Scorecard, ScorecardPage

_LIVE = "The counts are live: they follow the ratings as figures and targets are edited."
_STATIC = (
    "The lists are of the edition as it was built. A row that stands on several pages is counted on each, and once "
    "in the last line."
)
_NOTES = (
    Paragraph(
        "RED for months: each month is judged by what its own year's target and floor are now; where those have "
        "changed, a row may have been printed RED in earlier editions and be in neither list of REDs. Within reach "
        f"of GREEN: at most one in {WITHIN_REACH} of the denominator (or a single one) more or fewer, at the same "
        "denominator; the county's first, then the nearest."
    ),
)
_NOTE_ON_GAPS = Paragraph(
    "Gaps are in percentage points, between the districts that are best and worst by polarity (T: nearest to and "
    f"furthest from the target). Figures marked {MARK} on their pages, rated on few, are left out."
)


def make(setting: Setting, page: ScorecardPage) -> Page:
    """Counts of ratings by page, the lists, and what there is to know of them."""
    found = find_exceptions(setting.scorecard)

    def blocks() -> Iterator[Block]:
        yield counts_of(setting.scorecard, page.name, found)
        yield from map(Paragraph, _unlike(setting.scorecard, found))
        yield from ExceptionLists(setting, page.name, found).all()
        yield Paragraph(_STATIC, _LIVE if setting.scorecard.edition.is_draft else "")
        yield from _NOTES
        if found.gaps is not None:
            yield _NOTE_ON_GAPS

    return setting.page(page, blocks())


def _unlike(scorecard: Scorecard, exceptions: Exceptions) -> Iterator[str]:
    """Notes that keep a change from being taken for more than it is: what else differs between the two editions."""
    before = exceptions.total.before
    if before is not None and scorecard.previous:
        now, then = (
            sum(counts.get(rating, 0) for rating in exceptions.ratings) for counts in (exceptions.total.now, before)
        )
        if now != then:
            titles = scorecard.edition.title, scorecard.previous.edition.title
            yield f"{titles[0]} rates {now:,} rows, {titles[1]} {then:,}: part of the change is due to that."
        if scorecard.previous.edition.note:
            yield f"The {scorecard.previous.edition.title} edition: {scorecard.previous.edition.note}"
