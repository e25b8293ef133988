"""A new form of output, as anybody might add it to `outputs/`: pages as Markdown.

It needs the blocks of pages and the words that all outputs share, and nothing else of the package, as a test checks.
"""

from __future__ import annotations

from workbook_builder.live.references import PageRef
from workbook_builder.outputs.prose import heading_of, plain, text_of
from workbook_builder.pages.blocks import Block, Cell, Chart, Column, Heading, Imprint, Paragraph, Table
from workbook_builder.pages.publication import Page, Publication


def as_markdown(publication: Publication) -> str:
    """Every page under its name, every row as a row of a table, links to pages as links."""
    return f"# {publication.title}\n" + "".join(map(_page, publication.pages))


def _page(page: Page) -> str:
    return f"\n## {page.name}\n\n{page.standing}\n\n" + "\n\n".join(map(_block, page.blocks)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"### {text}"
        case Paragraph():
            return plain(block.said(is_live=False))
        case Imprint(titles, facts):
            return "  \n".join((*titles, *facts))
        case Chart(title, finding):
            return f"*{title}*: {finding}"
        case Table():
            return _table(block)
    return "\n".join(f"- **{term}**: {meaning}" for term, meaning in block.rows)


def _table(table: Table) -> str:
    rows = [[_cell(*pair) for pair in zip(row.cells, table.columns, strict=False)] for row in table.rows]
    lines = [list(map(heading_of, table.columns)), ["---"] * len(table.columns), *rows]
    return f"### {table.title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(cell: Cell, column: Column) -> str:
    text = text_of(cell, column).replace("\n", " ")
    return f"[{text}](#{cell.link.page})" if isinstance(cell.link, PageRef) else text
