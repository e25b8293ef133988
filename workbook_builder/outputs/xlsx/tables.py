"""Adds tables to a canvas: headings, groups, rows and notes. What refers to other cells is kept for later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from workbook_builder import grid
from workbook_builder.fonts.hyphens import divided
from workbook_builder.grid import Style
from workbook_builder.live.references import Role, RowId, figure
from workbook_builder.outputs.marking import marked
from workbook_builder.outputs.xlsx.canvas import LEAST_COLUMN, Canvas
from workbook_builder.outputs.xlsx.drawing import Pen
from workbook_builder.outputs.xlsx.numbers import number_format
from workbook_builder.outputs.xlsx.placed import Part, PlacedTable, RowPlace, SaidTwiceError
from workbook_builder.outputs.xlsx.policies import Policy
from workbook_builder.pages.blocks import Cell, Column, Group, Roles, Row, Table, heading_id
from workbook_builder.pages.publication import Page
from workbook_builder.pages.values import Points, Rag

CONTINUED = "{} (continued)"
"""The title of a table above its headings on another printed page."""


class TablePlacer:
    """The tables of one page. `placed`, `rows` and `unresolved` grow as tables are added."""

    def __init__(self, page: Page, policy: Policy, canvas: Canvas) -> None:
        self.page, self.policy, self.canvas = page, policy, canvas
        self.placed: list[PlacedTable] = []
        self.rows: list[tuple[RowId, RowPlace]] = []
        self.unresolved: list[tuple[int, int, Cell]] = []

    def add(self, table: Table) -> None:
        """Add a table with its notes and, where the policy wants it, a blank row."""
        if self.placed:
            self.canvas.begin_table()
        self.placed.append(_TablePlacing(self, table).add())
        for note in table.notes:
            self.add_note(note)
        if self.policy.is_spaced:
            self.canvas.add()

    def add_note(self, text: str) -> None:
        """Add running text."""
        if text:
            text = marked(text, self.canvas.looks)
            self.canvas.add_text(text, Style.NOTE, self.policy.widths.room(self.canvas, self.placed))

    def note_row(self, id: RowId, columns: Mapping[Role, int], is_fixed: bool = False) -> None:
        """The row that is added next has that id, by which others find it."""
        if id:
            self.rows.append((id, RowPlace(self.page.name, self.canvas.next_row, columns, is_fixed)))


class _TablePlacing:
    """Adds one table. Its columns are those that are shown: a line of a trend only where the style wants it."""

    def __init__(self, tables: TablePlacer, table: Table) -> None:
        self.tables, self.table, self.policy, self.canvas = tables, table, tables.policy, tables.canvas
        looks = self.canvas.looks
        columns = list(enumerate(table.columns))
        self.drawn = [n for n, column in columns if column.holds != "line" or looks.sparklines]
        self.columns = [table.columns[n] for n in self.drawn]
        self.pens = [Pen(column, looks, self.policy.link).draw for column in self.columns]
        self.headed = [column for column in self.columns if not column.is_beside]
        self.parts: list[Part] = []
        self._roles: dict[Roles, Mapping[Role, int]] = {}

    @cached_property
    def beyond(self) -> int:
        """The columns over which the remarks of an excerpt run on: as far as its page's widest table goes."""
        if not self.table.is_excerpt or self.columns[-1].holds != "remark":
            return 0
        return max(len(table.columns) for table in self.tables.page.tables) - len(self.columns)

    def add(self) -> PlacedTable:
        """Add headings and rows; where they stand."""
        top = self.canvas.next_row
        if self.policy.is_titled and not self._has_room_for_title:
            self.canvas.add(grid.Cell(self.table.title, Style.TABLE_TITLE))
        heading = self.canvas.next_row
        self._add_headings(self.table.title)
        first = self.canvas.next_row
        for n, group in enumerate(self.table.groups):
            if n:
                self._begin_group()
            self._add_group(group)
        if self.table.empty and not any(self.table.rows):
            self._add_empty()
        width = len(self.headed) + self.beyond
        last = self.canvas.next_row - 1
        return PlacedTable(self.table, self.columns, top, heading, first, last, width, self.parts)

    @cached_property
    def _is_static(self) -> bool:
        """Whether headings may stand again between any of its rows: no formula looks for one of them."""
        return self.policy.heads_again and not any(row.id for row in self.table.rows)

    @cached_property
    def _has_room_for_title(self) -> bool:
        """Whether the title fits beside the headings of groups."""
        before = list(takewhile(lambda column: not column.group, self.columns))
        room = sum(self.policy.title if column.holds == "title" else LEAST_COLUMN for column in before)
        return self.canvas.text_width(grid.Cell(self.table.title, Style.TABLE_TITLE)) <= room

    def _add_headings(self, title: str) -> None:
        """A row of headings, above it one of groups; the periods that they name can be referred to."""
        if self.policy.is_titled or any(column.group for column in self.columns):
            groups = list(_group_headings(self.columns))
            if self.policy.is_titled and self._has_room_for_title:
                groups[0] = grid.Cell(title, Style.TABLE_TITLE)
            self.canvas.add(*groups)
        dated = {figure(column.period): n for n, column in enumerate(self.columns) if column.period}
        if dated and title == self.table.title:
            self.tables.note_row(heading_id(self.tables.page.name, self.table.id), dated)
        beyond = [grid.Cell(None, Style.HEADER_GROUP)] * self.beyond
        self.canvas.add(*map(self._heading, self.headed), *beyond)

    def _heading(self, column: Column) -> grid.Cell:
        """A heading; the title of an excerpt stands in the place of its first."""
        if self.table.is_excerpt and column is self.columns[0]:
            return grid.Cell(self.table.title, Style.HEADER_LIST)
        if isinstance(column.heading[0], Rag):
            return grid.Cell(column.heading[0].value, Style.RAG)
        style = Style.HEADER_GROUP if self.beyond and column.holds == "remark" else Style.HEADER
        text = "\n".join(map(str, column.heading))
        return grid.Cell(divided(text) if self.policy.is_titled else text, style)

    def _begin_group(self) -> None:
        """The printed page may break between groups: of tables that have a title only where they are too long."""
        if not (self.policy.is_titled or self.policy.heads_again):
            self.canvas.begin_table()
        elif self.canvas.begin_part():
            self._add_headings(CONTINUED.format(self.table.title))

    def _add_group(self, group: Group) -> None:
        self.tables.note_row(group.id, {})
        if group.is_counted:
            number = grid.Cell(len(group.rows), Style.HEADER_TEAM, number_format(0))
            beside = [grid.Cell(None, Style.HEADER_TEAM)] * (len(self.columns) - 2)
            self.canvas.add(grid.Cell(group.title, Style.HEADER_TEAM), number, *beside)
        elif group.title:
            self.canvas.add(*(self._sub_heading(column, group.title) for column in self.columns))
        first = self.canvas.next_row
        for n, row in enumerate(group.rows):
            if n and self._is_static and self.canvas.begin_part():
                self._add_headings(self.table.title)
            self._add_row(row)
        self._note_part(first)

    def _note_part(self, first: int) -> None:
        """The rows from `first` on may be sorted among themselves, and with those right above, where these may."""
        holds = [column.holds for column in self.columns]
        if "title" not in holds or first == self.canvas.next_row:
            return
        title = holds.index("title")
        if self.parts and self.parts[-1].bottom == first - 1:
            first = self.parts.pop().top
        code = holds.index("code") if "code" in holds else title
        self.parts.append(Part(first, self.canvas.next_row - 1, code, title))

    def _sub_heading(self, column: Column, title: str) -> grid.Cell:
        """The title above the names of the rows, the periods again above their figures."""
        dated = column.period.label if column.period and self.policy.is_titled else None
        return grid.Cell(title if column.holds == "title" else dated, Style.HEADER_TEAM)

    def _add_row(self, row: Row) -> None:
        if row.id:
            self.tables.note_row(row.id, self._columns(row.roles), self.table.is_standard)
        cells: Sequence[Cell] = row.cells
        if len(self.drawn) < len(self.table.columns):
            cells = [row.cells[n] for n in self.drawn]
        number, unresolved = self.canvas.next_row, self.tables.unresolved
        for n, cell in enumerate(cells):
            if cell.live or cell.link or cell.choices or isinstance(cell.value, Points):
                unresolved.append((number, n, cell))
        self.canvas.rows.append([draw(cell) for draw, cell in zip(self.pens, cells, strict=False)])

    def _columns(self, roles: Roles) -> Mapping[Role, int]:
        """Which column plays which role. Raises `SaidTwiceError` where two play the same."""
        if roles not in self._roles:
            played = [(role, n) for n, at in enumerate(self.drawn) if roles for role in roles[at]]
            if len(dict(played)) < len(played):
                raise SaidTwiceError(f"two cells of a row of {self.table.id} play the same role: {played}")
            self._roles[roles] = dict(played)
        return self._roles[roles]

    def _add_empty(self) -> None:
        """What is said instead of rows: in a cell of an excerpt, else as running text."""
        if self.table.is_excerpt:
            self.canvas.add(grid.Cell(self.table.empty, Style.TEXT))
        else:
            self.tables.add_note(self.table.empty)


def _group_headings(columns: Iterable[Column]) -> Iterator[grid.Cell | None]:
    """A group's name over the first of its columns, centred across the others; nothing where there is none."""
    before = ""
    for column in columns:
        name = column.group if column.group != before else None
        yield grid.Cell(name, Style.HEADER_GROUP) if column.group else None
        before = column.group
