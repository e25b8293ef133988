"""The kind of page `exceptions`: what deserves attention first, on one upright A4 side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workbook_builder.grid import Area, Cell, Highlight, Printing, Sheet, Style, defined_name
from workbook_builder.scorecards.exceptions import RATINGS, WITHIN_REACH, Exceptions, find_exceptions
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.exception_lists import ExceptionList, ExceptionLists
from workbook_builder.sheets.heading import add_heading
from workbook_builder.sheets.paging import one_page_scale
from workbook_builder.sheets.rating_counts import LAST, add_counts
from workbook_builder.sheets.tables import RAG_STYLES
from workbook_builder.styles import Looks

LEAST_POINTS = 6.5  # of any text, as it is printed
_MOST_LINES = 15  # of each list
_WIDTH, _NARROW, _WIDEST_PLACE = 1055, 54, 320  # pixels
_ROW_SPACE, _BLANK_ROW = 1, 6  # points
_REMARK = 5  # the column whose text runs on to the right
_LIVE = "The counts are live: they follow the ratings as figures and targets are edited. "
_NOTES = (
    "The lists are of the edition as it was built. A row that stands on several pages is counted on each, and once "
    "in the last line.",
    "RED for months: each month is judged by what its own year's target and floor are now; where those have changed, "
    "a row may have been printed RED in earlier editions and be in neither list of REDs. Within reach of GREEN: at "
    f"most one in {WITHIN_REACH} of the denominator (or a single one) more or fewer, at the same "
    "denominator; the county's first, then the nearest.",
)
_NOTE_ON_GAPS = (
    "Gaps are in percentage points, between the districts that are best and worst by polarity (T: nearest to and "
    "furthest from the target). Figures marked {small} on their pages, rated on few, are left out."
)


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, sheets: Mapping[str, Sheet]) -> Sheet:
    """The sheet, with as many lines in each list as can be read on one page; the first lists may have one more."""
    exceptions = find_exceptions(scorecard)
    begun = Canvas(page.name, page.name, looks, row_space=_ROW_SPACE)
    add_heading(begun, scorecard)
    add_counts(begun, scorecard, exceptions, sheets)
    for note in _unlike(scorecard, exceptions):
        begun.add_text(note, Style.NOTE, _WIDTH)
    lists = list(ExceptionLists(scorecard, exceptions, sheets, looks.symbols.small).all())
    on_gaps = _NOTE_ON_GAPS.format(small=looks.symbols.small)
    first, *others = _NOTES
    notes = [
        f"{_LIVE if scorecard.edition.is_draft else ''}{first}",
        *others,
        *([] if exceptions.gaps is None else [on_gaps]),
    ]

    def laid_out(most: Sequence[int]) -> Sheet:
        canvas = replace(begun, rows=list(begun.rows), names=list(begun.names), highlights=[])
        for found, lines in zip(lists, most, strict=True):
            _add_list(canvas, found, lines)
        return _finished(canvas, notes)

    def is_legible(most: Sequence[int]) -> bool:
        return printed_points(laid_out(most), looks) >= LEAST_POINTS

    evenly = bisect_left(range(2, _MOST_LINES + 1), True, key=lambda n: not is_legible([n] * len(lists))) + 1
    most = [evenly] * len(lists)
    for n in range(len(lists)):
        longer = [*most[:n], most[n] + 1, *most[n + 1 :]]
        most = longer if is_legible(longer) else most
    return laid_out(most)


def printed_points(sheet: Sheet, looks: Looks) -> float:
    """The size of the smallest text of the sheet, as it is printed."""
    scale = one_page_scale([row.height for row in sheet.rows], sum(sheet.widths), looks.margins_cm)
    return scale * min(looks[style].size or looks.size for style in {cell.style for _, _, cell in sheet.cells()})


def _unlike(scorecard: Scorecard, exceptions: Exceptions) -> Iterator[str]:
    """Notes that keep a change from being taken for more than it is: what else differs between the two editions."""
    before = exceptions.total.before
    if before is not None and scorecard.previous:
        now, then = (sum(counts.get(rating, 0) for rating in RATINGS) for counts in (exceptions.total.now, before))
        if now != then:
            titles = scorecard.edition.title, scorecard.previous.edition.title
            yield f"{titles[0]} rates {now:,} rows, {titles[1]} {then:,}: part of the change is due to that."
        if scorecard.previous.edition.note:
            yield f"The {scorecard.previous.edition.title} edition: {scorecard.previous.edition.note}"


def _finished(canvas: Canvas, notes: Iterable[str]) -> Sheet:
    canvas.add()
    for note in notes:
        canvas.add_text(note, Style.NOTE, _WIDTH)
    canvas.highlights += _highlights(canvas)
    sheet = canvas.finish(_widths(canvas), (1, 0))
    rows = tuple(row if row.cells else replace(row, height=_BLANK_ROW) for row in sheet.rows)
    return replace(sheet, rows=rows, printing=Printing(portrait=True, one_page=True))


def _widths(canvas: Canvas) -> tuple[int, ...]:
    """No number or rating is cut, nor a link: LibreOffice breaks none into lines. The titles have what is left."""
    needed = canvas.needed_widths(LAST + 1, {0: 0})
    places = [canvas.text_width(row[1]) for row in canvas.rows if len(row) > 1 and row[1] and row[1].link]
    beside = (min(_WIDEST_PLACE, max([needed[1], *places])), *(max(_NARROW, width) for width in needed[2:]))
    return max(_NARROW, _WIDTH - sum(beside)), *beside


def _highlights(canvas: Canvas) -> Iterator[Highlight]:
    """The colours of the ratings, by their words."""
    cells = ((r, c, cell) for r, row in enumerate(canvas.rows) for c, cell in enumerate(row))
    areas = tuple(Area(row, column, row, column) for row, column, cell in cells if cell and cell.style is Style.RAG)
    return (Highlight(areas, rating.value, style) for rating, style in RAG_STYLES.items())


def _add_list(canvas: Canvas, found: ExceptionList, most: int) -> None:
    canvas.add()
    last = len(found.headings) - 1
    beyond = LAST - last if last >= _REMARK else 0
    style = Style.HEADER_GROUP if beyond else Style.HEADER
    first, *others = found.headings
    headings = [Cell(text, style if n == last else Style.HEADER) for n, text in enumerate(others, 1)]
    top = canvas.add(Cell(first, Style.HEADER_LIST), *headings, *[Cell(None, Style.HEADER_GROUP)] * beyond)
    for _, cells in found.lines[:most]:
        canvas.add(*cells)
    left_out = found.lines[most:]
    if left_out:
        page, cells = left_out[0]
        link = next(cell.link for cell in cells if cell.link)
        canvas.add(Cell(f"and {len(left_out)} more, the first on {page}", Style.TEXT_LINK, link=link))
    elif not found.lines:
        canvas.add(Cell(found.empty, Style.TEXT))
    name = defined_name(f"{canvas.name}_{found.name}")
    canvas.names.append((name, Area(top, 0, canvas.next_row - 1, last + beyond)))
