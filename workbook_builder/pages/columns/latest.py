"""The column kind `latest`: the latest figure of each row, whatever its period."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import figure
from workbook_builder.pages.blocks import Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, marked
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column."""
    heading = Column(("Latest Result",), "figure", column.kind, shows=Shows("measure"))
    yield ColumnMaker(heading, lambda row, refs: marked(row, row.latest), lambda latest: (figure(latest),))
