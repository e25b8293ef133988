"""A world close by answers a question of the proof only where it is a possible world."""

from __future__ import annotations

from random import Random

import pytest

from tests.support.public_tables.judging import two_editions
from tests.support.public_tables.making import NOVEMBER
from workbook_builder.suppression.facts import Cell, Part
from workbook_builder.suppression.nearby import Nearby
from workbook_builder.suppression.parts import Parts
from workbook_builder.suppression.prove import reader_of
from workbook_builder.suppression.rules import settled
from workbook_builder.suppression.system import NO_LIMIT, Sum, System
from workbook_builder.suppression.worlds import extremes, world_where


def cells(number: int) -> tuple[Cell, ...]:
    """So many cells."""
    return tuple(Cell("PLANS", f"District {n}", NOVEMBER, Part.MEASURE) for n in range(number))


@pytest.mark.parametrize("seed", range(12))
def test_what_it_finds_possible_lies_within_what_is_possible(seed: int) -> None:
    published = two_editions(seed)
    reader = reader_of(published.scorecard.spec, settled(published.rules), published.publications)
    parts, random = Parts(reader.system), Random(seed)
    for n in range(len(reader.system.cells)):
        system, place = parts.of([n])
        world, terms = world_where(system).world, ((place[n], 1),)
        limits = extremes(system, terms)
        if world is None or limits is None:
            continue
        for value in (limits[0] - 1, limits[0], random.randint(*limits), limits[1], limits[1] + 1):
            is_possible = limits[0] <= value <= limits[1]
            assert is_possible or not Nearby(system, world).has(Sum(terms, value, value))


def test_a_child_is_moved_from_one_district_to_another() -> None:
    county = Sum(((0, 1), (1, 1), (2, 1)), 12, 12)
    nearby = Nearby(System(cells(3), (0, 0, 4), (9, 9, 4), (county,)), (3, 5, 4))
    assert nearby.has(Sum(((0, 1),), -NO_LIMIT, 0))
    assert nearby.has(Sum(((0, 1),), 8, NO_LIMIT))
    assert not nearby.has(Sum(((0, 1),), 9, NO_LIMIT))


def test_where_one_change_calls_for_another_these_are_made_too() -> None:
    """More in a numerator needs as many more in its denominator, and fewer in another's."""
    numerators, denominators = Sum(((0, 1), (1, 1)), 8, 8), Sum(((2, 1), (3, 1)), 20, 20)
    within = [Sum(((2, 1), (0, -1)), 0, NO_LIMIT), Sum(((3, 1), (1, -1)), 0, NO_LIMIT)]
    system = System(cells(4), (0,) * 4, (99,) * 4, (numerators, denominators, *within))
    nearby = Nearby(system, (3, 5, 3, 17))
    assert nearby.has(Sum(((0, 1),), 7, NO_LIMIT))
    assert not nearby.has(Sum(((0, 1),), 9, NO_LIMIT))
