"""Cells of the common kinds: figures, missing figures, text, links."""

from __future__ import annotations

from decimal import Decimal

from workbook_builder.grid import Cell, Style, in_sheet
from workbook_builder.inputs.figures import Figure, Missing, Withheld
from workbook_builder.scorecards.provisional import PROVISIONAL_MARK

SIGNED = "+#,##0;-#,##0;0"  # a whole number with its sign


def number_format(decimals: int, sign: str = "", mark: str = "") -> str:
    """Thousands separated, so many decimals; with a sign such as `<=` before the number, or a mark after it."""
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    return (f'"{sign} "' if sign else "") + plain + (f'"{mark}"' if mark else "")


def plain_value(value: Decimal) -> int | float:
    """The number as a workbook holds it."""
    return int(value) if value == value.to_integral_value() else float(value)


def figure_cell(
    figure: Figure | None, previous: bool = False, formula: str = "", sign: str = "", mark: str = ""
) -> Cell:
    """A number with the precision it was stated in, the reason why it is missing, or nothing where none is stated.

    Figures of the previous reporting year are in italics. Sign and marks are part of the number format; what is
    provisional has its own.
    """
    if isinstance(figure, Missing | Withheld):
        style = Style.MISSING_PREVIOUS if previous else Style.MISSING
        return Cell(figure.value, style, formula=formula)
    style = Style.NUMBER_PREVIOUS if previous else Style.NUMBER
    if figure is None:
        return Cell(None, style)
    marks = mark + (PROVISIONAL_MARK if figure.is_provisional else "")
    return Cell(plain_value(figure.value), style, number_format(figure.decimals, sign, marks), formula)


def link_cell(text: str, sheet: str, cell: str = "A1", style: Style = Style.LINK) -> Cell:
    """A link to a place in the workbook."""
    return Cell(text, style, link=in_sheet(sheet, cell))
