"""`check` lists every warning with where it comes from; one is accepted only with a reason, and never silently."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.commands import OUTPUT, Ran, Run, files, runner
from tests.reading import FOLDER, OBSERVATIONS
from tests.small import SmallProject
from workbook_builder import checks
from workbook_builder.build import Order, build, check
from workbook_builder.checks import IDLE
from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.rules import RULES
from workbook_builder.findings import Finding
from workbook_builder.problems import Problem, ProblemsFound

EDITION = f"{FOLDER}/edition.yaml"
REASON = "The team has corrected the system since."
NOVEMBER = [
    ("Kent KPIs - Education", "ratio", "EY2", "Kent", "Autumn 24-25"),
    ("Kent KPIs - Education", "reconciliation", "SISE4", "Kent", "2023-24"),
    ("Kent KPIs - Education", "reconciliation", "SISE4", "Kent", "2023-24"),
    ("Canterbury", "ratio", "CYPE22", "Canterbury", "Nov-24"),
    ("Canterbury", "jump", "SCS43", "Canterbury CSWT", "Nov-24"),
    ("Dartford", "ratio", "CYPE8", "Dartford", "Q2 24-25"),
    ("Dartford", "unit_slip", "SISE4", "Dartford", "2023-24"),
    ("Dover", "jump", "EHU-CASELOAD", "Dover EHU", "Nov-24"),
    ("Folkestone and Hythe", "ratio", "CYPE22", "Folkestone and Hythe", "Nov-24"),
    ("Tonbridge and Malling", "jump", "CYPE6", "Tonbridge and Malling", "Nov-24"),
]
COUNTY = f"""\
County
  ratio: PLANS Percentage of plans issued in time (Shire, Nov-24)
      found:      28.1
      expected:   29.0, from 9 / 31
      difference: 0.88 more than rounding explains
      stands in:  {OBSERVATIONS}, row 4"""
EASTHAM = f"""\
Eastham
  above_whole: PLANS Percentage of plans issued in time (Eastham, Nov-24)
      found:      a numerator of 131
      expected:   at most 113, the denominator
      difference: 18 more
      stands in:  {OBSERVATIONS}, row 8"""


@pytest.fixture
def doubtful(small: SmallProject) -> SmallProject:
    """The small project with a warning on each of two pages."""
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200", "PLANS,Shire,2024-11,28.1,9,31")
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,115.9,131,113")
    return small


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def accept(small: SmallProject, *entries: str) -> None:
    """Let the edition accept warnings: `rule: ratio, indicator: PLANS`, each with the reason."""
    lines = "".join(f"  - {{{entry}, reason: {REASON}}}\n" for entry in entries)
    small.write(EDITION, f"{small.text(EDITION)}accepted:\n{lines}")


def statuses(small: SmallProject) -> list[tuple[str, str]]:
    """The rule and the accepted reason of each finding."""
    return [(found.rule, found.accepted) for found in check(small.folder, "2024-11")]


def problem_of(small: SmallProject) -> tuple[Problem, ...]:
    """The problems of an edition that cannot be checked."""
    with pytest.raises(ProblemsFound) as raised:
        check(small.folder, "2024-11")
    return raised.value.problems


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
    assert all(f.where.startswith("inputs/2024-11/observations.csv, row ") and not f.accepted for f in found)


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
        (["rule: ratio, indicator: PLANS", "rule: above_whole, indicator: PLANS"], 0),
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


@pytest.mark.parametrize(
    ("entry", "accepted"),
    [
        ("rule: ratio, indicator: PLANS", ["ratio"]),
        ("rule: above_whole, indicator: PLANS", ["above_whole"]),
        ("rule: above_whole, indicator: PLANS, area: Eastham", ["above_whole"]),
        ("rule: above_whole, indicator: PLANS, area: Shire", []),
        ("rule: above_whole, indicator: REPEAT", []),
        ("rule: jump, indicator: PLANS", []),
    ],
)
def test_a_warning_is_accepted_by_rule_and_indicator_and_area(
    doubtful: SmallProject, entry: str, accepted: list[str]
) -> None:
    accept(doubtful, entry)
    told = [status for status in statuses(doubtful) if status[0] != IDLE]
    assert told == [(r, REASON if r in accepted else "") for r in ("ratio", "above_whole")]


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
    assert [(f.rule, f.accepted) for f in check(doubtful.folder, "2024-12")] == [("ratio", ""), ("above_whole", "")]


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


def test_a_draft_is_built_with_the_number_of_its_warnings(doubtful: SmallProject, run: Run) -> None:
    accept(doubtful, "rule: ratio, indicator: PLANS")
    ran = run("build", "2024-11")
    assert (ran.code, ran.err, ran.summary["Warnings"]) == (0, "", "1 open, 1 accepted")
    assert (doubtful.folder / OUTPUT).exists()


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_a_final_edition_reports_its_open_warnings_loudly(
    doubtful: SmallProject, run: Run, quiet: tuple[str, ...]
) -> None:
    doubtful.change(EDITION, "draft", "final")
    accept(doubtful, "rule: ratio, indicator: PLANS")
    ran = run("build", "2024-11", *quiet)
    said = f"\nThis edition is final, and nobody has accepted these warnings:\n\n{EASTHAM}\n"
    assert (ran.code, ran.err) == (0, said)
    assert (doubtful.folder / OUTPUT).exists()


def test_a_final_edition_whose_warnings_are_accepted_is_quiet(doubtful: SmallProject, run: Run) -> None:
    doubtful.change(EDITION, "draft", "final")
    accept(doubtful, "rule: ratio, indicator: PLANS", "rule: above_whole, indicator: PLANS")
    ran = run("build", "2024-11")
    assert (ran.code, ran.err, ran.summary["Warnings"]) == (0, "", "0 open, 2 accepted")


def test_an_area_s_workbook_has_only_its_own_warnings(doubtful: SmallProject) -> None:
    header = doubtful.text(OBSERVATIONS).splitlines()[0]
    doubtful.write("inputs/2024-10/observations.csv", f"{header}\nPLANS,Shire,2024-10,59.0,,,,\n")
    assert [found.rule for found in check(doubtful.folder, "2024-11")] == ["ratio", "revision", "above_whole"]
    summary = build(Order(doubtful.folder, "2024-11", area="Eastham"))
    assert [replace(found, title="") for found in summary.open_findings] == [
        Finding(
            "above_whole",
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
