"""The pack: a publication as a document to be read from the front, of which `word` and `pdf` are made alike.

Both are given the same headings, texts and tables, so that no figure, word or note can differ between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from workbook_builder.pages.values import Rag


class Tone(Enum):
    """What a paragraph, or the text of a cell, is to its reader."""

    PLAIN = "plain"
    TITLE = "title"
    FACT = "fact"
    WARNING = "warning"
    STANDING = "standing"
    NOTE = "note"
    DRAFT = "draft"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 for a page; `anchor` is where links to it lead, a word of letters, digits and `_`."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in words; `rating` is what it is filled for, `goal` the anchor that it leads to."""

    text: str
    tone: Tone = Tone.PLAIN
    rating: Rag | None = None
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading below the words that it has in common with its neighbours, and its share of the width.

    The shares of a table come to 1.
    """

    heading: str
    group: str
    is_number: bool
    share: float


@dataclass(frozen=True, slots=True)
class Band:
    """A sub-heading of a table, over its whole width."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, what it is in a sentence, and rows of as many cells as columns. `size` is in points.

    `is_wide`: it needs a landscape page.
    """

    caption: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...] | Band, ...]
    size: float
    is_wide: bool = False

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """The words over neighbouring columns and over how many they stand; () where none has any."""
        runs: list[tuple[str, int]] = []
        for column in self.columns:
            is_same = bool(runs) and bool(column.group) and runs[-1][0] == column.group
            runs[-1:] = [(column.group, runs[-1][1] + 1)] if is_same else [*runs[-1:], (column.group, 1)]
        return tuple(runs) if any(text for text, _ in runs) else ()


Piece = Heading | Text | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the publication."""

    heading: Heading
    pieces: tuple[Piece, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its heading and those within it."""
        return (self.heading, *(piece for piece in self.pieces if isinstance(piece, Heading)))

    @property
    def is_wide(self) -> bool:
        """Whether any of its tables needs landscape pages."""
        return any(piece.is_wide for piece in self.pieces if isinstance(piece, Grid))


@dataclass(frozen=True, slots=True)
class Pack:
    """What stands on the front, then section after section."""

    front: tuple[Text, ...]
    sections: tuple[Section, ...]
