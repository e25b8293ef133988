"""The kind of page `sources`: where each indicator's data comes from, and how recent it is."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder import __version__
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

    groups = [group for group in scorecard.spec.groups if group.has_sources]
    return indicator_list(scorecard, page, looks, groups, _COLUMNS, cells, _provenance(scorecard))


def _provenance(scorecard: Scorecard) -> Iterator[str]:
    """What a draft was made from, so that it can be made again; of any workbook its file's properties say it, too."""
    edition = scorecard.edition
    if not edition.is_draft:
        return
    which = f"the {edition.status.value} edition of {edition.title}"
    yield f"This workbook is {which}, built by workbook_builder {__version__} from:"
    for file in scorecard.files:
        yield f"{file.name} (SHA-256 {file.sha256})"
