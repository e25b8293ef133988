"""Possible worlds that differ from a known one in few unknowns: most questions are answered by moving a child or two.

A world is known. To make a sum of figures what is wanted, one of its figures is changed, and in each sum that then no
longer holds another one. What comes out is looked at again in whole numbers: each bound and sum that was touched.
Where nothing is found this way nothing is said; there are searches that look farther.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbook_builder.suppression.system import Sum, System

_DEEP, _WIDE = 5, 3
"""How many further changes one may ask for, and how many ways are tried that ask for yet another."""
Changes = Mapping[int, int]


class Nearby:
    """A system with a possible world of it."""

    def __init__(self, system: System, world: Sequence[int]) -> None:
        self.system, self.world = system, world
        self.parts = [dict(each.terms) for each in system.sums]
        self.totals = [sum(c * world[n] for n, c in each.terms) for each in system.sums]

    def has(self, wanted: Sum) -> bool:
        """Whether a world close by was found in which a wanted sum holds; False: it was not."""
        total = sum(c * self.world[n] for n, c in wanted.terms)
        if wanted.least <= total <= wanted.most:
            return True
        short = wanted.least - total if total < wanted.least else wanted.most - total
        found = (self._repaired({n: _divided(short, c)}, _DEEP) for n, c in wanted.terms)
        return any(changes is not None and self._shows(changes, wanted) for changes in found)

    def _repaired(self, changes: Changes, deep: int) -> Changes | None:
        """The changes, with others that make every sum hold; None where none are found."""
        if not all(self._fits(n, change) for n, change in changes.items()):
            return None
        broken = next(self._broken(changes), None)
        if broken is None:
            return changes
        if not deep:
            return None
        ways = [{**changes, n: change} for n, change in self._mending(broken, changes)]
        counted = sorted(((sum(1 for _ in self._broken(way)), n) for n, way in enumerate(ways)))
        found = (self._repaired(ways[n], deep - 1) for _, n in counted[:_WIDE])
        return next((each for each in found if each is not None), None)

    def _fits(self, n: int, change: int) -> bool:
        return self.system.least[n] <= self.world[n] + change <= self.system.most[n]

    def _broken(self, changes: Changes) -> Iterator[int]:
        """The sums that no longer hold."""
        for s in dict.fromkeys(s for n in changes for s in self.system.sums_with[n]):
            if self._lacks(s, changes):
                yield s

    def _lacks(self, s: int, changes: Changes) -> int:
        """How much more a sum needs (negative: less) to hold."""
        part, each = self.parts[s], self.system.sums[s]
        total = self.totals[s] + sum(part[n] * change for n, change in changes.items() if n in part)
        return max(each.least - total, 0) or min(each.most - total, 0)

    def _mending(self, s: int, changes: Changes) -> Iterator[tuple[int, int]]:
        """The figures of a sum, other than those changed, one of which by itself can make it hold."""
        lacking = self._lacks(s, changes)
        for n, coefficient in self.system.sums[s].terms:
            change = _divided(lacking, coefficient)
            if n not in changes and self._fits(n, change):
                yield n, change

    def _shows(self, changes: Changes, wanted: Sum) -> bool:
        """Whether it is a possible world, in whole numbers, in which the wanted sum holds."""
        world = list(self.world)
        for n, change in changes.items():
            world[n] += change
        touched = {s for n in changes for s in self.system.sums_with[n]}
        is_possible = all(self._fits(n, change) for n, change in changes.items())
        return is_possible and wanted.holds(world) and all(self.system.sums[s].holds(world) for s in touched)


def _divided(amount: int, coefficient: int) -> int:
    """By what an unknown must change so that its part of a sum changes by at least an amount."""
    steps = -(-abs(amount) // abs(coefficient))
    return steps if (amount > 0) == (coefficient > 0) else -steps
