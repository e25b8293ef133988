"""What a cell may say. Outputs take these words from here, so that they need to know neither inputs nor rules."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.inputs.figures import Figure, Missing, Number, Withheld
from workbook_builder.live.references import Ref
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.rating.trend import Direction
from workbook_builder.scorecards.provisional import PROVISIONAL_MARK

MARK = "\ufffc"
"""The place, in a text or behind a number, of the mark of figures that are rated on few: each output has its own."""

TICK = "\ufffa"
"""The same of a tick."""

__all__ = [
    "MARK",
    "PROVISIONAL_MARK",
    "TICK",
    "Absent",
    "Direction",
    "Draft",
    "Figure",
    "Missing",
    "Number",
    "Points",
    "Rag",
    "Said",
    "Signed",
    "Total",
    "Travel",
    "Value",
    "Withheld",
]


@dataclass(frozen=True, slots=True)
class Signed:
    """A change, or how many are lacking: printed with its sign."""

    number: int


@dataclass(frozen=True, slots=True)
class Points:
    """The figures that a small line is drawn over, and where they stand."""

    refs: tuple[Ref, ...]
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was made from the figures and that nobody has replaced."""

    text: str


@dataclass(frozen=True, slots=True)
class Total:
    """What the last line of a table sums up, in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Absent:
    """What stands in the place of something: `none`, an id where there is no code."""

    text: str


Said = Draft | Total | Absent
Value = str | bool | int | Number | Missing | Withheld | Rag | Travel | Direction | Signed | Points | Said | None
"""`True` is a tick; None says nothing."""
