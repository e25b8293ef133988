"""Live counts of ratings by page: this edition's, the previous one's, and the change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.inputs.figures import Missing
from workbook_builder.live.following import Counted, Joined, Summed
from workbook_builder.live.references import RATING, ColumnRef, Live, PageRef, Ref, Role, RowId
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.setting import id_of
from workbook_builder.pages.values import Signed, Total
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import RATINGS, Exceptions, PageCounts
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.spots import rating_pages, spots_of
from workbook_builder.specs.columns import WhichYear, YearColumn
from workbook_builder.specs.pages import ColumnSet

_TOTAL = "All pages, each row once"
_NOW = tuple(Role("now", rating.name) for rating in RATINGS)
_BEFORE = tuple(Role("before", rating.name) for rating in RATINGS)
_ROLES = ((), (), *((role,) for role in (*_NOW, *_BEFORE)), *((),) * len(RATINGS))


def counts_of(scorecard: Scorecard, name: str, found: Exceptions) -> Table:
    """A row for each page of tables and one for all; this edition's counts and the change are live."""
    pages = {page.name: page for page in scorecard.pages}
    rows = [_page_row(pages[counts.page], counts) for counts in found.pages]
    rows.append(_total_row(scorecard, found, [row.id for row in rows]))
    return Table(
        "ratings", "Ratings by page", tuple(_columns(scorecard)), (Group("", tuple(rows)),), f"{name}_ratings"
    )


def _columns(scorecard: Scorecard) -> Iterator[Column]:
    before = scorecard.previous.edition.title if scorecard.previous else "Not compared"
    yield Column(("Page",), "text")
    yield Column(("Rated now",), "figure")
    for group in (scorecard.edition.title, before, "Change"):
        yield from (Column((rating,), "figure", group=group) for rating in RATINGS)


def _page_row(page: ScorecardPage, counts: PageCounts) -> Row:
    columns = tuple(ColumnRef(page.name, t.spec.id, RATING.name) for t in page.tables if t.rows and _rates(t.columns))
    live = {rating: Counted(columns, rating) for rating in RATINGS}
    return _row(("count", page.name), Cell(page.name, link=PageRef(page.name)), counts, live)


def _rates(columns: ColumnSet) -> bool:
    """Whether a table rates this edition's figures."""
    return any(isinstance(c, YearColumn) and c.kind == "rag" and c.year is WhichYear.THIS for c in columns.columns)


def _total_row(scorecard: Scorecard, found: Exceptions, rows: list[RowId]) -> Row:
    """The sums of the rows above, less what stands on a page when an earlier one, or table, has it already.

    Where no page rates anything there are no rows to sum up.
    """
    again = tuple(_counted_again(scorecard))
    sums = {
        rating: Summed(tuple(Ref(row, role) for row in rows), again, rating)
        for rating, role in zip(RATINGS, _NOW, strict=True)
        if rows
    }
    return _row(("count",), Cell(Total(_TOTAL)), found.total, sums)


def _counted_again(scorecard: Scorecard) -> Iterator[Ref]:
    seen: set[tuple[str, str]] = set()
    for page in rating_pages(scorecard):
        for spot in (spot for spot in spots_of(page) if spot.is_rating):
            if spot.key in seen:
                yield Ref(id_of(spot), RATING)
            seen.add(spot.key)


def _row(id: RowId, first: Cell, counts: PageCounts, live: Mapping[Rag, Live]) -> Row:
    """How many are rated, then RED, AMBER and GREEN: now, in the previous edition, and the change."""
    now, before = [counts.now.get(rating, 0) for rating in RATINGS], counts.before
    rated = Cell(sum(now), live=Joined(tuple(Ref(id, role) for role in _NOW), "+"))
    counted = (Cell(count, live=live.get(rating)) for rating, count in zip(RATINGS, now, strict=True))
    compared = _compared(id, counts) if before is not None else [Cell(Missing.NOT_AVAILABLE)] * (2 * len(RATINGS))
    return Row(id, (first, rated, *counted, *compared), _ROLES)


def _compared(id: RowId, counts: PageCounts) -> Iterator[Cell]:
    before = counts.before or {}
    yield from (Cell(before.get(rating, 0)) for rating in RATINGS)
    for rating, now, then in zip(RATINGS, _NOW, _BEFORE, strict=True):
        change = counts.now.get(rating, 0) - before.get(rating, 0)
        yield Cell(Signed(change), live=Joined((Ref(id, now), Ref(id, then)), "-"))
