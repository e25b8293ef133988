"""The kind of page `tables`: the tables of one area, each with a two-row heading and its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.grid import Area, Cell, Highlight, RowCells, Sheet, Style, defined_name
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import Row, RowGroup, Scorecard, ScorecardPage, Table
from workbook_builder.scorecards.spots import speaking, spots_of
from workbook_builder.sheets.canvas import LEAST_COLUMN, Canvas
from workbook_builder.sheets.cells import link_cell
from workbook_builder.sheets.columns import table_slots
from workbook_builder.sheets.columns.slot import Role, RowPlace, Slot, TableSetting, TargetRows, window_of
from workbook_builder.sheets.heading import add_heading
from workbook_builder.sheets.sparklines import sparkline
from workbook_builder.specs.pages import CommentaryPage
from workbook_builder.styles import Looks

_INDICATOR_WIDTH = 300
RAG_STYLES = {Rag.GREEN: Style.RAG_GREEN, Rag.AMBER: Style.RAG_AMBER, Rag.RED: Style.RAG_RED}
TRAVEL_STYLES = {
    Travel.IMPROVED: Style.TRAVEL_IMPROVED,
    Travel.WORSENED: Style.TRAVEL_WORSENED,
    Travel.SAME: Style.TRAVEL_SAME,
}


def arrows(looks: Looks) -> Mapping[Travel, str]:
    """The style's arrow for each direction."""
    symbols = looks.symbols
    return {Travel.IMPROVED: symbols.improved, Travel.WORSENED: symbols.worsened, Travel.SAME: symbols.same}


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks, target_rows: TargetRows) -> Sheet:
    """The sheet of one area's tables."""
    canvas = Canvas(page.name, page.title, looks)
    add_heading(canvas, scorecard, _link_to_commentary(scorecard, page))
    marked = _Marked(page)
    named_columns = 0
    for table in page.tables:
        symbols = looks.symbols
        setting = TableSetting(
            table, scorecard.catalogue, arrows(looks), symbols.tick, symbols.small, target_rows, looks.sparklines
        )
        slots = table_slots(setting)
        _add_table(canvas, table, slots, marked)
        named_columns = [slot.names_row for slot in slots].index(True) + 1
    canvas.highlights += marked.highlights(looks)
    widths = canvas.needed_widths(marked.columns, {named_columns - 1: _INDICATOR_WIDTH})
    if len(page.tables) == 1:  # its headings stay in sight, and repeat in print
        first = marked.headings[0]
        return canvas.finish(widths, (first + 2, named_columns), (first, first + 1))
    return canvas.finish(widths, (1, named_columns))


def _link_to_commentary(scorecard: Scorecard, page: ScorecardPage) -> Cell | None:
    said = {(paragraph.page, paragraph.section) for paragraph in scorecard.commentary if paragraph.page == page.name}
    for other in scorecard.pages:
        sections = other.spec.sections if isinstance(other.spec, CommentaryPage) else ()
        if any((section.page, section.title) in said for section in sections):
            return link_cell(other.name, other.name)
    return None


class _Marked:
    """What the tables of a sheet have in common, noted while they are added."""

    def __init__(self, page: ScorecardPage) -> None:
        self._speaking = speaking(spots_of(page))
        self.headings: list[int] = []
        self.columns = 0
        self.rated: list[Area] = []
        self.travelled: list[Area] = []

    def note(self, slots: list[Slot], first: int, last: int) -> None:
        """Rows from `first` to `last` hold cells of these columns; none, where the area has no such team."""
        self.columns = max(self.columns, len(slots))
        if last < first:
            return
        for column, slot in enumerate(slots):
            if slot.marks is Style.RAG:
                self.rated.append(Area(first, column, last, column))
            elif slot.marks is Style.TRAVEL:
                self.travelled.append(Area(first, column, last, column))

    def speaks(self, row: Row) -> bool:
        """Whether other sheets lead to this row, of all those of its indicator and place."""
        return self._speaking[row.indicator.id, row.place].row is row

    def highlights(self, looks: Looks) -> list[Highlight]:
        """The conditional formats: ratings by their word, arrows by their shape."""
        rated, travelled = tuple(self.rated), tuple(self.travelled)
        words = [Highlight(rated, rag.value, style) for rag, style in RAG_STYLES.items() if rated]
        shapes = [
            Highlight(travelled, arrows(looks)[travel], style) for travel, style in TRAVEL_STYLES.items() if travelled
        ]
        return words + shapes


def _add_table(canvas: Canvas, table: Table, slots: list[Slot], marked: _Marked) -> None:
    if marked.headings:  # the page's own heading stays with the first table
        canvas.begin_table()
    canvas.add(Cell(table.spec.title, Style.TABLE_TITLE))
    heading = canvas.next_row
    marked.headings.append(heading)
    canvas.add(*_group_headings(slots))
    canvas.add(*(Cell(slot.heading, Style.HEADER) for slot in slots))
    for position, group in enumerate(table.groups):
        if position:
            canvas.begin_part()
        _add_group(canvas, group, slots, marked)
    last = canvas.next_row - 1
    marked.note(slots, heading + 2, last)
    canvas.rated += [Area(heading + 2, n, last, n) for n, slot in enumerate(slots) if slot.rates and table.rows]
    name = defined_name(f"{canvas.name}_{table.spec.id}")
    canvas.names.append((name, Area(heading, 0, last, len(slots) - 1)))
    for note in _notes(table, canvas.looks):
        canvas.add_text(note, Style.NOTE, _INDICATOR_WIDTH + LEAST_COLUMN * (len(slots) - 1))
    canvas.add()


def _notes(table: Table, looks: Looks) -> Iterator[str]:
    """What the spec says of the table, the legend of its mark, what its figures call for."""
    yield from table.spec.notes
    if table.small_limit is not None:
        moves = "so that one more or less moves the figure by much"
        yield f"{looks.symbols.small} Rated on a denominator under {table.small_limit}, {moves}."
    yield from table.notes


def _group_headings(slots: list[Slot]) -> list[Cell]:
    """The upper heading row: a group's name over the first of its columns, centred across the others."""
    before = [""] + [slot.group for slot in slots]
    return [
        Cell(slot.group if slot.group and slot.group != previous else None, _group_style(slot))
        for slot, previous in zip(slots, before, strict=False)
    ]


def _group_style(slot: Slot) -> Style:
    return Style.HEADER_GROUP if slot.group else Style.HEADER


def _add_group(canvas: Canvas, group: RowGroup, slots: list[Slot], marked: _Marked) -> None:
    if group.team:
        canvas.add(*(_team_cell(slot, group.team) for slot in slots))
    first = canvas.next_row
    for row in group.rows:
        _add_row(canvas, row, slots, marked.speaks(row))
    named = [slot.names_row for slot in slots].index(True)
    coded = next((column for column, slot in enumerate(slots) if slot.codes_row), named)
    canvas.add_sortable(first, coded, named)


def _team_cell(slot: Slot, team: str) -> Cell:
    return Cell(team if slot.names_row else slot.repeated or None, Style.HEADER_TEAM)


def _add_row(canvas: Canvas, row: Row, slots: list[Slot], speaks: bool) -> None:
    columns = {slot.shows(row): column for column, slot in enumerate(slots) if slot.shows}
    place = RowPlace(canvas.next_row, columns, window_of(slots))
    if speaks:
        canvas.anchors[row.indicator.id, row.place] = canvas.next_row
        canvas.cited[row.indicator.id, row.place] = _row_cells(row, place, slots)
    drawn = (sparkline(row, place, column) for column, slot in enumerate(slots) if slot.plots)
    canvas.sparklines += filter(None, drawn)
    canvas.add(*(slot.cell(row, place) for slot in slots))


def _row_cells(row: Row, place: RowPlace, slots: list[Slot]) -> RowCells:
    rating = next((column for column, slot in enumerate(slots) if slot.rates), None)
    figure, target = ((Role.FIGURE, row.latest), (Role.TARGET, row.year))
    return RowCells(place.columns.get(figure), place.columns.get(target), rating)
