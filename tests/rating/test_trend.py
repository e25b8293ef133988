"""Where a row of figures is going: which changes are worth a word, and in which direction they count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.judging import figure, number
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.trend import Direction, explanation, trend_of

H, L, T = Polarity.H, Polarity.L, Polarity.T
TWENTY = number("20.0")


def direction(
    texts: str, polarity: Polarity | None = H, target: Figure | None = TWENTY, least: float = 5
) -> Direction:
    """The direction of figures that are written one after another; `-` where nothing is stated."""
    return trend_of([None if t == "-" else figure(t) for t in texts.split()], polarity, target, least)


@pytest.mark.parametrize(
    ("figures", "polarity", "word"),
    [
        ("50 51 52 53 54 55 56", H, "improving"),
        ("50 51 52 53 54 55 56", L, "worsening"),
        ("56 55 54 53 52 51 50", H, "worsening"),
        ("56 55 54 53 52 51 50", L, "improving"),
        ("30 28 27 26 24 23 21", T, "improving"),  # down towards 20
        ("10 11 13 14 16 18 19", T, "improving"),  # up towards it
        ("21 22 24 26 27 28 30", T, "worsening"),
        ("15 16 18 20 22 24 25", T, "no clear trend"),  # through it, as far beyond as it was short of it
        ("50.0 50.1 50.2 50.3 50.4 50.5 50.6", H, "no clear trend"),  # straight, but by 1.2% only
        ("50 70 45 66 48 72 51", H, "no clear trend"),  # large changes, but no line
        ("50 50 50 50 50 50 50", H, "no clear trend"),
        ("0 0 0 0 0 0 0", L, "no clear trend"),
        ("-5 -4 -3 -2 -1", H, "improving"),
        ("0 0 0 0 0 0 1", H, "no clear trend"),  # a line explains three eighths of a single step
    ],
)
def test_known_directions(figures: str, polarity: Polarity, word: str) -> None:
    assert direction(figures, polarity).value == word


def test_the_least_change_itself_is_worth_a_word() -> None:
    """From 97.5 to 102.5 is 5% of their mean of 100."""
    straight = "97.5 98.75 100 101.25 102.5"
    assert direction(straight, least=5) is Direction.IMPROVING
    assert direction(straight, least=5.0001) is Direction.NOT_CLEAR
    assert direction(straight, L, least=5) is Direction.WORSENING


def test_a_line_must_explain_half_of_the_variation() -> None:
    assert direction("0 0 0 0 1") is Direction.IMPROVING  # explains a half exactly
    assert direction("0 0 0 0 0 1") is Direction.NOT_CLEAR  # three sevenths


@pytest.mark.parametrize("gap", [*Missing, None])
def test_a_gap_keeps_its_place(gap: Figure | None) -> None:
    """By place this is a straight line that gains 6%; closed up it would gain 6.4%."""
    first, second, middle, fourth, last = map(number, ("97", "98", "100", "102", "103"))
    figures = [first, second, gap, middle, gap, fourth, last]
    assert trend_of(figures, H, None, 6) is Direction.IMPROVING
    assert trend_of(figures, H, None, 6.1) is Direction.NOT_CLEAR
    assert direction("97 98 100 102 103", least=6.1) is Direction.IMPROVING


@pytest.mark.parametrize("figures", ["50 51 52 53", "50 51 52 53 N/A", "N/A N/A N/A 50 51 52 53", "N/A - - N/A N/A"])
def test_fewer_than_five_figures_say_nothing(figures: str) -> None:
    assert direction(figures) is Direction.UNKNOWN


def test_without_a_polarity_no_direction_is_better() -> None:
    assert direction("50 51 52 53 54 55", None) is Direction.UNKNOWN


@pytest.mark.parametrize("missing", [None, Missing.NOT_AVAILABLE])
def test_only_closest_to_target_needs_a_target(missing: Figure | None) -> None:
    assert direction("50 51 52 53 54 55", T, missing) is Direction.UNKNOWN
    assert direction("50 51 52 53 54 55", H, missing) is Direction.IMPROVING


values = st.lists(st.integers(0, 1000), min_size=5, max_size=25)
OPPOSITE = {Direction.IMPROVING: Direction.WORSENING, Direction.WORSENING: Direction.IMPROVING}


def tenths(found: list[int]) -> list[Figure | None]:
    return [Number(Decimal(value) / 10, 1) for value in found]


@given(values)
def test_what_is_better_for_h_is_worse_for_l(found: list[int]) -> None:
    up, down = (trend_of(tenths(found), polarity, None, 5) for polarity in (H, L))
    assert down is OPPOSITE.get(up, up)


@given(values)
def test_backwards_it_goes_the_other_way(found: list[int]) -> None:
    there, back = (trend_of(tenths(way), H, None, 5) for way in (found, found[::-1]))
    assert back is OPPOSITE.get(there, there)


@given(values)
def test_far_above_its_target_closest_is_lowest(found: list[int]) -> None:
    lowest, closest = (trend_of(tenths(found), polarity, number("-1000"), 5) for polarity in (L, T))
    assert lowest is closest


@given(values, st.floats(0.1, 50), st.floats(0.1, 50))
def test_a_larger_dead_band_never_finds_more(found: list[int], first: float, second: float) -> None:
    smaller, larger = (trend_of(tenths(found), H, None, least) for least in sorted((first, second)))
    assert larger in (smaller, Direction.NOT_CLEAR)


def test_readers_are_told_the_rule_and_why_some_are_left_out() -> None:
    rule, left_out = explanation(2.5, "7 months", overlaps=True)
    assert "7 months shown changes by at least 2.5% of the mean size" in rule
    assert "N/A for rolling 12-month (R12M) and year-to-date (YTD)" in left_out
    assert len(list(explanation(5, "7 months", overlaps=False))) == 1
