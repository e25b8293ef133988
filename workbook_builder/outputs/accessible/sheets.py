"""An accessible workbook before it is written: sheets of lines and listings, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from workbook_builder.live.references import Goal, Role, RowId
from workbook_builder.pages.blocks import Chart


class Look(Enum):
    """How a line of text looks."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"


class Entry(NamedTuple):
    """A cell of a listing: a text or number with its format, and where it leads."""

    value: str | int | float
    number_format: str = ""
    link: Goal | None = None


class Line(NamedTuple):
    """A line of text in column A, and where it leads: within the workbook, or to an address."""

    text: str
    look: Look = Look.TEXT
    link: Goal | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, and whether its cells stand on the right."""

    text: str
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A row of a listing: its cells, by whom others find it, and which of its columns plays which role."""

    cells: tuple[Entry, ...]
    ids: tuple[RowId, ...] = ()
    columns: Mapping[Role, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table with one heading row and no empty cell, under lines of text; `id` is that of the table of the page."""

    name: str
    id: str
    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Entries, ...]
    periods: tuple[RowId, Mapping[Role, int]] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title and what it holds, lines, listings one below the other, then charts of their figures."""

    name: str
    title: str
    said: str
    lines: tuple[Line, ...] = ()
    listings: tuple[Listing, ...] = ()
    charts: tuple[Chart, ...] = ()

    @property
    def top(self) -> int:
        """The row, from 0, of what stands below title, description and lines."""
        return 2 + len(self.lines)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a listing stands on its sheet: its first line, its heading row, its last row, counted from 0."""

    listing: Listing
    top: int
    heading: int
    last: int


def placed(sheet: Sheet) -> Sequence[Placed]:
    """The places of a sheet's listings: a blank row stands below each, and nowhere else."""
    found: list[Placed] = []
    row = sheet.top
    for listing in sheet.listings:
        row += bool(found)
        heading = row + len(listing.lines)
        found.append(Placed(listing, row, heading, heading + len(listing.rows)))
        row = found[-1].last + 1
    return found
