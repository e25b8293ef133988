"""What was published as it is printed: texts by what they show, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Figure, Origin
from workbook_builder.inputs.tables import Row
from workbook_builder.marks import without_mark
from workbook_builder.pages.blocks import Column
from workbook_builder.problems import Report
from workbook_builder.rating.travel import Travel

Slot = tuple[str, int]
"""What a cell shows, and how many periods or years back: ("measure", 2); benchmark columns count from 1."""
INDICATOR, POLARITY, DOT = ("indicator", 0), ("polarity", 0), ("dot", 0)
MEASURE, NUMERATOR, DENOMINATOR = ("measure", 0), ("numerator", 0), ("denominator", 0)
PARTS = ("measure", "numerator", "denominator", "outturn")
JUDGED = (*PARTS, "polarity", "dot", "target", "rag", "benchmark")
"""What a council's own scorecard prints, too, and what is judged by rules of its own."""

_ARROWS = {"up": Travel.IMPROVED, "down": Travel.WORSENED, "same": Travel.SAME}
_MONEY = re.compile(r"^(-?)£(-?[\d.,]+)[km]?$")
_SIGN = re.compile(r"(<=|>=|<|>)\s*")


@dataclass(frozen=True)
class Heading:
    """What is printed above a cell, and where. `expected` is what ours is, "" where only its period is known."""

    slot: Slot
    text: str
    place: str
    expected: str = ""


@dataclass(frozen=True)
class Line:
    """A row of a sheet: its texts and their places, by the number of our column; `group` is its sub-heading.

    `around` is what its cells display before and behind their numbers.
    """

    group: str
    cells: Mapping[int, str]
    places: Mapping[int, str]
    around: Mapping[int, tuple[str, str]]


@dataclass(frozen=True)
class PrintedTable:
    """One of our tables as a sheet has it; `lacking` are the headings of ours that no column has."""

    id: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class PrintedPage:
    """One of our pages as a workbook has it: its tables, and the texts outside them, by column."""

    name: str
    origin: str
    tables: Mapping[str, PrintedTable]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class PrintedRow:
    """An indicator's row as it is printed: `origin` is its file and row, or sheet; `places` are columns or cells.

    `section` says which table of the page; `id` is "" where the indicator is unknown. A rating or arrow of which
    nothing is known has no entry in `cells`; "" there is a blank cell. `line` is the whole row where it is a sheet's.
    """

    page: str
    section: str
    team: str
    id: str
    title: str
    origin: str
    cells: Mapping[Slot, str]
    places: Mapping[Slot, str]
    headings: tuple[Heading, ...]
    line: Line | None = None

    def where(self, slot: Slot) -> str:
        """`cells.csv, row 36, column rag` or `scorecard.xlsx, sheet Ashford, cell L12`."""
        place = self.places.get(slot)
        return f"{self.origin}, {place}" if place else self.origin


@dataclass(frozen=True)
class Print:
    """What was published: the rows of indicators and, of a workbook, its pages; a file of cells knows no page."""

    rows: tuple[PrintedRow, ...]
    pages: tuple[PrintedPage, ...] = ()


def slots_of(columns: Iterable[Column]) -> dict[Slot, int]:
    """The numbers of a table's columns by what they show that is judged; of two that show the same the first."""
    benchmarks = count(1)
    found: dict[Slot, int] = {}
    for n, column in enumerate(columns):
        if column.shows and column.shows.what in JUDGED:
            is_benchmark = column.shows.what == "benchmark"
            found.setdefault((column.shows.what, next(benchmarks) if is_benchmark else column.shows.back), n)
    return found


@lru_cache(maxsize=4096)
def figure_of(text: str) -> Figure | None:
    """The number or reason that a cell states, without sign and mark; None where it is blank, or neither."""
    plain = _MONEY.sub(r"\1\2", _SIGN.sub("", without_mark(text), count=1))
    row = Row({"figure": plain}, Origin("", 0))
    return Reader(Report()).figure(row, "figure")


def arrow_of(text: str, symbols: Mapping[str, Travel]) -> str:
    """What an arrow says: improved, worsened or same; the text itself where it is none of the known arrows."""
    travel = symbols.get(text) or _ARROWS.get(text.casefold())
    return travel.value if travel else text
