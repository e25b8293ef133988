"""The column kind `indicator`: the title of each row."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import TITLE
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column, by which links find the row."""
    heading = Column(("Indicator",), "title", column.kind, shows=Shows("indicator"))
    yield ColumnMaker(heading, lambda row, refs: Cell(row.title), lambda row: (TITLE,))
