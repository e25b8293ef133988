"""Returned copies of a built workbook, into whose commentary somebody has typed, for the tests of collecting."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.commands import Run, runner
from tests.support.editing import Typed, edit_cells
from tests.support.small import SmallProject
from tests.support.tables import book
from workbook_builder.commands.build import Order, build

SPEC = "indicator_specs.yaml"
COMMENTARY = "inputs/2024-11/commentary.csv"
KEPT = "inputs/2024-11/collected/texts.csv"
PAGE = """\
      - kind: commentary
        name: Commentary
        sections:
          - {page: County, title: Social care, indicators: [REPEAT, SECOND]}
          - {page: County, title: Plans, indicators: [PLANS]}
"""
_TARGETS = "      - {kind: targets, name: Targets}\n"
HEADER = "page,section,indicator,text,author,figures\n"
SECTIONS = {"PLANS": "Plans", "REPEAT": "Social care", "SECOND": "Social care"}
FIGURES = {"PLANS": "GREEN; 61.5; 60", "REPEAT": "AMBER; 28.0; 25.0", "SECOND": "GREEN; 21.0; 20.0"}


def with_commentary(small: SmallProject) -> SmallProject:
    """The small project with a page of commentary on the county's three indicators."""
    small.change(SPEC, _TARGETS, PAGE + _TARGETS)
    return small


def built(small: SmallProject) -> Path:
    """The workbook that is sent out."""
    return build(Order(small.folder, "2024-11")).file


@pytest.fixture(name="project")
def fixture_project(small: SmallProject) -> SmallProject:
    """The small project with a page of commentary."""
    return with_commentary(small)


@pytest.fixture(name="sent")
def fixture_sent(project: SmallProject) -> Path:
    """The workbook that the managers are sent."""
    return built(project)


@pytest.fixture(name="run")
def fixture_run(project: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the project."""
    return runner(project.folder, capsys)


def cells_of(file: Path, column: str = "Commentary", sheet: str = "Commentary") -> dict[str, str]:
    """The address of each indicator's cell in a column of the commentary."""
    rows = list(book(file)[sheet].iter_rows())
    header = next(row for row in rows if row[0].value == "Id")
    names = [cell.value for cell in header]
    place = names.index(column)
    rows = [row for row in rows[rows.index(header) + 1 :] if row[names.index("Version")].value]
    return {str(row[0].value): row[place].coordinate for row in rows}


def typed(file: Path, copy: Path, texts: Mapping[str, Typed], **more: Typed) -> Path:
    """A copy as Excel saves it, with texts typed into the commentary by indicator, and `more` into cells."""
    cells = cells_of(file)
    edits: dict[tuple[str, str], Typed] = {("Commentary", cells[name]): text for name, text in texts.items()}
    copy.parent.mkdir(exist_ok=True)
    return edit_cells(file, copy, edits | {("Commentary", cell): text for cell, text in more.items()})


def reworked(file: Path, copy: Path, work: Callable[[Any], None]) -> Path:
    """A copy that openpyxl has changed in ways that leave no cached values: `work` is given the workbook."""
    opened = load_workbook(file)
    work(opened)
    copy.parent.mkdir(exist_ok=True)
    opened.save(copy)
    return copy


def rows_of(small: SmallProject, name: str = COMMENTARY) -> list[dict[str, str]]:
    """The rows of a CSV file of the project, in order."""
    return rows_in(small.folder / name)


def rows_in(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, in order."""
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def texts_of(small: SmallProject, name: str = COMMENTARY) -> dict[str, str]:
    """What the file says of each indicator."""
    return {row["indicator"]: row["text"] for row in rows_of(small, name)}


def shown_in(file: Path) -> dict[str, str]:
    """What a workbook's commentary says of each indicator."""
    sheet = load_workbook(file)["Commentary"]
    return {name: str(sheet[cell].value) for name, cell in cells_of(file).items()}
