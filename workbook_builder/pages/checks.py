"""The kind of page `checks`: what looks implausible, whether somebody has accepted it, and where it stands."""

from __future__ import annotations

from workbook_builder.findings import Finding
from workbook_builder.live.references import PageRef, Ref
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import ScorecardPage

_HEADINGS = (
    *("Rule", "Page", "Indicator", "Area or team", "Period"),
    *("Found", "Expected", "Difference", "Status", "Stands in"),
)
_NONE = "No warning: every rule was applied, and none found anything."


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each finding, with a link to the row it is about."""
    rows = tuple(_row(setting, finding) for finding in setting.scorecard.findings)
    columns = tuple(Column((heading,), "text") for heading in _HEADINGS)
    return setting.page(page, [Table("checks", page.title, columns, (Group("", rows),), name="Checks", empty=_NONE)])


def _row(setting: Setting, found: Finding) -> Row:
    status = f"accepted: {found.accepted}" if found.accepted else "open"
    cells = (
        Cell(found.rule),
        Cell(found.page, link=_where(setting, found)),
        Cell(f"{found.indicator} {found.title}"),
        *map(Cell, (found.place, found.period, found.found, found.expected, found.difference, status, found.where)),
    )
    return Row((), cells)


def _where(setting: Setting, found: Finding) -> Ref | PageRef:
    """The row that a finding is about; the page where it is about none."""
    row = setting.rows.get(found.page, {}).get((found.indicator, found.place))
    return Ref(row) if row else PageRef(found.page)
