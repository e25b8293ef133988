"""A published row as it is printed: text by what each cell shows, and where it stands. Read here from a CSV file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Figure, Origin
from workbook_builder.inputs.tables import Row, TableForm, read_file
from workbook_builder.marks import without_mark
from workbook_builder.pages.blocks import Column
from workbook_builder.problems import Report
from workbook_builder.rating.travel import Travel

Slot = tuple[str, int]
"""What a cell shows, and how many periods or years back: ("measure", 2); benchmark columns count from 1."""
INDICATOR, POLARITY, DOT = ("indicator", 0), ("polarity", 0), ("dot", 0)
MEASURE, NUMERATOR, DENOMINATOR = ("measure", 0), ("numerator", 0), ("denominator", 0)
PARTS = ("measure", "numerator", "denominator", "outturn")

_SLOTS: dict[str, Slot] = {
    "polarity": POLARITY,
    "measure": MEASURE,
    "numerator": NUMERATOR,
    "denominator": DENOMINATOR,
    "dot": DOT,
    "target": ("target", 0),
    "rag": ("rag", 0),
    "outturn": ("outturn", 1),
    "prev_target": ("target", 1),
    "prev_rag": ("rag", 1),
    "next_target": ("target", -1),
    "benchmark": ("benchmark", 1),
    "national": ("benchmark", 2),
}
COLUMNS = (
    *("page", "team", "section", "id", "code", "indicator", "polarity", "data_period", "qpr"),
    *("trend_periods", "trend", "measure_period", "measure", "numerator", "denominator", "dot"),
    *("target", "rag", "outturn", "prev_target", "prev_rag", "next_target", "benchmark", "national"),
)
_SAYS_NOTHING_BLANK = ("polarity", "dot", "rag")  # an illegible arrow, say
_ARROWS = {"up": Travel.IMPROVED, "down": Travel.WORSENED, "same": Travel.SAME}
_DAY_FIRST = re.compile(r"(\d\d)-([A-Za-z]{3})")
_SIGN = re.compile(r"(<=|>=|<|>)\s*")


@dataclass(frozen=True)
class Heading:
    """What is printed above a cell, and where."""

    slot: Slot
    text: str
    place: str


@dataclass(frozen=True)
class PrintedRow:
    """One row as it is printed: `origin` is its file and row, or sheet; `places` are columns or cells.

    `section` says which table of the page; `id` is "" where the indicator is unknown. A rating or arrow of which
    nothing is known has no entry in `cells`; "" there is a blank cell.
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

    def where(self, slot: Slot) -> str:
        """`cells.csv, row 36, column rag` or `scorecard.xlsx, sheet Ashford, cell L12`."""
        place = self.places.get(slot)
        return f"{self.origin}, {place}" if place else self.origin


def slots_of(columns: Iterable[Column]) -> dict[Slot, Column]:
    """The columns of a table by what they show, from left to right, without those that only this program fills in."""
    printed = [(column.shows, column) for column in columns if column.shows]
    benchmarks = count(1)
    return {
        (shows.what, next(benchmarks) if shows.what == "benchmark" else shows.back): column
        for shows, column in printed
    }


@lru_cache(maxsize=4096)
def figure_of(text: str) -> Figure | None:
    """The number or reason that a cell states, without sign and mark; None where it is blank, or neither."""
    row = Row({"figure": _SIGN.sub("", without_mark(text), count=1)}, Origin("", 0))
    return Reader(Report()).figure(row, "figure")


def arrow_of(text: str, symbols: Mapping[str, Travel]) -> str:
    """What an arrow says: improved, worsened or same; the text itself where it is none of the known arrows."""
    travel = symbols.get(text) or _ARROWS.get(text.casefold())
    return travel.value if travel else text


def read_cells(path: Path, symbols: Mapping[str, Travel], report: Report) -> list[PrintedRow]:
    """The rows of a CSV file, one for each indicator row printed."""
    form = TableForm(path.stem, COLUMNS, needed=len(COLUMNS))
    before = len(report.problems)
    rows = [_printed(row, symbols, report) for row in read_file(path, path.name, form, report)]
    if not rows and len(report.problems) == before:
        report.add(path.name, "no rows", "a row for each indicator row printed", "fill in the printed figures")
    return rows


def _printed(row: Row, symbols: Mapping[str, Travel], report: Report) -> PrintedRow:
    cells = row.cells
    stated = {
        slot: cells.get(column, "")
        for column, slot in _SLOTS.items()
        if cells.get(column) or slot[0] not in _SAYS_NOTHING_BLANK
    }
    if DOT in stated:
        stated[DOT] = arrow_of(stated[DOT], symbols)
    places = {slot: f"column {column}" for column, slot in _SLOTS.items()}
    labels, values = (_split(cells.get(column, "")) for column in ("trend_periods", "trend"))
    if len(labels) != len(values):
        found = f"periods: {len(labels)}; values: {len(values)}"
        report.add(row.where("trend"), found, "a value for each period, separated by ;", "write N/A where none is")
    earlier: list[Slot] = [("measure", steps) for steps in range(len(labels), 0, -1)]
    headings = [Heading(slot, label, "column trend_periods") for slot, label in zip(earlier, labels, strict=True)]
    latest = _DAY_FIRST.sub(r"\2-\1", cells.get("measure_period", ""))  # 24-Nov is what Excel makes of Nov-24
    headings.append(Heading(MEASURE, latest, "column measure_period"))
    return PrintedRow(
        page=cells.get("page", ""),
        section=cells.get("section", ""),
        team=cells.get("team", ""),
        id=cells.get("id", ""),
        title=cells.get("indicator", ""),
        origin=str(row.origin),
        cells=stated | dict(zip(earlier, values, strict=False)),
        places=places | dict.fromkeys(earlier, "column trend"),
        headings=tuple(heading for heading in headings if heading.text),
    )


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";")] if text else []
