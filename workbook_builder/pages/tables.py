"""The kind of page `tables`: the tables of one area, each with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbook_builder.pages.blocks import Group, Row, Table
from workbook_builder.pages.columns import makers_of
from workbook_builder.pages.columns.maker import ColumnMaker, Playing, RowRefs, playing
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting, row_id
from workbook_builder.pages.values import MARK
from workbook_builder.periods import Period
from workbook_builder.scorecards import model
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.specs.pages import CommentaryPage


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A table after the other; beside the way back one to what is said of its rows."""
    tables = (_table(setting.scorecard, page, table) for table in page.tables)
    return setting.page(page, tables, beside=_commentary_on(setting.scorecard, page))


def table_name(page: ScorecardPage, table: model.Table) -> str:
    """The name by which the formulas of users find a table."""
    return f"{page.name}_{table.spec.id}"


def _table(scorecard: Scorecard, page: ScorecardPage, table: model.Table) -> Table:
    rows = _Rows(page.name, table.spec.id, makers_of(table, scorecard.catalogue))
    return Table(
        id=table.spec.id,
        title=table.spec.title,
        columns=tuple(maker.column for maker in rows.makers),
        groups=tuple(Group(group.team, tuple(map(rows.row, group.rows))) for group in table.groups),
        name=table_name(page, table),
        notes=tuple(_notes(table)),
        area=table.area.name,
    )


def _notes(table: model.Table) -> Iterator[str]:
    """What the spec says of the table, the legend of its mark, what its figures call for."""
    yield from table.spec.notes
    if table.small_limit is not None:
        moves = "so that one more or less moves the figure by much"
        yield f"{MARK} Rated on a denominator under {table.small_limit}, {moves}."
    yield from table.notes


@dataclass(frozen=True)
class _Rows:
    """Makes the rows of one table."""

    page: str
    table: str
    makers: Sequence[ColumnMaker]
    playing: dict[tuple[Period, Period, Period], Playing] = field(default_factory=dict)

    def row(self, row: model.Row) -> Row:
        """A row, each cell as its column makes it."""
        refs = RowRefs(row_id(self.page, self.table, row.indicator, row.place), row, self._played(row))
        return Row(refs.id, tuple([maker.cell(row, refs) for maker in self.makers]), refs.playing.by_column)

    def _played(self, row: model.Row) -> Playing:
        """Who plays what: the same in all rows that are equally recent."""
        recent = row.latest, row.year, row.judged_by
        if recent not in self.playing:
            self.playing[recent] = playing(self.makers, row)
        return self.playing[recent]


def _commentary_on(scorecard: Scorecard, page: ScorecardPage) -> str:
    """The first page of commentary that says something of the page's rows, "" where none does."""
    if not (said := scorecard.sections_on.get(page.name)):
        return ""
    pages = ((other.name, other.spec) for other in scorecard.pages)
    sections = ((name, spec.sections) for name, spec in pages if isinstance(spec, CommentaryPage))
    return next((name for name, some in sections if any((s.page, s.title) in said for s in some)), "")
