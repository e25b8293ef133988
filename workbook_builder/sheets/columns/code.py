"""The column kind `code`: the printed code, or the id where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.cells import code_cell
from workbook_builder.sheets.columns.slot import Slot, TableSetting
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column, by which formulas find the row."""
    yield Slot("Code", lambda row, place: code_cell(row.indicator), codes_row=True)
