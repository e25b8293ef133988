"""The column kind `latest`: the latest figure of each row, with its period where that is not the table's."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import figure
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs, latest_measured, unheaded
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column."""
    heading = Column(("Latest Result",), "figure", column.kind, shows=Shows("measure"))

    def cell(row: Row, refs: RowRefs) -> Cell:
        return latest_measured(table, refs, figure(row.latest), spec, unheaded(row, row.latest, table))

    yield ColumnMaker(heading, cell, lambda row: (figure(row.latest),))
