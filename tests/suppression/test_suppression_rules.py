"""What a public edition withholds by rule: small counts, and percentages that may be of few."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.support.public_tables.by_hand import COUNT, PERCENTAGE, A, B, counts, figure, row
from tests.support.public_tables.making import COUNTY, NOVEMBER, ORIGIN, spec_of
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.observations import Observation
from workbook_builder.specs.catalogue import Making, Unit
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Preset, Suppress, UnknownNumerators, Zeros
from workbook_builder.suppression import Part, Why, primary, printed
from workbook_builder.suppression.rules import settled

OCTOBER = NOVEMBER.back()


def shire(indicator=PERCENTAGE) -> Spec:  # type: ignore[no-untyped-def]
    return spec_of(4, [(0, 0)], indicator)


def reasons(
    observation: Observation, rules: Suppress | None = None, indicator=PERCENTAGE, place: str = A
) -> Why | None:  # type: ignore[no-untyped-def]
    """Why a row is withheld by rule."""
    key = indicator.id, place, NOVEMBER
    return primary(shire(indicator), {key: observation}, settled(rules)).rows.get(key)


@pytest.mark.parametrize(("count", "is_withheld"), [(0, False), (1, True), (5, True), (6, False)])
def test_counts_from_one_to_five_are_withheld(count: int, is_withheld: bool) -> None:
    (stated, *_) = counts(A=count).values()
    assert (reasons(stated, indicator=COUNT) is Why.SMALL) == is_withheld


@pytest.mark.parametrize(("count", "is_withheld"), [(0, False), (7, True), (8, False)])
def test_the_nhs_withholds_to_seven(count: int, is_withheld: bool) -> None:
    (stated, *_) = counts(A=count).values()
    assert (reasons(stated, Suppress(preset=Preset.NHS), COUNT) is Why.SMALL) == is_withheld


def test_a_key_of_its_own_overrides_the_preset_s() -> None:
    (stated, *_) = counts(A=8).values()
    assert reasons(stated, Suppress(preset=Preset.NHS, to=9), COUNT) is Why.SMALL
    assert reasons(stated, Suppress(from_=2, to=8), COUNT) is Why.SMALL


def test_a_zero_is_withheld_where_zeros_are_as_confidential() -> None:
    (stated, *_) = counts(A=0).values()
    assert reasons(stated, Suppress(zeros=Zeros.WITHHELD), COUNT) is Why.SMALL


@pytest.mark.parametrize(
    ("part", "whole", "why"),
    [(3, 40, Why.SMALL), (30, 40, None), (0, 4, Why.SMALL), (39, 40, None)],
    ids=["numerator", "neither", "denominator", "all but one"],
)
def test_numerators_and_denominators_are_counts(part: int, whole: int, why: Why | None) -> None:
    assert reasons(row("50.0", part, whole)) is why


def test_those_who_are_not_in_the_numerator_are_protected_where_asked_for() -> None:
    assert reasons(row("97.5", 39, 40), Suppress(complement=True)) is Why.COMPLEMENT
    assert reasons(row("100.0", 40, 40), Suppress(complement=True)) is None
    assert reasons(row("85.0", 34, 40), Suppress(complement=True)) is None


def test_workers_and_fractions_are_no_people() -> None:
    caseload = replace(PERCENTAGE, unit=Unit.CASES_PER_WORKER, measure=Making.RATIO)
    assert reasons(row("20.0", 60, 3), indicator=caseload) is None
    assert reasons(row("20.0", 4, 3), indicator=caseload) is Why.SMALL
    assert reasons(Observation(Number(Decimal("2.5"), 1), None, None, ORIGIN), indicator=COUNT) is None


def test_what_the_inputs_suppress_stays_withheld() -> None:
    assert reasons(row(Missing.SUPPRESSED)) is Why.STATED
    assert reasons(row(Missing.NOT_AVAILABLE)) is None


def test_indicators_and_areas_may_be_out_of_scope() -> None:
    small = row("7.5", 3, 40)
    assert reasons(small, Suppress(except_indicators=(PERCENTAGE.id,))) is None
    assert reasons(small, Suppress(areas=("county", "CSWT"))) is None
    assert reasons(small, Suppress(areas=("CSWT",)), place="Team 0") is Why.SMALL
    assert reasons(small, Suppress(areas=(A,))) is Why.SMALL


@pytest.mark.parametrize(
    ("measure", "known", "rules", "is_withheld"),
    [
        ("50.0", 200, Suppress(), False),
        ("50.0", 19, Suppress(), True),
        ("50.0", 20, Suppress(), False),
        ("50.0", 20, Suppress(small_denominators=21), True),
        ("2.0", 200, Suppress(), True),
        ("3.0", 200, Suppress(), False),
        ("0.0", 200, Suppress(), False),
        ("0.0", 200, Suppress(zeros=Zeros.WITHHELD), True),
        ("50.0", None, Suppress(), True),
        ("50.0", 200, Suppress(unknown_numerators=UnknownNumerators.ALL), True),
        ("50.0", 200, Suppress(withhold_unknown=(PERCENTAGE.id,)), True),
        ("50.0", 4, Suppress(unknown_numerators=UnknownNumerators.SHOWN), False),
    ],
)
def test_a_percentage_without_a_numerator_is_withheld_where_it_may_be_of_few(
    measure: str, known: int | None, rules: Suppress, is_withheld: bool
) -> None:
    key = PERCENTAGE.id, A, OCTOBER
    facts = {key: row(measure)}
    if known:
        facts[PERCENTAGE.id, A, NOVEMBER] = row("50.0", known // 2, known)
    assert (primary(shire(), facts, settled(rules)).rows.get(key) is Why.UNKNOWN) == is_withheld


def test_the_county_s_percentage_stands_where_no_denominator_is_known() -> None:
    assert reasons(row("50.0"), place=COUNTY) is None
    assert reasons(row("50.0"), place=B) is Why.UNKNOWN


def test_counts_are_rounded_and_percentages_made_of_the_rounded_counts() -> None:
    key = PERCENTAGE.id, A, NOVEMBER
    rules = Suppress(preset=Preset.NHS, county_rounding=10)
    facts = {key: row("48.8", 21, 43), (PERCENTAGE.id, COUNTY, NOVEMBER): row("47.5", 75, 158)}
    figures = printed(shire(), rules, NOVEMBER, facts, ()).figures
    assert [figures[figure(A, PERCENTAGE, part=part)] for part in Part] == list(map(Decimal, ("44.4", "20", "45")))
    assert [figures[figure(COUNTY, PERCENTAGE, part=part)] for part in Part] == list(
        map(Decimal, ("50.0", "80", "160"))
    )


def test_percentages_lose_decimals_where_asked_for() -> None:
    facts = {(PERCENTAGE.id, A, NOVEMBER): row("48.8", 21, 43)}
    figures = printed(shire(), Suppress(decimals=0), NOVEMBER, facts, ()).figures
    assert figures[figure(A, PERCENTAGE)] == 49
    assert figures[figure(A, PERCENTAGE, part=Part.NUMERATOR)] == 21


def test_a_row_goes_as_a_whole_but_for_zeros_that_always_stand() -> None:
    facts = {(PERCENTAGE.id, A, NOVEMBER): row("0.0", 0, 4)}
    gone = printed(shire(), None, NOVEMBER, facts, facts).figures
    assert set(gone.values()) == {None}
    stands = printed(shire(), Suppress(suppressed_at_least=1), NOVEMBER, facts, facts).figures
    assert [stands[figure(A, PERCENTAGE, part=part)] for part in Part] == [None, 0, None]
