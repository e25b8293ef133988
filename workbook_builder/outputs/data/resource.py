"""A file of the data output: its fields, what they mean, and its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from workbook_builder.outputs.prose import plain
from workbook_builder.pages.blocks import Cell
from workbook_builder.pages.publication import Publication
from workbook_builder.pages.values import Absent, Draft, Missing, Number, Signed, Total, Value, Withheld

_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_AVAILABLE = "N/A"  # which pandas and polars read as nothing

Line = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its type in Frictionless' words, and what it says."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A table: its key are the fields that no two rows have alike, () where there are none."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[Line, ...]
    key: tuple[str, ...] = ()

    @property
    def ordered(self) -> list[Line]:
        """The rows, first those in which a field has its first value: by these programs guess what it holds."""
        firsts = (next((n for n, row in enumerate(self.rows) if row.get(f.name)), 0) for f in self.fields)
        first = sorted(set(firsts))
        others = (row for n, row in enumerate(self.rows) if n not in first)
        return [*(self.rows[n] for n in first), *others]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"


def edition_of(publication: Publication) -> str:
    """`2024-11`; "" for what is of no edition."""
    return dict(publication.properties).get("Edition", "").partition(" ")[0]


def text(words: str) -> str:
    """A text; an apostrophe stands before what Excel, opening the file, would take for a formula."""
    return f"'{words}" if words.lstrip("'").startswith(_LIKE_A_FORMULA) else words


def number(value: Value) -> str | None:
    """A number as displayed, without separators of thousands; None for everything else.

    A whole one has a decimal, too: programs guess from the first lines whether a column has any.
    """
    match value:
        case Number():
            return f"{value.shown:f}" if value.decimals > 0 else f"{value.shown:f}.0"
        case Signed(figure):
            return str(figure)
        case bool():
            return None
        case int():
            return str(value)
    return None


def status(value: Value) -> str | None:
    """`shown` or `provisional` for a number, the reason where it is missing; None where nothing is stated."""
    match value:
        case Number():
            return "provisional" if value.is_provisional else "shown"
        case Missing() | Withheld():
            return _spelled(value)
    return None


def word(value: Value) -> str | None:
    """A rating, direction, tick or text; None for nothing and for numbers."""
    match value:
        case bool():
            return "true" if value else "false"
        case None | Number() | Signed() | int():
            return None
        case Draft(words) | Total(words) | Absent(words):
            return text(plain(words))
        case str():
            return text(plain(value))
        case Enum():
            return _spelled(value)
    return None


def said(cell: Cell) -> str | None:
    """What a cell of any kind says: its number, or its words."""
    return number(cell.value) or word(cell.value)


def _spelled(value: Enum) -> str:
    """The printed word, in full where programs would read it as nothing."""
    printed = str(value.value)
    return value.name.lower().replace("_", " ") if printed == _NOT_AVAILABLE else printed
