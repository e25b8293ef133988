"""A scorecard as sheets: what `build` does between the checks and the file."""

from __future__ import annotations

from workbook_builder.grid import Cell, Style, Workbook
from workbook_builder.outputs import xlsx
from workbook_builder.outputs.xlsx.drawing import Pen
from workbook_builder.pages import blocks, make_pages
from workbook_builder.pages.blocks import Column, Holds
from workbook_builder.pages.values import Value
from workbook_builder.scorecards import Scorecard
from workbook_builder.styles import Looks


def lay_out(scorecard: Scorecard, looks: Looks) -> Workbook:
    """The workbook of a scorecard in a style."""
    return xlsx.lay_out(make_pages(scorecard, xlsx.left_out(looks, scorecard.edition.is_draft)), looks)


def drawn(value: Value, holds: Holds, looks: Looks) -> Cell:
    """A cell of a workbook that says something in a column that holds that."""
    return Pen(Column(("Heading",), holds), looks, Style.LINK).draw(blocks.Cell(value))
