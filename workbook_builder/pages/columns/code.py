"""The column kind `code`: the printed code, or the id where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Column, Shows
from workbook_builder.pages.cells import code_of
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column, by which formulas find the row."""
    heading = Column(("Code",), "code", column.kind, shows=Shows("code"))
    yield ColumnMaker(heading, lambda row, refs: code_of(row.indicator))
