"""What the builder itself writes on pages of commentary: nothing that somebody typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workbook_builder.commands.collect.copies import plain
from workbook_builder.inputs.edition import Status
from workbook_builder.outputs.prose import heading_of, text_of
from workbook_builder.pages import make_pages
from workbook_builder.pages.blocks import Paragraph, Table
from workbook_builder.pages.publication import Page
from workbook_builder.scorecards import Scorecard

_FEW_WORDS = 3


@dataclass(frozen=True)
class OwnWords:
    """The words of some pages; a paragraph may have been cut into lines anywhere, as a sheet does."""

    pages: tuple[Page, ...]

    def __contains__(self, text: object) -> bool:
        """Whether a text, in plain words, is one of ours."""
        return text in self._texts or any(_is_line(str(text), paragraph) for paragraph in self._paragraphs)

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(plain(text) for page in self.pages for text in _texts(page))

    @cached_property
    def _paragraphs(self) -> tuple[str, ...]:
        blocks = (block for page in self.pages for block in page.blocks if isinstance(block, Paragraph))
        return tuple(plain(block.said(is_live=True)) for block in blocks)


def own_words(scorecard: Scorecard) -> OwnWords:
    """What stands on its pages of commentary, whether the edition is a draft or final."""
    either = (replace(scorecard, edition=replace(scorecard.edition, status=status)) for status in Status)
    pages = (page for one in either for page in make_pages(one).pages)
    return OwnWords(tuple(page for page in pages if page.kind == "commentary"))


def _texts(page: Page) -> Iterator[str]:
    yield from (page.title, page.standing, page.way_back, page.beside)
    for table in (block for block in page.blocks if isinstance(block, Table)):
        yield from (table.title, *map(heading_of, table.columns))
        yield from (group.title for group in table.groups)
        for row in table.rows:
            yield from (text_of(cell, column) for cell, column in zip(row.cells, table.columns, strict=False))


def _is_line(text: str, paragraph: str) -> bool:
    """Whether a text is a line of a paragraph: whole words of it, and more than a few unless they begin or end it."""
    is_part = f" {text} " in f" {paragraph} "
    is_edge = paragraph.startswith(text) or paragraph.endswith(text)
    return is_part and (is_edge or len(text.split()) > _FEW_WORDS)
