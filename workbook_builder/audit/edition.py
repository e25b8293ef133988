"""The edition that a publication is compared with: its figures, and its pages as they were laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbook_builder.inputs import Inputs
from workbook_builder.live.references import RowId
from workbook_builder.outputs.xlsx import left_out
from workbook_builder.outputs.xlsx.drawing import arrows
from workbook_builder.outputs.xlsx.excerpts import fitted
from workbook_builder.pages import make_pages
from workbook_builder.pages.blocks import Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks


@dataclass(frozen=True)
class Edition:
    """An edition, what it was made from, and the style by which its arrows are read and its lists are cut."""

    scorecard: Scorecard
    inputs: Inputs
    looks: Looks

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """What its workbook says, page after page."""
        without = left_out(self.looks, self.scorecard.edition.is_draft)
        return tuple(fitted(page, self.looks) for page in make_pages(self.scorecard, without).pages)

    @cached_property
    def rows(self) -> Mapping[RowId, tuple[Page, Table, Group, Row]]:
        """Every row that others can find, with where it stands."""
        return {
            row.id: (page, table, group, row)
            for page in self.pages
            for table in page.tables
            for group in table.groups
            for row in group.rows
            if row.id
        }

    @cached_property
    def symbols(self) -> Mapping[str, Travel]:
        """What the style's arrows say."""
        return {symbol: travel for travel, symbol in arrows(self.looks).items()}
