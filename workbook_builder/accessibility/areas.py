"""Rectangles of cells. Rows and columns count from 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbook_builder.addresses import address

Position = tuple[int, int]
"""The row and the column of a cell."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, position: Position) -> bool:
        row, column = position
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def positions(self) -> Iterator[Position]:
        """The place of each of its cells, row after row."""
        columns = range(self.left, self.right + 1)
        return ((row, column) for row in range(self.top, self.bottom + 1) for column in columns)

    def touches(self, other: Area) -> bool:
        """Whether the two overlap or have no row and no column between them."""
        beside = self.left <= other.right + 1 and other.left <= self.right + 1
        return beside and self.top <= other.bottom + 1 and other.top <= self.bottom + 1

    @property
    def address(self) -> str:
        """`A1:C5`, or `A1` for a single cell."""
        first, last = address(self.top, self.left), address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


def joined(areas: Iterable[Area]) -> list[Area]:
    """Neighbours as one: first those side by side in the same rows, then those one below the other."""
    across: list[Area] = []
    for area in sorted(dict.fromkeys(areas), key=lambda one: (one.top, one.bottom, one.left)):
        last = across[-1] if across else None
        if last and (last.top, last.bottom, last.right + 1) == (area.top, area.bottom, area.left):
            across[-1] = Area(last.top, last.left, last.bottom, area.right)
        else:
            across.append(area)
    down: list[Area] = []
    for area in sorted(across, key=lambda one: (one.left, one.right, one.top)):
        last = down[-1] if down else None
        if last and (last.left, last.right, last.bottom + 1) == (area.left, area.right, area.top):
            down[-1] = Area(last.top, last.left, area.bottom, last.right)
        else:
            down.append(area)
    return sorted(down, key=lambda one: (one.top, one.left))
