"""The column kind `latest`: the latest figure of each row, whatever its period."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.columns.slot import Role, Slot, TableSetting, measure_cell
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""
    yield Slot(
        "Latest Result",
        lambda row, place: measure_cell(row, row.latest, setting),
        shows=lambda row: (Role.FIGURE, row.latest),
    )
