"""What deserves attention first: counts, new and lasting REDs, AMBERs near GREEN, gaps, figures to be supplied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.periods import Frequency, Period
from workbook_builder.ratings import Rag, rate
from workbook_builder.reach import Reach, reach_of
from workbook_builder.scorecards.model import Row, Scorecard, ScorecardPage, Table
from workbook_builder.specs.catalogue import Level, Polarity, Unit

LASTING = 3  # months: fewer are a bad month or two, more are a quarter
WITHIN_REACH = 20  # one in so many: of the fewest that are rated without a mark (20), that is a single one
RATINGS = (Rag.RED, Rag.AMBER, Rag.GREEN)
Counts = Mapping[Rag, int]


@dataclass(frozen=True)
class Spot:
    """A row where it stands: on which page, in which table."""

    page: ScorecardPage
    table: Table
    row: Row

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and place, which may stand on several pages."""
        return self.row.indicator.id, self.row.place

    @property
    def is_rating(self) -> bool:
        """Whether its table rates this edition's figures."""
        return self.row.year in self.row.ratings

    @property
    def rating(self) -> Rag:
        """The rating of the latest figure."""
        return self.row.ratings.get(self.row.year, Rag.NOT_RATED)


@dataclass(frozen=True)
class PageCounts:
    """How many rows of a page have each rating, and had in the previous edition; None where it had no such page."""

    page: str
    now: Counts
    before: Counts | None


@dataclass(frozen=True)
class NewRed:
    """A row that is RED and was not; `before` is the row of the previous edition, None where it had none."""

    spot: Spot
    before: Spot | None


@dataclass(frozen=True)
class LastingRed:
    """A row that has been RED for so many months, since that of the period; `is_open`: or for longer.

    A month is judged by the target of its own year. It is open where no month before is shown.
    """

    spot: Spot
    months: int
    since: Period
    is_open: bool


@dataclass(frozen=True)
class NearGreen:
    """An AMBER row that few more or fewer, out of the denominator `whole`, would make GREEN."""

    spot: Spot
    reach: Reach
    whole: int


@dataclass(frozen=True)
class Gap:
    """How far an indicator's best and worst districts are apart, in percentage points; the county's row beside."""

    best: Spot
    worst: Spot
    county: Spot | None
    points: Decimal


@dataclass(frozen=True)
class Unsupplied:
    """The rows of a page whose latest figures are still to be supplied."""

    page: ScorecardPage
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Exceptions:
    """Everything of note, complete and in order. `total` counts each row once, on however many pages it stands.

    `new_reds` is None where there is no previous edition, `gaps` where the workbook is about one area.
    """

    pages: tuple[PageCounts, ...]
    total: PageCounts
    new_reds: tuple[NewRed, ...] | None
    lasting_reds: tuple[LastingRed, ...]
    near_greens: tuple[NearGreen, ...]
    gaps: tuple[Gap, ...] | None
    unsupplied: tuple[Unsupplied, ...]


def find_exceptions(scorecard: Scorecard) -> Exceptions:
    """What deserves attention in an edition; the county's rows before those of districts and their teams."""
    spots = _county_first(rated_once(scorecard))
    before = {spot.key: spot for spot in rated_once(scorecard.previous)} if scorecard.previous else None
    return Exceptions(
        pages=tuple(_page_counts(scorecard)),
        total=PageCounts("", _counts(spots), None if before is None else _counts(before.values())),
        new_reds=None if before is None else tuple(_new_reds(spots, before)),
        lasting_reds=tuple(sorted(filter(None, map(_lasting_red, spots)), key=_longest_first)),
        near_greens=tuple(sorted(_near_greens(spots), key=lambda near: Decimal(near.reach.count) / near.whole)),
        gaps=None if scorecard.only_area else tuple(sorted(_gaps(spots), key=lambda gap: -gap.points)),
        unsupplied=tuple(_unsupplied(scorecard)),
    )


def spots_of(page: ScorecardPage) -> Iterator[Spot]:
    """Every row of a page, from the top."""
    return (Spot(page, table, row) for table in page.tables for row in table.rows)


def rated_once(scorecard: Scorecard) -> list[Spot]:
    """The rows of all tables that rate, page after page; of each indicator and place only the first."""
    found: dict[tuple[str, str], Spot] = {}
    for page in scorecard.pages:
        for spot in spots_of(page):
            if spot.is_rating:
                found.setdefault(spot.key, spot)
    return list(found.values())


def _county_first(spots: Iterable[Spot]) -> list[Spot]:
    return sorted(spots, key=_is_below_county)


def _is_below_county(spot: Spot) -> bool:
    return spot.table.area.level is not Level.COUNTY


def _longest_first(red: LastingRed) -> tuple[bool, int]:
    return _is_below_county(red.spot), -red.months


def _counts(spots: Iterable[Spot]) -> Counts:
    return Counter(spot.rating for spot in spots)


def _page_counts(scorecard: Scorecard) -> Iterator[PageCounts]:
    before = {page.name: page for page in (scorecard.previous.pages if scorecard.previous else ()) if page.area}
    for page in scorecard.pages:
        if page.area:
            earlier = before.get(page.name)
            yield PageCounts(page.name, _counts(spots_of(page)), _counts(spots_of(earlier)) if earlier else None)


def _new_reds(spots: Iterable[Spot], before: Mapping[tuple[str, str], Spot]) -> Iterator[NewRed]:
    for spot in spots:
        earlier = before.get(spot.key)
        if spot.rating is Rag.RED and not (earlier and earlier.rating is Rag.RED):
            yield NewRed(spot, earlier)


def _lasting_red(spot: Spot) -> LastingRed | None:
    latest, months = spot.row.latest, 0
    if latest.frequency is not Frequency.MONTH:
        return None
    while _was_red(spot, latest.back(months)):
        months += 1
    if months < LASTING:
        return None
    return LastingRed(spot, months, latest.back(months - 1), latest.back(months) not in spot.row.figures)


def _was_red(spot: Spot, month: Period) -> bool:
    target = spot.row.targets.get(month.year_of(spot.table.spec.year))
    return rate(spot.row.figure(month), target) is Rag.RED


def _near_greens(spots: Iterable[Spot]) -> Iterator[NearGreen]:
    for spot in spots:
        row = spot.row
        latest = row.figures.get(row.latest)
        reach = reach_of(row.indicator, latest, row.targets.get(row.year)) if spot.rating is Rag.AMBER else None
        if reach and latest and isinstance(latest.denominator, Number):
            whole = int(latest.denominator.value)
            if reach.count <= max(1, whole // WITHIN_REACH):
                yield NearGreen(spot, reach, whole)


def _gaps(spots: Iterable[Spot]) -> Iterator[Gap]:
    """Percentages of districts themselves, not of their teams; those that are rated on few are left out."""
    districts: dict[str, list[tuple[Decimal, Decimal, Spot]]] = {}
    counties: dict[str, Spot] = {}
    for spot in (s for s in spots if s.row.place == s.table.area.name and s.row.indicator.unit is Unit.PERCENT):
        if spot.table.area.level is Level.COUNTY:
            counties.setdefault(spot.row.indicator.id, spot)
        elif (merit := _merit(spot.row)) is not None:
            districts.setdefault(spot.row.indicator.id, []).append((*merit, spot))
    for indicator, ranked in districts.items():
        best, worst = max(ranked, key=lambda r: r[0]), min(ranked, key=lambda r: r[0])
        if points := abs(best[1] - worst[1]):
            yield Gap(best[2], worst[2], counties.get(indicator), points)


def _merit(row: Row) -> tuple[Decimal, Decimal] | None:
    """How good the latest figure is by its polarity, and the figure as displayed; None where that is not known."""
    figure, target = row.figure(row.latest), row.targets.get(row.year)
    if not isinstance(figure, Number) or row.is_small or row.polarity is None:
        return None
    if row.polarity is not Polarity.T:
        return (figure.shown if row.polarity is Polarity.H else -figure.shown), figure.shown
    if target is None or not isinstance(target.target, Number):
        return None
    return -abs(figure.shown - target.target.shown), figure.shown


def _unsupplied(scorecard: Scorecard) -> Iterator[Unsupplied]:
    for page in scorecard.pages:
        missing = {spot.key: spot for spot in spots_of(page) if _is_unsupplied(spot.row)}
        if missing:
            yield Unsupplied(page, tuple(missing.values()))


def _is_unsupplied(row: Row) -> bool:
    return row.figure(row.latest) is Missing.TO_BE_SUPPLIED
