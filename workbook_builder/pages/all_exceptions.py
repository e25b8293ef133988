"""The kind of page `all_exceptions`: every line of the lists of exceptions, for which one side has no room."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.pages.blocks import Block, Column, Paragraph, Table
from workbook_builder.pages.exception_lists import ExceptionLists, rated_headings
from workbook_builder.pages.exceptions import notes_on
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.exceptions import find_exceptions
from workbook_builder.scorecards.model import ScorecardPage

_STATIC = Paragraph("The lists are of the edition as it was built.")


def make(setting: Setting, page: ScorecardPage) -> Page:
    """One table with a group for each list, whatever the exceptions page has room for."""
    found = find_exceptions(setting.scorecard)

    def blocks() -> Iterator[Block]:
        yield _STATIC
        yield from notes_on(found)
        lists = ExceptionLists(setting, page.name, found)
        if nothing := lists.nothing():
            yield Paragraph(nothing)
        columns = (
            Column(("Indicator",), "title"),
            *(Column((text,), kind) for text, kind in rated_headings("Remark")),
        )
        groups = tuple(lists.groups())
        if groups:
            yield Table("all", "Every exception", columns, groups, page.name)

    return setting.page(page, blocks())
