"""The column kind `denominator`: the denominator behind the latest figure."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.pages.columns.parts import part
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column."""
    yield part(column.kind, table, lambda latest: latest.denominator)
