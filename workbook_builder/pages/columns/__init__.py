"""The column kinds, a file each: what a kind says in a table. The file's name is the word the spec uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from workbook_builder.pages.blocks import Column
from workbook_builder.pages.columns import (
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
    numbers,
    numerator,
    outturn,
    polarity,
    qpr,
    rag,
    target,
    to_green,
    trend,
)
from workbook_builder.pages.columns.maker import ColumnMaker
from workbook_builder.pages.columns.sparkline import trend_line
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import TrendColumn
from workbook_builder.specs.model import Spec

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
    numbers,
    numerator,
    denominator,
    dot,
    target,
    rag,
    to_green,
    outturn,
    benchmark,
)
KINDS: dict[str, Callable[[Any, Table, Spec], Iterator[ColumnMaker]]] = {
    file.__name__.rpartition(".")[2]: file.makers for file in _FILES
}


def makers_of(table: Table, spec: Spec) -> list[ColumnMaker]:
    """The columns of a table from left to right; beside a trend with its latest figure stands a line of both."""
    found: list[ColumnMaker] = []
    before: object = None
    for column in table.columns.columns:
        found += KINDS[column.kind](column, table, spec)
        if isinstance(before, TrendColumn) and column.kind in ("measure", "latest"):
            found[-1] = found[-1].ending_trend()
            found.append(trend_line(found[-1]))
        before = column
    return found


def columns_of(table: Table, spec: Spec) -> list[Column]:
    """How the columns of a table are headed and what they hold, from left to right."""
    return [maker.column for maker in makers_of(table, spec)]
