"""The same inputs give the same bytes, whatever the process, folder, time zone or way of writing formulas."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter.worksheet import Worksheet

from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.grid import Area, Cell, Sheet, SheetRow, Style, Workbook
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.styles import Looks


@pytest.fixture(params=["shipped", "small"])
def project(request: pytest.FixtureRequest, root: Path, small: SmallProject) -> Path:
    """The shipped project, and the small one."""
    return root if request.param == "shipped" else small.folder


def built_elsewhere(root: Path, project: Path, folder: Path, **environment: str) -> bytes:
    """The workbook that another process makes, with any warning an error."""
    folder.mkdir()
    output = folder / "scorecard.xlsx"
    command = [sys.executable, "-W", "error", "-m", "workbook_builder", "build", "2024-11", "--quiet"]
    finished = subprocess.run(
        [*command, "--project", str(project), "--output", str(output)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(root)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return output.read_bytes()


def test_two_processes_write_the_same_bytes_and_no_warning(root: Path, project: Path, tmp_path: Path) -> None:
    one = built_elsewhere(root, project, tmp_path / "one", PYTHONHASHSEED="1", TZ="Europe/London")
    other = built_elsewhere(root, project, tmp_path / "other folder", PYTHONHASHSEED="4321", TZ="Asia/Tokyo")
    assert one == other


def filled_by_xlsxwriter(
    worksheet: Worksheet, sheet: Sheet, formats: object, write: Callable[[int, int, Cell], int]
) -> int:
    """Every cell put into the table by XlsxWriter's own methods."""
    return min((write(*cell) for cell in sheet.cells()), default=0)


@pytest.mark.parametrize("only", [None, "FormulaSheet", "fill"])
def test_cells_are_written_as_xlsxwriter_itself_would_write_them(
    only: str | None, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = build(Order(project, "2024-11", output=tmp_path / "ours.xlsx")).file.read_bytes()
    for name, theirs in {"FormulaSheet": Worksheet, "fill": filled_by_xlsxwriter}.items():
        if only in (None, name):
            monkeypatch.setattr(xlsx, name, theirs)
    made = build(Order(project, "2024-11", output=tmp_path / "theirs.xlsx")).file.read_bytes()
    assert ours == made


def test_another_figure_gives_other_bytes(small: SmallProject, tmp_path: Path) -> None:
    before = build(Order(small.folder, "2024-11", output=tmp_path / "before.xlsx")).file.read_bytes()
    small.change("inputs/2024-11/observations.csv", "2024-10,60.0", "2024-10,60.1")
    assert build(Order(small.folder, "2024-11", output=tmp_path / "after.xlsx")).file.read_bytes() != before


REFUSED = {
    "a cell of Page": Sheet("Page", "Page", (60,), (SheetRow((Cell("x" * 32768, Style.TEXT),), 15),)),
    "a cell of Far": Sheet("Far", "Far", (), (SheetRow((None,) * 16_384 + (Cell(1, Style.TEXT),), 15),)),
    "a column of Page": Sheet("Page", "Page", (60,) * 16_385, ()),
    "the name no name": Sheet("Page", "Page", (60,), (), names=(("no name", Area(0, 0, 0, 0)),)),
}


@pytest.mark.parametrize(("what", "sheet"), REFUSED.items(), ids=REFUSED)
def test_what_xlsxwriter_refuses_is_an_error(what: str, sheet: Sheet, looks: Looks, tmp_path: Path) -> None:
    workbook = Workbook("Title", "Subject", "Author", date(2025, 1, 22), "Footer", "", (sheet,))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(xlsx.WriteError) as refused:
            xlsx.write(workbook, looks, tmp_path / "scorecard.xlsx")
    assert str(refused.value) == f"XlsxWriter refused {what} (code {-2 if what == 'a cell of Page' else -1})"
    assert list(tmp_path.iterdir()) == []
