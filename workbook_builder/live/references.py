"""References: who a row is and what its cells are to others, wherever an output puts them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, Protocol

from workbook_builder.periods import Period
from workbook_builder.rating.travel import Travel

RowId = tuple[str, ...]
"""Who a row is, for good: `("row", page, table, indicator, place)`, `("target", indicator, area, year)`."""


class Role(NamedTuple):
    """What a cell is to others: the `figure` of a period, the `target` of a year, the `rating`, the `title`."""

    name: str
    when: str = ""


class Ref(NamedTuple):
    """A cell of a row, by the role that it plays; without a role the place where the row begins."""

    row: RowId
    role: Role | None = None


class ColumnRef(NamedTuple):
    """All cells of a table that play a role."""

    page: str
    table: str
    role: str


class PageRef(NamedTuple):
    """A page, as the goal of a link."""

    page: str


class TableRef(NamedTuple):
    """A table of a page, as the goal of a link."""

    page: str
    table: str


Goal = Ref | PageRef | TableRef
"""Where a link leads."""


class Places(Protocol):
    """What an output that has addresses tells a rule, as they are seen from the cell in which the rule stands."""

    def cell(self, ref: Ref) -> str:
        """The address of a cell. Raises `LookupError` where no page shows it."""

    def found(self, ref: Ref) -> str | None:
        """An expression that finds a cell even where its table has been sorted; None where no page shows it."""

    def column(self, ref: ColumnRef) -> str:
        """The address of a column's cells. Raises `LookupError` where there is no such column."""

    def runs(self, refs: Iterable[Ref]) -> list[str]:
        """The addresses of cells, neighbours in a row or column as one. Raises `LookupError` as `cell` does."""

    def counted(self, refs: Iterable[Ref], text: str) -> list[str]:
        """Expressions that count how many of some cells hold a text, even where their tables have been sorted."""

    def spelled(self, travel: Travel) -> str:
        """How the output draws a direction of travel: its arrow."""


class Live(Protocol):
    """How a cell follows others; the value beside it is what that makes now."""

    def formula(self, at: Places) -> str:
        """The formula, once it is known where everything stands; "" where the cell keeps its value."""


@lru_cache(maxsize=1024)
def figure(period: Period) -> Role:
    """The role of a period's figure."""
    return Role("figure", str(period))


@lru_cache(maxsize=1024)
def target(year: Period) -> Role:
    """The role of a year's target."""
    return Role("target", str(year))


def step(period: Period) -> Role:
    """The role of a period's figure in a trend, which may stand elsewhere in the row too."""
    return Role("step", str(period))


TITLE, RATING, TRAVEL = Role("title"), Role("rating"), Role("travel")
