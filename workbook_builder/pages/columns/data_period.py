"""The column kind `data_period`: what one figure covers."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column: R12M, MS, YTD, Q, T or A."""
    heading = Column(("Data Period",), "label", column.kind, shows=Shows("data_period"))
    yield ColumnMaker(heading, lambda row, refs: Cell(row.indicator.data_period.value))
