"""A text in parts: words as they are, and figures of its row that it leaves to the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cited:
    """A figure of the row that a text leaves to its table: which (`value`), in words ("" where the row has none), and
    the place as it was `written`: `{value}`.
    """

    name: str
    words: str
    written: str


Part = str | Cited
