"""The kind of page `contents`: every page and table, as links."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.references import PageRef, TableRef
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import Scorecard, ScorecardPage

_COLUMNS = (Column(("Page",), "text"), Column(("Contents",), "text"), Column(("Latest period",), "label"))


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each table of another page, and one for each page without tables."""
    rows = tuple(_rows(setting.scorecard, page))
    return setting.page(page, [Table("contents", page.title, _COLUMNS, (Group("", rows),))])


def _rows(scorecard: Scorecard, contents: ScorecardPage) -> Iterator[Row]:
    for page in (page for page in scorecard.pages if page is not contents):
        name = Cell(page.printed_name, link=PageRef(page.name))
        for table in page.tables:
            title = Cell(table.spec.title, link=TableRef(page.name, table.spec.id))
            yield Row((), (name, title, Cell(table.latest.label)))
        if not page.tables:
            yield Row((), (name, Cell(page.title), Cell(None)))
