"""The column kind `numerator`: the numerator behind the latest figure."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell
from workbook_builder.inputs.figures import Missing
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.cells import figure_cell
from workbook_builder.sheets.columns.slot import RowPlace, Slot, TableSetting, latest_group
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column; N/A where the figure itself is missing."""

    def cell(row: Row, place: RowPlace) -> Cell:
        latest = row.figures.get(row.latest)
        if latest is None or isinstance(latest.measure, Missing):
            return figure_cell(row.figure(row.latest))
        return figure_cell(latest.numerator)

    yield Slot("Numerator", cell, latest_group(setting))
