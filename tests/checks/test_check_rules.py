"""Each rule of `check` finds what it is there for, in exact words, and leaves alone what only looks like it."""

from __future__ import annotations

import re

import pytest

from tests.support.check_cases import CASES
from tests.support.check_cases.case import Edit, Found
from tests.support.reading import FOLDER
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.checks.rule import Rule
from workbook_builder.checks.rules import RULES
from workbook_builder.findings import Finding

EVERY = [
    pytest.param(rule, edits, found, id=f"{rule}: {name}")
    for rule, cases in CASES.items()
    for name, (edits, found) in cases.items()
]


def apply(small: SmallProject, edits: list[Edit]) -> None:
    """Edit the project; a file that is not there yet is made."""
    for file, old, new in edits:
        if old:
            small.change(file, old, new)
        else:
            before = small.text(file) if (small.folder / file).exists() else ""
            small.write(file, before + new)


def said(finding: Finding) -> tuple[str, Found]:
    """The rule of a finding, and what it says."""
    who = f"{finding.indicator} {finding.place} {finding.period}"
    where = finding.where.removeprefix(f"{FOLDER}/")
    return finding.rule, (who, where, finding.found, finding.expected, finding.difference)


def test_a_sound_project_has_no_finding(small: SmallProject) -> None:
    assert check(small.folder, "2024-11") == ()


@pytest.mark.parametrize(("rule", "edits", "found"), EVERY)
def test_a_rule_finds_what_is_wrong_and_nothing_else(
    small: SmallProject, rule: str, edits: list[Edit], found: list[Found]
) -> None:
    apply(small, edits)
    assert [said(finding) for finding in check(small.folder, "2024-11") if not finding.accepted] == [
        (rule, each) for each in found
    ]


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert list(CASES) == [rule.id for rule in RULES]
    for cases in CASES.values():
        assert {bool(found) for _, found in cases.values()} == {True, False}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_the_example_of_a_rule_is_its_first_case(rule: Rule) -> None:
    _, found = next(iter(CASES[rule.id].values()))
    text = " ".join(" ".join(each) for each in found)
    numbers = re.findall(r"\d[\d,.-]*\d|\d", rule.example)
    assert [number for number in numbers if number not in text] == []
    assert numbers
