"""The column kind `earlier`: the figure before the latest of each row, with its period like that."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import figure
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs, measured, unheaded
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column."""
    heading = Column(("Previously Reported Result",), "figure", column.kind, shows=Shows("measure", 1))

    def cell(row: Row, refs: RowRefs) -> Cell:
        before = row.latest.back()
        return measured(refs, before, figure(before), unheaded(row, before, table))

    yield ColumnMaker(heading, cell, lambda row: (figure(row.latest.back()),))
