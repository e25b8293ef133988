"""Ratings and arrows follow the published key: on the value as displayed, and never of what is missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.judging import CLOSE, HIGH, LOW, band, figure, floor_of, number, target
from workbook_builder.inputs.figures import Figure, Missing, Number, rounded
from workbook_builder.inputs.targets import Target
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Band, Rag
from workbook_builder.rating.schemes import rate
from workbook_builder.rating.travel import Travel, travel

unhurried = settings(deadline=None)
WORSE_TO_BETTER = [Rag.RED, Rag.AMBER, Rag.GREEN]
REASONS: list[Missing | None] = [*Missing, None]
SWAPPED = {Travel.IMPROVED: Travel.WORSENED, Travel.WORSENED: Travel.IMPROVED, Travel.SAME: Travel.SAME}

ties = st.builds(
    lambda whole, places: Decimal(whole).scaleb(-places), st.integers(-(10**6), 10**6), st.integers(0, 6)
)
numbers = st.builds(Number, ties, st.integers(0, 3))
exact = st.builds(lambda tenths: Number(Decimal(tenths).scaleb(-1), 1), st.integers(-999, 999))
sides = st.sampled_from([Polarity.H, Polarity.L])
polarities = st.sampled_from(list(Polarity))
rated_targets = st.builds(target, sides, numbers, numbers)


def opposite(stated: Number) -> Number:
    return Number(-stated.value, stated.decimals)


def mirrored(judge: Target) -> Target:
    """The same target for the opposite polarity, everything negative."""
    assert isinstance(judge.target, Number)
    floor = floor_of(judge)
    assert floor is not None
    other = Polarity.L if judge.polarity is Polarity.H else Polarity.H
    return target(other, opposite(judge.target), opposite(floor))


def around(centre: Decimal, width: Decimal) -> Band:
    return Band(Number(centre - width, 1), Number(centre + width, 1))


@pytest.mark.parametrize(
    ("judge", "value", "decimals", "rating"),
    [
        (HIGH, "60", 0, Rag.GREEN),  # exactly on target
        (HIGH, "59.9", 1, Rag.AMBER),
        (HIGH, "59.95", 1, Rag.GREEN),  # shows 60.0
        (HIGH, "59.95", 2, Rag.AMBER),
        (HIGH, "59.94", 1, Rag.AMBER),
        (HIGH, "50.0", 1, Rag.AMBER),  # exactly on the floor standard
        (HIGH, "49.95", 1, Rag.AMBER),
        (HIGH, "49.94", 1, Rag.RED),
        (LOW, "25.0", 1, Rag.GREEN),
        (LOW, "25.04", 1, Rag.GREEN),
        (LOW, "25.05", 1, Rag.AMBER),  # half up: shows 25.1
        (LOW, "30.0", 1, Rag.AMBER),
        (LOW, "30.04", 1, Rag.AMBER),
        (LOW, "30.05", 1, Rag.RED),
        (LOW, "0", 0, Rag.GREEN),
        (CLOSE, "20.0", 1, Rag.GREEN),
        (CLOSE, "17.5", 1, Rag.GREEN),
        (CLOSE, "17.45", 1, Rag.GREEN),
        (CLOSE, "17.4", 1, Rag.AMBER),
        (CLOSE, "22.5", 1, Rag.GREEN),
        (CLOSE, "22.55", 1, Rag.AMBER),
        (CLOSE, "12.5", 1, Rag.AMBER),
        (CLOSE, "12.4", 1, Rag.RED),
        (CLOSE, "27.5", 1, Rag.AMBER),
        (CLOSE, "27.55", 1, Rag.RED),
    ],
)
def test_a_figure_is_rated_as_it_is_displayed(judge: Target, value: str, decimals: int, rating: Rag) -> None:
    assert rate(number(value, decimals), judge) is rating


@pytest.mark.parametrize(
    ("judge", "value", "decimals", "rating"),
    [
        (target(Polarity.H, number("60.04", 1), number("50")), "60.0", 1, Rag.GREEN),  # the target shows 60.0
        (target(Polarity.H, number("60.05", 1), number("50")), "60.0", 1, Rag.AMBER),
        (target(Polarity.H, number("60"), number("49.96", 1)), "49.99", 2, Rag.RED),  # the floor shows 50.0
        (target(Polarity.H, number("-0.04"), number("-0.2")), "-0.045", 2, Rag.AMBER),  # shows -0.05
        (target(Polarity.L, number("-0.05"), number("0.1")), "-0.045", 2, Rag.GREEN),
        (target(Polarity.L, number("0"), number("1")), "1", 0, Rag.AMBER),
        (target(Polarity.L, number("0.3"), number("0.4")), "0.30000000000000004", 1, Rag.GREEN),
    ],
)
def test_targets_and_floors_too_are_taken_as_displayed(judge: Target, value: str, decimals: int, rating: Rag) -> None:
    assert rate(number(value, decimals), judge) is rating


@pytest.mark.parametrize("judge", [HIGH, LOW, CLOSE, None], ids=["H", "L", "T", "no target"])
@pytest.mark.parametrize("missing", REASONS)
def test_what_is_missing_is_never_rated(missing: Missing | None, judge: Target | None) -> None:
    assert rate(missing, judge) is Rag.NOT_RATED


@pytest.mark.parametrize(
    "judge",
    [
        None,
        *(target(Polarity.H, reason, number("50")) for reason in Missing),
        *(replace(CLOSE, target=reason) for reason in Missing),
        target(Polarity.H, number("60")),
        target(Polarity.L, number("60")),
        target(Polarity.H, number("60"), None, band("55", "65"), band("50", "70")),
        target(Polarity.T, number("60"), number("50")),
        target(Polarity.T, number("20.0"), None, None, band("12.5", "27.5")),
        target(Polarity.T, number("20.0"), None, band("17.5", "22.5"), None),
        replace(HIGH, polarity=None),
    ],
)
@pytest.mark.parametrize("value", ["0", "20.0", "60", "100"])
def test_no_figure_is_rated_without_a_target_and_what_tells_amber_from_red(value: str, judge: Target | None) -> None:
    assert rate(number(value), judge) is Rag.NOT_RATED


@unhurried
@given(judge=rated_targets, first=numbers, second=numbers)
def test_a_better_figure_is_never_rated_worse(judge: Target, first: Number, second: Number) -> None:
    worse, better = sorted((first, second), key=lambda one: one.shown, reverse=judge.polarity is Polarity.L)
    assert WORSE_TO_BETTER.index(rate(worse, judge)) <= WORSE_TO_BETTER.index(rate(better, judge))


@unhurried
@given(judge=rated_targets, value=numbers)
def test_lowest_is_best_mirrors_highest_is_best(judge: Target, value: Number) -> None:
    assert rate(opposite(value), mirrored(judge)) is rate(value, judge)


@unhurried
@given(centre=exact, away=exact, green=exact, more=exact)
def test_symmetric_bands_rate_both_sides_of_the_target_alike(
    centre: Number, away: Number, green: Number, more: Number
) -> None:
    inner = abs(green.value)
    bands = around(centre.value, inner), around(centre.value, inner + abs(more.value))
    judge = target(Polarity.T, centre, None, *bands)
    above, below = (Number(centre.value + sign * away.value, 1) for sign in (1, -1))
    assert rate(above, judge) is rate(below, judge)
    assert rate(above, judge) is not Rag.NOT_RATED


@pytest.mark.parametrize(
    ("polarity", "before", "now", "direction"),
    [
        (Polarity.H, "60.0", "60.1", Travel.IMPROVED),
        (Polarity.H, "60.1", "60.0", Travel.WORSENED),
        (Polarity.L, "60.0", "60.1", Travel.WORSENED),
        (Polarity.L, "-0.10", "-0.11", Travel.IMPROVED),
        (Polarity.H, "32.8", "32.83", Travel.SAME),  # compared as 32.8 and 32.8
        (Polarity.H, "32.8", "32.85", Travel.IMPROVED),  # half up: 32.9
        (Polarity.L, "59", "59.4", Travel.SAME),
        (Polarity.T, "17.4", "18.0", Travel.IMPROVED),
        (Polarity.T, "26.0", "21.0", Travel.IMPROVED),
        (Polarity.T, "19.0", "21.0", Travel.SAME),  # as far from 20 as before
        (Polarity.T, "19.0", "21.1", Travel.WORSENED),
        (Polarity.T, "20.0", "19.9", Travel.WORSENED),
    ],
)
def test_an_arrow_follows_the_polarity(polarity: Polarity, before: str, now: str, direction: Travel) -> None:
    assert travel(figure(now), figure(before), polarity, number("20.0")) is direction


@pytest.mark.parametrize("polarity", list(Polarity))
@pytest.mark.parametrize("missing", REASONS)
def test_what_is_missing_has_no_direction(missing: Missing | None, polarity: Polarity) -> None:
    assert travel(missing, number("1"), polarity, number("20")) is Travel.UNKNOWN
    assert travel(number("1"), missing, polarity, number("20")) is Travel.UNKNOWN


@pytest.mark.parametrize("missing", REASONS)
def test_only_close_to_target_needs_a_target_for_its_direction(missing: Figure | None) -> None:
    assert travel(number("2"), number("1"), Polarity.T, missing) is Travel.UNKNOWN
    assert travel(number("2"), number("1"), Polarity.H, missing) is Travel.IMPROVED
    assert travel(number("2"), number("1"), Polarity.L, missing) is Travel.WORSENED


def test_without_a_polarity_there_is_no_direction() -> None:
    assert travel(number("2"), number("1"), None, number("20")) is Travel.UNKNOWN


@unhurried
@given(polarity=polarities, now=numbers, before=numbers, stated=numbers)
def test_worsened_is_improved_the_other_way_round(
    polarity: Polarity, now: Number, before: Number, stated: Number
) -> None:
    assert travel(before, now, polarity, stated) is SWAPPED[travel(now, before, polarity, stated)]


@unhurried
@given(polarity=sides, now=numbers, before=numbers)
def test_the_direction_is_same_only_where_both_show_the_same_at_the_coarser_precision(
    polarity: Polarity, now: Number, before: Number
) -> None:
    coarser = min(now.decimals, before.decimals)
    alike = rounded(now.value, coarser) == rounded(before.value, coarser)
    assert (travel(now, before, polarity, None) is Travel.SAME) is alike


@unhurried
@given(now=exact, before=exact, stated=exact)
def test_closer_to_target_is_improved(now: Number, before: Number, stated: Number) -> None:
    closer = abs(now.value - stated.value) < abs(before.value - stated.value)
    assert (travel(now, before, Polarity.T, stated) is Travel.IMPROVED) is closer


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("59.95", 1, "60.0"),
        ("59.949", 1, "59.9"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.045", 2, "-0.05"),
        ("-2.449", 1, "-2.4"),
        ("0.30000000000000004", 1, "0.3"),
        ("7", 2, "7.00"),
    ],
)
def test_halves_are_rounded_away_from_zero_as_excel_does(value: str, decimals: int, shown: str) -> None:
    assert str(number(value, decimals).shown) == shown


@unhurried
@given(value=ties, decimals=st.integers(0, 3))
def test_rounding_is_excels_rule_on_decimals(value: Decimal, decimals: int) -> None:
    steps, rest = divmod(abs(Fraction(value)) * 10**decimals, 1)
    nearest = Fraction(steps + (rest >= Fraction(1, 2)), 10**decimals)
    assert Fraction(rounded(value, decimals)) == (nearest if value > 0 else -nearest)
