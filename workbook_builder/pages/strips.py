"""The districts by indicator: a table of ratings, readable without colours, and one of figures; both are live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.live.following import Displayed, Same
from workbook_builder.live.references import RATING, Ref, Role, figure
from workbook_builder.pages.blocks import Cell, Column, Group, Holds, Row, Table
from workbook_builder.pages.setting import id_of
from workbook_builder.scorecards.districts import Districts, Strip
from workbook_builder.scorecards.spots import Spot

FIGURES, RATINGS_TABLE = "figures", "strip"
LABEL = Role("label")


def figure_role(place: str) -> Role:
    """What the cells of a place are to those that choose from them."""
    return Role(f"of {place}")


def shown_figure(spot: Spot | None) -> Figure | None:
    """The latest figure as it is displayed."""
    stated = spot.row.figure(spot.row.latest) if spot else None
    return Number(stated.shown, stated.decimals) if isinstance(stated, Number) else stated


@dataclass(frozen=True)
class StripTables:
    """Makes both tables: a row for each indicator, a column for the county and each district."""

    page: str
    found: Districts

    def both(self) -> Iterator[Table]:
        """Ratings, then figures."""
        yield self._table(RATINGS_TABLE, "Ratings by district", "rating")
        yield self._table(FIGURES, "Figures by district", "figure")

    def _table(self, id: str, title: str, holds: Holds) -> Table:
        places = [self.found.county, *self.found.names] if self.found.county else list(self.found.names)
        columns = (
            Column((title,), "text", role=LABEL.name),
            *(Column((name,), holds, role=figure_role(name).name) for name in places),
        )
        roles = ((LABEL,), *((figure_role(name),) for name in places))
        rows = tuple(
            Row((id, self.page, strip.indicator.id), tuple(self._cells(strip, places, holds)), roles)
            for strip in self.found.strips
        )
        return Table(id, title, columns, (Group("", rows),), f"{self.page}_{id}")

    def _cells(self, strip: Strip, places: list[str], holds: Holds) -> Iterator[Cell]:
        yield Cell(strip.label)
        for place in places:
            spot = strip.county if place == self.found.county else strip.districts.get(place)
            yield (_rating if holds == "rating" else _figure)(spot) if spot else Cell(None)


def _rating(spot: Spot) -> Cell:
    return Cell(spot.rating, live=Same(Ref(id_of(spot), RATING)))


def _figure(spot: Spot) -> Cell:
    stated = shown_figure(spot)
    decimals = stated.decimals if isinstance(stated, Number) else spot.row.indicator.decimals
    return Cell(stated, live=Displayed(Ref(id_of(spot), figure(spot.row.latest)), decimals))
