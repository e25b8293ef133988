"""The column kind `dot`: the direction of travel, as a formula over the two latest figures."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.rating.travel import Travel, travel_formula
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.columns.slot import Role, RowPlace, Slot, TableSetting
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column."""

    def cell(row: Row, place: RowPlace) -> Cell:
        now = place.shown(row, Role.FIGURE, row.latest, row.figure(row.latest))
        before = place.shown(row, Role.FIGURE, row.latest.back(), row.figure(row.latest.back()))
        if row.polarity is None or not now or not before:
            return Cell(None, Style.TRAVEL)
        style = Style.MISSING if row.travel is Travel.UNKNOWN else Style.TRAVEL
        formula = travel_formula(now, before, row.polarity, place.target(row.target), setting.arrows)
        return Cell(setting.arrows.get(row.travel, row.travel.value), style, formula=formula)

    yield Slot("DOT", cell, marks=Style.TRAVEL)
