"""What the pages of an edition have in common: where its rows stand, and what every page begins with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbook_builder.live.references import RowId
from workbook_builder.pages.blocks import Block
from workbook_builder.pages.publication import Page
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.spots import ActivitySpot, Spot, activity_of, speaking, spots_of
from workbook_builder.specs.catalogue import Indicator

Key = tuple[str, str]
"""Indicator and place."""


@dataclass(frozen=True)
class Setting:
    """An edition whose pages are made; its scorecard has no page that is not shown."""

    scorecard: Scorecard

    @cached_property
    def rows(self) -> Mapping[str, Mapping[Key, RowId]]:
        """By page: the row that others lead to, of all those of an indicator and place."""
        return {page.name: dict(_leading(page)) for page in self.scorecard.pages}

    @cached_property
    def contents(self) -> str:
        """The page of contents, "" where there is none."""
        return self.named("contents")

    def named(self, kind: str) -> str:
        """The first page of a kind, "" where there is none."""
        return next((page.name for page in self.scorecard.pages if page.spec.kind == kind), "")

    def page(self, page: ScorecardPage, blocks: Iterable[Block], beside: str = "") -> Page:
        """The page with its title, edition and ways to other pages; `beside` is one that it leads to."""
        return Page(
            kind=page.spec.kind,
            name=page.name,
            title=page.title,
            subtitle=f"{self.scorecard.spec.title} - {self.scorecard.edition.title}",
            is_draft=self.scorecard.edition.is_draft,
            blocks=tuple(blocks),
            back=self.contents if self.contents != page.name else "",
            beside=beside,
            ratings=self.scorecard.ratings,
        )


def _leading(page: ScorecardPage) -> Iterable[tuple[Key, RowId]]:
    yield from ((spot.key, id_of(spot)) for spot in activity_of(page))
    yield from ((key, id_of(spot)) for key, spot in speaking(spots_of(page)).items())


def id_of(spot: Spot | ActivitySpot) -> RowId:
    """The id of a row where it stands."""
    if isinstance(spot, Spot):
        return row_id(spot.page.name, spot.table.spec.id, spot.row.indicator, spot.row.place)
    return row_id(spot.page.name, spot.latest.frequency.value, spot.indicator, spot.place)


def row_id(page: str, table: str, indicator: Indicator, place: str) -> RowId:
    """The id of the row of an indicator and place in a table, which has no other of both."""
    return "row", page, table, indicator.id, place
