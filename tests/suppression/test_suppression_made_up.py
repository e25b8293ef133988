"""No small count of made-up scorecards can be found out, as a second method says (`public_tables/`).

`python -m tests.support.public_tables 2000` judges thousands; here are a few of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest

from tests.support.places import ROOT
from tests.support.public_tables.judging import DFE, Published, lightest, naively, one_edition, two_editions, weight
from tests.support.public_tables.making import COUNTY, NOVEMBER, Made, indicator_of, spec_of
from workbook_builder.specs.catalogue import Making
from workbook_builder.suppression import primary, printed, prove, suppress
from workbook_builder.suppression.rules import settled

SEEDS = range(24)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_small_is_found_out_by_either_method(seed: int) -> None:
    published = one_edition(seed)
    assert published.proof.is_safe
    assert published.found_out() == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_small_is_found_out_from_two_editions(seed: int) -> None:
    published = two_editions(seed)
    assert published.proof.is_safe
    assert published.found_out() == []


@pytest.mark.parametrize("seed", [35, 239, 301, 388, 396])
def test_a_table_that_was_another_when_it_was_first_printed_gives_nothing_away(seed: int) -> None:
    """Revised, in a 0 that stood beside marks or now stands in the place of one, and so laid beside the old table."""
    published = two_editions(seed)
    assert published.demands
    assert published.proof.is_safe
    assert published.found_out() == []


def found_by_both(published: Published) -> int:
    """How many small counts are found out, by the proof exactly those that the second method finds out."""
    exposed, found = published.compared()
    assert exposed == found
    return len(exposed)


def test_withholding_only_what_is_small_is_found_out() -> None:
    assert sum(found_by_both(naively(one_edition(seed))) for seed in SEEDS) > 20


def test_withholding_only_the_small_numerators_is_found_out_almost_always() -> None:
    published = [naively(one_edition(seed, DFE), ("measure", "denominator")) for seed in SEEDS]
    percentages = [
        each for each in published if each.scorecard.spec.indicators[0].measure is Making.PERCENTAGE and each.demands
    ]
    assert sum(map(found_by_both, percentages)) > 0.9 * sum(len(each.demands) for each in percentages)


def test_two_patterns_of_one_table_are_found_out() -> None:
    assert sum(found_by_both(two_editions(seed, knows_the_past=False)) for seed in range(8)) > 2


def is_small(published: Published) -> bool:
    """Whether all sets of rows can be tried; an allowance is no protection here, so that more rows go than must."""
    adds_up = published.scorecard.spec.indicators[0].adds_up
    assert adds_up
    return bool(published.demands) and len(published.scorecard.spec.places) <= 6 and not adds_up.measure


def test_the_rows_withheld_for_others_weigh_at_most_a_twentieth_more_than_the_lightest_that_are_enough() -> None:
    judged = [each for each in map(one_edition, SEEDS) if is_small(each)]
    assert len(judged) >= 4
    assert [each for each in judged if weight(each, each.others) > 1.05 * lightest(each)] == []


@pytest.mark.parametrize("seed", [3, 8, 21])
def test_the_pattern_is_the_same_every_time_in_whatever_order_the_figures_come(seed: int) -> None:
    published = one_edition(seed)
    scorecard = published.scorecard
    rows = list(scorecard.facts.items())
    for _ in range(3):
        assert suppress(scorecard.spec, published.rules, dict(rows)).pattern == published.decision.pattern
        Random(seed).shuffle(rows)


def test_the_pattern_is_the_same_whatever_order_sets_have() -> None:
    code = (
        "from tests.support.public_tables.judging import one_edition, two_editions\n"
        "for seed in range(5): print(*map(sorted, ([tuple(map(str, key)) for key in one(seed).decision.pattern]"
        " for one in (one_edition, two_editions))))"
    )
    ran = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert ran[0] == ran[1] != ""


@pytest.mark.parametrize("making", [Making.NONE, Making.PERCENTAGE])
@pytest.mark.parametrize("small", [1, 30])
def test_350_districts_are_protected_and_the_county_stands(making: Making, small: int) -> None:
    random = Random(small)
    spec = spec_of(350, [], indicator_of(making))
    children = {(f"District {n}", ""): (whole := random.randint(20, 400), whole // 2) for n in range(350)}
    for link in random.sample(sorted(children), small):
        children[link] = (4, 2) if making is Making.NONE else (40, 4)
    made = Made(spec, {NOVEMBER: children}, {NOVEMBER: (0, 0)})
    decision = suppress(spec, None, made.facts)
    demands = primary(spec, made.facts, settled(None)).demands
    assert len(demands) == small
    assert len(decision.pattern) == max(2, small)
    assert COUNTY not in {place for _, place, _ in decision.pattern}
    assert prove(spec, None, [printed(spec, None, NOVEMBER, made.facts, decision.pattern)], demands).is_safe
