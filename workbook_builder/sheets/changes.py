"""The kind of page `changes`: what is different from the previous edition, each change linked to its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workbook_builder.grid import Area, Cell, Highlight, Sheet, Style, address, defined_name
from workbook_builder.inputs.edition import Edition
from workbook_builder.inputs.figures import Missing, Number, Withheld
from workbook_builder.inputs.targets import Band
from workbook_builder.ratings import Rag, Travel
from workbook_builder.scorecards.changes import Change, Kind, find_changes
from workbook_builder.scorecards.changes.model import Limit, Value
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import figure_cell, link_cell, number_format
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.sheets.paging import paginate
from workbook_builder.sheets.tables import RAG_STYLES, TRAVEL_STYLES, arrows
from workbook_builder.styles import Looks
from workbook_builder.wording.measures import capitalised

_WIDTHS = {"What": 165, "Page": 165, "Indicator": 390, "Area or team": 175, "before": 150, "now": 150, "Figures": 190}
_HEADING_ROOM_CM = 1.0  # for the heading that is repeated on every printed page
_BEFORE, _NOW = 4, 5
_NONE = "none"
_EVERYWHERE = "everywhere"
_STATIC = (
    "The list is of the edition as it was built. A row that stands on several pages is listed once, the county's "
    "before those of districts and their teams."
)


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, sheets: Mapping[str, Sheet]) -> Sheet:
    """Counts of each kind of change, then a table of all of them."""
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    widths = tuple(_WIDTHS.values())
    for note in _notes(scorecard):
        canvas.add_text(note, Style.NOTE, sum(widths))
    if scorecard.previous is None:
        return canvas.finish(widths, (1, 0))
    changes = find_changes(scorecard.previous, scorecard)
    canvas.add()
    _add_counts(canvas, changes)
    canvas.add()
    canvas.begin_table()
    heading = add_header_row(canvas, *_headings(scorecard.previous.edition, scorecard.edition))
    for kind, found in changes.items():
        if found:
            _add_kind(canvas, kind, found, sheets)
    canvas.names.append((defined_name(page.name), Area(heading, 0, canvas.next_row - 1, len(widths) - 1)))
    canvas.highlights += _highlights(canvas, heading)
    return _printed(canvas, canvas.finish(widths, (1, 0)), heading)


def _printed(canvas: Canvas, sheet: Sheet, heading: int) -> Sheet:
    """Printed with its heading on every page, and no kind of change named at the foot of one."""
    margins = canvas.looks.margins_cm
    margins = replace(margins, top=margins.top + _HEADING_ROOM_CM)
    pages = paginate([row.height for row in sheet.rows], canvas.tables, canvas.parts, sum(sheet.widths), margins)
    return replace(sheet, printing=replace(pages, repeated=(heading, heading)))


def _notes(scorecard: Scorecard) -> Iterator[str]:
    previous, edition = scorecard.previous, scorecard.edition
    if previous is None:
        yield f"There is nothing to compare with. {scorecard.no_previous}"
    else:
        yield f"Compared with the edition of {previous.edition.title}. {_STATIC}"
    for one in (previous.edition, edition) if previous else (edition,):
        if one.note:
            yield f"The {one.title} edition: {one.note}"


def _headings(before: Edition, now: Edition) -> list[str]:
    dated = {"before": f"Before: {before.title}", "now": f"Now: {now.title}"}
    return [dated.get(name, name) for name in _WIDTHS]


def _add_counts(canvas: Canvas, changes: Mapping[Kind, Sequence[Change]]) -> None:
    """How many changes there are of each kind, with a link to the first of them."""
    first = canvas.next_row
    row = first + len(changes) + 3  # a heading, the rows, a blank row, the table's heading
    add_header_row(canvas, "Kind of change", "Number")
    for kind, found in changes.items():
        style = Style.TEXT_LINK if found else Style.TEXT
        link = link_cell("", canvas.name, address(row, 0)).link if found else ""
        number = Cell(len(found), Style.NUMBER, number_format(0))
        canvas.add(Cell(kind.value, style, link=link), number, *_directions(kind, found))
        row += len(found) + 1 if found else 0
    canvas.names.append((defined_name(f"{canvas.name}_counts"), Area(first, 0, canvas.next_row - 1, 1)))


def _directions(kind: Kind, changes: Sequence[Change]) -> Iterator[Cell]:
    """`Better: 14. Worse: 9.`"""
    if kind in (Kind.MOVED, Kind.TRAVEL) and changes:
        whats = [change.what for change in changes]
        yield Cell(" ".join(f"{capitalised(what)}: {whats.count(what)}." for what in sorted(set(whats))), Style.NOTE)


def _add_kind(canvas: Canvas, kind: Kind, changes: Sequence[Change], sheets: Mapping[str, Sheet]) -> None:
    if canvas.next_row - 1 not in canvas.tables:  # the first kind stays with the heading above it
        canvas.begin_table()
    number = Cell(len(changes), Style.HEADER_TEAM, number_format(0))
    beside = [Cell(None, Style.HEADER_TEAM)] * (len(_WIDTHS) - 2)
    canvas.add(Cell(kind.value, Style.HEADER_TEAM), number, *beside)
    symbols = arrows(canvas.looks)
    for change in changes:
        canvas.add(
            Cell(capitalised(change.what), Style.TEXT),
            _page(change, sheets),
            Cell(change.title, Style.TEXT),
            Cell(change.place or _EVERYWHERE, Style.TEXT),
            _value(change.before, symbols),
            _value(change.now, symbols),
            Cell(change.detail or None, Style.TEXT),
        )


def _page(change: Change, sheets: Mapping[str, Sheet]) -> Cell:
    """The page, as a link to the row where this workbook has that. LibreOffice would cut a longer link."""
    sheet = sheets.get(change.page)
    row = sheet.anchors.get(change.row) if sheet and change.row else None
    if row is None:
        return Cell(change.page or None, Style.TEXT)
    return link_cell(change.page, change.page, address(row, 0), Style.TEXT_LINK)


def _value(value: Value, symbols: Mapping[Travel, str]) -> Cell:
    match value:
        case Rag():
            return Cell(value.value, Style.MISSING if value is Rag.NOT_RATED else Style.RAG)
        case Travel():
            return Cell(_arrow(value, symbols), Style.TRAVEL)
        case Limit():
            return figure_cell(value.number, sign=value.sign)
        case Band():
            return Cell(f"{value.lowest.text} to {value.highest.text}", Style.TEXT)
        case Number() | Missing() | Withheld():
            return figure_cell(value)
        case None:
            return Cell(_NONE, Style.MISSING)
    return Cell(value, Style.TEXT)


def _arrow(travel: Travel, symbols: Mapping[Travel, str]) -> str:
    """`⇧ improved`."""
    return f"{symbols[travel]} {travel.value}"


def _highlights(canvas: Canvas, heading: int) -> Iterator[Highlight]:
    """The colours of ratings and arrows, by their words."""
    symbols = arrows(canvas.looks)
    columns = (Area(heading + 1, _BEFORE, canvas.next_row - 1, _NOW),)
    yield from (Highlight(columns, rating.value, style) for rating, style in RAG_STYLES.items())
    yield from (Highlight(columns, _arrow(travel, symbols), style) for travel, style in TRAVEL_STYLES.items())
