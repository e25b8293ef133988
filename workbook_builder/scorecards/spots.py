"""The rows of a scorecard where they stand: a row may stand on several pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbook_builder.periods import Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.activity import ActivityRow
from workbook_builder.scorecards.model import Row, Scorecard, ScorecardPage, Table
from workbook_builder.specs.catalogue import Indicator


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
        return self.row.latest in self.row.ratings

    @property
    def rating(self) -> Rag:
        """The rating of the latest figure."""
        return self.row.rating


@dataclass(frozen=True)
class ActivitySpot:
    """A row of a page of activity where it stands; `periods` are those that its table shows, the latest last."""

    page: ScorecardPage
    place: str
    row: ActivityRow
    periods: tuple[Period, ...]

    @property
    def latest(self) -> Period:
        """The last period that its table shows."""
        return self.periods[-1]

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and place, which may stand on several pages."""
        return self.indicator.id, self.place

    @property
    def indicator(self) -> Indicator:
        """The row's indicator."""
        return self.row.indicator

    def shows(self, period: Period) -> bool:
        """Whether its table has a column for a period."""
        return period in self.periods


def spots_of(page: ScorecardPage) -> Iterator[Spot]:
    """Every row of a page's tables, from the top; none of a page of activity."""
    return (Spot(page, table, row) for table in page.tables for row in table.rows)


def activity_of(page: ScorecardPage) -> Iterator[ActivitySpot]:
    """Every row of a page of activity, from the top."""
    if activity := page.activity:
        for table in activity.tables:
            for row in (row for group in table.groups for row in group.rows):
                yield ActivitySpot(page, activity.area.name, row, table.periods)


def all_spots(scorecard: Scorecard) -> Iterator[Spot | ActivitySpot]:
    """Every row of every page, rated or not."""
    for page in scorecard.pages:
        yield from spots_of(page)
        yield from activity_of(page)


def rating_pages(scorecard: Scorecard) -> list[ScorecardPage]:
    """The pages on which this edition's figures are rated."""
    return [page for page in scorecard.pages if any(spot.is_rating for spot in spots_of(page))]


def speaking(spots: Iterable[Spot]) -> dict[tuple[str, str], Spot]:
    """The row that speaks for each indicator and place: the first in a table that rates it, else the first."""
    found: dict[tuple[str, str], Spot] = {}
    for spot in spots:
        if spot.key not in found or (spot.is_rating and not found[spot.key].is_rating):
            found[spot.key] = spot
    return found


def speaking_on(page: ScorecardPage) -> dict[str, Spot]:
    """The row that speaks for each indicator on a page: that of the first place for which it exists."""
    found: dict[str, Spot] = {}
    for (indicator, _), spot in speaking(spot for spot in spots_of(page) if spot.row.exists).items():
        found.setdefault(indicator, spot)
    return found


def rated_once(scorecard: Scorecard) -> list[Spot]:
    """The rows of all tables that rate, page after page; of each indicator and place only the first."""
    spots = (spot for page in scorecard.pages for spot in spots_of(page))
    return list(speaking(spot for spot in spots if spot.is_rating).values())
