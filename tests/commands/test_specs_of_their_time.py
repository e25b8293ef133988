"""Every edition keeps the spec that it was published with: the spec may change, and the edition builds again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.test_new_edition import fill
from tests.support.reading import inputs_of, scorecard_of
from tests.support.recipes import check, compared
from tests.support.returned import COMMENTARY, HEADER, PAGE, with_commentary
from tests.support.small import SPEC, SmallProject
from workbook_builder.commands.audit import AuditOrder, audit_file
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.new import make_edition
from workbook_builder.inputs import read_inputs
from workbook_builder.inputs.folders import spec_file
from workbook_builder.periods import YearBasis, month
from workbook_builder.problems import ProblemsFound, grouped
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.specs import load_spec

PROJECTS = "indicator_specs.yaml"
NOVEMBERS = f"inputs/2024-11/{PROJECTS}"
ASKED_FOR = (
    "if it was dropped from the spec since, put the spec of that time into inputs/2024-11/ (`new` does that "
    "when it is run before the spec is changed); if it is a typing error, correct it"
)
NOVEMBER, DECEMBER = month(2024, 11), month(2024, 12)


@pytest.fixture
def followed(small: SmallProject) -> SmallProject:
    """The small project with a December that follows its November, in which SECOND has been dropped."""
    make_edition(small.folder, "2024-12")
    drop_second(small)
    december = small.folder / "inputs/2024-12"
    fill(december)
    rows = (december / "observations.csv").read_text(encoding="utf-8-sig").splitlines()
    small.write("inputs/2024-12/observations.csv", "\n".join(row for row in rows if "SECOND" not in row) + "\n")
    return small


def drop_second(small: SmallProject) -> None:
    """Take the indicator SECOND out of the project's spec."""
    text = small.text(PROJECTS)
    start, end = text.index("  - id: SECOND"), text.index("scorecards:")
    small.write(PROJECTS, (text[:start] + text[end:]).replace(", SECOND", ""))


def indicators(scorecard: Scorecard) -> set[str]:
    """The ids of the indicators that stand on its pages."""
    return {row.indicator.id for row in scorecard.rows}


def test_new_keeps_the_spec_of_the_edition_it_follows_on_from(small: SmallProject) -> None:
    kept = make_edition(small.folder, "2024-12").kept_spec
    assert kept == small.folder / NOVEMBERS
    assert kept.read_bytes() == small.text(PROJECTS).encode()


def test_new_leaves_a_spec_that_is_kept_already(small: SmallProject) -> None:
    small.write(NOVEMBERS, SPEC + "# kept\n")
    make_edition(small.folder, "2024-12")
    assert small.text(NOVEMBERS).endswith("# kept\n")


def test_new_keeps_what_the_edition_is_built_with_now(small: SmallProject) -> None:
    small.write(f"inputs/2025-02/{PROJECTS}", SPEC + "# of February\n")
    make_edition(small.folder, "2024-12")
    assert small.text(NOVEMBERS).endswith("# of February\n")


@pytest.mark.parametrize(
    ("kept", "edition", "file"),
    [
        ((), "2024-11", PROJECTS),
        (("2024-11",), "2024-11", NOVEMBERS),
        (("2024-11",), "2024-12", PROJECTS),
        (("2024-11",), "2024-10", NOVEMBERS),
        (("2024-11", "2024-12"), "2024-11", NOVEMBERS),
    ],
)
def test_an_edition_is_read_by_its_own_spec_else_by_the_next_ones(
    small: SmallProject, kept: tuple[str, ...], edition: str, file: str
) -> None:
    for name in ("2024-10", "2024-12"):
        (small.folder / "inputs" / name).mkdir()
    for name in kept:
        small.write(f"inputs/{name}/{PROJECTS}", SPEC)
    assert spec_file(small.folder, month(int(edition[:4]), int(edition[5:]))) == file


def test_an_indicator_can_be_dropped_although_earlier_editions_state_it(followed: SmallProject) -> None:
    assert indicators(scorecard_of(followed, DECEMBER)) == {"PLANS", "REPEAT"}
    assert {key[0] for key in inputs_of(followed, DECEMBER).observations} == {"PLANS", "REPEAT"}
    build(Order(followed.folder, "2024-12"))


def test_without_the_spec_of_its_time_that_is_a_problem_which_asks_for_it_once(followed: SmallProject) -> None:
    (followed.folder / NOVEMBERS).unlink()
    shutil.copytree(followed.folder / "inputs/2024-11", followed.folder / "inputs/2024-10")
    followed.change("inputs/2024-10/edition.yaml", "2024-11", "2024-10")
    with pytest.raises(ProblemsFound) as raised:
        scorecard_of(followed, DECEMBER)
    assert len(raised.value.problems) == 8
    [problem] = grouped(raised.value.problems)
    assert problem.where.startswith("inputs/2024-10/observations.csv, row 15, column indicator\n")
    assert (problem.found, problem.remedy) == ('"SECOND"', ASKED_FOR)


def test_new_asks_for_the_spec_of_the_edition_before_if_it_was_changed_too_early(small: SmallProject) -> None:
    drop_second(small)
    with pytest.raises(ProblemsFound) as raised:
        make_edition(small.folder, "2024-12")
    assert {(problem.found, problem.remedy) for problem in raised.value.problems} == {('"SECOND"', ASKED_FOR)}
    small.write(NOVEMBERS, SPEC)
    made = make_edition(small.folder, "2024-12")
    assert "SECOND" not in (made.folder / "observations.csv").read_text(encoding="utf-8-sig")
    assert small.text(NOVEMBERS) == SPEC


def test_new_asks_for_what_the_spec_names_that_the_new_edition_is_built_with(small: SmallProject) -> None:
    small.write(NOVEMBERS, SPEC)
    drop_second(small)
    small.write(f"inputs/2025-02/{PROJECTS}", small.text(PROJECTS))
    small.write(PROJECTS, SPEC)
    made = make_edition(small.folder, "2024-12")
    assert "SECOND" not in (made.folder / "observations.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("old", "new"),
    [("exists: [county, CSWT]", "exists: [county]"), ("- {name: Eastham CSWT", "- {name: East Team")],
    ids=["no longer for teams", "another team"],
)
def test_a_place_of_which_an_earlier_edition_tells_is_not_guessed_at(
    followed: SmallProject, old: str, new: str
) -> None:
    (followed.folder / NOVEMBERS).unlink()
    followed.write(PROJECTS, SPEC.replace(old, new))
    with pytest.raises(ProblemsFound) as raised:
        scorecard_of(followed, DECEMBER)
    november = [problem for problem in raised.value.problems if problem.where.startswith("inputs/2024-11/")]
    assert {problem.remedy for problem in november} == {ASKED_FOR}


@pytest.mark.parametrize(
    ("old", "new"),
    [(PAGE, ""), ("title: Plans,", "title: Plan,")],
    ids=["no page of commentary any more", "another section"],
)
def test_a_section_of_which_an_earlier_edition_tells_is_not_guessed_at(
    small: SmallProject, old: str, new: str
) -> None:
    with_commentary(small)
    small.write(COMMENTARY, HEADER + "County,Plans,PLANS,Text.,,\n")
    make_edition(small.folder, "2024-12")
    fill(small.folder / "inputs/2024-12")
    (small.folder / NOVEMBERS).unlink()
    small.change(PROJECTS, old, new)
    with pytest.raises(ProblemsFound) as raised:
        scorecard_of(small, DECEMBER)
    assert [problem.remedy for problem in raised.value.problems] == [ASKED_FOR]


def test_in_the_edition_that_is_built_the_nearest_name_is_meant(followed: SmallProject) -> None:
    followed.change("inputs/2024-12/observations.csv", "PLANS,Shire", "PLAN,Shire")
    with pytest.raises(ProblemsFound) as raised:
        scorecard_of(followed, DECEMBER)
    assert [problem.remedy for problem in raised.value.problems] == ['did you mean "PLANS"?']


def test_a_mistake_that_no_spec_can_read_is_still_a_problem(followed: SmallProject) -> None:
    followed.change("inputs/2024-11/observations.csv", "SECOND,Shire,2024-09", "SECND,Shire,2024-09")
    with pytest.raises(ProblemsFound, match=r'row 15, column indicator\n.*"SECND"'):
        scorecard_of(followed, DECEMBER)


def test_a_dropped_indicator_may_not_be_stated_again(followed: SmallProject) -> None:
    text = followed.text("inputs/2024-12/observations.csv")
    followed.write("inputs/2024-12/observations.csv", text + "SECOND,Shire,2024-12,21.0,,,,,,\n")
    with pytest.raises(ProblemsFound, match=r"2024-12/observations\.csv, row 6, column indicator"):
        scorecard_of(followed, DECEMBER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("exists: [county, CSWT]", "exists: [county]"),
        (
            "  - {name: Eastham CSWT, kind: CSWT, districts: [Eastham]}",
            "  - {name: East Team, kind: CSWT, districts: [Eastham]}",
        ),
    ],
    ids=["no longer for teams", "another team"],
)
def test_a_place_can_be_dropped(followed: SmallProject, old: str, new: str) -> None:
    followed.change(PROJECTS, old, new)
    rows = followed.text("inputs/2024-12/observations.csv").splitlines()
    followed.write("inputs/2024-12/observations.csv", "\n".join(r for r in rows if "CSWT" not in r) + "\n")
    assert {key[1] for key in inputs_of(followed, DECEMBER).observations} == {"Shire", "Eastham"}


def test_figures_are_read_as_the_current_spec_understands_them(followed: SmallProject) -> None:
    followed.change(PROJECTS, "polarity: H", "polarity: L")
    target = inputs_of(followed, DECEMBER).target("PLANS", "Shire", DECEMBER.year_of(YearBasis.FINANCIAL))
    assert target is not None
    assert target.polarity is not None
    assert target.polarity.value == "L"


def test_the_edition_builds_again_as_it_was(followed: SmallProject) -> None:
    made = build(Order(followed.folder, "2024-11", output=followed.folder / "again.xlsx"))
    followed.write(PROJECTS, SPEC)
    (followed.folder / NOVEMBERS).unlink()
    first = build(Order(followed.folder, "2024-11", output=followed.folder / "first.xlsx"))
    assert (made.rows, made.ratings, made.missing) == (first.rows, first.ratings, first.missing)


def test_check_and_audit_use_the_spec_of_the_edition(followed: SmallProject) -> None:
    followed.change("inputs/2024-11/observations.csv", "SECOND,Shire,2024-11,21.0", "SECOND,Shire,2024-11,22.0")
    assert [(found.rule, found.indicator) for found in check(followed.folder, "2024-11")] == [("ratio", "SECOND")]
    file = build(Order(followed.folder, "2024-11")).file
    findings = audit_file(AuditOrder(followed.folder, "2024-11", file))
    assert [finding for finding in findings if finding.rule == "extra_row"] == []


def test_the_previous_edition_is_made_by_its_own_spec(followed: SmallProject) -> None:
    made = compared(scorecard_of(followed, DECEMBER), followed.folder, inputs_of(followed, DECEMBER))
    assert made.previous is not None
    assert indicators(made.previous) == {"PLANS", "REPEAT", "SECOND"}
    assert "SECOND" in made.previous.catalogue.indicator_by_id
    assert "SECOND" not in made.catalogue.indicator_by_id


@pytest.mark.parametrize("edition", ["2024-11", "2024-12"])
def test_what_is_wrong_in_a_kept_spec_is_told_with_its_path(followed: SmallProject, edition: str) -> None:
    followed.change(NOVEMBERS, "polarity: H", "polarity: X")
    with pytest.raises(ProblemsFound) as raised:
        build(Order(followed.folder, edition))
    assert [problem.where for problem in raised.value.problems] == [
        f"{NOVEMBERS}, line 31: indicators → PLANS → polarity"
    ]


def test_the_files_of_an_edition_name_the_spec_it_was_made_from(followed: SmallProject) -> None:
    spec = load_spec(followed.folder, spec_file(followed.folder, NOVEMBER))
    own = read_inputs(spec, followed.folder, NOVEMBER)
    november = [file.name for file in own.files]
    december = [file.name for file in scorecard_of(followed, DECEMBER).files]
    assert [name for name in november if Path(name).name == PROJECTS] == [NOVEMBERS]
    assert [name for name in december if Path(name).name == PROJECTS] == [PROJECTS, NOVEMBERS]
