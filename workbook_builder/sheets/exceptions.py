"""The kind of page `exceptions`: what deserves attention first, on one upright A4 side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbook_builder.grid import Area, Cell, Highlight, Printing, Sheet, Style, address, defined_name
from workbook_builder.inputs.figures import Number
from workbook_builder.ratings import Rag
from workbook_builder.scorecards.exceptions import (
    LASTING,
    WITHIN_REACH,
    Exceptions,
    Gap,
    LastingRed,
    NearGreen,
    NewRed,
    Spot,
    Unsupplied,
    find_exceptions,
)
from workbook_builder.scorecards.model import SMALL_MARK, Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import figure_cell, link_cell, number_format, plain_value
from workbook_builder.sheets.heading import add_heading
from workbook_builder.sheets.paging import one_page_scale
from workbook_builder.sheets.rating_counts import LAST, add_counts
from workbook_builder.sheets.tables import RAG_STYLES
from workbook_builder.specs.nouns import noun_for
from workbook_builder.styles import Looks

LEAST_POINTS = 6.5  # of body text, as it is printed
_MOST_LINES = 15  # of each list
_WIDTH, _NARROW, _WIDEST_PLACE = 1105, 55, 320  # pixels
_ROW_SPACE, _BLANK_ROW = 1, 6  # points
_FIRST_TITLES = 2
_REMARK = 5  # the column whose text runs on to the right
_MONTHS = {3: "three"}
_NOTES = (
    "The counts are live: they follow the ratings as figures and targets are edited. The lists are of the edition as "
    "it was built. A row that stands on several pages is counted on each, and once in the last line.",
    "RED for months: each month is judged by the target of its own year. Within reach of GREEN: at most "
    f"one in {WITHIN_REACH} of the denominator (or a single one) more or fewer, at the same "
    "denominator; the nearest first.",
    "Gaps are in percentage points, between the districts that are best and worst by polarity (T: nearest to and "
    f"furthest from the target). Figures marked {SMALL_MARK} on their pages, rated on few, are left out.",
)


@dataclass(frozen=True)
class _List:
    """A list: a word for its defined name, its headings, its lines with the pages that they are about.

    `empty` is what stands there instead of any.
    """

    name: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, list[Cell]], ...]
    empty: str = "None"


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, sheets: Mapping[str, Sheet]) -> Sheet:
    """The sheet, with as many lines in each list as can be read on one page."""
    exceptions = find_exceptions(scorecard)
    lists = list(_Lists(scorecard, exceptions, sheets).all())
    for most in range(_MOST_LINES, 0, -1):
        canvas = Canvas(page.name, page.name, looks, row_space=_ROW_SPACE)
        add_heading(canvas, scorecard)
        add_counts(canvas, scorecard, exceptions, sheets)
        for found in lists:
            _add_list(canvas, found, most)
        sheet = _finished(canvas)
        if looks.size * printed_scale(sheet, looks) >= LEAST_POINTS:
            break
    return sheet


def printed_scale(sheet: Sheet, looks: Looks) -> float:
    """How much smaller than on the screen the sheet is printed."""
    return one_page_scale([row.height for row in sheet.rows], sum(sheet.widths), looks.margins_cm)


def _finished(canvas: Canvas) -> Sheet:
    canvas.add()
    for note in _NOTES:
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
    columns: dict[int, list[int]] = {}
    for number, row in enumerate(canvas.rows):
        for column, cell in enumerate(row):
            if cell is not None and cell.style is Style.RAG:
                columns.setdefault(column, []).append(number)
    areas = tuple(Area(row, column, row, column) for column, rows in columns.items() for row in rows)
    return (Highlight(areas, rating.value, style) for rating, style in RAG_STYLES.items())


def _add_list(canvas: Canvas, found: _List, most: int) -> None:
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


class _Lists:
    """Words the lists of an edition, each line linked to its row on the sheets."""

    def __init__(self, scorecard: Scorecard, exceptions: Exceptions, sheets: Mapping[str, Sheet]) -> None:
        self.scorecard, self.exceptions, self.sheets = scorecard, exceptions, sheets

    def all(self) -> Iterator[_List]:
        """The lists from the top of the page."""
        found = self.exceptions
        rated = ("Area or team", "Rating", "Figure", "Target")
        known = found.new_reds is not None
        lines = [self._line(red.spot, _before(red, self.scorecard)) for red in found.new_reds or ()]
        empty = "None" if known else self.scorecard.no_previous or "There is no earlier edition."
        yield _List("new_reds", (_titled("Newly RED", lines, known), *rated, "Before"), tuple(lines), empty)
        lines = [self._line(red.spot, _how_long(red)) for red in found.lasting_reds]
        title = _titled(f"RED for {_MONTHS[LASTING]} months or more", lines)
        yield _List("lasting_reds", (title, *rated, "How long"), tuple(lines))
        lines = [self._line(near.spot, _needed(near)) for near in found.near_greens]
        title = _titled("AMBER within reach of GREEN", lines)
        yield _List("near_greens", (title, *rated, "Would make it GREEN"), tuple(lines))
        if found.gaps is not None:
            gaps = tuple(map(self._gap, found.gaps))
            title = "Largest gaps between districts"
            yield _List("gaps", (title, "Worst", "Figure", "County", "Gap", "Best"), gaps)
        rows = sum(len(page.spots) for page in found.unsupplied)
        title = f"Figures still to be supplied: {rows}"
        yield _List("to_be_supplied", (title, "Page", "Figures"), tuple(map(self._unsupplied, found.unsupplied)))

    def _line(self, spot: Spot, remark: str) -> tuple[str, list[Cell]]:
        row = spot.row
        target = row.targets.get(row.year)
        return spot.page.name, [
            Cell(row.title, Style.TEXT),
            self._link(row.place, spot),
            Cell(spot.rating.value, Style.RAG),
            _figure(spot),
            figure_cell(target.target if target else None, sign=target.sign if target else ""),
            Cell(remark, Style.NOTE),
        ]

    def _gap(self, gap: Gap) -> tuple[str, list[Cell]]:
        decimals = max(0, -int(gap.points.as_tuple().exponent))
        best = gap.best.row
        figure = best.figure(best.latest)
        assert isinstance(figure, Number)
        return gap.worst.page.name, [
            Cell(gap.worst.row.title, Style.TEXT),
            self._link(gap.worst.row.place, gap.worst),
            _figure(gap.worst),
            _figure(gap.county) if gap.county else figure_cell(None),
            Cell(plain_value(gap.points), Style.NUMBER, number_format(decimals)),
            Cell(f"{best.place}: {figure.shown:,f}", Style.NOTE),
        ]

    def _unsupplied(self, found: Unsupplied) -> tuple[str, list[Cell]]:
        titles = list(dict.fromkeys(spot.row.title for spot in found.spots))
        more = len(titles) - _FIRST_TITLES
        text = "; ".join([*titles[:_FIRST_TITLES], *([f"and {more} more"] if more > 0 else [])])
        return found.page.name, [
            Cell(text, Style.TEXT),
            self._link(found.page.name, found.spots[0]),
            Cell(len(found.spots), Style.NUMBER),
        ]

    def _link(self, text: str, spot: Spot) -> Cell:
        """A link to the title of the row."""
        sheet = self.sheets[spot.page.name]
        row = sheet.anchors[spot.key]
        titled = (n for n, cell in enumerate(sheet.rows[row].cells) if cell and cell.value == spot.row.title)
        return link_cell(text, sheet.name, address(row, next(titled, 0)), Style.TEXT_LINK)


def _titled(title: str, lines: Sequence[object], known: bool = True) -> str:
    return f"{title}: {len(lines)}" if known else title


def _figure(spot: Spot) -> Cell:
    return figure_cell(spot.row.figure(spot.row.latest), mark=SMALL_MARK if spot.row.is_small else "")


def _before(red: NewRed, scorecard: Scorecard) -> str:
    """`AMBER in October 2024: 61.0`."""
    if red.before is None or red.before.rating is Rag.NOT_RATED or scorecard.previous is None:
        return "newly rated"
    row = red.before.row
    figure = row.figure(row.latest)
    assert isinstance(figure, Number)
    return f"{red.before.rating.value} in {scorecard.previous.edition.title}: {figure.shown:,f}"


def _how_long(red: LastingRed) -> str:
    """`7 months or more, since May-24 or earlier`, `4 months, since Aug-24`."""
    if red.is_open:
        return f"{red.months} months or more, since {red.since.label} or earlier"
    return f"{red.months} months, since {red.since.label}"


def _needed(near: NearGreen) -> str:
    """`12 more plans, of 1,234`, `1 fewer referral, of 30`."""
    count = near.reach.count
    more = "more" if near.reach.lacking > 0 else "fewer"
    return f"{count:,} {more} {noun_for(count, near.spot.row.indicator.counted)}, of {near.whole:,}"
