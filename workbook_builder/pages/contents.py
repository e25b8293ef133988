"""The kind of page `contents`: every page and table, as links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder.live.references import PageRef, TableRef
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards import model
from workbook_builder.scorecards.model import ScorecardPage

_NAMES = Column(("Page",), "title"), Column(("Title",), "title")
_Heading = tuple[str, int]
"""The title of a table, and how many of the same page before it have that, too."""


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each other page, a column for the tables of each title: their latest period leads to them."""
    others = [one for one in setting.scorecard.pages if one is not page]
    headings = list(dict.fromkeys(heading for one in others for heading in _tables(one)))
    columns = (*_NAMES, *(Column((title,), "text") for title, _ in headings))
    rows = tuple(Row((), tuple(_cells(one, headings))) for one in others)
    return setting.page(page, [Table("contents", page.title, columns, (Group("", rows),))])


def _tables(page: ScorecardPage) -> dict[_Heading, model.Table]:
    titles = [table.spec.title for table in page.tables]
    return {(title, titles[:n].count(title)): page.tables[n] for n, title in enumerate(titles)}


def _cells(page: ScorecardPage, headings: Sequence[_Heading]) -> Iterator[Cell]:
    yield Cell(page.printed_name, link=PageRef(page.name))
    yield Cell(page.title)
    for table in map(_tables(page).get, headings):
        yield Cell(table.latest.label, link=TableRef(page.name, table.spec.id)) if table else Cell(None)
