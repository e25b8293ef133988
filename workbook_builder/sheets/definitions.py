"""The kind of page `definitions`: what each indicator counts."""

from __future__ import annotations

from workbook_builder.grid import Cell, Sheet, Style
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.lists import indicator_list
from workbook_builder.styles import Looks

_COLUMNS = {"Group": 140, "Code": 70, "Indicator": 380, "Definition": 640}


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Sheet:
    """A row for each indicator."""
    return indicator_list(
        scorecard, page, looks, scorecard.spec.groups, _COLUMNS, lambda i: [Cell(i.definition, Style.TEXT)]
    )
