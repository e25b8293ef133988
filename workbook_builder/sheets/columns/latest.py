"""The column kind `latest`: the latest figure of each row, with its period where that is not the table's."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.columns.slot import Role, Slot, TableSetting, measure_cell, unheaded
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""
    yield Slot(
        "Latest Result",
        lambda row, place: measure_cell(row, row.latest, setting, when=unheaded(row, row.latest, setting)),
        shows=lambda row: (Role.FIGURE, row.latest),
    )
