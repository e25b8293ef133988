"""Possible worlds: whole numbers for all that is unknown, of which everything printed and known is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook_builder.suppression.solver import Programme, solve
from workbook_builder.suppression.system import NO_LIMIT, Bounds, Sum, System

Terms = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Search:
    """A world that was asked for; without one, whether bounds alone show that there is none (`is_impossible`)."""

    world: tuple[int, ...] | None
    is_impossible: bool = False


def world_where(system: System, wanted: Sum | None = None, near: Sequence[int | None] | None = None) -> Search:
    """A world in which a wanted sum holds, if there is one: by trial, else by a solver, and always looked at again.

    `near` are values to try first, those of the world as it is.
    """
    asked = system.also(wanted) if wanted else system
    bounds = Bounds(asked)
    if not bounds.narrow(range(len(asked.sums))):
        return Search(None, is_impossible=True)
    found = _tried(bounds, near or [None] * len(asked.cells))
    if found is None or not asked.holds(found):
        found = _solved(asked, Bounds(asked), [0] * len(asked.cells))
    return Search(found if found is not None and asked.holds(found) else None)


def _tried(bounds: Bounds, near: Sequence[int | None]) -> tuple[int, ...] | None:
    """A world found by fixing one unknown after the other, those with the fewest possible values first."""
    left = set(range(len(near)))
    while left:
        n = min(left, key=lambda each: (bounds.most[each] - bounds.least[each], each))
        left.discard(n)
        if bounds.least[n] < bounds.most[n] and not _fixed(bounds, n, near[n]):
            return None
    return tuple(bounds.least)


def _fixed(bounds: Bounds, n: int, near: int | None) -> bool:
    least, most = bounds.least[n], bounds.most[n]
    first = least if near is None else min(max(near, least), most)
    for value in dict.fromkeys((first, least, most)):
        mark = len(bounds.changed)
        if bounds.fix(n, value):
            return True
        bounds.undo(mark)
    return False


def _solved(system: System, bounds: Bounds, costs: Sequence[int]) -> tuple[int, ...] | None:
    whole = [True] * len(system.cells)
    found = solve(Programme(costs, bounds.least, bounds.most, whole, system.sums))
    return tuple(round(value) for value in found) if found else None


def extremes(system: System, terms: Terms) -> tuple[int, int] | None:
    """The least and the most that a sum of unknowns can be; None where no world is possible."""
    least = _least(system, terms)
    most = _least(system, tuple((n, -coefficient) for n, coefficient in terms))
    return None if least is None or most is None else (least, -most)


def _least(system: System, terms: Terms) -> int | None:
    """The least of a sum: what bounds leave, where a world shows it, else what a solver finds."""
    bounds = Bounds(system)
    if not bounds.narrow(range(len(system.sums))):
        return None
    fewest, _ = bounds.span(terms)
    mark = Bounds(system.also(Sum(terms, -NO_LIMIT, fewest)))
    if mark.narrow(range(len(mark.system.sums))) and (world := _tried(mark, [None] * len(system.cells))):
        return fewest if system.holds(world) else None
    costs = [0] * len(system.cells)
    for n, coefficient in terms:
        costs[n] = coefficient
    world = _solved(system, bounds, costs)
    return sum(c * world[n] for n, c in terms) if world and system.holds(world) else None
