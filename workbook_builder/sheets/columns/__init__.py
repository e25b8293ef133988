"""The column kinds, a file each: what a kind prints in a table. The file's name is the word the spec uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from workbook_builder.sheets.columns import (
    benchmark,
    code,
    data_period,
    denominator,
    direction,
    dot,
    earlier,
    indicator,
    latest,
    measure,
    numerator,
    outturn,
    polarity,
    qpr,
    rag,
    target,
    to_green,
    trend,
)
from workbook_builder.sheets.columns.slot import Slot, TableSetting, sparkline_slot
from workbook_builder.specs.columns import Column, TrendColumn

_FILES: tuple[ModuleType, ...] = (
    code,
    indicator,
    polarity,
    data_period,
    qpr,
    trend,
    measure,
    latest,
    earlier,
    direction,
    numerator,
    denominator,
    dot,
    target,
    rag,
    to_green,
    outturn,
    benchmark,
)
KINDS: dict[str, Callable[[Any, TableSetting], Iterator[Slot]]] = {
    file.__name__.rpartition(".")[2]: file.slots for file in _FILES
}


def table_slots(setting: TableSetting) -> list[Slot]:
    """The columns of a table from left to right."""
    slots: list[Slot] = []
    before: Column | None = None
    for column in setting.table.columns.columns:
        slots += KINDS[column.kind](column, setting)
        if setting.sparklines and isinstance(before, TrendColumn) and column.kind in ("measure", "latest"):
            slots.append(sparkline_slot(slots[-1]))
        before = column
    return slots
