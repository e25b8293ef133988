"""The column kind `benchmark`: what a group of other councils achieved."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Column, Shows
from workbook_builder.pages.cells import compared
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.periods import Frequency, Period, full_month
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import BenchmarkColumn, Dated
from workbook_builder.specs.model import Spec


def makers(column: BenchmarkColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column, headed with the year or date that the figures are for, and with whose they are."""
    group, key = spec.group_by_id[column.group], (column.group, column.dated)
    members = f"({group.members})" if group.members else ""
    when = _when(table.benchmark_periods.get(key), column.dated)
    parts = tuple(filter(None, (group.heading, when, members)))
    heading = Column(parts, "figure", column.kind, shows=Shows("benchmark"))
    yield ColumnMaker(heading, lambda row, refs: compared(row.compared_with.get(key)))


def _when(period: Period | None, dated: Dated) -> str:
    if period is None or dated is Dated.YEAR:
        return period.label if period else ""
    return f"as at {full_month(period) if period.frequency is Frequency.MONTH else period.label}"
