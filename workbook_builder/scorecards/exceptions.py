"""What deserves attention first: counts, new and lasting REDs, AMBERs near GREEN, gaps, figures to be supplied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.inputs.figures import Missing, Number, Withheld
from workbook_builder.inputs.judging import judging, rated
from workbook_builder.periods import Frequency, Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.to_green import ToGreen
from workbook_builder.scorecards.gaps import Gap, find_gaps
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.spots import Spot, rated_once, rating_pages, spots_of
from workbook_builder.specs.catalogue import Level

LASTING = 3  # months: fewer are a bad month or two, more are a quarter
WITHIN_REACH = 20  # one in so many: of the fewest that are rated without a mark (20), that is a single one
Counts = Mapping[Rag, int]


@dataclass(frozen=True)
class PageCounts:
    """How many rows of a page have each rating, and had in the previous edition; None where it had no such page."""

    page: str
    now: Counts
    before: Counts | None


@dataclass(frozen=True)
class NewRed:
    """A row that is RED and was not, as far as may be told.

    `before` is the row of the previous edition, None where it was not rated.
    """

    spot: Spot
    before: Spot | None


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

    `ratings` are those that are counted, the worst first. `new_reds` is None where there is no previous edition,
    `gaps` where the workbook is about one area.
    """

    ratings: tuple[Rag, ...]
    pages: tuple[PageCounts, ...]
    total: PageCounts
    new_reds: tuple[NewRed, ...] | None
    lasting_reds: tuple[LastingRed, ...]
    near_greens: tuple[NearGreen, ...]
    gaps: tuple[Gap, ...] | None
    unsupplied: tuple[Unsupplied, ...]


def find_exceptions(scorecard: Scorecard) -> Exceptions:
    """What deserves attention in an edition; the county's rows before those of districts and their teams.

    Rows that are newly rated come after those that have become RED, lasting REDs the longest first, the near ones by
    how near GREEN they are, the gaps by how far apart.
    """
    spots = _county_first(rated_once(scorecard))
    before = {spot.key: spot for spot in rated_once(scorecard.previous)} if scorecard.previous else None
    return Exceptions(
        ratings=scorecard.ratings,
        pages=tuple(_page_counts(scorecard)),
        total=PageCounts("", _counts(spots), None if before is None else _counts(before.values())),
        new_reds=None
        if before is None
        else tuple(sorted(_new_reds(spots, before), key=lambda red: red.before is None)),
        lasting_reds=tuple(sorted(filter(None, map(_lasting_red, spots)), key=_longest_first)),
        near_greens=tuple(sorted(_near_greens(spots), key=_nearest_first)),
        gaps=None if scorecard.only_area else tuple(sorted(find_gaps(spots), key=lambda gap: -gap.points)),
        unsupplied=tuple(_unsupplied(scorecard)),
    )


def _county_first(spots: Iterable[Spot]) -> list[Spot]:
    return sorted(spots, key=_is_below_county)


def _is_below_county(spot: Spot) -> bool:
    return spot.table.area.level is not Level.COUNTY


def _longest_first(red: LastingRed) -> tuple[bool, int]:
    return _is_below_county(red.spot), -red.months


def _nearest_first(near: NearGreen) -> tuple[bool, Decimal]:
    return _is_below_county(near.spot), Decimal(near.to_green.count) / near.whole


def _counts(spots: Iterable[Spot]) -> Counts:
    return Counter(spot.rating for spot in spots)


def _page_counts(scorecard: Scorecard) -> Iterator[PageCounts]:
    before = {page.name: page for page in scorecard.previous.pages} if scorecard.previous else {}
    for page in rating_pages(scorecard):
        earlier = before.get(page.name)
        yield PageCounts(page.name, _counts(spots_of(page)), _counts(spots_of(earlier)) if earlier else None)


def _new_reds(spots: Iterable[Spot], before: Mapping[tuple[str, str], Spot]) -> Iterator[NewRed]:
    for spot in spots:
        earlier = before.get(spot.key)
        was = earlier.rating if earlier else Rag.NOT_RATED
        if spot.rating is Rag.RED and was is not Rag.RED:
            yield NewRed(spot, earlier if was is not Rag.NOT_RATED or _is_withheld(earlier) else None)


def _is_withheld(spot: Spot | None) -> bool:
    """Whether the latest figure of an earlier edition is suppressed since, and so its rating not told."""
    return spot is not None and spot.row.figure(spot.row.latest) is Withheld.STATED


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
