"""The column kind `trend`: the figures before the latest, a column for each period."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import step
from workbook_builder.pages.blocks import Column, Shows
from workbook_builder.pages.cells import in_parts
from workbook_builder.pages.columns.maker import ColumnMaker, dated_figures
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import MeasureColumn, TrendColumn
from workbook_builder.specs.model import Spec


def makers(column: TrendColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """The earliest first, all under one heading."""
    group = f"{table.latest.frequency.adjective} Trends"
    measures = (one.heading for one in table.columns.columns if isinstance(one, MeasureColumn))
    named = next(measures, "Measure")
    for back in range(column.periods, 0, -1):
        period = table.latest.back(back)
        shows = Shows("measure", back)
        alone = f"{named} {period.label}"
        heading = Column(in_parts(period), "figure", column.kind, group, period, shows=shows, alone=alone)
        yield dated_figures(heading, period, step(period))
