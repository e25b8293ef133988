"""How ratings changed between two editions: of what is rated in both; what is first rated now stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbook_builder.inputs.figures import Withheld
from workbook_builder.rating.scheme import USUAL, WORST_FIRST, Rag
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.scorecards.spots import Spot, rated_once, rating_pages, spots_of
from workbook_builder.specs.catalogue import Level

RATINGS = WORST_FIRST
"""All that a row may be rated, the worst first."""
Counts = Mapping[Rag, int]
Key = tuple[str, str]
Earlier = Mapping[Key, Spot]
"""The rows of the previous edition, each once, by indicator and place."""


@dataclass(frozen=True)
class PageCounts:
    """How many rows of a page have each rating `now`, and how many of them are `first` rated in this edition.

    `before` is how the others were rated in the previous edition. Both are None where there is none.
    """

    page: str
    now: Counts
    first: Counts | None
    before: Counts | None

    @property
    def both(self) -> Counts:
        """How those are rated now that are rated in both editions."""
        first, given = self.first or {}, [rating for rating in RATINGS if rating in USUAL or rating in self.now]
        return {rating: self.now.get(rating, 0) - first.get(rating, 0) for rating in given}


@dataclass(frozen=True)
class Moved:
    """A row that is rated otherwise than before; `before` is None where it was not rated."""

    spot: Spot
    before: Spot | None


def earlier_of(scorecard: Scorecard) -> Earlier | None:
    """The rows of the previous edition; None where there is none."""
    return {spot.key: spot for spot in rated_once(scorecard.previous)} if scorecard.previous else None


def page_counts(scorecard: Scorecard, earlier: Earlier | None) -> Iterator[PageCounts]:
    """The counts of each page that rates."""
    for page in rating_pages(scorecard):
        yield counts_of(page.name, spots_of(page), earlier)


def counts_of(name: str, spots: Iterable[Spot], earlier: Earlier | None) -> PageCounts:
    """The counts of some rows."""
    rated = [spot for spot in spots if spot.rating in RATINGS]
    if earlier is None:
        return PageCounts(name, _counts(rated), None, None)
    first = [spot for spot in rated if is_first_rated(spot, earlier)]
    before = [earlier[spot.key] for spot in rated if not is_first_rated(spot, earlier)]
    return PageCounts(name, _counts(rated), _counts(first), _counts(before))


def _counts(spots: Iterable[Spot]) -> Counts:
    return Counter(spot.rating for spot in spots)


def is_first_rated(spot: Spot, earlier: Earlier) -> bool:
    """Whether a row is rated that was not in the previous edition, as far as may be told."""
    before = earlier.get(spot.key)
    return spot.rating in RATINGS and (before is None or before.rating not in RATINGS)


def first_rated(spots: Iterable[Spot], earlier: Earlier) -> list[Moved]:
    """The rows that are rated for the first time; `before` is there where it is suppressed since what they were."""
    found = [spot for spot in spots if is_first_rated(spot, earlier)]
    return [Moved(spot, before if _is_withheld(before := earlier.get(spot.key)) else None) for spot in found]


def became_red(spots: Iterable[Spot], earlier: Earlier) -> list[Moved]:
    """The rows that are RED and were rated otherwise."""
    return [moved for moved in _rated_twice(spots, earlier) if moved.spot.rating is Rag.RED]


def left_red(spots: Iterable[Spot], earlier: Earlier) -> list[Moved]:
    """The rows that were RED and are rated otherwise."""
    return [moved for moved in _rated_twice(spots, earlier) if moved.before and moved.before.rating is Rag.RED]


def unrated_since(scorecard: Scorecard, earlier: Earlier) -> list[Spot]:
    """The rows of the previous edition that were rated, and are not any more or are gone."""
    rated = {spot.key for spot in rated_once(scorecard) if spot.rating in RATINGS}
    return [spot for key, spot in earlier.items() if spot.rating in RATINGS and key not in rated]


def _rated_twice(spots: Iterable[Spot], earlier: Earlier) -> Iterator[Moved]:
    """The rows that are rated in both editions, and otherwise now."""
    for spot in spots:
        before = earlier.get(spot.key)
        if spot.rating in RATINGS and before and before.rating in RATINGS and before.rating is not spot.rating:
            yield Moved(spot, before)


def _is_withheld(spot: Spot | None) -> bool:
    """Whether the latest figure of an earlier edition is suppressed since, and so its rating not told."""
    return spot is not None and spot.row.figure(spot.row.latest) is Withheld.STATED


def is_county(spot: Spot) -> bool:
    """Whether a row stands in a table of the county."""
    return spot.table.area.level is Level.COUNTY
