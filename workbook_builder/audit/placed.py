"""A printed row beside the scorecard's row that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbook_builder.audit.printed import MEASURE, PrintedRow, Slot, figure_of
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.pages.blocks import Column
from workbook_builder.periods import Frequency, Period, full_month
from workbook_builder.scorecards.model import BenchmarkKey, Row, Table
from workbook_builder.specs.columns import BenchmarkColumn, MeasureColumn, WhichYear


@dataclass(frozen=True)
class Ours:
    """A row of the scorecard with the page, table and team that it stands under; its columns by what they show."""

    page: str
    table: Table
    team: str
    row: Row
    columns: Mapping[Slot, Column]


@dataclass(frozen=True)
class Placed:
    """A printed row and ours. `shift` is by how many periods its headings are behind the edition's.

    `late` is by how many periods its figures are: also the shift, or 0 where only the headings are stale.
    """

    printed: PrintedRow
    ours: Ours
    shift: int = 0
    late: int = 0

    @property
    def row(self) -> Row:
        """Our row."""
        return self.ours.row

    @cached_property
    def cells(self) -> Mapping[Slot, str]:
        """What is printed, by what it shows; without blanks where our table has no such column."""
        return {slot: text for slot, text in self.printed.cells.items() if text or slot in self.ours.columns}

    def figure(self, slot: Slot | None) -> Figure | None:
        """The number or reason that is printed there; None where there is neither."""
        return figure_of(self.cells.get(slot, "")) if slot else None

    def is_unreadable(self, slot: Slot) -> bool:
        """Whether something is printed there that is neither a number nor a reason."""
        return bool(self.cells.get(slot)) and self.figure(slot) is None

    def period(self, slot: Slot) -> Period:
        """The period or year that a printed cell is about."""
        kind, steps = slot
        if kind in ("target", "rag"):
            return self.ours.table.judged(self.row, which_year(slot))[1]
        if kind not in ("measure", "numerator", "denominator"):
            return self.ours.table.year.back(steps)
        return _latest(self.ours, kind).back(steps + self.late)

    def slot_of(self, period: Period) -> Slot | None:
        """The cell in the place where a table of the edition shows that period's figure."""
        unshifted = replace(self, late=0)
        slots = (slot for slot in self.cells if slot[0] in ("measure", "outturn"))
        return next((slot for slot in slots if unshifted.period(slot) == period), None)


def which_year(slot: Slot) -> WhichYear:
    """Whether a target or rating is this, the previous or the next year's."""
    return next(which for which in WhichYear if which.steps_back == slot[1])


def label(ours: Ours, slot: Slot) -> str:
    """The period or year that stands above such a cell in a table of the edition; "" where none does."""
    kind, steps = slot
    table = ours.table
    if kind == "measure":
        return _latest(ours, kind).back(steps).label if _is_dated(table) else ""
    if kind == "benchmark":
        return _benchmark_label(table, slot)
    if kind not in ("target", "rag", "outturn"):
        return ""
    termly = table.latest.frequency is Frequency.TERM and steps == WhichYear.THIS.steps_back
    return table.latest.label if termly and kind != "outturn" else table.year.back(steps).label


def stated(inputs: Inputs, placed: Placed, slot: Slot) -> Figure | None:
    """What the inputs say of a measure, numerator, denominator or outturn."""
    known = inputs.observations.get((placed.row.indicator.id, placed.row.place, placed.period(slot)))
    part = "measure" if slot[0] == "outturn" else slot[0]
    figure: Figure | None = getattr(known, part) if known else None
    return figure


def differ(one: Figure | None, other: Figure | None) -> bool:
    """Whether two figures are numbers that are displayed as different ones."""
    return isinstance(one, Number) and isinstance(other, Number) and one.shown != other.shown


def _latest(ours: Ours, kind: str) -> Period:
    """Columns headed with a period show the table's, others the row's."""
    return ours.table.latest if kind == MEASURE[0] and _is_dated(ours.table) else ours.row.latest


def _is_dated(table: Table) -> bool:
    return any(isinstance(column, MeasureColumn) for column in table.columns.columns)


def benchmark_key(table: Table, slot: Slot) -> BenchmarkKey | None:
    """Whose figures a column of benchmarks has, and how they are dated; None where the table has no such column."""
    keys = [(column.group, column.dated) for column in table.columns.columns if isinstance(column, BenchmarkColumn)]
    return keys[slot[1] - 1] if slot[1] <= len(keys) else None


def _benchmark_label(table: Table, slot: Slot) -> str:
    key = benchmark_key(table, slot)
    period = table.benchmark_periods.get(key) if key else None
    if period is None:
        return ""
    return full_month(period) if period.frequency is Frequency.MONTH else period.label
