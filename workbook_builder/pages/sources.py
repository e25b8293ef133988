"""The kind of page `sources`: where each indicator's data comes from, and how recent it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder import __version__
from workbook_builder.inputs.figures import Missing
from workbook_builder.pages.blocks import Paragraph
from workbook_builder.pages.indicator_lists import indicator_list
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.specs.catalogue import Indicator

_HEADINGS = {"source": "Source", "latest_data": "Latest data", "released": "Released"}


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each indicator, "to be supplied" where nothing is said of it; below, what all is made from."""
    scorecard = setting.scorecard

    def texts(indicator: Indicator) -> Sequence[str]:
        source = scorecard.sources.get(indicator.id)
        known = (source.latest_data, source.released) if source else (Missing.TO_BE_SUPPLIED.value,) * 2
        return indicator.source, *known

    groups = [group for group in scorecard.spec.groups if group.has_sources]
    table = indicator_list(scorecard, page, groups, _HEADINGS, texts)
    return setting.page(page, (table, *(Paragraph(text, is_provenance=True) for text in _provenance(scorecard))))


def _provenance(scorecard: Scorecard) -> Iterator[str]:
    """What a draft was made from, so that it can be made again; of any edition the properties say it, too."""
    edition = scorecard.edition
    if not edition.is_draft:
        return
    which = f"the {edition.status.value} edition of {edition.title}"
    yield f"This workbook is {which}, built by workbook_builder {__version__} from:"
    for file in scorecard.files:
        yield f"{file.name} (SHA-256 {file.sha256})"
