"""The column kind `code`: the printed code."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.sheets.columns.slot import Slot, TableSetting
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column; empty where no code is printed."""
    yield Slot("Code", lambda row, place: Cell(row.indicator.code or None, Style.LABEL))
