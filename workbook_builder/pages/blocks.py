"""What a page says, block after block: no pixel, no line break, no address, no font. Every output reads these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from workbook_builder.live.references import ColumnRef, Goal, Live, Ref, Role, RowId
from workbook_builder.pages.values import Figure, Number, Rag, Travel, Value
from workbook_builder.periods import Period
from workbook_builder.scorecards.provisional import PROVISIONAL_MARK

Roles = tuple[tuple[Role, ...], ...]
"""What the cells of a row are to others, column by column: a cell may play several roles, or none."""

Fact = tuple[Role, tuple[str, ...]]
"""What a figure states, and of whom: the role of its period, with indicator and place or a benchmark's origin."""

Holds = Literal[
    "code",
    "label",
    "title",
    "text",
    "remark",
    "figure",
    "limit",
    "signed",
    "aside",
    "rating",
    "travel",
    "line",
    "change",
    "choice",
    "chosen",
    "commentary",
]
"""What the cells of a column hold, by which an output decides how they look.

A `label` is short; a `title` names its row; a `limit` is a target or standard, which may be typed over more finely
than it is stated; a `remark` may run on to the right; an `aside` stands in brackets; a `change` is a value before or
after one. A `choice` is chosen from a list, or tells what was; what is `chosen` is a figure of any indicator.
"""


class Cell(NamedTuple):
    """What a cell says, what it follows, where it leads.

    `sign` stands before a number (`<=`), `mark` behind it; `when` is its period or year where no heading names that.
    `fact` is what a figure states: a cell with an equal one elsewhere shows the same figure. `choices` is the column
    from which its value is chosen.
    """

    value: Value
    live: Live | None = None
    link: Goal | None = None
    sign: str = ""
    mark: str = ""
    when: str = ""
    fact: Fact | None = None
    choices: ColumnRef | None = None

    @property
    def marks(self) -> str:
        """Everything that stands behind its number: its mark, and that of a figure that may still change."""
        is_provisional = isinstance(self.value, Number) and self.value.is_provisional
        return self.mark + (PROVISIONAL_MARK if is_provisional else "")


class Shows(NamedTuple):
    """What a column of a council's own scorecard prints, and of how many periods or years before the latest."""

    what: str
    back: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in parts (what it is; of when; whose), and what its cells hold.

    `kind` is the spec's word, "" where the spec has none. `group` stands over neighbouring columns of the same group.
    `period` is whose figures it has, `is_past` says that they are of the year before, `role` that all of its cells
    play one. `shows` is what a published scorecard has in its place, None where the column is ours alone.
    `is_beside`: its cells may stand beside the table, under no heading. `alone` is what it is called where nothing
    stands over its heading (`Numerator Nov-24`), "" where group and heading will do.
    """

    heading: tuple[str | Rag, ...]
    holds: Holds
    kind: str = ""
    group: str = ""
    period: Period | None = None
    is_past: bool = False
    role: str = ""
    shows: Shows | None = None
    is_beside: bool = False
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the id by which others find it (() where none does), its cells by the roles that they play.

    `about` is the page that a row of an excerpt leads to.
    """

    id: RowId
    cells: tuple[Cell, ...]
    roles: Roles = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together, under a sub-heading where they have one.

    `id` is by what others lead to it; `is_counted`: the sub-heading says how many rows there are.
    """

    title: str
    rows: tuple[Row, ...]
    id: RowId = ()
    is_counted: bool = False


class Whole(NamedTuple):
    """Where all rows of an excerpt stand: on which page, and where there."""

    page: str
    goal: Goal


@dataclass(frozen=True, slots=True)
class Table:
    """Groups of rows under columns, with notes below.

    `name` is by what the formulas of users find it, "" where they cannot. `is_standard`: others are judged by it, so
    that a reference to it never moves. `is_excerpt`: an output may leave out its last rows, if it says how many;
    `whole` is where they all stand, None where that is nowhere. `empty` is what is said instead of rows. `area` is
    the area that all of its rows are about, "" where they differ.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    name: str = ""
    notes: tuple[str, ...] = ()
    is_standard: bool = False
    is_excerpt: bool = False
    empty: str = ""
    whole: Whole | None = None
    area: str = ""

    @property
    def rows(self) -> Iterator[Row]:
        """Every row, group after group."""
        return (row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a publication is called, part after part, then who answers for it and when it appears."""

    titles: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `only_live` is what is said before it where cells follow others and may be typed over.

    `is_provenance`: it says how the file was made, so that it differs from one build of the same edition to the next.
    """

    text: str
    only_live: str = ""
    is_provenance: bool = False

    def said(self, is_live: bool) -> str:
        """The words for an output that is live, or is not; "" where there are none."""
        return f"{self.only_live} {self.text}".strip() if is_live else self.text


@dataclass(frozen=True, slots=True)
class Terms:
    """Words and their meanings; a word may be a rating or an arrow, to be drawn as on the pages."""

    rows: tuple[tuple[str | Rag | Travel, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a chart: its name and points as cells of a table, and the figures that they hold.

    A point is None where there is no number. `beside` is 0 for what the chart is about, from 1 for what stands by.
    """

    title: str
    name: Ref
    points: tuple[Ref | None, ...]
    figures: tuple[Figure | None, ...]
    beside: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A line chart of the periods `over` which there are values `of` something.

    `finding` says what it shows, for those who cannot see it and below it. `labels` are the periods in parts,
    `headings` the cells in which they stand; `from_zero`: its values are counts, measured from nothing.
    `has_bars`: places are compared, a bar for each, over cells of one column. `named_by` is the cell that says what
    it is of, where that may change, `beside` the table to whose right it stands, "" for all of them.
    """

    title: str
    finding: str
    over: str
    of: str
    from_zero: bool
    labels: tuple[tuple[str, ...], ...]
    headings: tuple[Ref, ...]
    lines: tuple[Line, ...]
    has_bars: bool = False
    named_by: Ref | None = None
    beside: str = ""


Block = Imprint | Heading | Paragraph | Terms | Table | Chart


def heading_id(page: str, table: str) -> RowId:
    """The heading of a table as a row: its cells play the role of the period that they name."""
    return "heading", page, table
