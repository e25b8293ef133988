"""The cells that were printed in November 2024 (`published/2024-11_cells.csv`), each beside ours."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.support.differences import Difference, row_name
from tests.support.places import PUBLISHED
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period, YearBasis
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import Row, Scorecard, ScorecardPage, Table
from workbook_builder.specs.columns import BenchmarkColumn, TrendColumn, WhichYear, YearColumn

CELLS = PUBLISHED / "2024-11_cells.csv"
CATALOGUE = ("code", "indicator", "polarity", "data_period", "qpr")
JUDGED = ("rag", "prev_rag", "dot")
BENCHMARKS = ("benchmark", "national")
FIGURES = (
    *("trend", "measure", "numerator", "denominator"),
    *("target", "prev_target", "next_target", "outturn"),
    *BENCHMARKS,
)
ARROWS = {"up": Travel.IMPROVED.value, "down": Travel.WORSENED.value, "same": Travel.SAME.value}
UNRATED = Rag.NOT_RATED.value
ABSENT = Missing.NOT_AVAILABLE.value
YEARS = {WhichYear.THIS: "", WhichYear.PREVIOUS: "prev_", WhichYear.NEXT: "next_"}
SECTIONS = {"M_as_at": "send monthly", "Q": "quarterly", "T": "termly", "A": "annual"}
Printed = dict[str, str]


class Pair(NamedTuple):
    """A printed row, the line of the file on which it stands, and the row of ours that stands in its place."""

    line: int
    printed: Printed
    table: Table
    row: Row

    @property
    def name(self) -> str:
        """The row as differences name it."""
        return row_name(*key_of(self.printed))


class Compared(NamedTuple):
    """A cell by its column in the file (and the period of a figure): what is printed there, and what is ours."""

    pair: Pair
    cell: str
    printed: str
    ours: str
    when: Period | None = None

    @property
    def difference(self) -> Difference:
        """The cell as a difference."""
        return Difference(self.pair.name, self.cell, self.printed, self.ours)

    @property
    def reported(self) -> str:
        """The figure as the conversion report names it."""
        printed, row = self.pair.printed, self.pair.row
        what = "measure" if self.cell == "trend" else self.cell
        where = f"{printed['page']}, {printed['section']}, line {self.pair.line}"
        return f"{row.indicator.id}, {row.place}, {self.when}, {what} {self.printed} ({where})"


def printed_rows() -> list[Printed]:
    """The rows of the file, as printed from the first page to the last."""
    with CELLS.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def key_of(printed: Printed) -> tuple[str, ...]:
    """Page, section, team (or "") and id."""
    return tuple(printed[part] for part in ("page", "section", "team", "id"))


def our_rows(scorecard: Scorecard) -> list[tuple[tuple[str, ...], Table, Row]]:
    """Our rows from the first page to the last, by the same key."""
    return [
        ((table.area.name, section_of(page, table), group.team, row.indicator.id), table, row)
        for page in scorecard.pages
        for table in page.tables
        for group in table.groups
        for row in group.rows
    ]


def section_of(page: ScorecardPage, table: Table) -> str:
    """The file's name for a table."""
    if page.name == "Vulnerable learners":
        return "vulnerable learners"
    monthly = "ics monthly" if table.spec.year is YearBasis.FINANCIAL else "education monthly"
    return SECTIONS.get(table.spec.columns, monthly)


def paired(printed: Iterable[Printed], scorecard: Scorecard) -> list[Pair]:
    """Each printed row with the row of ours that has its key."""
    ours = {key: (table, row) for key, table, row in our_rows(scorecard)}
    return [Pair(line, row, *ours[key_of(row)]) for line, row in enumerate(printed, start=2)]


def compared(pairs: Iterable[Pair]) -> list[Compared]:
    """Every printed cell beside ours. An arrow that was illegible says nothing and is left out."""
    return [cell for pair in pairs for cell in _cells(pair) if cell.cell != "dot" or cell.printed]


def _cells(pair: Pair) -> Iterator[Compared]:
    yield from _catalogue_cells(pair)
    yield from _trend_cells(pair)
    row, printed = pair.row, pair.printed
    benchmarks = iter(BENCHMARKS)
    for column in pair.table.columns.columns:
        if isinstance(column, YearColumn):
            yield _year_cell(pair, column)
        elif isinstance(column, BenchmarkColumn):
            cell = next(benchmarks)
            figure = row.benchmarks.get((column.group, column.dated))
            yield Compared(pair, cell, printed[cell], text(figure))
        elif column.kind == "dot":
            yield Compared(pair, "dot", ARROWS.get(printed["dot"], printed["dot"]), row.travel.value)
        elif column.kind in ("measure", "numerator", "denominator"):
            ours = text(_latest(row, column.kind))
            yield Compared(pair, column.kind, plain(printed[column.kind]), ours, row.latest)


def _catalogue_cells(pair: Pair) -> Iterator[Compared]:
    row, indicator = pair.row, pair.row.indicator
    polarity = row.polarity.value if row.polarity else ""
    ticked = "1" if indicator.qpr else ""
    ours = (indicator.code, row.title, polarity, indicator.data_period.value, ticked)
    for cell, our in zip(CATALOGUE, ours, strict=True):
        yield Compared(pair, cell, pair.printed[cell], our)


def _trend_cells(pair: Pair) -> Iterator[Compared]:
    values = pair.printed["trend"].split(";")
    shown = sum(column.periods for column in pair.table.columns.columns if isinstance(column, TrendColumn))
    assert len(values) == shown, pair.name
    for steps, value in zip(range(shown, 0, -1), values, strict=True):
        period = pair.row.latest.back(steps)
        yield Compared(pair, "trend", plain(value), text(pair.row.figure(period)), period)


def _year_cell(pair: Pair, column: YearColumn) -> Compared:
    row, (period, year) = pair.row, pair.table.judged(pair.row, column.year)
    if column.kind == "outturn":  # left blank in print where the indicator does not exist, with us N/A
        printed = pair.printed["outturn"] or ("" if row.exists else ABSENT)
        return Compared(pair, "outturn", plain(printed), text(row.figure(year)), year)
    cell = YEARS[column.year] + column.kind
    if column.kind == "rag":
        return Compared(pair, cell, pair.printed[cell] or UNRATED, row.ratings[period].value, year)
    return Compared(pair, cell, plain(pair.printed[cell]), target_text(row.targets.get(year)), year)


def _latest(row: Row, part: str) -> Figure | None:
    """The latest figure, or its numerator or denominator: N/A where the indicator does not exist."""
    figure: Figure | None = getattr(row.figures[row.latest], part) if row.exists else Missing.NOT_AVAILABLE
    return figure


def text(figure: Figure | None) -> str:
    """A figure as displayed, without thousands separators."""
    if figure is None:
        return ""
    return str(figure.shown) if isinstance(figure, Number) else figure.value


def target_text(target: Target | None) -> str:
    """A target as displayed: `<= 25`."""
    sign = f"{target.sign} " if target and target.sign else ""
    return sign + text(target.target if target else None)


def plain(printed: str) -> str:
    """A printed figure without thousands separators."""
    return printed.replace(",", "")
