"""Proof from what is printed alone: of each figure that must not be found out, what can it still be?

For each there must be a possible world in which it is small and one in which it is not. A world is whole numbers for
everything withheld, of which everything printed, in all editions, is true. Each world is looked at again in whole
numbers; where none is found the figure counts as exposed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Suppress
from workbook_builder.suppression.facts import Cell, Facts, Publication, counts_of
from workbook_builder.suppression.nearby import Nearby
from workbook_builder.suppression.parts import Parts
from workbook_builder.suppression.reader import Reader, reader_of
from workbook_builder.suppression.relations import Relation
from workbook_builder.suppression.rules import Demand, settled
from workbook_builder.suppression.system import NO_LIMIT, Bounds, Sum, System
from workbook_builder.suppression.worlds import extremes, world_where


@dataclass(frozen=True)
class Exposure:
    """A figure that can be found out: the least and the most that it can be, as far as bounds alone tell."""

    demand: Demand
    least: Decimal
    most: Decimal


@dataclass(frozen=True)
class Proof:
    """What was found.

    `exposed` can be found out. Of `unproved` nothing can be said: printed figures around them contradict each other,
    and from what contradicts itself anything follows. `contradictions` are sums of printed figures that do not hold.
    """

    exposed: tuple[Exposure, ...] = ()
    unproved: tuple[Demand, ...] = ()
    contradictions: tuple[Relation, ...] = ()

    @property
    def is_safe(self) -> bool:
        """Whether each figure was shown to be safe."""
        return not self.exposed and not self.unproved


def superseded(spec: Spec, facts: Facts, publications: Sequence[Publication]) -> frozenset[Cell]:
    """Counts that are withheld now and were printed before otherwise than they are; and the measures they made."""
    counts = counts_of(spec, facts)
    last: dict[Cell, Decimal | None] = {}
    marked: set[Cell] = set()
    for each in sorted(publications, key=lambda each: str(each.edition)):
        last |= {cell: value for cell, value in each.figures.items() if value is not None}
        marked = {cell for cell in marked if each.figures.get(cell) is None}
        marked |= {cell for cell, value in each.figures.items() if value is None}
    outdated = {cell for cell in marked & last.keys() & counts.keys() if last[cell] != counts[cell]}
    rows = {cell.row for cell in outdated}
    return frozenset(outdated | {cell for cell in marked & last.keys() if cell.row in rows and cell not in counts})


def prove(
    spec: Spec,
    suppress: Suppress | None,
    publications: Sequence[Publication],
    demands: Iterable[Demand],
    outdated: Collection[Cell] = (),
) -> Proof:
    """Whether readers of all these editions can find out what the demands forbid.

    What was printed once is taken to be so still, but for what is `outdated` (see `superseded`).
    Raises `ProblemsFound` where a solver is needed and not installed.
    """
    reader = reader_of(spec, settled(suppress), publications, outdated)
    parts = Parts(reader.system)
    exposed: list[Exposure] = []
    unproved: list[Demand] = []
    possible: dict[System, Nearby | None] = {}
    for demand in demands:
        for asked in _asked(reader, parts, demand):
            nearby = _nearby(asked.system, possible)
            if nearby is None:
                unproved.append(demand)
            elif not all(_is_world(nearby, wanted) for wanted in asked.wanted(demand)):
                exposed.append(_exposure(asked, demand))
    return Proof(tuple(exposed), tuple(dict.fromkeys(unproved)), reader.contradictions)


@dataclass(frozen=True)
class _Asked:
    """A sum of figures as terms over the unknowns of the system that they are in, and what known figures add."""

    system: System
    terms: tuple[tuple[int, int], ...]
    constant: int
    times: int

    def wanted(self, demand: Demand) -> Iterator[Sum]:
        """That the sum is at most `low`, and that it is at least `high`."""
        yield Sum(self.terms, -NO_LIMIT, demand.low * self.times - self.constant)
        yield Sum(self.terms, demand.high * self.times - self.constant, NO_LIMIT)

    def in_ones(self, value: int) -> Decimal:
        """A value of the unknown terms as one of the figures."""
        return Decimal(value + self.constant) / self.times


def _asked(reader: Reader, parts: Parts, demand: Demand) -> Iterator[_Asked]:
    """The questions that a demand asks: none where nothing printed has to do with it, several of revised tables."""
    for terms, constant, times in reader.questions(demand.terms):
        system, place = parts.of(n for n, _ in terms)
        yield _Asked(system, tuple((place[n], c) for n, c in terms), constant, times)


def _nearby(system: System, possible: dict[System, Nearby | None]) -> Nearby | None:
    """The system with a possible world; None where there is none."""
    if system not in possible:
        world = world_where(system).world
        possible[system] = None if world is None else Nearby(system, world)
    return possible[system]


def _is_world(nearby: Nearby, wanted: Sum) -> bool:
    return nearby.has(wanted) or world_where(nearby.system, wanted).world is not None


def _exposure(asked: _Asked, demand: Demand) -> Exposure:
    bounds = Bounds(asked.system)
    bounds.narrow(range(len(asked.system.sums)))
    return Exposure(demand, *map(asked.in_ones, bounds.span(asked.terms)))


def what_fits(
    spec: Spec, suppress: Suppress | None, publications: Sequence[Publication]
) -> dict[Cell, tuple[Decimal, Decimal] | None]:
    """For each count with a mark in place the least and the most that it can be; None where figures contradict.

    What is printed in another edition is known, and no count of it is given here.
    """
    reader = reader_of(spec, settled(suppress), publications)
    parts = Parts(reader.system)
    marked = [cell for each in publications for cell, value in each.figures.items() if value is None]
    found: dict[Cell, tuple[Decimal, Decimal] | None] = {}
    for cell in (cell for cell in dict.fromkeys(marked) if (cell, 0) in reader.position):
        position = reader.position[cell, 0]
        system, place = parts.of([position])
        units = reader.scales.get((cell.indicator, cell.part), 1)
        limits = extremes(system, ((place[position], 1),))
        found[cell] = (Decimal(limits[0]) / units, Decimal(limits[1]) / units) if limits else None
    return found
