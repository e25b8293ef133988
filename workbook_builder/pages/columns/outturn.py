"""The column kind `outturn`: what the whole of a year came to."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import figure
from workbook_builder.pages.blocks import Column
from workbook_builder.pages.columns.maker import ColumnMaker, measured, shows_year
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.columns import YearColumn
from workbook_builder.specs.model import Spec


def makers(column: YearColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column, headed with the county's name or, where it is a district's, with that word."""
    year, role = table.year_at(column.year), figure(table.year_at(column.year))
    whose = table.area.name if table.area.level is Level.COUNTY else "District"
    heading = Column(
        heading=(f"{whose} Outturn", year.label),
        holds="figure",
        kind=column.kind,
        is_past=year < table.year,
        shows=shows_year("outturn", table, column.year),
    )
    yield ColumnMaker(heading, lambda row, refs: measured(refs, year, role), lambda row: (role,))
