"""Cells of the common kinds: figures, missing figures, text, links."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbook_builder.grid import Cell, Style, in_sheet
from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.periods import Period
from workbook_builder.rating.expressions import TYPED
from workbook_builder.specs.catalogue import Indicator

SIGNED = "+#,##0;-#,##0;0"  # a whole number with its sign


def number_format(decimals: int, sign: str = "", mark: str = "", when: str = "", more: int = 0) -> str:
    """Thousands separated, so many decimals; with a period and a sign such as `<=` before, or a mark after it.

    `more` decimals are shown where a number has them.
    """
    plain = "#,##0" + ("." + "0" * decimals + "#" * more if decimals else "")
    before = (f"{when}: " if when else "") + (f"{sign} " if sign else "")
    return (f'"{before}"' if before else "") + plain + (f'"{mark}"' if mark else "")


def plain_value(value: Decimal) -> int | float:
    """The number as a workbook holds it."""
    return int(value) if value == value.to_integral_value() else float(value)


def figure_cell(
    figure: Figure | None,
    previous: bool = False,
    formula: str = "",
    sign: str = "",
    mark: str = "",
    when: str = "",
) -> Cell:
    """A number with the precision it was stated in, the reason why it is missing, or nothing where none is stated.

    Figures of the previous reporting year are in italics. Sign and mark, and the period or year `when` it was so that
    no heading names, are part of the number format.
    """
    if isinstance(figure, Missing):
        style = Style.MISSING_PREVIOUS if previous else Style.MISSING
        return Cell(figure.value, style, formula=formula)
    style = Style.NUMBER_PREVIOUS if previous else Style.NUMBER
    if figure is None:
        return Cell(None, style)
    return Cell(plain_value(figure.value), style, number_format(figure.decimals, sign, mark, when), formula)


def limit_cell(
    limit: Figure | None, previous: bool = False, formula: str = "", sign: str = "", when: str = ""
) -> Cell:
    """A target or standard. It is judged as it is shown, so a number typed over it shows all its decimals."""
    if not isinstance(limit, Number):
        return figure_cell(limit, previous, formula)
    cell = figure_cell(Number(limit.shown, limit.decimals), previous, formula, sign, when=when)
    finer = number_format(limit.decimals + 1, sign, when=when, more=TYPED - limit.decimals - 1)
    return replace(cell, finer=finer) if limit.decimals < TYPED else cell


def benchmark_cell(stated: tuple[Period, Benchmark] | None) -> Cell:
    """What a benchmark group achieved; the same statement may hold for many rows."""
    if stated is None:
        return figure_cell(None)
    return replace(figure_cell(stated[1].value), fact=stated[1].origin)


def code_cell(indicator: Indicator) -> Cell:
    """The printed code; where there is none the id, in the look of what stands in place of something."""
    return Cell(indicator.key, Style.LABEL if indicator.code else Style.MISSING)


def link_cell(text: str, sheet: str, cell: str = "A1", style: Style = Style.LINK) -> Cell:
    """A link to a place in the workbook."""
    return Cell(text, style, link=in_sheet(sheet, cell))
