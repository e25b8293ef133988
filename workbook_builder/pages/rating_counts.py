"""Live counts of ratings by page: this edition's, the previous one's, and the change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.inputs.figures import Missing
from workbook_builder.live.following import Counted, Joined, Summed
from workbook_builder.live.references import RATING, ColumnRef, Live, PageRef, Ref, Role, RowId
from workbook_builder.pages.blocks import Cell, Column, Group, Roles, Row, Table
from workbook_builder.pages.setting import id_of
from workbook_builder.pages.values import Signed, Total
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import Exceptions, PageCounts
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.spots import rating_pages, spots_of
from workbook_builder.specs.columns import YearColumn
from workbook_builder.specs.pages import ColumnSet

_TOTAL = "All pages, each row once"
Ratings = tuple[Rag, ...]


def _now(rating: Rag) -> Role:
    return Role("now", rating.name)


def _before(rating: Rag) -> Role:
    return Role("before", rating.name)


def _roles(ratings: Ratings) -> Roles:
    return ((), (), *((_now(one),) for one in ratings), *((_before(one),) for one in ratings), *((),) * len(ratings))


def counts_of(scorecard: Scorecard, name: str, found: Exceptions) -> Table:
    """A row for each page of tables and one for all; this edition's counts and the change are live."""
    pages = {page.name: page for page in scorecard.pages}
    rows = [_page_row(pages[counts.page], counts, found.ratings) for counts in found.pages]
    rows.append(_total_row(scorecard, found, [row.id for row in rows]))
    return Table(
        "ratings",
        "Ratings by page",
        tuple(_columns(scorecard, found.ratings)),
        (Group("", tuple(rows)),),
        f"{name}_ratings",
    )


def _columns(scorecard: Scorecard, ratings: Ratings) -> Iterator[Column]:
    before = scorecard.previous.edition.title if scorecard.previous else "Not compared"
    yield Column(("Page",), "text")
    yield Column(("Rated now",), "figure")
    for group in (scorecard.edition.title, before, "Change"):
        yield from (Column((rating,), "figure", group=group) for rating in ratings)


def _page_row(page: ScorecardPage, counts: PageCounts, ratings: Ratings) -> Row:
    columns = tuple(ColumnRef(page.name, t.spec.id, RATING.name) for t in page.tables if t.rows and _rates(t.columns))
    live = {rating: Counted(columns, rating) for rating in ratings}
    return _row(("count", page.name), Cell(page.name, link=PageRef(page.name)), counts, live, ratings)


def _rates(columns: ColumnSet) -> bool:
    """Whether a table rates this edition's figures."""
    return any(isinstance(c, YearColumn) and c.kind == "rag" and c.is_this for c in columns.columns)


def _total_row(scorecard: Scorecard, found: Exceptions, rows: list[RowId]) -> Row:
    """The sums of the rows above, less what stands on a page when an earlier one, or table, has it already.

    Where no page rates anything there are no rows to sum up.
    """
    again = tuple(_counted_again(scorecard))
    sums = {
        rating: Summed(tuple(Ref(row, _now(rating)) for row in rows), again, rating)
        for rating in found.ratings
        if rows
    }
    return _row(("count",), Cell(Total(_TOTAL)), found.total, sums, found.ratings)


def _counted_again(scorecard: Scorecard) -> Iterator[Ref]:
    seen: set[tuple[str, str]] = set()
    for page in rating_pages(scorecard):
        for spot in (spot for spot in spots_of(page) if spot.is_rating):
            if spot.key in seen:
                yield Ref(id_of(spot), RATING)
            seen.add(spot.key)


def _row(id: RowId, first: Cell, counts: PageCounts, live: Mapping[Rag, Live], ratings: Ratings) -> Row:
    """How many are rated, then how many have each rating: now, in the previous edition, and the change."""
    now = [counts.now.get(rating, 0) for rating in ratings]
    rated = Cell(sum(now), live=Joined(tuple(Ref(id, _now(rating)) for rating in ratings), "+"))
    counted = (Cell(count, live=live.get(rating)) for rating, count in zip(ratings, now, strict=True))
    unknown = [Cell(Missing.NOT_AVAILABLE)] * (2 * len(ratings))
    compared = _compared(id, counts, ratings) if counts.before is not None else unknown
    return Row(id, (first, rated, *counted, *compared), _roles(ratings))


def _compared(id: RowId, counts: PageCounts, ratings: Ratings) -> Iterator[Cell]:
    before = counts.before or {}
    yield from (Cell(before.get(rating, 0)) for rating in ratings)
    for rating in ratings:
        change = counts.now.get(rating, 0) - before.get(rating, 0)
        yield Cell(Signed(change), live=Joined((Ref(id, _now(rating)), Ref(id, _before(rating))), "-"))
