"""The column kind `polarity`: which way is better, as a letter."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column; empty where an indicator has no polarity."""
    heading = Column(("Polarity",), "label", column.kind, shows=Shows("polarity"))
    yield ColumnMaker(heading, lambda row, refs: Cell(row.polarity.value if row.polarity else None))
