"""Drafted paragraphs: what is said of a row, and in which words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.support.commented import commented, said
from tests.support.drafts import rated_facts
from tests.support.small import SmallProject
from workbook_builder.commentary.draft import draft_of
from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number
from workbook_builder.scorecards import Scorecard
from workbook_builder.specs.catalogue import Making, Unit

OBSERVATIONS, TARGETS = "inputs/2024-11/observations.csv", "inputs/2024-11/targets.csv"
SPEC = "indicator_specs.yaml"


@pytest.fixture(scope="module")
def rated(scorecard: Scorecard, inputs: Inputs) -> list[Facts]:
    """The facts of every rated row of every page of the shipped edition."""
    return rated_facts(scorecard, inputs)


@pytest.fixture
def small_said(small: SmallProject) -> dict[str, str]:
    return said(commented(small))


def test_a_draft_says_value_target_change_and_benchmark(small_said: dict[str, str]) -> None:
    assert small_said["PLANS"] == (
        "GREEN: The percentage of plans issued in time was 61.5% in November 2024 (123 of 200 plans), "
        "1.5 percentage points above the target of 60%. It improved by 1.5 percentage points from 60.0% in October "
        "2024, and by 11.5 percentage points from the 2023-24 outturn of 50.0%. (In 2023-24: England 50.3%.) [draft]"
    )


def test_a_draft_says_how_many_fewer_would_have_met_the_target(small_said: dict[str, str]) -> None:
    assert small_said["REPEAT"] == (
        "AMBER: The percentage of repeat referrals was 28.0% in the 12 months to November 2024 "
        "(28 of 100 referrals), 3.0 percentage points above the target of 25.0%. "
        "It worsened by 7.0 percentage points from 21.0% in the 12 months to October 2024. "
        "With 3 fewer referrals (25 of 100) it would have met the target. [draft]"
    )


def test_a_draft_says_whether_a_figure_came_closer_to_its_target(small_said: dict[str, str]) -> None:
    assert small_said["SECOND"].startswith("GREEN: The percentage of second plans was 21.0% in the 12 months to")
    assert (
        "It rose by 3.0 percentage points from 18.0% in the 12 months to October 2024 (closer to the target)."
        in (small_said["SECOND"])
    )


PLANS_TARGET, REPEAT_TARGET = "PLANS,2024-25,60,,,50,,,,,published,", "REPEAT,2024-25,25.0,,,30,,,,,inferred,"
BANDS = "17.5,22.5,12.5,27.5,inferred"
SECOND_BEFORE, OUTTURN = "SECOND,Shire,2024-10,18.0", "PLANS,Shire,2023-24,50.0"
CASES = {
    "on the target": (TARGETS, "25,60,", "25,61.5,", "(123 of 200 plans), exactly on the target of 61.5%."),
    "target in more decimals": (
        TARGETS,
        "25,60,",
        "25,61.75,",
        "), 0.25 percentage points below the target of 61.75%",
    ),
    "RED": (TARGETS, "25,60,,,50,", "25,70,,,65,", "below the target of 70% and below the floor standard of 65%."),
    "AMBER": (TARGETS, "25,60,,,50,", "25,70,,,60,", "below the target of 70% but above the floor standard of 60%."),
    "at the floor": (TARGETS, "25,60,,,50,", "25,70,,,61.5,", "of 70% but at the floor standard of 61.5%."),
    "a limit": (TARGETS, REPEAT_TARGET, f"{REPEAT_TARGET}<= 25.0", "above the target of at most 25.0%."),
    "RED, L": (TARGETS, REPEAT_TARGET, "REPEAT,2024-25,25,,,27,,,,,,", "of 25% and above the floor standard of 27%."),
    "AMBER, L": (
        TARGETS,
        REPEAT_TARGET,
        "REPEAT,2024-25,25,,,30,,,,,,",
        "of 25% but below the floor standard of 30%.",
    ),
    "GREEN, T": (TARGETS, BANDS, "17,22,12,27,", "above the target of 20.0%, inside the green band of 17% to 22%."),
    "AMBER, T": (TARGETS, BANDS, "19,20,18,22,", "above the target of 20.0%, inside the amber band of 18% to 22%."),
    "RED, T": (
        TARGETS,
        BANDS,
        "19,20,18,20.5,",
        "above the target of 20.0%, outside the amber band of 18% to 20.5%.",
    ),
    "one fewer": (TARGETS, BANDS, "19,20,18,22,", "With 1 fewer child (20 of 100) it would have been rated GREEN."),
    "unchanged": (OBSERVATIONS, "10,60.0", "10,61.5", "It was unchanged from 61.5% in October 2024, but improved by"),
    "in fewer decimals": (
        OBSERVATIONS,
        "10,60.0,,,,",
        "10,62,,,,0",
        "It was about the same as 62% in October 2024, but improved",
    ),
    "worse": (
        OBSERVATIONS,
        "10,60.0",
        "10,62.0",
        "It worsened by 0.5 percentage points from 62.0% in October 2024, but",
    ),
    "three of a kind": (
        OBSERVATIONS,
        OUTTURN,
        f"PLANS,Shire,2023-11,52.0,,,,\n{OUTTURN}",
        "It improved by 1.5 percentage points from 60.0% in October 2024, by 9.5 percentage points from 52.0% in "
        "November 2023, and by 11.5 percentage points from the 2023-24 outturn",
    ),
    "two of a kind before another": (
        OBSERVATIONS,
        OUTTURN,
        "PLANS,Shire,2023-11,52.0,,,,\nPLANS,Shire,2023-24,70.0",
        "It improved by 1.5 percentage points from 60.0% in October 2024, and by 9.5 percentage points from 52.0% in "
        "November 2023, but worsened by 8.5 percentage points from the 2023-24 outturn",
    ),
    "coarser": (
        OBSERVATIONS,
        "10,60.0,,,,",
        "10,60,,,,0",
        "It improved by 2 percentage points from 60% in October 2024, and by",
    ),
    "no outturn": (
        OBSERVATIONS,
        OUTTURN,
        "PLANS,Shire,2022-23,50",
        "points from 60.0% in October 2024. (In 2023-24: ",
    ),
    "last year": (
        OBSERVATIONS,
        OUTTURN,
        "PLANS,Shire,2023-11,62.0",
        "but worsened by 0.5 percentage points from 62.0% in ",
    ),
    "as far": (OBSERVATIONS, SECOND_BEFORE, "SECOND,Shire,2024-10,19.0", "October 2024 (as far from the target)."),
    "further": (OBSERVATIONS, SECOND_BEFORE, "SECOND,Shire,2024-10,20.0", "October 2024 (further from the target)."),
    "lower, T": (
        OBSERVATIONS,
        SECOND_BEFORE,
        "SECOND,Shire,2024-10,30.0",
        "It fell by 9.0 percentage points from 30.0%",
    ),
    "not counted": (
        OBSERVATIONS,
        "61.5,123,200",
        "61.5,,",
        "was 61.5% in November 2024, 1.5 percentage points above",
    ),
    "of one": (
        OBSERVATIONS,
        "28.0,28,100",
        "100.0,1,1",
        "was 100.0% in the 12 months to November 2024 (1 of 1), 75.0",
    ),
    "thousands": (
        OBSERVATIONS,
        "28.0,28,100",
        "29.0,1160,4000",
        "With 159 fewer referrals (1,001 of 4,000) it would",
    ),
    "so far": (
        SPEC,
        "data_period: MS",
        "data_period: YTD",
        "was 61.5% from April to November 2024 (123 of 200 plans), ",
    ),
    "a subject": (
        SPEC,
        "    polarity: H",
        "    polarity: H\n    subject: time kept",
        "GREEN: Time kept was 61.5% in Nov",
    ),
    "another title": (
        SPEC,
        "Percentage of plans issued",
        "Plans issued",
        "GREEN: Plans issued in time: 61.5% in Novem",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES.values(), ids=CASES)
def test_a_draft_says_so(small: SmallProject, file: str, old: str, new: str, expected: str) -> None:
    commented(small)
    small.change(file, old, new)
    assert expected in "\n".join(said(small).values())


def test_a_year_to_date_is_compared_with_the_same_months_of_last_year_only(small: SmallProject) -> None:
    commented(small)
    small.change(SPEC, "data_period: MS", "data_period: YTD")
    assert " It " not in said(small)["PLANS"]
    small.change(OBSERVATIONS, OUTTURN, f"PLANS,Shire,2023-11,52.0,,,,\n{OUTTURN}")
    text = said(small)["PLANS"]
    assert " It improved by 9.5 percentage points from 52.0% from April to November 2023. (In " in text


def test_a_standard_that_was_only_inferred_is_not_quoted(small: SmallProject) -> None:
    small.change(TARGETS, "REPEAT,2024-25,25.0,,,30,", "REPEAT,2024-25,25.0,,,27.77,")
    texts = said(commented(small))
    assert not re.search(r"floor|band|27\.77", texts["REPEAT"] + texts["SECOND"])


def test_a_figure_of_a_district_or_team_says_where_it_was_so(rated: list[Facts], scorecard: Scorecard) -> None:
    for facts in rated:
        place = facts.row.place
        assert (f": In {place}, the " in draft_of(facts)) == (place != scorecard.catalogue.county)


@pytest.mark.parametrize(
    ("unit", "counted", "value", "expected"),
    [
        (Unit.PERCENT, "plans", "61.5", "was 61.5% in November 2024"),
        (Unit.PERCENTAGE_POINTS, "percentage points", "1", "was 1 percentage point in November 2024"),
        (Unit.DAYS, "days", "1", "was 1 day in November 2024"),
        (Unit.DAYS, "days", "1382.5", "was 1,382.5 days in November 2024"),
        (Unit.POINTS, "points", "-0.15", "was -0.15 points in November 2024"),
        (Unit.COUNT, "plans", "1204", "was 1,204 in November 2024"),
        (Unit.RATE, "plans", "12.3", "was 12.3 in November 2024"),
        (Unit.CASES_PER_WORKER, "families", "1", "was 1 family per worker in November 2024 (123 families for 200 w"),
    ],
)
def test_each_unit_is_said_in_words(rated: list[Facts], unit: Unit, counted: str, value: str, expected: str) -> None:
    plans = next(facts for facts in rated if facts.row.indicator.id == "APP17")
    indicator = replace(plans.row.indicator, unit=unit, counted=counted, measure=Making.RATIO)
    row = replace(plans.row, indicator=indicator)
    parts = number("123"), number("200")
    facts = replace(plans, row=row, value=number(value), numerator=parts[0], denominator=parts[1])
    assert expected in draft_of(facts)


def number(text: str) -> Number:
    return Number(Decimal(text), len(text.partition(".")[2]))
