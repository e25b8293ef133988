"""What would have been enough, as texts say it: told where it would not have been, and silent of all else."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.support.drafts import rated_facts
from workbook_builder.commentary.draft import draft_of
from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs import Inputs
from workbook_builder.scorecards import Scorecard
from workbook_builder.specs.model import Spec
from workbook_builder.texts import contradictions


@pytest.fixture(scope="module")
def rated(scorecard: Scorecard, inputs: Inputs) -> list[Facts]:
    """The facts of every rated row."""
    return rated_facts(scorecard, inputs)


@pytest.fixture(scope="module")
def county(rated: list[Facts], spec: Spec) -> Mapping[str, Facts]:
    """Those of the county's rows: SCS19 is 72.9% (751 of 1,030 children), its floor 75.0%, its target 85.0%."""
    return {facts.row.indicator.id: facts for facts in reversed(rated) if facts.row.place == spec.county}


TRUE = [
    ("SCS19", "With 21 more children it would have met the floor standard, and with 124 more the target."),
    ("SCS19", "With 21 more children (772 of 1,030) it would have met the floor standard of 75.0%."),
    ("SCS19", "With 22 more children it would have met the floor standard, and with 125 the target."),
    ("SCS19", "With just 21 more, the county would have been rated AMBER, and with about 120 more the target."),
    ("SCS19", "124 more children would have been enough to meet the target."),
    ("SCS19", "If 124 more children had been seen, it would have reached the target."),
    (
        "EH72-F",
        "With 609 fewer referrals (2,848 of 11,370) it would have met the target, and with 41 fewer the floor.",
    ),
]
FALSE = [
    ("SCS19", "124 more children would have met the floor standard.", "21 or 22 more", "+103"),
    ("SCS19", "With 21 more children it would have met the target.", "124 or 125 more", "-103"),
    ("SCS19", "With 21 more children (751 of 1,030) it would have met the floor.", "772 or 773 of 1,030", "-21"),
    ("SCS19", "With 21 more children (772 of 1,300) it would have met the floor.", "772 or 773 of 1,030", "+0"),
    ("SCS19", "With 26 more children it would have been AMBER.", "21 or 22 more", "+5"),
    ("SCS19", "With 26 more children it would have been rated AMBER.", "21 or 22 more", "+5"),
    ("SCS19", "With 21 fewer children it would have met the floor.", "21 or 22 more", "the other way round"),
    (
        "SCS19",
        "With 21 more children it would have met the floor, and with 142 more the target.",
        "124 or 125 more",
        "",
    ),
    ("EH72-F", "With 690 fewer referrals it would have met the target.", "609 or 615 fewer", "+81"),
    ("SCS13", "With 19 fewer children it would have been rated GREEN.", "9 fewer", "+10"),
]
UNSURE = [
    ("SCS19", "Thanet was lowest. With 12 more children it would have met the target."),
    ("SCS19", "In Thanet, with 12 more children it would have met the target."),
    ("SCS19", "In October, with 12 more children it would have met the target."),
    ("SCS19", "With 12 more children it would have met the target of 85% in October."),
    ("SCS19", "With 12 more boys it would have met the target."),
    ("SCS19", "With 12 more social workers it would have met the target."),
    ("SCS19", "With 2 more days it would have met the target."),
    ("SCS19", "With 2 more children a week it would have met the target."),
    ("SCS19", "With 12 more children it would have met next year's target."),
    ("SCS19", "With 12 more children it would have met the national average."),
    ("SCS19", "Even 12 more children would not have met the target."),
    ("SCS19", "Even with 12 more children it would have missed the target."),
    ("SCS19", "We estimate that 12 more children would have met the target."),
    ("SCS08", "With 12 more interviews it would have met the floor standard."),
    ("APP17", "With 12 more plans it would have met the target."),
    ("SCS13", "With 19 fewer children it would have met the target."),
]


@pytest.mark.parametrize(("indicator", "text"), TRUE)
def test_what_would_have_been_enough_raises_nothing(
    indicator: str, text: str, county: Mapping[str, Facts], spec: Spec
) -> None:
    assert contradictions(text, county[indicator], spec.places) == ()


@pytest.mark.parametrize(("indicator", "text", "expected", "difference"), FALSE)
def test_what_would_not_have_been_enough_is_told(
    indicator: str, text: str, expected: str, difference: str, county: Mapping[str, Facts], spec: Spec
) -> None:
    (told,) = contradictions(text, county[indicator], spec.places)
    assert told.expected == expected
    assert told.difference == difference or not difference
    assert told.found.strip(".") in text


@pytest.mark.parametrize(("indicator", "text"), UNSURE)
def test_what_may_be_about_something_else_is_left_alone(
    indicator: str, text: str, county: Mapping[str, Facts], spec: Spec
) -> None:
    assert contradictions(text, county[indicator], spec.places) == ()


def test_every_draft_s_own_count_is_checked(rated: list[Facts], spec: Spec) -> None:
    form = re.compile(r"(?<=With )[\d,]+(?= (?:more|fewer))")
    drafts = [(facts, draft_of(facts)) for facts in rated]
    counted = [(facts, text) for facts, text in drafts if form.search(text)]
    caught = [
        bool(contradictions(form.sub(lambda n: str(int(n[0].replace(",", "")) + 7), text), facts, spec.places))
        for facts, text in counted
    ]
    assert len(counted) > 100
    assert sum(caught) >= len(counted) - 2


@pytest.mark.parametrize(
    "text",
    [
        "54.7%, below the target of 65.0%, which was lowered from 70.0% this month.",
        "54.7%. The target was lowered from 70.0% to 65.0% this month.",
        "54.7%, below the target of 65.0% (lowered from 70.0% in October).",
        "54.7%, below the target, which has recently been raised from 60.0% in October.",
        "54.7%, below the floor standard of 55.0%, revised from 58.0% in October.",
    ],
)
def test_what_a_target_was_before_is_not_the_figure(text: str, county: Mapping[str, Facts], spec: Spec) -> None:
    assert contradictions(text, county["SCS34"], spec.places) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("56.7%, below the target of 65.0%, which was lowered from 70.0% this month.", "Nov-24: 54.7"),
        ("54.7%, above the target of 65.0%, which was lowered this month.", "54.7, below the target: 65.0"),
        ("54.7%, below the target of 60.0%, which was lowered this month.", "the target: 65.0"),
    ],
)
def test_what_stands_before_it_is_checked(text: str, expected: str, county: Mapping[str, Facts], spec: Spec) -> None:
    (told,) = contradictions(text, county["SCS34"], spec.places)
    assert told.expected == expected
