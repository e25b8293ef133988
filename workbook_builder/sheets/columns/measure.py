"""The column kind `measure`: the latest figure, its period standing above it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.columns.slot import Slot, TableSetting, figure_slot, latest_group
from workbook_builder.specs.columns import MeasureColumn


def slots(column: MeasureColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""
    latest = setting.table.latest
    yield figure_slot(column.heading, latest_group(setting), latest, latest.label, setting)
