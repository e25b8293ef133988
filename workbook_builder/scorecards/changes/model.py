"""A change between two editions: of what kind, of which row, what was said before and what is said now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from workbook_builder.inputs.figures import Missing, Number, Withheld
from workbook_builder.rating.scheme import Band, Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.scorecards.spots import ActivitySpot, Spot, activity_of, speaking, spots_of
from workbook_builder.specs.catalogue import Level

Key = tuple[str, str]


class Kind(Enum):
    """The kinds of change in the order in which they are told: what is rare and weighty before what is frequent.

    The value is what stands above them.
    """

    NEW = "New indicators"
    DROPPED = "Dropped indicators"
    REDEFINED = "Re-defined indicators"
    STANDARD = "Changed targets or floors"
    REVISED = "Revised figures"
    MOVED = "Ratings that moved"
    NEWLY_RATED = "Newly rated"
    NO_LONGER_RATED = "No longer rated"
    SUPPLIED = "Figures now supplied"
    RENAMED = "Areas and teams renamed or merged"
    ADDED = "Rows new on a page"
    REMOVED = "Rows no longer on a page"
    TRAVEL = "Arrows that moved"


@dataclass(frozen=True)
class Limit:
    """A target as it is printed: `<= 25`."""

    sign: str
    number: Number


Value = Rag | Travel | Limit | Band | Number | Missing | Withheld | str | None
"""None: there is none."""


@dataclass(frozen=True)
class Change:
    """One change. `page` is where it stands now, or stood; `place` is "" where it is about the indicator itself.

    `row` is the row of this edition that tells most about it, by indicator and place: None where there is none.
    """

    kind: Kind
    what: str
    page: str
    title: str
    place: str
    before: Value
    now: Value
    detail: str = ""
    row: Key | None = None


@dataclass(frozen=True)
class Pair:
    """The same row in both editions."""

    before: Spot
    now: Spot

    def change(self, kind: Kind, what: str, before: Value, now: Value, detail: str = "") -> Change:
        """A change of this row."""
        return change_at(self.now, kind, what, before, now, detail)


@dataclass(frozen=True)
class ActivityPair:
    """The same row of a page of activity in both editions."""

    before: ActivitySpot
    now: ActivitySpot


@dataclass(frozen=True)
class Editions:
    """Two editions of a scorecard, the earlier one first."""

    before: Scorecard
    now: Scorecard

    @cached_property
    def spots_before(self) -> Mapping[Key, Spot]:
        """The rows of the earlier edition, each once."""
        return _once(self.before)

    @cached_property
    def spots_now(self) -> Mapping[Key, Spot]:
        """The rows of this edition, each once: county first, then page after page."""
        return _once(self.now)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The rows that both have, in this edition's order."""
        both = ((self.spots_before.get(key), now) for key, now in self.spots_now.items())
        return tuple(Pair(before, now) for before, now in both if before)

    @cached_property
    def activity(self) -> tuple[ActivityPair, ...]:
        """The rows of pages of activity that both have, each once, in this edition's order."""
        before, now = _activity_once(self.before), _activity_once(self.now)
        both = ((before.get(key), spot) for key, spot in now.items())
        return tuple(ActivityPair(old, new) for old, new in both if old)


def change_at(
    spot: Spot | ActivitySpot, kind: Kind, what: str, before: Value, now: Value, detail: str = ""
) -> Change:
    """A change of the row that stands there in this edition."""
    return Change(kind, what, spot.page.name, titled(spot), spot.key[1], before, now, detail, spot.key)


def titled(spot: Spot | ActivitySpot) -> str:
    """The title of a row, with the code where it has one; one of activity may be short for its group, and is not."""
    title = spot.row.title if isinstance(spot, Spot) else spot.indicator.title
    return f"{spot.row.indicator.code} {title}".strip()


def _once(scorecard: Scorecard) -> dict[Key, Spot]:
    """The row that speaks for each indicator and place."""
    spots: Iterator[Spot] = (spot for page in scorecard.pages for spot in spots_of(page))
    return speaking(sorted(spots, key=lambda spot: spot.table.area.level is not Level.COUNTY))


def _activity_once(scorecard: Scorecard) -> dict[Key, ActivitySpot]:
    """The rows of pages of activity, each where it stands first."""
    found: dict[Key, ActivitySpot] = {}
    for spot in (spot for page in scorecard.pages for spot in activity_of(page)):
        found.setdefault(spot.key, spot)
    return found
