"""What deserves attention first: counts, what became RED or lasts so, AMBERs near GREEN, gaps, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.judging import judging, rated
from workbook_builder.periods import Frequency, Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.to_green import ToGreen
from workbook_builder.scorecards.gaps import Gap, find_gaps
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.rated_twice import (
    RATINGS,
    Moved,
    PageCounts,
    became_red,
    counts_of,
    earlier_of,
    first_rated,
    is_county,
    left_red,
    page_counts,
    unrated_since,
)
from workbook_builder.scorecards.spots import Spot, rated_once, spots_of

LASTING = 3  # months: fewer are a bad month or two, more are a quarter
WITHIN_REACH = 20  # one in so many: of the fewest that are rated without a mark (20), that is a single one


@dataclass(frozen=True)
class LastingRed:
    """A row that has been RED for so many months, since that of the period; `is_open`: or for longer.

    A month is judged by the target of its own year. It is open where nobody knows how the month before was rated.
    """

    spot: Spot
    months: int
    since: Period
    is_open: bool


@dataclass(frozen=True)
class NearGreen:
    """An AMBER row that few more or fewer, out of the denominator `whole`, would make GREEN."""

    spot: Spot
    to_green: ToGreen
    whole: int


@dataclass(frozen=True)
class Unsupplied:
    """The rows of a page whose latest figures are still to be supplied.

    `names` are their full titles by indicator and place, `title` that of the first as the page has it.
    """

    page: str
    title: str
    names: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Exceptions:
    """Everything of note, complete and in order. `total` counts each row once, on however many pages it stands.

    `ratings` are those that are counted, the worst first.
    `county` counts those of the county so, None where all rows or none are. `became_red`, `left_red` and
    `first_rated` are None where there is no previous edition, `gaps` where the workbook is about one area.
    `unrated` were rated in the previous edition, and are not now.
    """

    ratings: tuple[Rag, ...]
    pages: tuple[PageCounts, ...]
    county: PageCounts | None
    total: PageCounts
    became_red: tuple[Moved, ...] | None
    left_red: tuple[Moved, ...] | None
    first_rated: tuple[Moved, ...] | None
    unrated: tuple[Spot, ...]
    lasting_reds: tuple[LastingRed, ...]
    near_greens: tuple[NearGreen, ...]
    gaps: tuple[Gap, ...] | None
    unsupplied: tuple[Unsupplied, ...]


def find_exceptions(scorecard: Scorecard) -> Exceptions:
    """What deserves attention in an edition.

    RED rows are sorted by how many more or fewer would make them GREEN, the most first, then those of which that is
    not known, the county's first; what is near GREEN the other way round; gaps by how far districts are apart.
    """
    placed = sorted(rated_once(scorecard), key=lambda spot: not is_county(spot))
    spots = sorted(placed, key=furthest_first)
    earlier = earlier_of(scorecard)
    county = [spot for spot in spots if is_county(spot)]
    return Exceptions(
        ratings=scorecard.ratings,
        pages=tuple(page_counts(scorecard, earlier)),
        county=counts_of("", county, earlier) if 0 < len(county) < len(spots) else None,
        total=counts_of("", spots, earlier),
        became_red=None if earlier is None else tuple(became_red(spots, earlier)),
        left_red=None if earlier is None else tuple(left_red(spots, earlier)),
        first_rated=None if earlier is None else tuple(sorted(first_rated(spots, earlier), key=_worst_first)),
        unrated=() if earlier is None else tuple(unrated_since(scorecard, earlier)),
        lasting_reds=tuple(filter(None, map(_lasting_red, spots))),
        near_greens=tuple(sorted(_near_greens(spots), key=lambda near: near.to_green.count)),
        gaps=None if scorecard.only_area else tuple(sorted(find_gaps(placed), key=lambda gap: -gap.points)),
        unsupplied=tuple(_unsupplied(scorecard)),
    )


def furthest_first(spot: Spot) -> tuple[bool, int]:
    """By how many people a row is from GREEN; last are those of which that is not known."""
    lacks = spot.row.to_green
    return lacks is None, -lacks.count if lacks else 0


def _worst_first(moved: Moved) -> int:
    return RATINGS.index(moved.spot.rating)


def _lasting_red(spot: Spot) -> LastingRed | None:
    latest, months = spot.row.latest, 0
    if latest.frequency is not Frequency.MONTH:
        return None
    while _rated_in(spot, latest.back(months)) is Rag.RED:
        months += 1
    if months < LASTING:
        return None
    is_open = _rated_in(spot, latest.back(months)) is Rag.NOT_RATED
    return LastingRed(spot, months, latest.back(months - 1), is_open)


def _rated_in(spot: Spot, month: Period) -> Rag:
    """The rating of a month's figure by its own target, or its year's; NOT_RATED where either is not known."""
    target = judging(spot.row.targets, month, spot.table.spec.year)
    return rated(spot.row.figures.get(month), spot.row.indicator, target)


def _near_greens(spots: Iterable[Spot]) -> Iterator[NearGreen]:
    for spot in spots:
        row = spot.row
        latest = row.figures.get(row.latest)
        lacks = row.to_green if spot.rating is Rag.AMBER else None
        if lacks and latest and isinstance(latest.denominator, Number):
            whole = int(latest.denominator.value)
            if lacks.count <= max(1, whole // WITHIN_REACH):
                yield NearGreen(spot, lacks, whole)


def _unsupplied(scorecard: Scorecard) -> Iterator[Unsupplied]:
    for page in scorecard.pages:
        if missing := list(_missing(page)):
            yield Unsupplied(page.name, missing[0][1], {key: name for key, _, name in missing})


def _missing(page: ScorecardPage) -> Iterator[tuple[tuple[str, str], str, str]]:
    """The rows whose latest figure is to be supplied: indicator and place, the title on the page, the full one."""
    for row in (spot.row for spot in spots_of(page)):
        if row.figure(row.latest) is Missing.TO_BE_SUPPLIED:
            yield (row.indicator.id, row.place), row.title, row.title
    for table in page.activity.tables if page.activity else ():
        for line in (line for group in table.groups for line in group.rows):
            if page.area and line.figures.get(table.periods[-1]) is Missing.TO_BE_SUPPLIED:
                yield (line.indicator.id, page.area.name), line.title, line.indicator.title
