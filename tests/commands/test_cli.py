"""The command line: what each command writes and prints, and which option changes what."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.commands import OUTPUT, Ran, Run, python, runner, sheets
from tests.support.commented import commented
from tests.support.small import SPEC, SmallProject
from workbook_builder import __version__
from workbook_builder.commands.build import STAGES

OBSERVATIONS = "inputs/2024-11/observations.csv"


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def test_a_build_writes_the_workbook_and_prints_a_summary(small: SmallProject, run: Run) -> None:
    ran = run("build", "2024-11")
    file = small.folder / OUTPUT
    assert (ran.code, ran.err) == (0, "")
    assert ran.summary["Rows"] == "6"
    assert ran.summary["Rated"] == "2 GREEN, 2 AMBER, 1 RED"
    assert ran.summary["Missing"] == "1 N/A, 1 to be supplied"
    assert ran.summary["Written"] == str(file)
    assert "County" in sheets(file)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("rows", "counted"),
    [
        ((), "3 drafts"),
        (("County,Plans,PLANS,Text.,,",), "1 text, 2 drafts"),
        (("County,Plans,PLANS,Text.,,", "County,Children,SECOND,Text.,,"), "2 texts, 1 draft"),
    ],
)
def test_a_build_counts_texts_and_drafts(small: SmallProject, run: Run, rows: tuple[str, ...], counted: str) -> None:
    assert run("build", "2024-11").summary["Commentary"] == "none"
    commented(small, *rows)
    ran = run("build", "2024-11")
    assert (ran.summary["Commentary"], ran.err) == (counted, "")


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_a_quiet_build_prints_nothing(small: SmallProject, run: Run, option: str) -> None:
    assert run("build", "2024-11", option) == Ran(0, "", "")
    assert (small.folder / OUTPUT).exists()


def test_a_quiet_build_still_prints_problems(small: SmallProject, run: Run) -> None:
    small.change(OBSERVATIONS, "61.5", "many")
    ran = run("build", "2024-11", "--quiet")
    assert (ran.code, ran.out) == (1, "")
    assert '"many"' in ran.err


@pytest.mark.parametrize("option", ["-v", "--verbose"])
def test_a_verbose_build_prints_each_stage_with_its_time(run: Run, option: str) -> None:
    ran = run("build", "2024-11", option)
    stages = [line.split() for line in ran.err.splitlines()]
    assert [stage for stage, _, unit in stages] == list(STAGES)
    assert all(float(seconds) >= 0 and unit == "s" for _, seconds, unit in stages)
    assert "Written" in ran.summary


def test_output_names_the_file_whose_folder_is_made(small: SmallProject, run: Run) -> None:
    file = small.folder / "made" / "for me" / "November.xlsx"
    assert run("build", "2024-11", "--output", str(file)).summary["Written"] == str(file)
    assert "County" in sheets(file)
    assert not (small.folder / "outputs").exists()


def test_style_names_a_file_of_styles(small: SmallProject, run: Run) -> None:
    kent = small.text("styles/kent.yaml")
    small.write("styles/red.yaml", kent.replace("#C00000", "#A00000"))
    assert kent != small.text("styles/red.yaml")
    for style in ("kent", "red"):
        assert run("build", "2024-11", "--style", style, "--output", str(small.folder / f"{style}.xlsx")).code == 0
    assert run("build", "2024-11").code == 0
    made = {name: (small.folder / name).read_bytes() for name in ("kent.xlsx", "red.xlsx", OUTPUT)}
    assert made["kent.xlsx"] == made[OUTPUT] != made["red.xlsx"]


@pytest.mark.parametrize("name", ["Eastham", "eastham"])
def test_area_makes_that_areas_workbook_only(small: SmallProject, run: Run, name: str) -> None:
    ran = run("build", "2024-11", "--area", name)
    file = small.folder / "outputs" / "Small_Scorecard_2024-11_Eastham.xlsx"
    assert ran.summary["Written"] == str(file)
    assert ran.summary["Rows"] == "3"
    assert {"Eastham", "County"} & set(sheets(file)) == {"Eastham"}


def test_scorecard_chooses_another_than_the_first(small: SmallProject, run: Run) -> None:
    second = SPEC.partition("scorecards:\n")[2].replace("Small_Scorecard", "Other").replace("Small", "Other")
    small.write("indicator_specs.yaml", SPEC + second)
    assert run("list").summary["Scorecards"] == "Small_Scorecard, Other"
    ran = run("build", "2024-11", "--scorecard", "other")
    assert ran.summary["Written"] == str(small.folder / "outputs" / "Other_2024-11.xlsx")


@pytest.mark.parametrize(
    ("arguments", "report"),
    [
        (
            "2024-10",
            [
                "inputs/",
                'no edition "2024-10"',
                "an edition: 2024-11",
                "make it with `workbook-builder new`, or check --project",
            ],
        ),
        ("2024-11 --style kint", ["--style", 'no style "kint"', "kent, default", 'did you mean "kent"?']),
        ("2024-11 --area Easthem", ["--area", 'no area "Easthem"', "Shire, Eastham", 'did you mean "Eastham"?']),
        (
            "2024-11 --scorecard X",
            [
                "--scorecard",
                'no scorecard "X"',
                "Small_Scorecard",
                "add it to indicator_specs.yaml, or use one of these",
            ],
        ),
    ],
)
def test_an_unknown_name_is_one_problem(run: Run, arguments: str, report: list[str]) -> None:
    where, found, allowed, remedy = report
    lines = [
        "1 problem; nothing was written.",
        "",
        where,
        f"    found:   {found}",
        f"    allowed: {allowed}",
        f"    remedy:  {remedy}",
    ]
    ran = run("build", *arguments.split())
    assert (ran.code, ran.out, ran.err.splitlines()) == (1, "", lines)


def test_all_problems_are_counted_and_printed(small: SmallProject, run: Run) -> None:
    small.change(OBSERVATIONS, "61.5,123", "many,few")
    ran = run("build", "2024-11")
    assert ran.code == 1
    first, _, *blocks = ran.err.splitlines()
    assert first == "2 problems; nothing was written."
    assert [line for line in blocks if line.startswith("inputs/")] == [
        f"{OBSERVATIONS}, row 4, column measure",
        f"{OBSERVATIONS}, row 4, column numerator",
    ]


def test_list_names_what_the_options_may_name(small: SmallProject, run: Run) -> None:
    (small.folder / "inputs" / "2024-09").mkdir()
    ran = run("list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.summary == {
        "Editions": "2024-09, 2024-11",
        "Scorecards": "Small_Scorecard",
        "Areas": "Shire, Eastham",
        "Styles": "kent",
    }


def test_new_says_what_is_to_be_filled_in(small: SmallProject, run: Run) -> None:
    ran = run("new", "2024-12")
    assert (ran.code, ran.err) == (0, "")
    assert ran.summary == {
        "Made": str(small.folder / "inputs" / "2024-12"),
        "To fill": "5 observations, 2 sources",
        "Spec": "indicator_specs.yaml",
        "Based on": "2024-11",
        "Its spec": str(small.folder / "inputs" / "2024-11" / "indicator_specs.yaml"),
    }
    assert run("new", "2024-12").code == 1


def test_new_makes_a_workbook_where_asked(small: SmallProject, run: Run) -> None:
    assert run("new", "2024-12", "--xlsx").code == 0
    assert sheets(small.folder / "inputs" / "2024-12" / "inputs.xlsx")[0] == "observations"


@pytest.mark.parametrize("arguments", [("--help",), ("build", "-h"), ("new", "--help"), ("list", "-h")])
def test_help_is_no_failure(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, project=None)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: workbook-builder")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version", project=None) == Ran(0, f"workbook-builder, version {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [("bild",), ("build",), ("build", "2024-11", "--colour"), ("build", "2024-11", "--project", "nowhere")],
)
def test_a_command_that_is_mistyped_exits_with_1(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, project=None)
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback" not in ran.err
    assert ran.err


def test_the_project_is_the_current_folder_unless_named(
    small: SmallProject, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.folder)
    assert run("build", "2024-11", project=None).summary["Written"] == str(Path(OUTPUT))
    monkeypatch.chdir(small.folder.parent)
    assert run("list", project=None).code == 1
    relative = Path(small.folder.name)
    assert run("build", "2024-11", project=relative).summary["Written"] == str(relative / OUTPUT)
    assert [path.name for path in small.folder.parent.iterdir()] == [small.folder.name]


def test_the_progress_bar_is_shown_in_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Building" not in run("build", "2024-11").err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert "Building" in run("build", "2024-11").err
    assert "Building" not in run("build", "2024-11", "--verbose").err
    assert run("build", "2024-11", "--quiet").err == ""


def test_the_package_runs_as_a_module_from_another_folder_and_into_pipes(small: SmallProject, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = python("-m", "workbook_builder", "build", "2024-11", "--project", str(small.folder), cwd=elsewhere)
    assert (ran.code, ran.err) == (0, "")
    assert ran.summary["Written"] == str(small.folder / OUTPUT)
    assert list(elsewhere.iterdir()) == []


def test_a_console_without_the_letters_of_a_name_is_no_failure(small: SmallProject, tmp_path: Path) -> None:
    small.change("indicator_specs.yaml", "name: Shire", "name: Shire ⇧")
    command = ("-m", "workbook_builder", "list", "--project", str(small.folder))
    ran = python(*command, cwd=tmp_path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (ran.code, ran.err) == (0, "")
    assert ran.summary["Areas"] == "Shire ?, Eastham"
