"""The column kind `trend`: the periods before the latest."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.columns.slot import Slot, TableSetting, figure_slot, in_lines, trend_group
from workbook_builder.specs.columns import TrendColumn


def slots(column: TrendColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column for each period, the earliest first."""
    for steps in range(column.periods, 0, -1):
        period = setting.table.latest.back(steps)
        yield figure_slot(in_lines(period), trend_group(setting), period, period.label, setting, is_trend=True)
