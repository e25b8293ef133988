"""The column kind `qpr`: ticked where the indicator is in the Quarterly Performance Report."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.sheets.columns.slot import Slot, TableSetting
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""
    yield Slot("QPR", lambda row, place: Cell(setting.tick if row.indicator.qpr else None, Style.LABEL))
