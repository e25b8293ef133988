"""The column kind `data_period`: what one figure covers."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.sheets.columns.slot import Slot, TableSetting
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column: R12M, MS, YTD, Q, T or A."""
    yield Slot("Data Period", lambda row, place: Cell(row.indicator.data_period.value, Style.LABEL))
