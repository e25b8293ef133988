"""The column kind `dot`: the direction of travel, over the two latest figures."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.judging import Moved
from workbook_builder.live.references import TRAVEL
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column; empty where the table does not show both figures, or no way is better."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        now, before = refs.figure(row.latest), refs.figure(row.latest.back())
        if row.polarity is None or not now or not before:
            return Cell(None)
        return Cell(row.travel, live=Moved(now, before, row.polarity, refs.target(row.target)))

    heading = Column(("DOT",), "travel", column.kind, shows=Shows("dot"), alone="Direction of travel (DOT)")
    yield ColumnMaker(heading, cell, lambda row: (TRAVEL,))
