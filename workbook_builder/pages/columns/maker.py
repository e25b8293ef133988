"""A column before its table has rows: how it is headed, what it says of a row, which roles its cells play."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbook_builder.inputs.targets import Target
from workbook_builder.live.judging import Exact
from workbook_builder.live.references import Ref, Role, RowId, figure, step, target
from workbook_builder.pages.blocks import Cell, Column, Fact, Roles, Shows
from workbook_builder.pages.cells import in_parts
from workbook_builder.pages.columns.shares import share_met
from workbook_builder.pages.values import MARK
from workbook_builder.periods import Frequency, Period
from workbook_builder.scorecards.model import AnyYear, Row, Table
from workbook_builder.specs.columns import WhichYear
from workbook_builder.specs.model import Spec

Plays = Callable[[Row], tuple[Role, ...]]


@dataclass(frozen=True, slots=True)
class Playing:
    """The roles that a row's cells play, by column, and those of its trend up to the latest figure: `window`.

    `periods` are those of the window.
    """

    by_column: Roles
    all: frozenset[Role]
    window: tuple[Role, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class RowRefs:
    """References to what a row shows, and to nothing else: no rule can ask for a cell that no column has."""

    id: RowId
    row: Row
    playing: Playing

    def ref(self, role: Role) -> Ref | None:
        """The cell that plays a role, None where the row has none."""
        return Ref(self.id, role) if role in self.playing.all else None

    def figure(self, period: Period) -> Exact | None:
        """The figure of a period."""
        ref = self.ref(figure(period))
        return Exact.of_figure(ref, self.row.figure(period), self.row.indicator.decimals) if ref else None

    def target(self, stated: Target | None) -> Exact | None:
        """The cell of a target; None where there is none, too."""
        ref = self.ref(target(stated.year)) if stated else None
        return Exact.of_limit(ref, stated.target) if stated and ref else None

    def fact(self, role: Role) -> Fact | None:
        """What the row's cell states, which other tables may show too; what does not exist states nothing."""
        return (role, self.id[-2:]) if self.row.exists else None

    @property
    def window(self) -> tuple[Ref, ...]:
        """The figures of the trend and the latest one beside them, from left to right."""
        return tuple(Ref(self.id, role) for role in self.playing.window)


def nothing(row: Row) -> tuple[Role, ...]:
    """The roles of cells that no other asks for."""
    return ()


@dataclass(frozen=True, slots=True)
class ColumnMaker:
    """A column, the cell that it makes of a row, and the roles that this plays: the same in equally recent rows."""

    column: Column
    cell: Callable[[Row, RowRefs], Cell]
    plays: Plays = nothing

    def ending_trend(self) -> ColumnMaker:
        """The same column as the last of a trend: that of each row's latest period."""
        plays = self.plays
        return replace(self, plays=lambda row: (*plays(row), step(row.latest)))


def playing(makers: Sequence[ColumnMaker], row: Row) -> Playing:
    """Who plays what in a row, and in all that are equally recent. Of several that show one figure the last does."""
    taken: set[Role] = set()
    roles: list[tuple[Role, ...]] = []
    for maker in reversed(makers):
        roles.append(tuple(role for role in maker.plays(row) if role not in taken))
        taken.update(roles[-1])
    by_column = tuple(reversed(roles))
    window = tuple(role for mine in by_column for role in mine if role.name == "step")
    periods = tuple(row.latest.back(steps) for steps in range(len(window) - 1, -1, -1))
    return Playing(by_column, frozenset(taken), window, periods)


def dated_figures(column: Column, period: Period, *roles: Role) -> ColumnMaker:
    """A column of one period's figures; `roles` are those that they play beside that of its figure."""
    role = figure(period)
    played = (role, *roles)
    return ColumnMaker(column, lambda row, refs: measured(refs, period, role), lambda row: played)


def latest_figures(column: Column, table: Table, spec: Spec) -> ColumnMaker:
    """The column of a table's latest figures."""
    role = figure(table.latest)
    return ColumnMaker(column, lambda row, refs: latest_measured(table, refs, role, spec), lambda row: (role,))


def latest_measured(table: Table, refs: RowRefs, role: Role, spec: Spec, when: str = "") -> Cell:
    """A row's latest figure; one that is counted from ratings of the same page follows them."""
    return measured(refs, refs.row.latest, role, when)._replace(live=share_met(table, refs.id, refs.row, spec))


def measured(refs: RowRefs, period: Period, role: Role, when: str = "") -> Cell:
    """A period's figure, which plays a role; the latest is marked where it is rated on few."""
    row = refs.row
    mark = MARK if row.is_small and period == row.latest else ""
    return Cell(row.figure(period), mark=mark, when=when, fact=refs.fact(role))


def unheaded(row: Row, period: Period, table: Table) -> str:
    """The period of a figure as it is printed before it, where the row's are not those that the table is about."""
    return period.label if row.latest != table.latest else ""


def latest_group(table: Table) -> str:
    """`Latest Month: Nov-24`, over the measure and what it is made of."""
    return f"Latest {table.latest.frequency.noun}: {table.latest.label}"


def year_parts(table: Table, which: AnyYear) -> tuple[str, ...]:
    """For when a target or rating is, in its heading; of a termly table the term."""
    is_term = table.latest.frequency is Frequency.TERM and which is WhichYear.THIS
    return in_parts(table.latest) if is_term else (headed(table, which),)


def headed(table: Table, which: AnyYear) -> str:
    """For when the targets of a column are: a year or, where all of its targets are for it, a shorter period."""
    year = table.year_at(which)
    if which is WhichYear.THIS:
        labels = {target.label for row in table.rows if (target := row.target)}
        periods = {target.year.frequency for row in table.rows if (target := row.target)}
        if len(labels) == 1 and Frequency.YEAR not in periods:
            return labels.pop()
    return year.label


def shows_year(what: str, table: Table, which: AnyYear) -> Shows | None:
    """What a published scorecard has in place of a year's column; None where that is this year's by another name."""
    steps = table.year.year - table.year_at(which).year
    return Shows(what, steps) if steps or which is WhichYear.THIS else None
