"""Whatever stands in the files, only our own problems come out, in a report that can be read, and soon."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.support.mutations import CSV_FILES, TEXTS, YAML_FILES, FileText, changed_files, other_files
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.words import problems_report as report
from workbook_builder.problems import Problem, ProblemsFound

LONGEST_LINE = 1_000
steady = settings(derandomize=True, deadline=timedelta(seconds=5), max_examples=200)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project whose files are written anew for each example."""
    return SmallProject(tmp_path_factory.mktemp("fuzz"))


def survives(project: SmallProject, files: FileText) -> bool:
    """Build the project with these files; whether that went well. Anything but a readable report is an error."""
    for name, text in {**TEXTS, **files}.items():
        project.write(name, text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    problems = problems_of(project)
    if problems is None:
        return True
    assert problems
    lines = report(problems).split("\n")
    assert [line for line in lines if not line.isprintable() or len(line) > LONGEST_LINE] == []
    return False


def problems_of(project: SmallProject) -> tuple[Problem, ...] | None:
    """What a build says that the user can mend; None where it went well."""
    try:
        build(Order(project.folder, "2024-11"))
    except ProblemsFound as found:
        return found.problems
    return None


@steady
@given(files=changed_files(YAML_FILES))
def test_changed_yaml_gives_a_workbook_or_a_report(project: SmallProject, files: FileText) -> None:
    survives(project, files)


@steady
@given(files=changed_files(CSV_FILES))
def test_changed_tables_give_a_workbook_or_a_report(project: SmallProject, files: FileText) -> None:
    survives(project, files)


@steady
@given(files=changed_files([*YAML_FILES, *CSV_FILES]))
def test_changed_files_of_both_kinds_give_a_workbook_or_a_report(project: SmallProject, files: FileText) -> None:
    survives(project, files)


@steady
@given(files=other_files([*YAML_FILES, *CSV_FILES]))
def test_any_text_or_bytes_give_a_workbook_or_a_report(project: SmallProject, files: FileText) -> None:
    survives(project, files)


def test_the_project_that_is_changed_is_sound(project: SmallProject) -> None:
    assert survives(project, {})


def test_nothing_is_left_of_what_failed(project: SmallProject) -> None:
    survives(project, {"indicator_specs.yaml": "areas: ["})
    assert {path.suffix for path in Path(project.folder / "outputs").iterdir()} <= {".xlsx"}
    assert not [path for path in Path(project.folder / "outputs").iterdir() if path.name.startswith(".")]
