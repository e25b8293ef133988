"""A printed row beside the scorecard's row that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbook_builder.audit.printed import MEASURE, PrintedRow, Slot, figure_of
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.inputs.targets import Target
from workbook_builder.live.judging import target_id
from workbook_builder.live.references import RowId
from workbook_builder.pages.blocks import Column
from workbook_builder.pages.setting import row_id
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import AnyYear, BenchmarkKey, Row, Table
from workbook_builder.specs.columns import BenchmarkColumn, MeasureColumn, WhichYear

Standards = Mapping[RowId, Mapping[str, Number]]
"""The floor standards and bands that a page of targets prints, by the row of the target and by role."""


@dataclass(frozen=True)
class Ours:
    """A row of the scorecard with the page, table and team that it stands under; its columns by what they show."""

    page: str
    table: Table
    team: str
    row: Row
    columns: Mapping[Slot, Column]

    @property
    def id(self) -> RowId:
        """The row of its page."""
        return row_id(self.page, self.table.spec.id, self.row.indicator, self.row.place)


@dataclass(frozen=True)
class Placed:
    """A printed row and ours, with the standards that are printed. `shift` is by how many periods its headings are
    behind the edition's.

    `late` is by how many periods its figures are: also the shift, or 0 where only the headings are stale.
    """

    printed: PrintedRow
    ours: Ours
    standards: Standards
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
        column = self.ours.columns.get(slot)
        if column and kind == MEASURE[0]:
            return (column.period or self.row.latest.back(steps)).back(self.late)
        return _latest(self.ours, kind).back(steps + self.late)

    def target(self, year: Period, beside: Figure | None) -> Target | None:
        """Our target of a year with the number printed `beside` the figure, and with the standards that are printed.

        Where none are printed, those that follow the target keep their distance from it.
        """
        ours = self.row.targets.get(year)
        if ours is None or not isinstance(beside, Number) or not isinstance(ours.target, Number):
            return ours
        standards = self.standards.get(target_id(ours))
        return ours.moved(beside) if standards is None else replace(ours, target=beside, limits=standards)

    def slot_of(self, period: Period) -> Slot | None:
        """The cell in the place where a table of the edition shows that period's figure."""
        unshifted = replace(self, late=0)
        slots = (slot for slot in self.cells if slot[0] in ("measure", "outturn"))
        return next((slot for slot in slots if unshifted.period(slot) == period), None)


def which_year(slot: Slot) -> AnyYear:
    """Of which year a target or rating is."""
    return next((which for which in WhichYear if which.steps_back == slot[1]), -slot[1])


def label(ours: Ours, slot: Slot) -> str:
    """The period or year that stands above such a cell in a table of the edition; "" where none does."""
    kind, steps = slot
    if kind == MEASURE[0]:
        return _latest(ours, kind).back(steps).label if _is_dated(ours.table) else ""
    column = ours.columns.get(slot)
    return " ".join(map(str, column.heading[1:])) if column else ""


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
