"""The column kind `outturn`: the figure of a year."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.sheets.columns.slot import Role, Slot, TableSetting, dated, measure_cell
from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.columns import WhichYear, YearColumn


def slots(column: YearColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column; in italics where it is the previous year's."""
    year = setting.table.year_at(column.year)
    area = setting.table.area
    whose = area.name if area.level is Level.COUNTY else "District"
    previous = column.year is WhichYear.PREVIOUS
    yield Slot(
        dated(f"{whose} Outturn", year.label),
        lambda row, place: measure_cell(row, year, setting, previous),
        shows=lambda row: (Role.FIGURE, year),
    )
