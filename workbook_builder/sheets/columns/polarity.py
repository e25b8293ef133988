"""The column kind `polarity`: which way is better."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.sheets.columns.slot import Slot, TableSetting
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column: H, L or T, as this year's target has it."""
    yield Slot("Polarity", lambda row, place: Cell(row.polarity.value if row.polarity else None, Style.LABEL))
