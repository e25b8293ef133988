"""The column kind `to_green`: how many more or fewer in the numerator would make the latest figure GREEN."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Cell, Style
from workbook_builder.inputs.figures import Missing
from workbook_builder.rating.schemes import rule_of
from workbook_builder.rating.to_green_formula import PercentageCells, to_green_formula
from workbook_builder.scorecards.judging import percentage_of
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.cells import SIGNED
from workbook_builder.sheets.columns.slot import Role, RowPlace, Slot, TableSetting, judging_cells
from workbook_builder.specs.catalogue import Making
from workbook_builder.specs.columns import PlainColumn


def slots(column: PlainColumn, setting: TableSetting) -> Iterator[Slot]:
    """One column: a number with its sign, 0 where the figure is GREEN, N/A where it cannot be known."""

    def cell(row: Row, place: RowPlace) -> Cell:
        formula = _formula(row, place, setting)
        if row.to_green is None:
            return Cell(Missing.NOT_AVAILABLE.value, Style.MISSING, SIGNED if formula else "", formula)
        return Cell(row.to_green.lacking, Style.NUMBER, SIGNED, formula)

    yield Slot("More (+) or fewer (-) for GREEN", cell)


def _formula(row: Row, place: RowPlace, setting: TableSetting) -> str:
    """Over numerator, denominator and target; over the figure too where it is not what they make."""
    latest, target, rule = row.figures.get(row.latest), row.target, rule_of(row.target)
    part, whole = (place.cell(role, row.latest) for role in (Role.NUMERATOR, Role.DENOMINATOR))
    if row.indicator.measure is not Making.PERCENTAGE or latest is None or target is None or not part or not whole:
        return ""
    beside = place.target(target)
    figure = place.shown(row, Role.FIGURE, row.latest, latest.measure)
    if rule is None or not beside or not figure:
        return ""
    doubtful = figure if percentage_of(latest).is_contradicted else None
    stated = PercentageCells(part, whole, figure.decimals, doubtful)
    return to_green_formula(stated, rule, *judging_cells(target, beside, setting))
