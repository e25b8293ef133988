"""Districts beside each other: how each is rated, in how many an indicator moved, how others changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.beside import Beside
from workbook_builder.scorecards.model import BenchmarkKey, Scorecard
from workbook_builder.scorecards.rated_twice import is_county
from workbook_builder.scorecards.spots import Spot, rated_once
from workbook_builder.specs.catalogue import Indicator

Spots = Mapping[str, Spot]
_LEAST = 2  # districts: one alone has none beside it


@dataclass(frozen=True)
class Strip:
    """An indicator over all districts: the row of the county and that of each district that has one, by name."""

    indicator: Indicator
    title: str
    county: Spot | None
    districts: Spots

    @property
    def label(self) -> str:
        """By what it is chosen from a list: its code, or its id where it has none, and its title."""
        return f"{self.indicator.code or self.indicator.id} {self.title}"

    @cached_property
    def reds(self) -> int:
        """In how many districts it is RED."""
        return sum(spot.rating is Rag.RED for spot in self.districts.values())


@dataclass(frozen=True)
class Districts:
    """The districts by name, and the indicators that are rated in at least two of them, as the pages have them."""

    county: str
    names: tuple[str, ...]
    strips: tuple[Strip, ...]

    @property
    def reddest(self) -> Strip:
        """The indicator that is RED in the most districts; of several the first."""
        return max(self.strips, key=lambda strip: strip.reds)


def compared_districts(scorecard: Scorecard) -> Districts | None:
    """The comparison; None where nothing is rated in two districts."""
    spots = rated_once(scorecard)
    below = [spot for spot in spots if not is_county(spot) and spot.row.place == spot.table.area.name]
    counties = [spot for spot in spots if is_county(spot) and spot.row.place == spot.table.area.name]
    strips = tuple(_strips(below, {spot.row.indicator.id: spot for spot in reversed(counties)}))
    if not strips:
        return None
    names = [page.area.name for page in scorecard.pages if page.area]
    with_rows = {name for strip in strips for name in strip.districts}
    county = next((spot.row.place for spot in counties), "")
    return Districts(county, tuple(name for name in dict.fromkeys(names) if name in with_rows), strips)


def _strips(below: Iterable[Spot], counties: Spots) -> Iterator[Strip]:
    found: dict[str, dict[str, Spot]] = {}
    for spot in (spot for spot in below if spot.row.exists):
        found.setdefault(spot.row.indicator.id, {}).setdefault(spot.row.place, spot)
    for id, districts in found.items():
        if len(districts) >= _LEAST:
            county, first = counties.get(id), next(iter(districts.values()))
            yield Strip(first.row.indicator, (county or first).row.title, county, districts)


@dataclass(frozen=True)
class Movement:
    """Where an indicator has an arrow: the county's row, and those of districts or of their teams."""

    title: str
    county: Spot | None
    below: tuple[Spot, ...]
    of_teams: bool
    beside: Mapping[BenchmarkKey, Beside]

    def count(self, travel: Travel) -> int:
        """How many of the districts or teams went that way."""
        return sum(spot.row.travel is travel for spot in self.below)


def movements_of(scorecard: Scorecard) -> Iterator[Movement]:
    """Each indicator with an arrow in at least two districts or teams, or with a benchmark that changed."""
    found: dict[str, list[Spot]] = {}
    for spot in rated_once(scorecard):
        if spot.row.exists and _has_arrow(spot):
            found.setdefault(spot.row.indicator.id, []).append(spot)
    for spots in found.values():
        county = next((spot for spot in spots if is_county(spot)), None)
        below = tuple(spot for spot in spots if not is_county(spot))
        beside = county.row.beside if county else {}
        if len(below) >= _LEAST or beside:
            of_teams = any(spot.row.place != spot.table.area.name for spot in below)
            yield Movement((county or below[0]).row.title, county, below, of_teams, beside)


def _has_arrow(spot: Spot) -> bool:
    return any(column.kind == "dot" for column in spot.table.columns.columns)
