"""A figure stands once: where pages show the same figure, one cell holds it and all others follow that cell.

So whoever edits it edits it everywhere. The one that holds it is the first, from page to page and from row to row, of
those in a table that rates, else the first of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbook_builder.live.following import Same
from workbook_builder.live.references import RATING, Ref, Role, RowId
from workbook_builder.pages.blocks import Cell, Fact, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.values import Value

_Stated = tuple[Fact, Value]
"""A fact and what a cell shows of it: only cells that show the same can follow each other."""
_Place = tuple[RowId, int]
"""A row and its column, counted from 0."""


@dataclass(frozen=True)
class _Homes:
    """The cells that hold what others show: by what they state, and those of each row by column."""

    by_stated: Mapping[_Stated, _Place]
    by_row: Mapping[RowId, Mapping[int, Role]]


def stated_once(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages in order, with cells that follow where the figure stands already."""
    homes = _homes(pages)
    return tuple(_page(page, homes) if homes.by_row else page for page in pages)


def _homes(pages: Sequence[Page]) -> _Homes:
    rated: dict[_Stated, _Place] = {}
    others: dict[_Stated, _Place] = {}
    shared: set[_Stated] = set()
    for table in (table for page in pages for table in page.tables):
        homes = rated if any(column.role == RATING.name for column in table.columns) else others
        for stated, place in _statements(table):
            if stated in rated or stated in others:
                shared.add(stated)
            homes.setdefault(stated, place)
    found = {stated: rated.get(stated) or others[stated] for stated in shared}
    by_row: dict[RowId, dict[int, Role]] = {}
    for (fact, _), (row, column) in found.items():
        by_row.setdefault(row, {})[column] = _role(fact)
    return _Homes(found, by_row)


def _statements(table: Table) -> Iterator[tuple[_Stated, _Place]]:
    for row in table.rows:
        for n, cell in enumerate(row.cells):
            if cell.fact:
                yield (cell.fact, cell.value), (row.id, n)


def _role(fact: Fact) -> Role:
    """What the cell that holds a fact is to those that follow it."""
    return Role("stated", " ".join(fact))


def _page(page: Page, homes: _Homes) -> Page:
    blocks = (_table(block, homes) if isinstance(block, Table) else block for block in page.blocks)
    return replace(page, blocks=tuple(blocks))


def _table(table: Table, homes: _Homes) -> Table:
    if not any(cell.fact for row in table.rows for cell in row.cells):
        return table
    groups = (replace(group, rows=tuple(_row(row, homes) for row in group.rows)) for group in table.groups)
    return replace(table, groups=tuple(groups))


def _row(row: Row, homes: _Homes) -> Row:
    """The row: what it holds for others plays a role more, what others hold follows them."""
    cells = tuple(_cell(cell, (row.id, n), homes) for n, cell in enumerate(row.cells))
    held = homes.by_row.get(row.id)
    if held:
        roles = tuple((*mine, held[n]) if n in held else mine for n, mine in enumerate(row.roles))
        return replace(row, cells=cells, roles=roles)
    return replace(row, cells=cells) if cells != row.cells else row


def _cell(cell: Cell, place: _Place, homes: _Homes) -> Cell:
    home = homes.by_stated.get((cell.fact, cell.value)) if cell.fact else None
    if home is None or home == place or cell.fact is None:
        return cell
    return cell._replace(live=Same(Ref(home[0], _role(cell.fact))))
