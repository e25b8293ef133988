"""`check --explain`, what a finding says in numbers, and the names that rules had before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import Run, runner
from tests.support.doubtful import accept, make_doubtful
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.checks.rule import Rule
from workbook_builder.checks.rules import RULE_BY_ID, RULES
from workbook_builder.findings import Severity, unaccepted

OBSERVATIONS = "inputs/2024-11/observations.csv"


@pytest.fixture
def doubtful(small: SmallProject) -> SmallProject:
    """The small project with a warning on each of two pages."""
    return make_doubtful(small)


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained_in_every_part(run: Run, rule: Rule) -> None:
    ran = run("check", "--explain", rule.id)
    said = " ".join(ran.out.split())
    assert (ran.code, ran.err, ran.out.splitlines()[0]) == (0, "", rule.id)
    for heading, part in [
        ("finds", rule.finds),
        ("why", rule.reason),
        ("example", rule.example),
        ("to do", rule.remedy),
        ("severity", rule.severity.value),
    ]:
        assert part
        assert f"{heading}: {' '.join(part.split())}" in said


@pytest.mark.parametrize("arguments", [["--explain"], ["2024-11", "--explain"]])
def test_explain_alone_lists_every_rule_with_what_it_finds(run: Run, arguments: list[str]) -> None:
    said = " ".join(run("check", *arguments).out.split())
    assert all(f"{rule.id}: {' '.join(rule.finds.split())}" in said for rule in RULES)


def test_explain_needs_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert runner(tmp_path, capsys)("check", "--explain", "ratio").code == 0


def test_an_unknown_rule_is_told_with_the_nearest(run: Run) -> None:
    ran = run("check", "--explain", "ratoi")
    assert (ran.code, ran.out) == (1, "")
    assert 'no rule "ratoi"' in ran.err
    assert 'did you mean "ratio"?' in ran.err


def test_check_without_an_edition_says_what_is_missing(run: Run) -> None:
    ran = run("check")
    assert (ran.code, ran.out) == (1, "")
    assert "Missing argument 'EDITION'" in ran.err


FORMER = [(rule.formerly, rule.id) for rule in RULES if rule.formerly]


@pytest.mark.parametrize(("former", "now"), FORMER)
def test_a_rule_is_known_by_its_former_name(run: Run, former: str, now: str) -> None:
    assert RULE_BY_ID[former].id == now
    assert run("check", "--explain", former).out.splitlines()[0] == now


def test_names_present_and_former_are_of_one_rule_each() -> None:
    names = [name for rule in RULES for name in (rule.id, rule.formerly) if name]
    assert len(names) == len(set(names)) == len(RULE_BY_ID)


def test_an_acceptance_by_a_former_name_still_accepts(doubtful: SmallProject) -> None:
    accept(doubtful, "rule: above_whole, indicator: PLANS")
    found = check(doubtful.folder, "2024-11")
    assert [each.rule for each in unaccepted(found)] == ["ratio"]
    assert "acceptance" not in [each.rule for each in found]


def test_a_finding_says_its_numbers_unit_and_severity(doubtful: SmallProject, run: Run) -> None:
    ratio, above = json.loads(run("check", "2024-11", "--json").out)
    assert [ratio[key] for key in ("severity", "unit", "found_number", "expected_number")] == [
        *("error", "percent"),
        *(float(ratio["found"]), float(ratio["expected"].split(",")[0])),
    ]
    assert [above[key] for key in ("severity", "unit", "found_number", "expected_number")] == [
        *("error", "count", 131, 113)
    ]


def test_a_finding_without_numbers_says_none(small: SmallProject, run: Run) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of repeat referrals", "title: XX of repeat referrals")
    (found,) = json.loads(run("check", "2024-11", "--json").out)
    assert (found["rule"], found["found_number"], found["expected_number"]) == ("unfinished", None, None)


def test_what_is_suppressed_stands_in_no_number(small: SmallProject, run: Run) -> None:
    header = small.text(OBSERVATIONS).splitlines()[0]
    small.write("inputs/2024-10/observations.csv", f"{header}\nPLANS,Eastham,2024-10,37.3,,,,\n")
    small.write("inputs/2024-10/edition.yaml", "month: 2024-10\npublished: 2024-12-22\nstatus: draft\n")
    shown = run("check", "2024-11", "--json").out
    assert "37.3" in shown
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-10,41.0,,,,", "PLANS,Eastham,2024-10,,,,suppressed,")
    assert "37.3" not in run("check", "2024-11", "--json").out


def test_severities_are_those_of_sarif() -> None:
    assert [severity.value for severity in Severity] == ["error", "warning", "note"]
