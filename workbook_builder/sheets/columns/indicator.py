"""The column kind `indicator`: the indicator's title."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.sheets.columns.slot import Slot, TableSetting
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""
    yield Slot("Indicator", lambda row, place: Cell(row.title, Style.TEXT), names_row=True)
