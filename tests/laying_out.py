"""A scorecard as sheets: what `build` does between the checks and the file."""

from __future__ import annotations

from workbook_builder.grid import Workbook
from workbook_builder.outputs import xlsx
from workbook_builder.pages import make_pages
from workbook_builder.scorecards import Scorecard
from workbook_builder.styles import Looks


def lay_out(scorecard: Scorecard, looks: Looks) -> Workbook:
    """The workbook of a scorecard in a style."""
    return xlsx.lay_out(make_pages(scorecard, looks.left_out(scorecard.edition.is_draft)), looks)
