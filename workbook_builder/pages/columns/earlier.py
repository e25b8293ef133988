"""The column kind `earlier`: the figure before the latest of each row, whatever its period."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import figure
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column."""
    heading = Column(("Previously Reported Result",), "figure", column.kind, shows=Shows("measure", 1))
    yield ColumnMaker(
        heading, lambda row, refs: Cell(row.figure(row.latest.back())), lambda latest: (figure(latest.back()),)
    )
