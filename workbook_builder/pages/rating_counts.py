"""Live counts of ratings by page: this edition's, what is first rated, and the change of what is rated in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbook_builder.inputs.figures import Missing
from workbook_builder.live.following import Counted, CountedIn, Joined, Summed
from workbook_builder.live.references import RATING, ColumnRef, Live, PageRef, Ref, Role, RowId
from workbook_builder.pages.blocks import Cell, Column, Group, Roles, Row, Table
from workbook_builder.pages.setting import id_of
from workbook_builder.pages.values import Signed, Total
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import Exceptions
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.rated_twice import (
    Earlier,
    PageCounts,
    earlier_of,
    is_county,
    is_first_rated,
)
from workbook_builder.scorecards.spots import Spot, rating_pages, spots_of
from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.columns import YearColumn
from workbook_builder.specs.pages import ColumnSet

FIRST, CHANGE = "First rated", "Change of the others"
_TOTAL = "All pages, each row once"
Ratings = tuple[Rag, ...]
_LiveCounts = Mapping[Rag, Live]


def _now(rating: Rag) -> Role:
    return Role("now", rating.name)


def _new(rating: Rag) -> Role:
    return Role("first", rating.name)


def _roles(ratings: Ratings) -> Roles:
    return ((), (), *((_now(one),) for one in ratings), *((_new(one),) for one in ratings), *((),) * len(ratings))


def counts_of(scorecard: Scorecard, name: str, found: Exceptions) -> Table:
    """A row for each page of tables, one for the county and one for all. All counts are live."""
    rows = tuple(_Counting(scorecard, found).rows())
    return Table(
        "ratings", "Ratings by page", tuple(_columns(scorecard, found.ratings)), (Group("", rows),), f"{name}_ratings"
    )


def _columns(scorecard: Scorecard, ratings: Ratings) -> Iterator[Column]:
    yield Column(("Page",), "text")
    yield Column(("Rated now",), "figure")
    compared = (FIRST, CHANGE) if scorecard.previous else ("Not compared",)
    for group in (scorecard.edition.title, *compared):
        yield from (Column((rating,), "figure", group=group) for rating in ratings)


class _Counting:
    """Makes the rows of the counts. A row that stands on several pages is counted on each, and once in a total."""

    def __init__(self, scorecard: Scorecard, found: Exceptions) -> None:
        self.scorecard, self.found, self.ratings = scorecard, found, found.ratings
        self.earlier: Earlier = earlier_of(scorecard) or {}
        self.pages = {page.name: page for page in rating_pages(scorecard)}

    def rows(self) -> Iterator[Row]:
        """The pages from the first, then the county, then all."""
        for counts in self.found.pages:
            yield self._page(self.pages[counts.page], counts)
        names = list(self.pages)
        if self.found.county:
            county = [name for name, page in self.pages.items() if page.area and page.area.level is Level.COUNTY]
            places = " and ".join(dict.fromkeys(self.pages[name].area.name for name in county))  # type: ignore[union-attr]
            yield self._total(("count", "county"), f"{places}, each row once", self.found.county, county)
        yield self._total(("count",), _TOTAL, self.found.total, names)

    def _page(self, page: ScorecardPage, counts: PageCounts) -> Row:
        tables = (table for table in page.tables if table.rows and _rates(table.columns))
        columns = tuple(ColumnRef(page.name, table.spec.id, RATING.name) for table in tables)
        now = {rating: Counted(columns, rating) for rating in self.ratings}
        new = self._first(spots_of(page))
        first = {rating: CountedIn(new, rating) for rating in self.ratings if new}
        return _row(
            ("count", "page", page.name), Cell(page.name, link=PageRef(page.name)), counts, (now, first), self.ratings
        )

    def _total(self, id: RowId, title: str, counts: PageCounts, pages: Sequence[str]) -> Row:
        """The sums of rows above, less what stands on a page when an earlier one, or table, has it already.

        Where no page rates anything there are no rows to sum up.
        """
        again = [spot for spot in self._again() if id == ("count",) or is_county(spot)]
        refs = tuple(Ref(id_of(spot), RATING) for spot in again)
        new = self._first(again)
        now, first = {}, {}
        for rating in self.ratings:
            rows = [("count", "page", page) for page in pages]
            if rows:
                now[rating] = Summed(tuple(Ref(row, _now(rating)) for row in rows), refs, rating)
                first[rating] = Summed(tuple(Ref(row, _new(rating)) for row in rows), new, rating)
        return _row(id, Cell(Total(title)), counts, (now, first), self.ratings)

    def _again(self) -> Iterator[Spot]:
        seen: set[tuple[str, str]] = set()
        for page in self.pages.values():
            for spot in (spot for spot in spots_of(page) if spot.is_rating):
                if spot.key in seen:
                    yield spot
                seen.add(spot.key)

    def _first(self, spots: Iterable[Spot]) -> tuple[Ref, ...]:
        """The ratings of those rows that are first rated in this edition."""
        return tuple(
            Ref(id_of(spot), RATING) for spot in spots if spot.is_rating and is_first_rated(spot, self.earlier)
        )


def _rates(columns: ColumnSet) -> bool:
    """Whether a table rates this edition's figures."""
    return any(isinstance(c, YearColumn) and c.kind == "rag" and c.is_this for c in columns.columns)


def _row(id: RowId, title: Cell, counts: PageCounts, live: tuple[_LiveCounts, _LiveCounts], ratings: Ratings) -> Row:
    """How many are rated, then have each rating: now, first rated, and the change of what both editions rate."""
    now, first = live
    numbers = [counts.now.get(rating, 0) for rating in ratings]
    rated = Cell(sum(numbers), live=Joined(tuple(Ref(id, _now(rating)) for rating in ratings), "+"))
    counted = (Cell(count, live=now.get(rating)) for rating, count in zip(ratings, numbers, strict=True))
    compared = [Cell(Missing.NOT_AVAILABLE)] * len(ratings)
    if counts.before is not None:
        compared = list(_compared(id, counts, first, ratings))
    return Row(id, (title, rated, *counted, *compared), _roles(ratings))


def _compared(id: RowId, counts: PageCounts, first: _LiveCounts, ratings: Ratings) -> Iterator[Cell]:
    new, before = counts.first or {}, counts.before or {}
    yield from (Cell(new.get(rating, 0), live=first.get(rating)) for rating in ratings)
    for rating in ratings:
        then = before.get(rating, 0)
        live = Joined((Ref(id, _now(rating)), Ref(id, _new(rating))), "-", then)
        yield Cell(Signed(counts.both.get(rating, 0) - then), live=live)
