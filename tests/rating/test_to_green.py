"""How many more or fewer make a percentage GREEN: checked against trying every count, and against `rate`."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.judging import CLOSE, HIGH, LOW, band, figure, floor_of, number, target
from workbook_builder.inputs.figures import Figure, Missing, Number, Origin, rounded
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Band, Rag
from workbook_builder.rating.schemes import rate
from workbook_builder.rating.to_green import ToGreen
from workbook_builder.scorecards.judging import percentage_of, to_green_of
from workbook_builder.specs.catalogue import DataPeriod, Indicator, Making, Unit

PLANS = Indicator(
    id="PLANS",
    title="Plans",
    data_period=DataPeriod.MS,
    unit=Unit.PERCENT,
    counted="plans",
    decimals=1,
    measure=Making.PERCENTAGE,
    source="",
    definition="",
    exists=("county",),
)


def made(part: int, whole: int, decimals: int) -> Number:
    """The percentage, as it is displayed."""
    return Number(rounded(Decimal(100 * part) / whole, decimals), decimals)


def observed(measure: Figure, part: Figure | None, whole: Figure | None) -> Observation:
    return Observation(measure, part, whole, Origin("observations.csv", 2))


def lacking_of(part: int, whole: int, judge: Target, decimals: int = 1) -> int | None:
    """What a figure lacks whose measure is what its numbers make."""
    found = to_green_of(PLANS, observed(made(part, whole, decimals), number(str(part)), number(str(whole))), judge)
    return found.lacking if found else None


def by_trying(part: int, whole: int, judge: Target, decimals: int) -> int | None:
    """The nearest count that is GREEN, of all that there are."""
    if rate(made(part, whole, decimals), judge) is Rag.NOT_RATED:
        return None
    green = [n - part for n in range(whole + 1) if rate(made(n, whole, decimals), judge) is Rag.GREEN]
    return min(green, key=abs, default=None)


limits = st.builds(
    lambda hundredths, decimals: Number(Decimal(hundredths) / 100, decimals),
    st.integers(-300, 11_000),
    st.integers(0, 2),
)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    """A target that rates figures, with its floor standard or bands."""
    polarity = draw(st.sampled_from(Polarity))
    if polarity is not Polarity.T:
        return target(polarity, draw(limits), draw(limits))
    ends = sorted((draw(limits), draw(limits)), key=lambda end: end.value)
    return target(polarity, draw(limits), None, Band(*ends), band("-10", "200"))


@st.composite
def parts(draw: st.DrawFn, most: int) -> tuple[int, int]:
    """A numerator and a denominator."""
    whole = draw(st.integers(1, most))
    return draw(st.integers(0, whole)), whole


@given(parts(250), targets(), st.integers(0, 2))
def test_what_the_floor_lacks_is_the_nearest_count_that_is_not_red(
    pair: tuple[int, int], judge: Target, decimals: int
) -> None:
    part, whole = pair
    latest = observed(made(part, whole, decimals), number(str(part)), number(str(whole)))
    found = to_green_of(PLANS, latest, judge, Rag.AMBER)
    floor = floor_of(judge)
    if floor is None:
        return
    sign = -1 if judge.polarity is Polarity.L else 1
    met = [n - part for n in range(whole + 1) if sign * (made(n, whole, decimals).shown - floor.shown) >= 0]
    assert (found.lacking if found else None) == min(met, key=abs, default=None)


@given(parts(250), targets(), st.integers(0, 2))
def test_what_green_lacks_is_the_nearest_count_that_is_green(
    pair: tuple[int, int], judge: Target, decimals: int
) -> None:
    assert lacking_of(*pair, judge, decimals) == by_trying(*pair, judge, decimals)


@given(parts(300_000), targets(), st.integers(0, 6))
def test_with_it_the_figure_is_green_and_with_one_fewer_it_is_not(
    pair: tuple[int, int], judge: Target, decimals: int
) -> None:
    part, whole = pair
    lacking = lacking_of(part, whole, judge, decimals)
    if lacking is None:
        return
    assert rate(made(part + lacking, whole, decimals), judge) is Rag.GREEN
    if lacking:
        one_fewer = lacking - 1 if lacking > 0 else lacking + 1
        assert rate(made(part + one_fewer, whole, decimals), judge) is not Rag.GREEN


@pytest.mark.parametrize(
    ("part", "whole", "judge", "lacking"),
    [
        (100, 200, HIGH, 20),
        (119, 200, HIGH, 1),
        (120, 200, HIGH, 0),
        (1199, 2000, HIGH, 0),  # 59.95 is shown as 60.0
        (11_989, 20_000, HIGH, 1),  # 59.945
        (0, 300_000, HIGH, 179_850),
        (30, 100, LOW, -5),
        (25, 100, LOW, 0),
        (1, 1, LOW, -1),
        (10, 100, CLOSE, 8),  # 18.0: nothing in a hundred is 17.5
        (30, 100, CLOSE, -8),
        (20, 100, CLOSE, 0),
        (1, 3, CLOSE, None),  # 0.0, 33.3, 66.7 and 100.0: none is in the band
        (1, 2, target(Polarity.H, number("101"), number("50")), None),
        (1, 2, target(Polarity.L, number("-1"), number("50")), None),
    ],
)
def test_known_counts(part: int, whole: int, judge: Target, lacking: int | None) -> None:
    assert lacking_of(part, whole, judge) == lacking


def test_a_count_has_no_sign() -> None:
    assert (ToGreen(-5).count, ToGreen(0).count, ToGreen(7).count) == (5, 0, 7)


@pytest.mark.parametrize(
    ("measure", "part", "whole"),
    [
        ("50.1", "100", "200"),  # not what they make
        ("N/A", "100", "200"),
        ("to be supplied", "N/A", "N/A"),
        ("50.0", "", "200"),
        ("50.0", "100", ""),
        ("50.0", "100", "N/A"),
        ("0.0", "0", "0"),
        ("50.0", "100.5", "201"),
        ("150.0", "300", "200"),
        ("50.0", "5" * 16, "1" + "1" * 16),
    ],
)
def test_nothing_is_counted_where_it_cannot_be_known(measure: str, part: str, whole: str) -> None:
    stated = figure(measure)
    assert stated
    assert to_green_of(PLANS, observed(stated, figure(part), figure(whole)), HIGH) is None


@pytest.mark.parametrize(
    "judge",
    [
        None,
        target(Polarity.H, Missing.NOT_AVAILABLE, number("50")),
        target(Polarity.H, number("60"), None),
        target(None, number("60"), number("50")),
        target(Polarity.T, number("60"), None, band("50", "70")),
    ],
)
def test_nothing_is_counted_where_nothing_is_rated(judge: Target | None) -> None:
    assert to_green_of(PLANS, observed(number("50.0"), number("100"), number("200")), judge) is None


def test_only_percentages_are_counted() -> None:
    caseload = Indicator(**{**vars(PLANS), "measure": Making.RATIO})
    assert to_green_of(caseload, observed(number("0.5"), number("100"), number("200")), HIGH) is None


def test_a_measure_is_contradicted_only_by_numbers_that_are_known() -> None:
    assert percentage_of(observed(number("50.1"), number("100"), number("200"))).is_contradicted
    assert not percentage_of(observed(number("50.0"), number("100"), number("200"))).is_contradicted
    assert not percentage_of(observed(number("50.1"), None, number("200"))).is_contradicted
    assert not percentage_of(observed(Missing.SUPPRESSED, number("100"), number("200"))).is_contradicted
