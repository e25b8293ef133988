"""A table of a page as a listing: one row of unique headings, groups and areas as columns, notes in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbook_builder.addresses import defined_name
from workbook_builder.live.references import Role, figure
from workbook_builder.outputs.accessible.drawing import RIGHT, as_number, entry
from workbook_builder.outputs.accessible.notes import Notes, legend_paragraphs, signs_of
from workbook_builder.outputs.accessible.sheets import Entries, Entry, Heading, Line, Listing, Look
from workbook_builder.outputs.accessible.words import Short, spoken
from workbook_builder.outputs.prose import heading_of
from workbook_builder.pages.blocks import Column, Group, Row, Table, heading_id
from workbook_builder.pages.publication import Page

_GROUPS = {
    "tables": "Team",
    "changes": "Kind of change",
    "all_changes": "Kind of change",
    "all_exceptions": "List",
    "commentary": "Section",
}
_GROUP = "Group"
_NO_NOTE = "none"
_UNNAMED = "Further column"
_SAYS_NOTHING = re.compile(r"(table|tabelle|tbl|t|list|range)?[\d_]*", re.IGNORECASE)
_LONGEST_NAME, _LONGEST_HEADING = 200, 250


def listing_of(table: Table, page: Page, notes: Notes) -> Listing:
    """The listing of a table that has rows; its title stands above it where the page's says something else."""
    made = _Listing(table, page, notes)
    markers = notes.marker(table.notes)
    title = f"{spoken(table.title)} {markers}".strip()
    is_said = len(page.tables) > 1 or markers or table.title != page.title
    return Listing(
        name=table_name(table.name or f"{page.name}_{table.id}"),
        id=table.id,
        lines=(Line(title, Look.HEADING),) if is_said else (),
        headings=distinct(made.headings()),
        rows=tuple(made.rows()),
        periods=(heading_id(page.name, table.id), made.dated),
    )


def table_name(text: str) -> str:
    """A name that Excel allows for a table, and that says something."""
    name = defined_name(re.sub(r"\W+", "_", text).strip("_"))[:_LONGEST_NAME]
    letters = sum(map(str.isalpha, name))
    return f"Figures_of_{name}" if letters < 3 or _SAYS_NOTHING.fullmatch(name) else name


def distinct(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    """The headings, each with a text of its own, capitals aside."""
    taken: set[str] = set()
    found = []
    for heading in headings:
        text = heading.text[:_LONGEST_HEADING]
        numbered = (text, *(f"{text} ({n})" for n in range(2, len(taken) + 3)))
        found.append(replace(heading, text=next(one for one in numbered if one.casefold() not in taken)))
        taken.add(found[-1].text.casefold())
    return tuple(found)


@dataclass(frozen=True)
class _Listing:
    """Makes the headings and rows of one table."""

    table: Table
    page: Page
    notes: Notes

    @cached_property
    def order(self) -> Sequence[int]:
        """The columns that are shown, that of the rows' names first: a line of a trend says what its figures do."""
        shown = [n for n, column in enumerate(self.table.columns) if self._is_shown(n, column)]
        named = [n for n in shown if self.table.columns[n].holds == "title"]
        named = named or [n for n in shown if self.table.columns[n].heading == ("Indicator",)]
        return [*named[:1], *(n for n in shown if n not in named[:1])]

    def _is_shown(self, n: int, column: Column) -> bool:
        if column.holds == "line":
            return False
        is_headed = bool(_named(column))
        return is_headed or any(row.cells[n : n + 1] and row.cells[n].value is not None for row in self.table.rows)

    @cached_property
    def after_first(self) -> Sequence[str]:
        """The headings of what is a column here and stands above rows or pages elsewhere."""
        grouped = any(group.title for group in self.table.groups)
        found = ["Area"] if self.table.area else []
        return [*found, _GROUPS.get(self.page.kind, _GROUP)] if grouped else found

    @cached_property
    def has_notes(self) -> bool:
        """Whether any figure refers to a note."""
        return any(signs_of(cell) for row in self.table.rows for cell in row.cells)

    @cached_property
    def is_counted(self) -> bool:
        """Whether its rows are numbered: each says another kind of thing, and can be named by its number."""
        return any(column.holds == "change" for column in self.table.columns)

    @cached_property
    def at(self) -> dict[int, int]:
        """Where each column of the table stands here."""
        shift = len(self.after_first)
        return {n: place + (shift if place else 0) for place, n in enumerate(self.order)}

    @property
    def dated(self) -> dict[Role, int]:
        """The columns of periods, by the role that their headings play."""
        columns = self.table.columns
        return {figure(period): self.at[n] for n in self.order if (period := columns[n].period)}

    def headings(self) -> Iterator[Heading]:
        """From left to right."""
        own = [Heading(_named(column) or _UNNAMED, column.holds in RIGHT) for column in self._columns]
        yield from own[:1]
        yield from map(Heading, self.after_first)
        yield from own[1:]
        yield from [Heading("Notes")] if self.has_notes else []
        yield from [Heading("Number of the change", is_right=True)] if self.is_counted else []

    @property
    def _columns(self) -> list[Column]:
        return [self.table.columns[n] for n in self.order]

    def rows(self) -> Iterator[Entries]:
        """Group after group; who leads to a group is led to its first row."""
        number = 0
        for group in self.table.groups:
            for n, row in enumerate(group.rows):
                number += 1
                ids = tuple(filter(None, (row.id, group.id if n == 0 else ())))
                roles = {role: self.at[at] for at, some in enumerate(row.roles) if at in self.at for role in some}
                yield Entries(tuple(self._cells(row, group, number)), ids, roles)

    def _cells(self, row: Row, group: Group, number: int) -> Iterator[Entry]:
        own = [self._cell(row, n) for n in self.order]
        yield from own[:1]
        if self.table.area:
            yield Entry(spoken(self.table.area))
        if any(one.title for one in self.table.groups):
            yield Entry(spoken(group.title) or Short.NOTHING.value)
        yield from (as_number(cell.value) or cell if isinstance(cell.value, str) else cell for cell in own[1:])
        if self.has_notes:
            yield Entry(self._notes_on(row))
        if self.is_counted:
            yield Entry(number, "#,##0")

    def _cell(self, row: Row, n: int) -> Entry:
        return entry(row.cells[n], self.table.columns[n]) if n < len(row.cells) else Entry(Short.NOTHING.value)

    def _notes_on(self, row: Row) -> str:
        """`Measure Nov-24 [note 3]`: which figures of a row refer to which notes."""
        own = (*self.table.notes, *legend_paragraphs(self.page))
        said = []
        for cell, column in zip(row.cells, self.table.columns, strict=False):
            if texts := [text for sign in signs_of(cell) for text in self.notes.explaining(sign, own)]:
                said.append(f"{_named(column)} {self.notes.marker(texts)}")
        return "; ".join(said) or _NO_NOTE


def _named(column: Column) -> str:
    """The heading in one text."""
    return spoken(column.alone or heading_of(column))
