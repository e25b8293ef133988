"""A warning is accepted by rule, indicator and area, only with a written reason, and never silently."""

from __future__ import annotations

import pytest

from tests.support.commands import Ran, Run, runner
from tests.support.doubtful import COUNTY, EASTHAM, EDITION, REASON, accept, make_doubtful
from tests.support.reading import OBSERVATIONS
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.checks import IDLE
from workbook_builder.checks.rules import RULES
from workbook_builder.problems import Problem, ProblemsFound


@pytest.fixture
def doubtful(small: SmallProject) -> SmallProject:
    """The small project with a warning on each of two pages."""
    return make_doubtful(small)


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def statuses(small: SmallProject) -> list[tuple[str, str]]:
    """The rule and the accepted reason of each finding."""
    return [(found.rule, found.accepted) for found in check(small.folder, "2024-11")]


def problem_of(small: SmallProject) -> tuple[Problem, ...]:
    """The problems of an edition that cannot be checked."""
    with pytest.raises(ProblemsFound) as raised:
        check(small.folder, "2024-11")
    return raised.value.problems


@pytest.mark.parametrize(
    ("entry", "accepted"),
    [
        ("rule: ratio, indicator: PLANS", ["ratio"]),
        ("rule: numerator_above_denominator, indicator: PLANS", ["numerator_above_denominator"]),
        ("rule: numerator_above_denominator, indicator: PLANS, area: Eastham", ["numerator_above_denominator"]),
        ("rule: numerator_above_denominator, indicator: PLANS, area: Shire", []),
        ("rule: numerator_above_denominator, indicator: REPEAT", []),
        ("rule: jump, indicator: PLANS", []),
    ],
)
def test_a_warning_is_accepted_by_rule_and_indicator_and_area(
    doubtful: SmallProject, entry: str, accepted: list[str]
) -> None:
    accept(doubtful, entry)
    told = [status for status in statuses(doubtful) if status[0] != IDLE]
    assert told == [(r, REASON if r in accepted else "") for r in ("ratio", "numerator_above_denominator")]


@pytest.mark.parametrize("area", ["Eastham CSWT", "Eastham"])
def test_a_team_s_warning_is_accepted_of_the_team_or_of_the_page_it_stands_on(small: SmallProject, area: str) -> None:
    old = "REPEAT,Eastham CSWT,2024-11,,,,to be supplied,"
    small.change(OBSERVATIONS, old, "REPEAT,Eastham CSWT,2024-11,28.1,9,31,,")
    accept(small, f"rule: ratio, indicator: REPEAT, area: {area}")
    assert statuses(small) == [("ratio", REASON)]


def test_an_accepted_warning_is_listed_with_its_reason(doubtful: SmallProject, run: Run) -> None:
    accept(doubtful, "rule: ratio, indicator: PLANS")
    lines = f"{COUNTY}\n      accepted:   {REASON}\n\n{EASTHAM}\n\nWarnings: 1 open, 1 accepted\n"
    assert run("check", "2024-11") == Ran(0, lines, "")


def test_an_acceptance_holds_for_its_own_edition_only(doubtful: SmallProject) -> None:
    accept(doubtful, "rule: ratio, indicator: PLANS")
    doubtful.write("inputs/2024-12/edition.yaml", "month: 2024-12\npublished: 2025-02-22\nstatus: draft\n")
    rows = "".join(
        f"{key},2024-12,,,,N/A,\n"
        for key in ("PLANS,Shire", "PLANS,Eastham", "REPEAT,Shire", "REPEAT,Eastham CSWT", "SECOND,Shire")
    )
    header = doubtful.text(OBSERVATIONS).splitlines()[0]
    doubtful.write("inputs/2024-12/observations.csv", f"{header}\n{rows}")
    assert [(f.rule, f.accepted) for f in check(doubtful.folder, "2024-12")] == [
        ("ratio", ""),
        ("numerator_above_denominator", ""),
    ]


IDS = ", ".join(rule.id for rule in RULES)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("rule: rato, indicator: PLANS", ("rule", '"rato"', IDS, 'did you mean "ratio"?')),
        ("rule: all, indicator: PLANS", ("rule", '"all"', IDS, "correct it, or remove the entry")),
        (
            "rule: ratio, indicator: PLAN",
            ("indicator", '"PLAN"', "an indicator of indicator_specs.yaml", 'did you mean "PLANS"?'),
        ),
        (
            "rule: ratio, indicator: PLANS, area: Shyre",
            ("area", '"Shyre"', "an area of indicator_specs.yaml", 'did you mean "Shire"?'),
        ),
    ],
)
def test_an_acceptance_of_what_does_not_exist_is_a_problem(
    small: SmallProject, entry: str, told: tuple[str, str, str, str]
) -> None:
    accept(small, entry)
    key, *rest = told
    assert problem_of(small) == (Problem(f"{EDITION}: accepted → {key}", *rest),)


@pytest.mark.parametrize(
    ("reason", "found", "allowed", "remedy"),
    [
        ("fine", '"fine"', "at least 10 characters", "change the value"),
        ('"             "', '"             "', "at least 10 characters", "change the value"),
        ("x" * 2001, f'"{"x" * 59}…"', "at most 2000 characters", "change the value"),
        ("", "nothing", "text", "fill it in"),
    ],
)
def test_an_acceptance_needs_a_written_reason(
    small: SmallProject, reason: str, found: str, allowed: str, remedy: str
) -> None:
    entry = f"accepted:\n  - rule: ratio\n    indicator: PLANS\n    reason: {reason}\n"
    small.write(EDITION, small.text(EDITION) + entry)
    where = f"{EDITION}, line 7: accepted → PLANS → reason"
    assert problem_of(small) == (Problem(where, found, allowed, remedy),)


def test_an_acceptance_without_a_reason_is_a_problem(small: SmallProject) -> None:
    small.write(EDITION, small.text(EDITION) + "accepted:\n  - {rule: ratio, indicator: PLANS}\n")
    remedy = "add the line `reason: …`"
    expected = Problem(f"{EDITION}, line 5: accepted → PLANS", "no `reason`", "`reason` is needed here", remedy)
    assert problem_of(small) == (expected,)
