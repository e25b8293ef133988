"""What is withheld for the sake of others, and what readers find out, table by table."""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.support.public_tables.by_hand import (
    COUNT,
    PERCENTAGE,
    SHIRE,
    A,
    B,
    C,
    D,
    counts,
    figure,
    figures,
    row,
    withheld,
)
from tests.support.public_tables.making import COUNTY, NOVEMBER, indicator_of, spec_of
from workbook_builder.inputs.figures import Missing
from workbook_builder.problems import ProblemsFound
from workbook_builder.specs.catalogue import DataPeriod, Making
from workbook_builder.specs.suppress import Suppress, Total
from workbook_builder.suppression import (
    Demand,
    Part,
    Publication,
    Why,
    printed,
    prove,
    superseded,
    suppress,
    what_fits,
)
from workbook_builder.suppression.system import MOST_PEOPLE

OCTOBER = NOVEMBER.back()


def small(place: str, period=NOVEMBER, indicator=COUNT) -> Demand:  # type: ignore[no-untyped-def]
    """That a place's count must not be found out."""
    return Demand(((1, figure(place, indicator, period)),), 1, 5)


def test_a_single_small_count_takes_the_least_important_other_with_it() -> None:
    decision = suppress(SHIRE, None, counts(A=3, B=40, C=50, D=60))
    assert withheld(decision) == {A, B}
    assert decision.reasons == {("PLANS", A, NOVEMBER): Why.SMALL, ("PLANS", B, NOVEMBER): Why.OTHERS}
    assert decision.unmet == ()


def test_the_county_goes_only_when_nothing_else_helps() -> None:
    one = spec_of(1, [], COUNT)
    assert withheld(suppress(one, None, counts(A=3))) == {A, COUNTY}
    assert withheld(suppress(SHIRE, None, counts(A=3, B=0, C=0, D=0))) == {A, COUNTY}


def test_two_small_counts_that_can_only_be_ones_are_not_enough() -> None:
    decision = suppress(SHIRE, Suppress(suppressed_at_least=1), counts(A=1, B=1, C=40, D=50))
    assert {A, B} < withheld(decision)


def test_a_zero_protects_nothing_where_readers_know_that_it_always_stands() -> None:
    table = counts(A=5, B=0, C=40, D=50)
    assert withheld(suppress(SHIRE, None, table)) == {A, B}
    assert withheld(suppress(SHIRE, Suppress(suppressed_at_least=1), table)) == {A, C}


def test_named_areas_go_last() -> None:
    table = counts(A=3, B=40, C=50, D=60)
    assert withheld(suppress(SHIRE, Suppress(last_areas=("county", B)), table)) == {A, C}


def test_a_team_that_is_a_district_goes_with_it() -> None:
    spec = spec_of(3, [(0, 0), (1, 1), (2, 2)], COUNT)
    table = counts(A=3, B=40, C=50, Team_0=3, Team_1=40, Team_2=50)
    assert withheld(suppress(spec, None, table)) == {A, "Team 0", B, "Team 1"}


def test_teams_that_share_districts_are_reckoned_with() -> None:
    spec = spec_of(3, [(0, 0), (1, 0), (1, 1), (2, 1)], COUNT)
    table = counts(A=3, B=40, C=50, Team_0=33, Team_1=60)
    decision = suppress(spec, None, table)
    publication = printed(spec, None, NOVEMBER, table, decision.pattern)
    assert prove(spec, None, [publication], [small(A)]).is_safe


def test_no_protection_rests_on_an_allowance() -> None:
    spec = spec_of(4, [], indicator_of(Making.NONE, allowed=50))
    table = counts(A=3, B=40, C=50, D=60, county=170)
    assert withheld(suppress(spec, None, table)) == {A, B}


def test_what_is_not_available_counts_as_nothing() -> None:
    table = counts(A=3, B=40, county=43)
    table |= {("PLANS", place, NOVEMBER): row(Missing.NOT_AVAILABLE) for place in (C, D)}
    assert withheld(suppress(SHIRE, None, table)) == {A, B}


def test_what_is_not_known_to_readers_protects() -> None:
    assert withheld(suppress(SHIRE, None, counts(A=3, B=40, county=200))) == {A}


def test_a_difference_that_figures_have_is_taken_to_be_known() -> None:
    table = counts(A=3, B=40, C=50, D=60, county=150)
    assert withheld(suppress(SHIRE, None, table)) == {A, B}


def test_numerator_percentage_and_denominator_go_together() -> None:
    spec = spec_of(2, [], PERCENTAGE)
    table = {
        (PERCENTAGE.id, A, NOVEMBER): row("7.5", 3, 40),
        (PERCENTAGE.id, B, NOVEMBER): row("50.0", 30, 60),
        (PERCENTAGE.id, COUNTY, NOVEMBER): row("33.0", 33, 100),
    }
    decision = suppress(spec, None, table)
    marked = {
        cell
        for cell, value in printed(spec, None, NOVEMBER, table, decision.pattern).figures.items()
        if value is None
    }
    assert marked == {figure(place, PERCENTAGE, part=part) for place in (A, B) for part in Part}


def test_a_percentage_beside_a_withheld_numerator_tells_it() -> None:
    spec = spec_of(2, [], PERCENTAGE)
    cells = {figure(A, PERCENTAGE): Decimal("7.5"), figure(A, PERCENTAGE, part=Part.DENOMINATOR): Decimal(40)}
    publication = Publication(NOVEMBER, {**cells, figure(A, PERCENTAGE, part=Part.NUMERATOR): None})
    assert what_fits(spec, None, [publication])[figure(A, PERCENTAGE, part=Part.NUMERATOR)] == (3, 3)


def test_what_fits_is_exact() -> None:
    publication = Publication(NOVEMBER, figures({COUNTY: 15, A: 10, B: 3, C: None, D: None}))
    assert what_fits(SHIRE, None, [publication]) == {figure(C): (0, 2), figure(D): (0, 2)}
    at_least_one = Suppress(suppressed_at_least=1)
    assert what_fits(SHIRE, at_least_one, [publication]) == {figure(C): (1, 1), figure(D): (1, 1)}


def test_what_stands_is_exposed() -> None:
    publication = Publication(NOVEMBER, figures({COUNTY: 60, A: 3, B: None, C: None, D: 9}))
    (exposure,) = prove(SHIRE, None, [publication], [small(A)]).exposed
    assert (exposure.least, exposure.most) == (3, 3)


def test_from_figures_that_contradict_each_other_nothing_is_proved() -> None:
    publication = Publication(NOVEMBER, figures({COUNTY: 20, A: 10, B: 30, C: None, D: None}))
    proof = prove(SHIRE, None, [publication], [small(C)])
    assert (proof.exposed, proof.unproved, proof.is_safe) == ((), (small(C),), False)


def test_a_sum_of_printed_figures_that_does_not_hold_is_told() -> None:
    october = Publication(OCTOBER, figures({COUNTY: 9, A: 1, B: 1, C: 1, D: 1}, OCTOBER))
    november = Publication(NOVEMBER, figures({COUNTY: 100, A: None, B: None, C: 10, D: 20}))
    proof = prove(SHIRE, None, [october, november], [small(A)])
    assert proof.is_safe
    assert [each.terms[0][1].period for each in proof.contradictions] == [OCTOBER]


def test_what_an_earlier_edition_withheld_stays_withheld() -> None:
    table = counts(A=3, B=40, C=50, D=60)
    earlier = Publication(OCTOBER, figures({COUNTY: 153, A: None, B: 40, C: None, D: 60}))
    decision = suppress(SHIRE, None, table, [earlier])
    assert withheld(decision) == {A, C}
    assert decision.reasons["PLANS", C, NOVEMBER] is Why.KEPT


def test_what_an_earlier_edition_printed_protects_nothing() -> None:
    earlier = Publication(OCTOBER, figures({B: 40}))
    assert withheld(suppress(SHIRE, None, counts(A=3, B=40, C=50, D=60), [earlier])) == {A, C}


def test_a_small_count_that_was_printed_cannot_be_protected_and_is_told_without_its_figure() -> None:
    earlier = Publication(OCTOBER, figures({A: 3}))
    decision = suppress(SHIRE, None, counts(A=3, B=40, C=50, D=60), [earlier])
    assert withheld(decision) == {A}
    assert decision.unmet == (small(A),)
    (problem,) = decision.problems()
    assert problem.where == f"suppress: PLANS, {A}, 2024-11"
    assert "3" not in f"{problem.found} {problem.allowed} {problem.remedy}"


def test_a_revised_total_tells_the_change_and_not_the_level() -> None:
    earlier = Publication(OCTOBER, figures({COUNTY: 152, A: None, B: None, C: 50, D: 60}))
    table = counts(A=3, B=40, C=50, D=60)
    decision = suppress(SHIRE, None, table, [earlier])
    later = printed(SHIRE, None, NOVEMBER, table, decision.pattern)
    assert withheld(decision) == {A, B}
    assert prove(SHIRE, None, [earlier, later], [small(A)]).is_safe


def test_a_figure_that_was_revised_into_a_small_one_is_not_taken_for_what_was_printed() -> None:
    earlier = Publication(OCTOBER, figures({COUNTY: 160, A: 10, B: 40, C: 50, D: 60}))
    table = counts(A=3, B=40, C=50, D=60)
    decision = suppress(SHIRE, None, table, [earlier])
    later = printed(SHIRE, None, NOVEMBER, table, decision.pattern)
    outdated = superseded(SHIRE, table, [earlier, later])
    assert withheld(decision) == {A, COUNTY}
    assert outdated == {figure(A), figure(COUNTY)}
    assert prove(SHIRE, None, [earlier, later], [small(A)], outdated).is_safe
    assert not prove(SHIRE, None, [earlier, later], [small(A)]).is_safe


def test_two_patterns_of_one_table_give_both() -> None:
    first = Publication(OCTOBER, figures({COUNTY: 153, A: None, B: None, C: 50, D: 60}))
    second = Publication(NOVEMBER, figures({COUNTY: 153, A: None, B: 40, C: None, D: 60}))
    assert prove(SHIRE, None, [first], [small(A)]).is_safe
    assert prove(SHIRE, None, [second], [small(A)]).is_safe
    (exposure,) = prove(SHIRE, None, [first, second], [small(A)]).exposed
    assert (exposure.least, exposure.most) == (3, 3)


ROLLING = indicator_of(Making.NONE, data_period=DataPeriod.R12M)
OVER_TIME = spec_of(1, [], COUNT, ROLLING)
TOTALS = Suppress(totals=(Total(ROLLING.id, COUNT.id),))


def of_a_district(rolling: tuple[int | None, int | None], month: int | None, a_year_ago: int) -> Publication:
    """November and October of a total, November of its months and that of the year before: only of a district."""
    values = {(ROLLING, NOVEMBER): rolling[0], (ROLLING, OCTOBER): rolling[1], (COUNT, NOVEMBER): month}
    values[COUNT, NOVEMBER.a_year_before] = a_year_ago
    cells = {figure(A, each, period): None if n is None else Decimal(n) for (each, period), n in values.items()}
    return Publication(NOVEMBER, cells)


def test_a_month_follows_from_two_rolling_totals_and_the_month_that_went() -> None:
    publication = of_a_district((60, 62), None, 6)
    assert what_fits(OVER_TIME, TOTALS, [publication]) == {figure(A): (4, 4)}
    assert what_fits(OVER_TIME, Suppress(), [publication]) == {figure(A): (0, MOST_PEOPLE)}


def test_a_rolling_total_goes_with_a_small_month() -> None:
    table = counts(A=4, county=4) | counts(period=NOVEMBER.a_year_before, A=6, county=6)
    table |= counts(ROLLING, A=60, county=60) | counts(ROLLING, OCTOBER, A=62, county=62)
    decision = suppress(OVER_TIME, TOTALS, table)
    publication = printed(OVER_TIME, TOTALS, NOVEMBER, table, decision.pattern)
    assert prove(OVER_TIME, TOTALS, [publication], [small(A), small(COUNTY)]).is_safe
    assert len([key for key, why in decision.reasons.items() if why is Why.OTHERS]) == 2

    assert {name for name, _, _ in decision.pattern} == {COUNT.id}


def test_statutory_indicators_go_last() -> None:
    table = counts(A=4, county=4) | counts(period=NOVEMBER.a_year_before, A=6, county=6)
    table |= counts(ROLLING, A=60, county=60) | counts(ROLLING, OCTOBER, A=62, county=62)
    decision = suppress(OVER_TIME, replace(TOTALS, last_indicators=(COUNT.id,)), table)
    assert {name for (name, _, _), why in decision.reasons.items() if why is Why.OTHERS} == {ROLLING.id}


def test_without_the_solver_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert withheld(suppress(SHIRE, None, counts(A=3, B=4, C=50, D=60))) == {A, B}
    choosing = sys.modules["workbook_builder.suppression.choose"]
    monkeypatch.setattr(choosing, "_alone", lambda case, asked: None)  # as where one more row is not enough
    with pytest.raises(ProblemsFound) as raised:
        suppress(SHIRE, None, counts(A=3, B=40, C=50, D=60))
    (problem,) = raised.value.problems
    assert (problem.found, problem.remedy) == (
        "not installed",
        'pip install "workbook-builder[public]", or pip install highspy',
    )
