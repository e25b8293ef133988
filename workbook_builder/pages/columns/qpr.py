"""The column kind `qpr`: a tick for what is in the council's quarterly report."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column."""
    heading = Column(("QPR",), "label", column.kind, shows=Shows("qpr"))
    yield ColumnMaker(heading, lambda row, refs: Cell(row.indicator.qpr or None))
