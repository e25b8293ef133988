"""The kind of page `sources`: where each indicator's data comes from, and how recent it is."""

from __future__ import annotations

from workbook_builder.grid import Cell, Sheet, Style
from workbook_builder.inputs.figures import Missing
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.lists import indicator_list
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.styles import Looks

_COLUMNS = {"Group": 140, "Code": 70, "Indicator": 420, "Source": 260, "Latest data": 260, "Released": 90}


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Sheet:
    """A row for each indicator; "to be supplied" where sources.csv says nothing of it."""

    def cells(indicator: Indicator) -> list[Cell]:
        source = scorecard.sources.get(indicator.id)
        latest = source.latest_data if source else Missing.TO_BE_SUPPLIED.value
        released = source.released if source else Missing.TO_BE_SUPPLIED.value
        return [Cell(indicator.source, Style.TEXT), Cell(latest, Style.TEXT), Cell(released, Style.TEXT)]

    return indicator_list(scorecard, page, looks, _COLUMNS, cells)
