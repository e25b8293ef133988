"""`check` lists every warning with where it comes from, for people and for machines; `build` counts them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.support.commands import OUTPUT, Ran, Run, files, runner
from tests.support.doubtful import COUNTY, EASTHAM, EDITION, REASON, accept, make_doubtful
from tests.support.reading import OBSERVATIONS
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder import checks
from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.rules import RULES
from workbook_builder.commands.build import Order, build
from workbook_builder.findings import Finding

NOVEMBER = [
    ("Kent KPIs - Education", "ratio", "EY2", "Kent", "Autumn 24-25"),
    ("Kent KPIs - Education", "reconciliation", "SISE4", "Kent", "2023-24"),
    ("Kent KPIs - Education", "reconciliation", "SISE4", "Kent", "2023-24"),
    ("Kent KPIs - Education", "source", "CYPE24", "Kent", "2023-24"),
    ("Kent KPIs - Education", "source", "CYPE25", "Kent", "2023-24"),
    ("Canterbury", "ratio", "CYPE22", "Canterbury", "Nov-24"),
    ("Canterbury", "jump", "SCS43", "Canterbury CSWT", "Nov-24"),
    ("Dartford", "ratio", "CYPE8", "Dartford", "Q2 24-25"),
    ("Dartford", "unit_slip", "SISE4", "Dartford", "2023-24"),
    ("Dover", "jump", "EHU-CASELOAD", "Dover EHU", "Nov-24"),
    ("Folkestone and Hythe", "ratio", "CYPE22", "Folkestone and Hythe", "Nov-24"),
    ("Tonbridge and Malling", "jump", "CYPE6", "Tonbridge and Malling", "Nov-24"),
]


@pytest.fixture
def doubtful(small: SmallProject) -> SmallProject:
    """The small project with a warning on each of two pages."""
    return make_doubtful(small)


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def test_every_rule_is_a_file_of_its_name_with_a_reason_and_an_example() -> None:
    folder = Path(str(checks.__file__)).parent / "rules"
    names = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    assert sorted(rule.id for rule in RULES) == sorted(names)
    for rule in RULES:
        assert all(text.endswith(".") and len(text) > 30 for text in (rule.reason, rule.example))
    assert len({rule.reason for rule in RULES}) == len({rule.example for rule in RULES}) == len(RULES)


def test_a_new_rule_is_entered_in_one_place(
    doubtful: SmallProject, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends_in_one(context: Context) -> Iterator[Finding]:
        for row, period, stated in context.observations():
            if str(period) == "2024-11" and row.place == "Shire" and row.indicator.id == "PLANS":
                yield context.finding(row, period, stated.origin, "a 1 at the end", "another digit", "none")

    own = Rule("ends_in_one", "Nobody likes it.", "28.1", ends_in_one)
    monkeypatch.setattr(checks, "RULES", (own,))
    accept(doubtful, "rule: ends_in_one, indicator: PLANS")
    (found,) = check(doubtful.folder, "2024-11")
    assert (found.rule, found.found, found.page, found.accepted) == (
        "ends_in_one",
        "a 1 at the end",
        "County",
        REASON,
    )
    assert run("check", "2024-11", "--strict").code == 0
    assert "ends_in_one: PLANS" in run("check", "2024-11").out


def test_the_shipped_figures_have_a_short_list_of_warnings(root: Path) -> None:
    found = check(root, "2024-11")
    assert [(f.page, f.rule, f.indicator, f.place, f.period) for f in found] == NOVEMBER
    files = ["sources" if rule == "source" else "observations" for _, rule, *_ in NOVEMBER]
    assert [f.where.rpartition(" ")[0] for f in found] == [f"inputs/2024-11/{file}.csv, row" for file in files]
    assert not any(f.accepted for f in found)


def test_check_prints_the_warnings_of_a_page_together(doubtful: SmallProject, run: Run) -> None:
    ran = run("check", "2024-11")
    assert ran == Ran(0, f"{COUNTY}\n\n{EASTHAM}\n\nWarnings: 2 open, 0 accepted\n", "")


def test_check_says_so_where_there_is_none(run: Run) -> None:
    assert run("check", "2024-11", "--strict") == Ran(0, "Warnings: none\n", "")


def test_check_writes_nothing(doubtful: SmallProject, run: Run) -> None:
    before = files(doubtful.folder)
    run("check", "2024-11", "--json")
    assert files(doubtful.folder) == before


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ([], 1),
        (["rule: ratio, indicator: PLANS"], 1),
        (["rule: ratio, indicator: PLANS", "rule: numerator_above_denominator, indicator: PLANS"], 0),
    ],
)
def test_a_strict_check_fails_while_a_warning_is_open(
    doubtful: SmallProject, run: Run, accepted: list[str], code: int
) -> None:
    if accepted:
        accept(doubtful, *accepted)
    assert (run("check", "2024-11", "--strict").code, run("check", "2024-11").code) == (code, 0)


def test_json_has_every_field_of_every_warning(doubtful: SmallProject, run: Run) -> None:
    accept(doubtful, "rule: ratio, indicator: PLANS")
    ran = run("check", "2024-11", "--json")
    read = json.loads(ran.out)
    assert [list(entry) for entry in read] == [[field.name for field in fields(Finding)]] * 2
    assert tuple(Finding(**entry) for entry in read) == check(doubtful.folder, "2024-11")
    assert [entry["accepted"] for entry in read] == [REASON, ""]
    assert (ran.code, ran.err) == (0, "")


def test_json_of_no_warning_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("check", "2024-11", "--json").out) == []


def test_problems_are_reported_by_check_as_by_build(small: SmallProject, run: Run) -> None:
    small.change(OBSERVATIONS, "61.5", "many")
    checked, built = run("check", "2024-11"), run("build", "2024-11")
    assert checked == built
    assert (checked.code, checked.out) == (1, "")


def test_a_draft_is_built_with_the_number_of_its_warnings(doubtful: SmallProject, run: Run) -> None:
    accept(doubtful, "rule: ratio, indicator: PLANS")
    ran = run("build", "2024-11")
    assert (ran.code, ran.err, ran.summary["Warnings"]) == (0, "", "1 open, 1 accepted")
    assert (doubtful.folder / OUTPUT).exists()


def test_a_final_edition_reports_its_open_warnings_loudly(doubtful: SmallProject, run: Run) -> None:
    doubtful.change(EDITION, "draft", "final")
    accept(doubtful, "rule: ratio, indicator: PLANS")
    ran = run("build", "2024-11")
    said = f"\nThis edition is final, and nobody has accepted these warnings:\n\n{EASTHAM}\n"
    assert (ran.code, ran.err) == (0, said)
    assert (doubtful.folder / OUTPUT).exists()
    assert run("build", "2024-11", "--quiet") == Ran(0, "", "")


def test_a_final_edition_whose_warnings_are_accepted_is_quiet(doubtful: SmallProject, run: Run) -> None:
    doubtful.change(EDITION, "draft", "final")
    accept(doubtful, "rule: ratio, indicator: PLANS", "rule: numerator_above_denominator, indicator: PLANS")
    ran = run("build", "2024-11")
    assert (ran.code, ran.err, ran.summary["Warnings"]) == (0, "", "0 open, 2 accepted")


def test_an_area_s_workbook_has_only_its_own_warnings(doubtful: SmallProject) -> None:
    header = doubtful.text(OBSERVATIONS).splitlines()[0]
    doubtful.write("inputs/2024-10/observations.csv", f"{header}\nPLANS,Shire,2024-10,59.0,,,,\n")
    assert [found.rule for found in check(doubtful.folder, "2024-11")] == [
        "ratio",
        "revision",
        "numerator_above_denominator",
    ]
    summary = build(Order(doubtful.folder, "2024-11", area="Eastham"))
    assert [replace(found, title="") for found in summary.open_findings] == [
        Finding(
            "numerator_above_denominator",
            "Eastham",
            "PLANS",
            "",
            "Eastham",
            "Nov-24",
            f"{OBSERVATIONS}, row 8",
            "a numerator of 131",
            "at most 113, the denominator",
            "18 more",
        )
    ]
