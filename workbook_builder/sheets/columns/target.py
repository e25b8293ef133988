"""The column kind `target`: the target of a year, or of a row's own year, shown from the Targets sheet."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell
from workbook_builder.inputs.figures import Missing
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.cells import figure_cell, limit_cell
from workbook_builder.sheets.columns.slot import Role, RowPlace, Slot, TableSetting, dated, year_label
from workbook_builder.sheets.lookup import following
from workbook_builder.specs.columns import WhichYear, YearColumn


def slots(column: YearColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column; empty where there is no target."""
    previous = column.year is WhichYear.PREVIOUS

    def cell(row: Row, place: RowPlace) -> Cell:
        _, year = setting.table.judged(row, column.year)
        target = row.targets.get(year)
        if target is None:
            return figure_cell(None if row.exists else Missing.NOT_AVAILABLE, previous)
        source = setting.target_rows.of((target.indicator, target.area, target.year))["target"]
        when = year.label if year != setting.table.year_at(column.year) else ""
        return limit_cell(target.target, previous, following(source), target.sign, when=when)

    yield Slot(
        dated("Target", year_label(setting, column.year)),
        cell,
        shows=lambda row: (Role.TARGET, setting.table.judged(row, column.year)[1]),
    )
