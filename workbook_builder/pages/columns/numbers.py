"""The column kind `numbers`: how many the latest figures are of, a column for each period, the earliest first."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Missing
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.cells import in_parts
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs
from workbook_builder.pages.columns.parts import part_of
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import NumbersColumn
from workbook_builder.specs.model import Spec


def makers(column: NumbersColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """So that numbers and percentages of several periods stand side by side; ours alone."""
    for back in range(column.periods - 1, -1, -1):
        yield _of_period(column, table.latest.back(back))


def _of_period(column: NumbersColumn, period: Period) -> ColumnMaker:
    role = part_of("numerator", period)

    def cell(row: Row, refs: RowRefs) -> Cell:
        stated, fact = row.figures.get(period), refs.fact(role)
        if stated is None or isinstance(stated.measure, Missing):
            return Cell(row.figure(period), fact=fact)
        return Cell(stated.numerator, fact=fact)

    heading = Column(in_parts(period), "figure", column.kind, column.heading, period)
    return ColumnMaker(heading, cell, lambda row: (role,))
