"""The kind of page `definitions`: what each indicator counts."""

from __future__ import annotations

from workbook_builder.pages.indicator_lists import indicator_list
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import ScorecardPage


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each indicator."""
    scorecard, headings = setting.scorecard, {"definition": "Definition"}
    table = indicator_list(scorecard, page, scorecard.spec.groups, headings, lambda one: [one.definition])
    return setting.page(page, [table])
