"""The notes of a publication, each once and numbered as they first stand: what is said below its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbook_builder.outputs.accessible.words import spoken
from workbook_builder.pages.blocks import Cell, Paragraph, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.values import MARK, PROVISIONAL_MARK

MARKS = (MARK, PROVISIONAL_MARK)
"""The signs behind a figure that refer to a note."""

_BEGIN = {MARK: MARK, PROVISIONAL_MARK: f"{PROVISIONAL_MARK} Provisional"}
"""How the texts begin that explain them."""

_SPLIT = re.compile(f"({'|'.join(map(re.escape, MARKS))})")
_OTHERWISE = {
    MARK: "Rated on a small denominator, so that one more or less moves the figure by much.",
    PROVISIONAL_MARK: "Provisional: the figure may change.",
}


@dataclass(frozen=True)
class Notes:
    """Notes by their numbers, by each sign those that explain it, and the pages on which each stands."""

    numbers: dict[str, int]
    legends: dict[str, tuple[str, ...]]
    pages: dict[str, tuple[str, ...]]

    def marker(self, texts: Iterable[str]) -> str:
        """`[note 1] [note 4]`, "" for no notes."""
        found = sorted(dict.fromkeys(self.numbers[text] for text in texts))
        return " ".join(f"[note {number}]" for number in found)

    def explaining(self, sign: str, own: Iterable[str]) -> tuple[str, ...]:
        """The notes that explain a sign: those of its own table and page, else of all."""
        return tuple(legends_of(sign, own)) or self.legends.get(sign, ())

    def said(self, text: str) -> str:
        """A text in which a sign of figures is the marker of its notes."""
        parts = _SPLIT.split(text)
        return " ".join(filter(None, (self._marked(part) or spoken(part) for part in parts)))

    def words(self, note: str) -> str:
        """The text of a note without the sign that it begins with."""
        sign = next((sign for sign, beginning in _BEGIN.items() if note.startswith(beginning)), "")
        said = self.said(note.removeprefix(sign))
        return said[:1].upper() + said[1:]

    def _marked(self, part: str) -> str:
        """What stands for a sign; "" for what is none."""
        if part not in MARKS:
            return ""
        return self.marker(self.legends[part]) or "so"


def notes_of(pages: Iterable[Page]) -> Notes:
    """The notes of some pages."""
    numbers: dict[str, int] = {}
    legends: dict[str, dict[str, None]] = {sign: {} for sign in MARKS}
    signs: set[str] = set()
    standing: dict[str, dict[str, None]] = {}
    for page in pages:
        for text in texts_of(page):
            numbers.setdefault(text, len(numbers) + 1)
            standing.setdefault(text, {})[page.name] = None
            for sign in MARKS:
                legends[sign].update(dict.fromkeys(legends_of(sign, [text])))
        signs |= set(_signs(page.tables))
    for sign in (sign for sign in MARKS if sign in signs and not legends[sign]):
        numbers.setdefault(_OTHERWISE[sign], len(numbers) + 1)
        legends[sign][_OTHERWISE[sign]] = None
    found = {sign: tuple(texts) for sign, texts in legends.items()}
    return Notes(numbers, found, {text: tuple(names) for text, names in standing.items()})


def texts_of(page: Page) -> Iterator[str]:
    """What is a note: what stands below tables with rows, and what explains a sign."""
    yield from legend_paragraphs(page)
    yield from (note for table in page.tables for note in table.notes)


def legend_paragraphs(page: Page) -> list[str]:
    """The paragraphs of a page that explain a sign."""
    texts = (block.said(is_live=False) for block in page.blocks if isinstance(block, Paragraph))
    return [text for text in texts if any(map(text.startswith, _BEGIN.values()))]


def legends_of(sign: str, texts: Iterable[str]) -> Iterator[str]:
    """Those texts that explain a sign."""
    return (text for text in texts if text.startswith(_BEGIN[sign]))


def signs_of(cell: Cell) -> list[str]:
    """The signs that stand behind a cell's figure."""
    return [sign for sign in MARKS if sign in cell.marks]


def _signs(tables: Iterable[Table]) -> Iterator[str]:
    return (sign for table in tables for row in table.rows for cell in row.cells for sign in signs_of(cell))
