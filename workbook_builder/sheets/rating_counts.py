"""Live counts of ratings by page: formulas that count the rating cells of the other sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbook_builder.grid import Area, Cell, Sheet, Style, address, defined_name, in_sheet
from workbook_builder.inputs.figures import Missing
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import RATINGS, Counts, Exceptions, PageCounts
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.spots import rating_pages, spots_of
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import link_cell, number_format
from workbook_builder.sheets.lookup import FoundRows

NOW, BEFORE, CHANGE = 2, 5, 8
LAST = CHANGE + len(RATINGS) - 1
_TOTAL = "All pages, each row once"
_CHANGE_FORMAT = "+#,##0;-#,##0;0"


def add_counts(canvas: Canvas, scorecard: Scorecard, exceptions: Exceptions, sheets: Mapping[str, Sheet]) -> None:
    """A row for each page of tables and one for all; this edition's counts and the change are formulas."""
    heading = canvas.add(*_group_headings(scorecard))
    words = [Cell(rating.value, Style.RAG) for rating in RATINGS] * 3
    canvas.add(Cell("Page", Style.HEADER), Cell("Rated now", Style.HEADER), *words)
    first = canvas.next_row
    for page in exceptions.pages:
        areas = [in_sheet(page.page, area.address) for area in rating_areas(sheets[page.page])]
        formulas = {rating: f"={_counted(areas, rating)}" for rating in RATINGS}
        canvas.add(link_cell(page.page, page.page, style=Style.TEXT_LINK), *_cells(canvas.next_row, page, formulas))
    totals = _totals(scorecard, sheets, first, canvas.next_row - 1)
    canvas.add(Cell(_TOTAL, Style.TERM), *_cells(canvas.next_row, exceptions.total, totals))
    canvas.names.append((defined_name(f"{canvas.name}_ratings"), Area(heading, 0, canvas.next_row - 1, LAST)))


def rating_areas(sheet: Sheet) -> list[Area]:
    """The cells of this edition's ratings: one column of each table."""
    first: dict[int, Area] = {}
    for area in sheet.rated:
        first.setdefault(area.top, area)
    return list(first.values())


def _group_headings(scorecard: Scorecard) -> Iterator[Cell]:
    previous = scorecard.previous
    before = previous.edition.title if previous else "Not compared"
    yield from [Cell(None, Style.HEADER)] * NOW
    for text in (scorecard.edition.title, before, "Change"):
        yield from (Cell(text, Style.HEADER_GROUP), Cell(None, Style.HEADER_GROUP), Cell(None, Style.HEADER_GROUP))


def _cells(row: int, page: PageCounts, formulas: Mapping[Rag, str]) -> Iterator[Cell]:
    """How many are rated, then RED, AMBER and GREEN: now, in the previous edition, and the change."""
    rated = "+".join(address(row, NOW + n) for n in range(len(RATINGS)))
    yield Cell(sum(page.now.get(rating, 0) for rating in RATINGS), Style.NUMBER, number_format(0), f"={rated}")
    for rating in RATINGS:
        yield Cell(page.now.get(rating, 0), Style.NUMBER, number_format(0), formulas[rating])
    if page.before is None:
        yield from [Cell(Missing.NOT_AVAILABLE.value, Style.MISSING)] * (LAST + 1 - BEFORE)
        return
    for rating in RATINGS:
        yield Cell(page.before.get(rating, 0), Style.NUMBER, number_format(0))
    yield from _changes(row, page.now, page.before)


def _changes(row: int, now: Counts, before: Counts) -> Iterator[Cell]:
    for n, rating in enumerate(RATINGS):
        change = now.get(rating, 0) - before.get(rating, 0)
        formula = f"={address(row, NOW + n)}-{address(row, BEFORE + n)}"
        yield Cell(change, Style.NUMBER, _CHANGE_FORMAT, formula)


def _counted(areas: Iterable[str], rating: Rag) -> str:
    return "+".join(f'COUNTIF({area},"{rating.value}")' for area in areas)


def _totals(scorecard: Scorecard, sheets: Mapping[str, Sheet], first: int, last: int) -> dict[Rag, str]:
    """The sums of the rows above, less what stands on a page when an earlier one, or table, has it already."""
    again = list(_again(scorecard, sheets))
    totals = {}
    for n, rating in enumerate(RATINGS):
        column = Area(first, NOW + n, last, NOW + n).address.replace("$", "")
        less = "".join(f"-{rows.count(found, at, rating.value)}" for rows, found, at in again)
        totals[rating] = f"=SUM({column}){less}"
    return totals


def _again(scorecard: Scorecard, sheets: Mapping[str, Sheet]) -> Iterator[tuple[FoundRows, list[int], int]]:
    """The rows that stand further up too, with the column of their ratings; those sorted together at once."""
    seen: set[tuple[str, str]] = set()
    for page in rating_pages(scorecard):
        rows = FoundRows(sheets[page.name])
        again: dict[tuple[object, int], list[int]] = {}
        for key, row, column in _rating_cells(page, sheets[page.name]):
            if key in seen:
                again.setdefault((rows.part(row) or row, column), []).append(row)
            seen.add(key)
        yield from ((rows, found, column) for (_, column), found in again.items())


def _rating_cells(page: ScorecardPage, sheet: Sheet) -> Iterator[tuple[tuple[str, str], int, int]]:
    """Indicator and place, row and column of each cell that holds a rating of this edition, or may hold one."""
    areas = rating_areas(sheet)
    places = [
        (row, area.left)
        for area in areas
        for row in range(area.top, area.bottom + 1)
        if not _names_a_team(sheet, row)
    ]
    rated = [spot for spot in spots_of(page) if spot.is_rating]
    for spot, (row, column) in zip(rated, places, strict=True):
        yield spot.key, row, column


def _names_a_team(sheet: Sheet, row: int) -> bool:
    return any(cell is not None and cell.style is Style.HEADER_TEAM for cell in sheet.rows[row].cells)
