"""What a reader can know as sums over unknown whole numbers, and what bounds follow from it, exactly.

A system is small data: unknowns by position, each with a least and a most value, and sums of some of them, each
times a whole number, with a least and a most. Bounds propagation narrows what each unknown can be: what it leaves
out is impossible; what it leaves is possible only where a world of whole numbers is shown (`worlds.py`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from workbook_builder.suppression.facts import Cell

MOST_PEOPLE = 10**7
"""More than any council counts: the most that an unknown count can be."""
NO_LIMIT = 10**30
_VISITS = 60
"""How often a sum is looked at anew before narrowing stops: what is left then is too much, never too little."""


class Sum(NamedTuple):
    """`least <= sum of coefficient times unknown <= most`; the terms are (position, coefficient)."""

    terms: tuple[tuple[int, int], ...]
    least: int
    most: int

    def holds(self, world: Sequence[int]) -> bool:
        """Whether it is true of whole numbers for all unknowns."""
        return self.least <= sum(coefficient * world[n] for n, coefficient in self.terms) <= self.most


@dataclass(frozen=True)
class System:
    """Unknowns with their bounds, and what they sum up to; `cells` says which figure each unknown is."""

    cells: tuple[Cell, ...]
    least: tuple[int, ...]
    most: tuple[int, ...]
    sums: tuple[Sum, ...]

    @cached_property
    def position(self) -> dict[Cell, int]:
        """Where each unknown figure stands."""
        return {cell: n for n, cell in enumerate(self.cells)}

    @cached_property
    def sums_with(self) -> list[list[int]]:
        """The sums that each unknown takes part in."""
        found: list[list[int]] = [[] for _ in self.cells]
        for s, each in enumerate(self.sums):
            for n, _ in each.terms:
                found[n].append(s)
        return found

    def holds(self, world: Sequence[int]) -> bool:
        """Whether whole numbers for all unknowns are a possible world."""
        bounded = zip(self.least, world, self.most, strict=True)
        return all(a <= x <= b for a, x, b in bounded) and all(each.holds(world) for each in self.sums)

    def also(self, wanted: Sum) -> System:
        """The system with one more sum; no unknown is new."""
        return System(self.cells, self.least, self.most, (*self.sums, wanted))


class Bounds:
    """What each unknown of a system can still be: it is narrowed in place, by trial, and put back."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.least, self.most = list(system.least), list(system.most)
        self.changed: list[tuple[int, int, int]] = []

    def fix(self, n: int, value: int) -> bool:
        """Take an unknown to be a value; whether that is possible as far as bounds tell."""
        self._set(n, value, value)
        return self.narrow(self.system.sums_with[n])

    def undo(self, mark: int) -> None:
        """Put back what was changed since `mark`, a length of `changed`."""
        while len(self.changed) > mark:
            n, least, most = self.changed.pop()
            self.least[n], self.most[n] = least, most

    def narrow(self, sums: Iterable[int]) -> bool:
        """Draw every conclusion from these sums on; False: no world is possible."""
        queue = deque(sums)
        waiting = set(queue)
        visits = _VISITS * (len(self.system.sums) + 1)
        while queue and visits:
            visits -= 1
            s = queue.popleft()
            waiting.discard(s)
            narrowed = self._narrow(self.system.sums[s])
            if narrowed is None:
                return False
            for other in (other for n in narrowed for other in self.system.sums_with[n]):
                if other not in waiting:
                    waiting.add(other)
                    queue.append(other)
        return True

    def _narrow(self, each: Sum) -> list[int] | None:
        """Narrow the unknowns of one sum by what the others leave: those that changed, None where it cannot hold."""
        fewest, most = self.span(each.terms)
        if fewest > each.most or most < each.least:
            return None
        above, below = each.most - fewest, most - each.least
        narrowed = []
        for n, coefficient in each.terms:
            low, high = self.least[n], self.most[n]
            size = abs(coefficient)
            up, down = (above, below) if coefficient > 0 else (below, above)
            at_most, at_least = min(high, low + up // size), max(low, high - down // size)
            if (at_least, at_most) != (low, high):
                self._set(n, at_least, at_most)
                narrowed.append(n)
        return narrowed if all(self.least[n] <= self.most[n] for n in narrowed) else None

    def span(self, terms: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """The least and the most that a sum can be by the bounds of its unknowns."""
        fewest = most = 0
        for n, coefficient in terms:
            low, high = coefficient * self.least[n], coefficient * self.most[n]
            fewest, most = fewest + min(low, high), most + max(low, high)
        return fewest, most

    def _set(self, n: int, least: int, most: int) -> None:
        self.changed.append((n, self.least[n], self.most[n]))
        self.least[n], self.most[n] = least, most
