"""The kind of page `all_changes`: the changes that are so frequent that the page of changes only counts them."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Block, Paragraph
from workbook_builder.pages.changes import FREQUENT, list_of, notes_of
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.changes import find_changes
from workbook_builder.scorecards.model import ScorecardPage


def make(setting: Setting, page: ScorecardPage) -> Page:
    """One table of them, each linked to its row; or why there is nothing to compare with."""

    def blocks() -> Iterator[Block]:
        previous = setting.scorecard.previous
        yield from map(Paragraph, notes_of(setting.scorecard))
        if previous:
            changes = find_changes(previous, setting.scorecard)
            yield list_of(setting, page.name, previous.edition, {kind: changes[kind] for kind in FREQUENT})

    return setting.page(page, blocks())
