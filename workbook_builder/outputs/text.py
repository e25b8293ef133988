"""The output `text`: pages as plain text, a line for each row and paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbook_builder.outputs.prose import goal_of, heading_of, plain, text_of
from workbook_builder.pages.blocks import (
    Block,
    Cell,
    Chart,
    Column,
    Group,
    Heading,
    Imprint,
    Paragraph,
    Row,
    Table,
    Terms,
)
from workbook_builder.pages.publication import DRAFT, Page, Publication

_BETWEEN = " | "


def as_text(publication: Publication) -> str:
    """All pages, each under its name."""
    return "\n".join([f"{publication.title}\n", *map(page_as_text, publication.pages)])


def page_as_text(page: Page) -> str:
    """A page: its title, what it is of, where it leads, then block after block with blank lines between."""
    ways = filter(None, (page.way_back, page.beside))
    top = "\n".join((f"{page.name}: {page.title}", page.standing, *(f"-> {way}" for way in ways)))
    blocks = ("\n".join(_lines(block, page)) for block in page.blocks)
    return "\n\n".join([top, *filter(None, blocks)]) + "\n"


def _lines(block: Block, page: Page) -> Iterable[str]:
    match block:
        case Imprint(titles, facts):
            return *titles, *([DRAFT] if page.is_draft else []), *facts
        case Heading(text):
            return [text.upper()]
        case Paragraph():
            return filter(None, [plain(block.said(is_live=False))])
        case Terms(rows):
            return (f"{plain(term if isinstance(term, str) else term.value)}: {meaning}" for term, meaning in rows)
        case Chart(title, finding):
            return [f"Chart: {title}: {finding}"]
        case Table():
            return _table(block)


def _table(table: Table) -> Iterator[str]:
    """Title, headings, and a line for each row; what a line is drawn of stands in its row already."""
    drawn = [n for n, column in enumerate(table.columns) if column.holds != "line"]
    yield table.title
    yield _BETWEEN.join(heading_of(table.columns[n]) for n in drawn)
    for group in table.groups:
        yield from _group(group)
        for row in group.rows:
            yield _row(row, table.columns, drawn)
    if table.empty and not any(table.rows):
        yield table.empty
    yield from map(plain, table.notes)


def _group(group: Group) -> Iterator[str]:
    if group.title:
        yield f"{group.title}: {len(group.rows)}" if group.is_counted else group.title


def _row(row: Row, columns: Iterable[Column], drawn: Iterable[int]) -> str:
    cells = dict(enumerate(zip(row.cells, columns, strict=False)))
    return _BETWEEN.join(_cell(*cells[n]) for n in drawn if n in cells).rstrip(f" {_BETWEEN}")


def _cell(cell: Cell, column: Column) -> str:
    """A cell on one line, with where it leads unless it says so itself."""
    text, goal = " ".join(text_of(cell, column).split()).replace("|", "¦"), cell.link and goal_of(cell.link)
    return f"{text} -> {goal}" if goal and goal != text else text
