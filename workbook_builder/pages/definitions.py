"""The kind of page `definitions`: what each indicator counts and, where that is stated, how its targets were set."""

from __future__ import annotations

from workbook_builder.pages.indicator_lists import indicator_list
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.specs.catalogue import Indicator


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each indicator."""
    scorecard = setting.scorecard
    are_explained = any(target.agreed.words for target in scorecard.targets)
    headings = {"definition": "Definition", **({"targets": "How targets were set"} if are_explained else {})}

    def texts(one: Indicator) -> list[str]:
        return [one.definition, _set(scorecard, one)] if are_explained else [one.definition]

    table = indicator_list(scorecard, page, scorecard.spec.groups, headings, texts)
    return setting.page(page, [table])


def _set(scorecard: Scorecard, indicator: Indicator) -> str:
    """`2017-18: Last year's outturn. Agreed by …`; years of which the same is said together."""
    periods: dict[str, list[str]] = {}
    for target in scorecard.targets:
        if target.indicator == indicator.id and target.agreed.words:
            of = f"{target.label}, {target.area}" if target.area else target.label
            periods.setdefault(target.agreed.words, []).append(of)
    return " ".join(f"{'; '.join(labels)}: {words}" for words, labels in periods.items())
