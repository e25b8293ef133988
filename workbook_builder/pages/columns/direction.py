"""The column kind `direction`: where the figures shown are going, in words."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.judging import going
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs
from workbook_builder.rating.trend import Direction
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import DirectionColumn
from workbook_builder.specs.model import Spec


def makers(column: DirectionColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column over the trend and the latest figure; N/A for figures that overlap. No council prints it."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        is_judged = row.exists and not row.indicator.data_period.overlaps
        live = going(refs.window, row.polarity, refs.target(row.target), column.least) if is_judged else None
        return Cell(row.direction or Direction.UNKNOWN, live=live)

    yield ColumnMaker(Column(("Trend Direction",), "label", column.kind), cell)
