"""The column kind `measure`: the latest figure, its period standing above it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, latest_figures, latest_group
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import MeasureColumn
from workbook_builder.specs.model import Spec


def makers(column: MeasureColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column."""
    group, shows = latest_group(table), Shows("measure")
    alone = f"{column.heading} {table.latest.label}"
    heading = Column((column.heading,), "figure", column.kind, group, table.latest, shows=shows, alone=alone)
    yield latest_figures(heading, table, spec)
