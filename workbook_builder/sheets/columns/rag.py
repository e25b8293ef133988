"""The column kind `rag`: the rating of a year's figure, as a formula over the cells beside it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.ratings import Rag
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.columns.slot import Role, RowPlace, Slot, TableSetting, dated, year_label
from workbook_builder.sheets.formulas import rating_formula
from workbook_builder.specs.columns import WhichYear, YearColumn


def slots(column: YearColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column; empty where there is no target."""
    year = setting.table.year_at(column.year)
    previous = column.year is WhichYear.PREVIOUS
    rated = Style.RAG_PREVIOUS if previous else Style.RAG
    unrated = Style.MISSING_PREVIOUS if previous else Style.MISSING

    def cell(row: Row, place: RowPlace) -> Cell:
        target = row.targets.get(year)
        if target is None:
            return Cell(None if row.exists else Rag.NOT_RATED.value, unrated)
        rating = row.ratings[year]
        style = unrated if rating is Rag.NOT_RATED else rated
        figure = place.shown(row, Role.FIGURE, row.judged(year), row.figure(row.judged(year)))
        beside = place.shown(row, Role.TARGET, year, target.target)
        _, standard = setting.target_rows.of((target.indicator, target.area, year))
        if target.polarity is None or not figure or not beside:
            return Cell(rating.value, style)
        formula = rating_formula(figure, beside, standard, target, row.indicator.decimals)
        return Cell(rating.value, style, formula=formula)

    heading = dated("RAG", year_label(setting, column.year))
    yield Slot(heading, cell, marks=Style.RAG, rates=column.year is WhichYear.THIS)
