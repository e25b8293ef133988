"""The kind of page `exceptions`: what deserves attention first."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Block, Paragraph
from workbook_builder.pages.exception_lists import ExceptionLists
from workbook_builder.pages.publication import Page
from workbook_builder.pages.rating_counts import CHANGE, FIRST, counts_of
from workbook_builder.pages.setting import Setting
from workbook_builder.pages.values import MARK
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import WITHIN_REACH, Exceptions, find_exceptions
from workbook_builder.scorecards.model import Scorecard, ScorecardPage

_LIVE = "The counts are live: they follow the ratings as figures and targets are edited."
_STATIC = (
    f"{FIRST}: rows that were not rated in the edition before; {CHANGE}: of rows that both editions rate. Which ones "
    "these are, the words above the counts and the lists are of the edition as it was built. A row that stands on "
    "several pages is counted on each, and once in the lines that say so."
)
_SORTED = "The lists are sorted by how many people rows are from GREEN, as far as that is known."
_NOTES = (
    Paragraph(
        "Sorted by what is lacking: how many more (+) or fewer (-) in the numerator, at the same denominator, would "
        "make the row GREEN; the most first, where AMBER is within reach the fewest. Last are rows of which that is "
        "not known, such as averages, the county's before others. Gaps are sorted by points."
    ),
    Paragraph(
        "RED for months: each month is judged by what its own year's target and floor are now; where those have "
        "changed, a row may have been printed RED in earlier editions and be in neither list of REDs. Within reach "
        f"of GREEN: at most one in {WITHIN_REACH} of the denominator (or a single one) more or fewer, at the same "
        "denominator."
    ),
)
_NOTE_ON_GAPS = Paragraph(
    "Gaps are in percentage points, between the districts that are best and worst by polarity (T: nearest to and "
    f"furthest from the target). Figures marked {MARK} on their pages, rated on few, are left out."
)


def notes_on(found: Exceptions) -> Iterator[Paragraph]:
    """What the lists hold, and in which order."""
    yield from _NOTES
    if found.gaps is not None:
        yield _NOTE_ON_GAPS


def make(setting: Setting, page: ScorecardPage) -> Page:
    """The headline, counts of ratings by page, the lists, and what there is to know of them."""
    found = find_exceptions(setting.scorecard)

    def blocks() -> Iterator[Block]:
        yield from map(Paragraph, headline(setting.scorecard, found))
        yield counts_of(setting.scorecard, page.name, found)
        yield from map(Paragraph, _unlike(setting.scorecard))
        whole = setting.named("all_exceptions")
        yield from ExceptionLists(setting, page.name, found, whole).all()
        told = f" {_SORTED} What each list holds is told on {whole}." if whole else ""
        yield Paragraph(_STATIC + told, _LIVE if setting.scorecard.edition.is_draft else "")
        if not whole:
            yield from notes_on(found)

    return setting.page(page, blocks(), beside=setting.named("districts"))


def headline(scorecard: Scorecard, found: Exceptions) -> Iterator[str]:
    """How RED changed among what both editions rate, and what is rated in one of them only."""
    total, previous = found.total, scorecard.previous
    if previous is None or total.before is None or total.first is None or found.became_red is None:
        return
    now, before, title = total.both[Rag.RED], total.before.get(Rag.RED, 0), previous.edition.title
    change = f"{abs(now - before):,} {'more' if now > before else 'fewer'} than" if now != before else "as many as"
    moved = f"{len(found.left_red or ()):,} left RED and {len(found.became_red):,} became RED"
    rows, first = sum(total.both.values()), sum(total.first.values())
    yield f"Rows rated in both editions: {rows:,}, of which {now:,} are RED, {change} in {title}; {moved}."
    if first:
        yield f"Rows first rated now: {first:,}, of which {total.first.get(Rag.RED, 0):,} are RED."
    if found.unrated:
        reds = sum(spot.rating is Rag.RED for spot in found.unrated)
        yield f"Rows rated in {title} and not now: {len(found.unrated):,}, of which {reds:,} were RED."


def _unlike(scorecard: Scorecard) -> Iterator[str]:
    """What else is to be known of the edition that this one is compared with."""
    if scorecard.previous and scorecard.previous.edition.note:
        yield f"The {scorecard.previous.edition.title} edition: {scorecard.previous.edition.note}"
