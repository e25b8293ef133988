"""A figure stands once: where pages show the same figure, one cell holds it and all others follow that cell.

So whoever edits it edits it everywhere. The one that holds it is the first, from page to page and from row to row, of
those in a table that rates, else the first of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbook_builder.live.following import Same
from workbook_builder.live.references import RATING, Ref, Role, RowId
from workbook_builder.pages.blocks import Cell, Fact, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.values import Value


@dataclass(frozen=True, slots=True)
class _Statement:
    """Where a fact is stated: in which row and column, in a table that rates or not, and what the cell shows."""

    row: RowId
    column: int
    rates: bool
    shows: Value


@dataclass(frozen=True, slots=True)
class _Changed:
    """What becomes of the cells of a row, by column: the roles that they play for others, or whom they follow."""

    held: dict[int, Role] = field(default_factory=dict)
    following: dict[int, Ref] = field(default_factory=dict)


def stated_once(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages in order, with cells that follow where the figure stands already."""
    changed: dict[RowId, _Changed] = {}
    for fact, statements in _statements(pages).items():
        for alike in _alike(statements):
            _share(fact, alike, changed)
    return tuple(_page(page, changed) for page in pages)


def _statements(pages: Iterable[Page]) -> Mapping[Fact, list[_Statement]]:
    """Where each fact is stated more than once."""
    found: dict[Fact, list[_Statement]] = {}
    for table in (table for page in pages for table in page.tables):
        rates = any(column.role == RATING.name for column in table.columns)
        for row in table.rows:
            for n, cell in enumerate(row.cells):
                if cell.fact is not None:
                    found.setdefault(cell.fact, []).append(_Statement(row.id, n, rates, cell.value))
    return {fact: statements for fact, statements in found.items() if len(statements) > 1}


def _alike(statements: Sequence[_Statement]) -> Iterator[list[_Statement]]:
    """Those that show the same: only they can follow each other."""
    values = list(dict.fromkeys(one.shows for one in statements))
    return ([one for one in statements if one.shows == value] for value in values)


def _share(fact: Fact, alike: Sequence[_Statement], changed: dict[RowId, _Changed]) -> None:
    """Let all but the one that holds the figure follow that."""
    home = next((one for one in alike if one.rates), alike[0])
    role = Role(f"stated {fact[0].name}", " ".join((fact[0].when, *fact[1])))
    for one in alike if len(alike) > 1 else ():
        mine = changed.setdefault(one.row, _Changed())
        if one is home:
            mine.held[one.column] = role
        else:
            mine.following[one.column] = Ref(home.row, role)


def _page(page: Page, changed: Mapping[RowId, _Changed]) -> Page:
    blocks = (_table(block, changed) if isinstance(block, Table) else block for block in page.blocks)
    return replace(page, blocks=tuple(blocks))


def _table(table: Table, changed: Mapping[RowId, _Changed]) -> Table:
    if not any(row.id in changed for row in table.rows):
        return table
    groups = (
        replace(group, rows=tuple(_row(row, changed[row.id]) if row.id in changed else row for row in group.rows))
        for group in table.groups
    )
    return replace(table, groups=tuple(groups))


def _row(row: Row, changed: _Changed) -> Row:
    held, following = changed.held, changed.following
    cells = (_following(cell, following[n]) if n in following else cell for n, cell in enumerate(row.cells))
    roles = ((*mine, held[n]) if n in held else mine for n, mine in enumerate(row.roles))
    return replace(row, cells=tuple(cells), roles=tuple(roles))


def _following(cell: Cell, home: Ref) -> Cell:
    return cell._replace(live=Same(home))
