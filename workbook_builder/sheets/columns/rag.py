"""The column kind `rag`: the rating of a year's figure, as a formula over the cells beside it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import rule_of
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.columns.slot import (
    Role,
    RowPlace,
    Slot,
    TableSetting,
    dated,
    judging_cells,
    year_label,
)
from workbook_builder.specs.columns import WhichYear, YearColumn


def slots(column: YearColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column; empty where there is no target."""
    previous = column.year is WhichYear.PREVIOUS
    rated = Style.RAG_PREVIOUS if previous else Style.RAG
    unrated = Style.MISSING_PREVIOUS if previous else Style.MISSING

    def cell(row: Row, place: RowPlace) -> Cell:
        period, year = setting.table.judged(row, column.year)
        target = row.targets.get(year)
        if target is None:
            return Cell(None if row.exists else Rag.NOT_RATED.value, unrated)
        rating, rule = row.ratings[period], rule_of(target)
        style = unrated if rating is Rag.NOT_RATED else rated
        figure = place.shown(row, Role.FIGURE, period, row.figure(period))
        beside = place.target(target)
        if rule is None or not figure or not beside:
            return Cell(rating.value, style)
        cells, decimals = judging_cells(target, beside, setting)
        formula = rule.formula({**cells, "figure": figure.cell}, {**decimals, "figure": figure.decimals})
        return Cell(rating.value, style, formula=formula)

    heading = dated("RAG", year_label(setting, column.year))
    yield Slot(heading, cell, marks=Style.RAG, rates=column.year is WhichYear.THIS)
