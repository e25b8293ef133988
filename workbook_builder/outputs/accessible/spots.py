"""Where everything stands in an accessible workbook, for those who read a finished one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbook_builder.live.references import Role, RowId
from workbook_builder.outputs.accessible.book import sheets_of
from workbook_builder.outputs.accessible.places import Spot
from workbook_builder.outputs.accessible.sheets import Placed, placed
from workbook_builder.pages.publication import Publication

_NAMES = 3
"""The columns that may name a row: what it is about, its area, its team."""


@dataclass(frozen=True)
class Layout:
    """What is to stand where: `texts` in all cells, those of `labels` to know rows and columns by.

    `cells` are the cells of rows, by the row's id and the role that a cell plays.
    """

    texts: dict[Spot, str | int | float]
    labels: frozenset[Spot]
    cells: tuple[tuple[RowId, Role, Spot], ...]


def layout_of(publication: Publication, with_commentary: bool = True) -> Layout:
    """Where the workbook of a publication has what."""
    sheets = sheets_of(publication, with_commentary)
    texts: dict[Spot, str | int | float] = {}
    for sheet in sheets:
        lines = (sheet.title, sheet.said, *(line.text for line in sheet.lines))
        texts |= {(sheet.name, row, 0): text for row, text in enumerate(lines)}
        for one in placed(sheet):
            texts |= dict(_texts(sheet.name, one))
    tables = [(sheet.name, one) for sheet in sheets for one in placed(sheet) if any(map(_is_row, one.listing.rows))]
    labels = frozenset(spot for name, one in tables for spot in _labels(name, one))
    return Layout(texts, labels, tuple(cell for name, one in tables for cell in _cells(name, one)))


def _is_row(entries: object) -> bool:
    return any(id[0] == "row" for id in getattr(entries, "ids", ()))


def _texts(sheet: str, one: Placed) -> Iterator[tuple[Spot, str | int | float]]:
    for row, line in enumerate(one.listing.lines, one.top):
        yield (sheet, row, 0), line.text
    for column, heading in enumerate(one.listing.headings):
        yield (sheet, one.heading, column), heading.text
    for row, entries in enumerate(one.listing.rows, one.heading + 1):
        for column, entry in enumerate(entries.cells):
            yield (sheet, row, column), entry.value


def _labels(sheet: str, one: Placed) -> Iterator[Spot]:
    headings = one.listing.headings
    yield from ((sheet, one.heading, column) for column in range(len(headings)))
    names = [n for n, heading in enumerate(headings[:_NAMES]) if n == 0 or heading.text in ("Area", "Team", "Group")]
    for row in range(one.heading + 1, one.last + 1):
        yield from ((sheet, row, column) for column in names)


def _cells(sheet: str, one: Placed) -> Iterator[tuple[RowId, Role, Spot]]:
    for row, entries in enumerate(one.listing.rows, one.heading + 1):
        for id in entries.ids:
            for role, column in entries.columns.items() if id[0] == "row" else ():
                yield id, role, (sheet, row, column)
