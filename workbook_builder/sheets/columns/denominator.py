"""The column kind `denominator`: the denominator behind the latest figure."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.columns.slot import Role, Slot, TableSetting, part_slot
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""
    yield part_slot("Denominator", setting, Role.DENOMINATOR, lambda latest: latest.denominator)
