"""Figures that hang together, as they are: whatever rows of them are withheld, what could a reader still not know?

The reader is taken to know more than is printed: what an allowance (`adds_up`) really is, since it is much the same
every month, and by how much figures miss a sum that they should make. So no protection rests on either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbook_builder.inputs.observations import Key
from workbook_builder.suppression.facts import Cell
from workbook_builder.suppression.nearby import Nearby
from workbook_builder.suppression.rules import Demand
from workbook_builder.suppression.system import NO_LIMIT, Sum, System
from workbook_builder.suppression.worlds import world_where


@dataclass(frozen=True)
class Unknown:
    """A count that is not known for ever: its row, its true value, and what is known of it, all in units.

    `truth` is None where the inputs do not state it. `printed` are the least and most that readers can take it for
    while its row is printed, `hidden` while it is withheld. `row` is None where neither is so: nobody prints it.
    """

    cell: Cell
    row: Key | None
    truth: int | None
    printed: tuple[int, int]
    hidden: tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """A demand over the unknowns of a case: the sum must be able to be `low` or less, and `high` or more."""

    demand: Demand
    terms: tuple[tuple[int, int], ...]
    low: int
    high: int

    def wanted(self, is_high: bool) -> Sum:
        """The one or the other."""
        return Sum(self.terms, self.high, NO_LIMIT) if is_high else Sum(self.terms, -NO_LIMIT, self.low)


Exposed = tuple[Asked, bool]
"""A demand that is not met, and whether it is that the figure could be large."""


@dataclass(frozen=True)
class Case:
    """Unknowns, what they sum up to, and what must stay possible; `forced` rows are withheld whatever is chosen.

    `weights` are of the rows that may be withheld too: what their figures are worth to readers.
    """

    unknowns: tuple[Unknown, ...]
    sums: tuple[Sum, ...]
    asked: tuple[Asked, ...]
    forced: frozenset[Key]
    weights: Mapping[Key, int]

    @cached_property
    def rows(self) -> tuple[Key, ...]:
        """The rows that may be withheld for the sake of others, in order."""
        return tuple(sorted(self.weights, key=lambda key: (key[0], str(key[2]), key[1])))

    def bounds(self, unknown: Unknown, withheld: Collection[Key]) -> tuple[int, int]:
        """Between what a reader knows a count to be, by what is withheld."""
        is_hidden = unknown.row is None or unknown.row in withheld or unknown.row in self.forced
        return unknown.hidden if is_hidden else unknown.printed

    def exposed(self, withheld: Collection[Key], asked: Sequence[Asked] | None = None) -> list[Exposed]:
        """The demands that are not met when these rows are withheld beside the forced ones, in order."""
        system, place, values, near = self._seen(withheld)
        wanted = [(each, is_high) for each in (self.asked if asked is None else asked) for is_high in (False, True)]
        known = world_where(system, near=near).world if wanted else None
        nearby = Nearby(system, known) if known else None
        found = []
        for each, is_high in wanted:
            also = _without(each.wanted(is_high), place, values)
            is_met = nearby is not None and nearby.has(also)
            if not is_met and world_where(system, also, near).world is None:
                found.append((each, is_high))
        return found

    def is_possible(self) -> bool:
        """Whether the figures as they are make a possible world, for what the inputs do not state."""
        system, _, _, near = self._seen(())
        pinned = zip(system.least, system.most, near, strict=True)
        bounds = [(low, high) if value is None else (value, value) for low, high, value in pinned]
        true = System(system.cells, tuple(b[0] for b in bounds), tuple(b[1] for b in bounds), system.sums)
        return world_where(true, near=near).world is not None

    def _seen(
        self, withheld: Collection[Key]
    ) -> tuple[System, dict[int, int], dict[int, int], tuple[int | None, ...]]:
        """The system of what is not known exactly, the place of each such unknown, the values of the others."""
        bounds = [self.bounds(unknown, withheld) for unknown in self.unknowns]
        values = {n: low for n, (low, high) in enumerate(bounds) if low == high}
        open_ = [n for n in range(len(bounds)) if n not in values]
        place = {n: k for k, n in enumerate(open_)}
        sums = [_without(each, place, values) for each in self.sums]
        cells = tuple(self.unknowns[n].cell for n in open_)
        least, most = (tuple(bounds[n][end] for n in open_) for end in (0, 1))
        kept = tuple(dict.fromkeys(each for each in sums if each.terms))
        return System(cells, least, most, kept), place, values, tuple(self.unknowns[n].truth for n in open_)


def _without(each: Sum, place: Mapping[int, int], values: Mapping[int, int]) -> Sum:
    """A sum over what is left unknown, the known taken off its limits."""
    constant = sum(coefficient * values[n] for n, coefficient in each.terms if n in values)
    terms = tuple((place[n], coefficient) for n, coefficient in each.terms if n in place)
    least = each.least if each.least <= -NO_LIMIT else each.least - constant
    return Sum(terms, least, each.most if each.most >= NO_LIMIT else each.most - constant)


def true_of(terms: Sequence[tuple[int, int]], truths: Sequence[int | None]) -> int | None:
    """What a sum really is; None where a part of it is not stated."""
    total = 0
    for n, coefficient in terms:
        if (truth := truths[n]) is None:
            return None
        total += coefficient * truth
    return total


def as_it_is(each: Sum, is_sum: bool, truths: Sequence[int | None]) -> Sum:
    """A sum that the figures meet: exactly what it really is, or with limits moved so far that it holds."""
    true = true_of(each.terms, truths)
    if true is None:
        return each
    return Sum(each.terms, true, true) if is_sum else Sum(each.terms, min(each.least, true), max(each.most, true))


def rows_of(unknowns: Sequence[Unknown]) -> Iterator[list[int]]:
    """The positions of each row's counts: they are printed or withheld together."""
    rows: dict[Key, list[int]] = {}
    for n, unknown in enumerate(unknowns):
        if unknown.row is not None:
            rows.setdefault(unknown.row, []).append(n)
    yield from rows.values()
