"""A table as its file has it, before its header is understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbook_builder.periods import Period

Place = tuple[int, int]
"""The number of a row, counted from 1, and the position of a cell in it, counted from 0."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows of text with their row numbers; those without text are left out.

    Of the cells of a workbook: `decimals` are those that a number is displayed with, None where its format leaves
    them open; `dates` are the periods that a date may stand for, the one that it is shown as first.
    """

    file: str
    rows: Sequence[tuple[int, Sequence[str]]]
    decimals: Mapping[Place, int | None] = field(default_factory=dict)
    dates: Mapping[Place, tuple[Period, ...]] = field(default_factory=dict)
