"""The column kind `benchmark`: what a group of other councils achieved."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell
from workbook_builder.periods import Frequency, full_month
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.cells import benchmark_cell
from workbook_builder.sheets.columns.slot import RowPlace, Slot, TableSetting, dated
from workbook_builder.specs.columns import BenchmarkColumn, Dated


def slots(column: BenchmarkColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column, headed with the year or date that the figures are for."""
    group = setting.catalogue.group_by_id[column.group]
    key = (column.group, column.dated)
    period = setting.table.benchmark_periods.get(key)
    if period and column.dated is Dated.AS_AT:
        as_at = full_month(period) if period.frequency is Frequency.MONTH else period.label
        when = f"as at {as_at}"
    else:
        when = period.label if period else ""
    heading = dated(group.heading, when) + (f"\n({group.members})" if group.members else "")

    def cell(row: Row, place: RowPlace) -> Cell:
        return benchmark_cell(row.compared_with.get(key))

    yield Slot(heading, cell)
