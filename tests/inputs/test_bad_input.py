"""Bad input never hurts: one clear report of all problems, exit 1, and the previous output as it was."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.commands import OUTPUT, Run, environment, files, python, runner
from tests.support.small import SmallProject
from tests.support.spoiled import SPOILED
from tests.support.spoiled.case import SPEC, Spoil, Told
from tests.support.spoiled.odd import ODD, SHEET_NAMES
from workbook_builder.commands.build import Order, build

OBSERVATIONS = "inputs/2024-11/observations.csv"
OWN_FORMULAS = ("=IF(INDEX(", "=IF(COUNT(", "=IF('Targets'!", "=ROUND(", '="N/A"')
BLOCK = re.compile(r"((?:.+\n)+?)    found:   (.+)\n    allowed: (.+)\n    remedy:  (.+)")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of the sound project."""
    return build(Order(SmallProject(tmp_path_factory.mktemp("good")).folder, "2024-11")).file.read_bytes()


@pytest.fixture
def project(small: SmallProject, good: bytes) -> SmallProject:
    """The small project, built before anything in it was spoiled."""
    small.write(OUTPUT, good)
    return small


@pytest.fixture
def run(project: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the project."""
    return runner(project.folder, capsys)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of temporary files, at first empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def reported(text: str, folder: Path) -> list[Told]:
    """The problems of a report, each with the first of its places: as a line of a file, if that is all there is."""
    first, *blocks = text.removesuffix("\n").split("\n\n")
    problems = [BLOCK.fullmatch(block) for block in blocks]
    assert all(problems), text
    told = [tuple(map(str, found.groups())) for found in problems if found]
    counted = sum(_places(where) for where, *_ in told)
    assert first == f"{counted} problem{'' if counted == 1 else 's'}; nothing was written."
    inside = str(folder) + os.sep
    return [(where.splitlines()[0].removeprefix(inside).replace(os.sep, "/"), *rest) for where, *rest in told]


def _places(where: str) -> int:
    *named, last = where.splitlines()
    more = re.match(r"… and (\d+) more places", last)
    return len(named) + (int(more[1]) if more else 1)


def as_told(problem: Told, told: Told) -> Told:
    """As much of a problem as is told of it; a line number only where one is told."""
    where, *rest = problem
    where = where if ", line " in told[0] else re.sub(r", line \d+", "", where)
    return (where, *rest)[: len(told)]


@pytest.mark.parametrize(("spoil", "told"), SPOILED.values(), ids=SPOILED)
def test_a_spoiled_project_gives_one_report_and_nothing_else(
    project: SmallProject, run: Run, temporary: Path, spoil: Spoil, told: list[Told]
) -> None:
    spoil(project)
    before = files(project.folder)
    ran = run("build", "2024-11")
    assert (ran.code, ran.out) == (1, "")
    problems = reported(ran.err, project.folder)
    assert [as_told(*pair) for pair in zip(problems, told, strict=True)] == told
    assert files(project.folder) == before
    assert list(temporary.iterdir()) == []


def test_many_ways_to_spoil_a_project_are_tried() -> None:
    assert len(SPOILED) > 120
    assert all(told for _, told in SPOILED.values())


def footers(file: Path) -> list[str]:
    """The footer of each sheet, with its codes."""
    with zipfile.ZipFile(file) as parts:
        sheets = [parts.read(name).decode("utf-8") for name in parts.namelist() if "/worksheets/sheet" in name]
    found = [re.search("<oddFooter>(.*)</oddFooter>", sheet, re.DOTALL) for sheet in sheets]
    return [html.unescape(footer[1]).replace("\n", " ") if footer else "" for footer in found]


@pytest.mark.parametrize(("spoil", "cells"), ODD.values(), ids=ODD)
def test_an_odd_project_builds_and_its_text_stays_text(
    project: SmallProject, run: Run, temporary: Path, spoil: Spoil, cells: list[object]
) -> None:
    spoil(project)
    ran = run("build", "2024-11")
    assert (ran.code, ran.err) == (0, "")
    book = load_workbook(project.folder / OUTPUT)
    written = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [value for value in cells if value not in [c.value for c in written if c.data_type in "sn"]] == []
    formulas = [str(cell.value) for cell in written if cell.data_type == "f"]
    assert [formula for formula in formulas if not formula.startswith(OWN_FORMULAS)] == []
    assert {cell.hyperlink.target for cell in written if cell.hyperlink} <= {None}
    assert all(re.match("&L.*&RPage &P of &N$", footer) for footer in footers(project.folder / OUTPUT))
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("name", SHEET_NAMES)
def test_a_sheet_of_any_allowed_name_can_be_linked_to(project: SmallProject, run: Run, name: str) -> None:
    project.change(SPEC, "name: Targets", f"name: {json.dumps(name, ensure_ascii=False)}")
    assert run("build", "2024-11").code == 0
    book = load_workbook(project.folder / OUTPUT)
    links = [cell.hyperlink.location for (cell,) in book["Contents"]["A1:A20"] if cell.hyperlink]
    assert [link.rpartition("!")[0].strip("'") for link in links if link] == [
        *("Cover", "County", "Eastham"),
        *(name, "Sources", "Definitions"),
    ]
    assert name in book.sheetnames


LIMITED = """
import resource, sys
from workbook_builder.cli import main

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
main(sys.argv[2:])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of file sizes")
@pytest.mark.parametrize("missing", [1, 1_000, -100])
def test_a_file_that_cannot_be_written_to_its_end_is_not_begun(
    project: SmallProject, good: bytes, temporary: Path, missing: int
) -> None:
    project.change(OBSERVATIONS, "61.5,123,200", "62.0,124,200")
    before = files(project.folder)
    limit = str(100 if missing < 0 else len(good) - missing)
    build_it = ["-c", LIMITED, limit, "build", "2024-11", "--project", str(project.folder)]
    ran = python(*build_it, cwd=project.folder, TMPDIR=str(temporary), PYTHONDONTWRITEBYTECODE="1")
    assert (ran.code, ran.out) == (1, "")
    assert [problem[:2] for problem in reported(ran.err, project.folder)] == [
        (OUTPUT, "it cannot be written (File too large)")
    ]
    assert files(project.folder) == before
    assert list(temporary.iterdir()) == []


HALTED = """
import sys, time
from pathlib import Path
from workbook_builder.cli import main

write_bytes = Path.write_bytes

def halt(path, data):
    write_bytes(path, data[: len(data) // 2])
    print("half of it is written", flush=True)
    time.sleep(600)

Path.write_bytes = halt
main(sys.argv[1:])
"""


def test_a_build_that_is_killed_while_it_writes_leaves_the_old_file(project: SmallProject, good: bytes) -> None:
    project.change(OBSERVATIONS, "61.5,123,200", "62.0,124,200")
    command = [sys.executable, "-c", HALTED, "build", "2024-11", "--project", str(project.folder)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
        finally:
            process.kill()
    assert said == "half of it is written\n"
    assert (project.folder / OUTPUT).read_bytes() == good


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_file(
    project: SmallProject, good: bytes, tmp_path: Path
) -> None:
    project.change(OBSERVATIONS, "61.5,123,200", "62.0,124,200")
    new = build(Order(project.folder, "2024-11", output=tmp_path / "new.xlsx")).file.read_bytes()
    command = [sys.executable, "-m", "workbook_builder", "build", "2024-11", "--project", str(project.folder)]
    for moment in range(8):
        with subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL) as process:
            time.sleep(0.1 * moment)
            process.kill()
        assert (project.folder / OUTPUT).read_bytes() in (good, new)
