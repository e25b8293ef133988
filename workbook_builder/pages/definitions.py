"""The kind of page `definitions`: what each indicator counts and, where that is stated, how its targets were set."""

from __future__ import annotations

from collections.abc import Sequence

from workbook_builder.pages.indicator_lists import indicator_list
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.specs.catalogue import Indicator

_MOST = 3  # periods that are named one by one


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
    """`2017-18: Last year's outturn. Agreed by …`; what is said of several is said once."""
    said: dict[tuple[str, str], list[str]] = {}
    for target in scorecard.targets:
        if target.indicator == indicator.id and target.agreed.words:
            said.setdefault((target.area, target.agreed.words), []).append(target.label)
    return " ".join(f"{_when(area, labels)}: {words}" for (area, words), labels in said.items())


def _when(area: str, labels: Sequence[str]) -> str:
    """`2017-18`, `2017-18; 2018-19`, `Feb-17 to Feb-18`, `2017-18, Ashford`."""
    periods = f"{labels[0]} to {labels[-1]}" if len(labels) > _MOST else "; ".join(labels)
    return f"{periods}, {area}" if area else periods
