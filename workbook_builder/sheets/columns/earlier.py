"""The column kind `earlier`: the figure before the latest of each row, with its period like that."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.columns.slot import Role, Slot, TableSetting, measure_cell, unheaded
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""
    yield Slot(
        "Previously Reported Result",
        lambda row, place: measure_cell(
            row, row.latest.back(), setting, when=unheaded(row, row.latest.back(), setting)
        ),
        shows=lambda row: (Role.FIGURE, row.latest.back()),
    )
