"""The texts of a page outside its tables: titles, notes, keys, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from workbook_builder.audit.cell_text import words
from workbook_builder.audit.printed import PrintedPage
from workbook_builder.outputs.marking import marked
from workbook_builder.outputs.xlsx.drawing import in_words
from workbook_builder.outputs.xlsx.placing import TERM_HEADINGS
from workbook_builder.outputs.xlsx.policies import policy_of
from workbook_builder.pages.blocks import Block, Chart, Heading, Imprint, Paragraph, Table, Terms
from workbook_builder.pages.publication import DRAFT, Page
from workbook_builder.pages.values import Rag, Travel
from workbook_builder.problems import quoted
from workbook_builder.styles import Looks


def lost_texts(page: Page, printed: PrintedPage, looks: Looks) -> Iterator[tuple[str, str]]:
    """The texts of ours that the sheet does not have, each with the nearest that it has.

    A long text stands in several cells, a line in each; one that is said twice stands there twice.
    """
    free = list(printed.texts)
    lost = []
    for text in (words(marked(text, looks)) for text in _texts(page, looks)):
        lines = _lines_of(text, free)
        del free[lines.start : lines.stop]
        if text and not lines:
            lost.append(text)
    for text in lost:
        near = get_close_matches(text, free, 1)
        yield text, quoted(near[0]) if near else "no such text"


def _lines_of(text: str, cells: Sequence[str]) -> range:
    """The neighbouring cells that make a text together; none where there are no such cells."""
    for first, line in enumerate(cells):
        last, joined = first + 1, line
        while last < len(cells) and len(joined) < len(text) and text.startswith(joined):
            joined, last = f"{joined} {cells[last]}", last + 1
        if joined == text:
            return range(first, last)
    return range(0)


def _texts(page: Page, looks: Looks) -> Iterator[str]:
    has_imprint = any(isinstance(block, Imprint) for block in page.blocks)
    ways = (page.way_back, page.beside)
    yield from filter(None, ways if has_imprint else (page.title, page.standing, *ways))
    for block in page.blocks:
        yield from filter(None, _said(block, page, looks))


def _said(block: Block, page: Page, looks: Looks) -> Iterator[str]:
    match block:
        case Imprint():
            yield from (*block.titles, *([DRAFT] if page.is_draft else []), *block.facts)
        case Heading(text):
            yield text
        case Paragraph():
            if not block.is_provenance:
                yield block.said(is_live=True)
        case Terms(rows):
            yield from TERM_HEADINGS
            for term, meaning in rows:
                yield _term(term, looks)
                yield meaning
        case Chart():
            yield "" if block.beside else block.finding  # beside its table a live cell says it
        case Table():
            yield from block.notes
            if policy_of(page.kind).is_titled:
                yield block.title
            if not any(block.rows):
                yield block.empty


def _term(term: str | Rag | Travel, looks: Looks) -> str:
    if isinstance(term, str):
        return marked(term, looks)
    return term.value if isinstance(term, Rag) else in_words(term, looks)
