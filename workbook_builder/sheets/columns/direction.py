"""The column kind `direction`: where the figures shown are going, in words."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style, address
from workbook_builder.rating.trend import Direction, trend_formula
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.columns.slot import RowPlace, Slot, TableSetting
from workbook_builder.specs.columns import DirectionColumn


def slots(column: DirectionColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column, as a formula over the trend and the latest figure; N/A for figures that overlap."""

    def cell(row: Row, place: RowPlace) -> Cell:
        direction = row.direction or Direction.UNKNOWN
        style = Style.MISSING if direction is Direction.UNKNOWN else Style.LABEL
        return Cell(direction.value, style, formula=_formula(row, place, column.least))

    yield Slot("Trend Direction", cell)


def _formula(row: Row, place: RowPlace, least: float) -> str:
    beside = place.target(row.target)
    if row.polarity is None or not row.exists or row.indicator.data_period.overlaps:
        return ""
    if row.polarity.is_nearest_best and beside is None:
        return ""
    first, last = (address(place.row, place.window[end]) for end in (0, -1))
    return trend_formula(f"{first}:{last}", len(place.window), row.polarity, beside, least)
