"""The column kind `target`: the target of a year, or of a row's own year, as it stands on the page of targets."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Missing
from workbook_builder.live import references
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.cells import target_cell
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs, headed, shows_year, year_parts
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import YearColumn
from workbook_builder.specs.model import Spec


def makers(column: YearColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column; empty where there is no target."""

    above = headed(table, column.year)

    def year_of(row: Row) -> Period:
        return table.judged(row, column.year)[1]

    def cell(row: Row, refs: RowRefs) -> Cell:
        year = year_of(row)
        target = row.targets.get(year)
        if target is None:
            return Cell(None if row.exists else Missing.NOT_AVAILABLE)
        when = target.label if target.label != above else ""
        return target_cell(target)._replace(when=when)

    heading = Column(
        heading=("Target", *year_parts(table, column.year)),
        holds="limit",
        kind=column.kind,
        is_past=table.year_at(column.year) < table.year,
        shows=shows_year("target", table, column.year),
    )
    yield ColumnMaker(heading, cell, lambda row: (references.target(year_of(row)),))
