"""Takes a system apart into those that have nothing to do with each other: each is searched by itself."""

from __future__ import annotations

from collections.abc import Iterable

from workbook_builder.suppression.system import Sum, System


def groups(size: int, together: Iterable[Iterable[int]]) -> list[int]:
    """For each of `size` things the first of those that it hangs together with."""
    first = list(range(size))

    def root(n: int) -> int:
        while first[n] != n:
            first[n] = first[first[n]]
            n = first[n]
        return n

    for members in together:
        roots = [root(n) for n in members]
        for other in roots[1:]:
            a, b = root(roots[0]), root(other)
            first[max(a, b)] = min(a, b)
    return [root(n) for n in range(size)]


class Parts:
    """The parts of a system, each made when it is asked for."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.group = groups(len(system.cells), ([n for n, _ in each.terms] for each in system.sums))
        self.members: dict[int, list[int]] = {}
        for n, group in enumerate(self.group):
            self.members.setdefault(group, []).append(n)
        self.sums: dict[int, list[Sum]] = {}
        for each in system.sums:
            self.sums.setdefault(self.group[each.terms[0][0]], []).append(each)

    def of(self, positions: Iterable[int]) -> tuple[System, dict[int, int]]:
        """The system of all that some unknowns hang together with, and each unknown's position in it."""
        wanted = sorted({self.group[n] for n in positions})
        members = [n for group in wanted for n in self.members[group]]
        place = {n: k for k, n in enumerate(members)}
        sums = tuple(
            Sum(tuple((place[n], c) for n, c in each.terms), each.least, each.most)
            for group in wanted
            for each in self.sums.get(group, ())
        )
        whole = self.system
        least, most = (tuple(bounds[n] for n in members) for bounds in (whole.least, whole.most))
        return System(tuple(whole.cells[n] for n in members), least, most, sums), place
