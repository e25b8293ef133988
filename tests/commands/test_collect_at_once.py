"""Two people collect at the same moment, or one saves commentary.csv meanwhile: no text is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.commands import environment
from tests.support.returned import COMMENTARY, HEADER, fixture_project, fixture_sent, texts_of, typed  # noqa: F401
from tests.support.small import SmallProject
from workbook_builder.commands import collect as collecting
from workbook_builder.commands.collect import collect
from workbook_builder.problems import ProblemsFound

posix = pytest.mark.skipif(sys.platform == "win32", reason="locks of Unix")


@posix
def test_what_two_runs_collect_at_once_stands_there_both(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    names = ["PLANS", "REPEAT", "SECOND"]
    copies = [typed(sent, tmp_path / f"{name}.xlsx", {name: f"Of {name}."}) for name in names]
    command = [sys.executable, "-m", "workbook_builder", "collect", "--project", str(project.folder)]
    runs = [subprocess.Popen([*command, str(copy)], env=environment(), stdout=subprocess.DEVNULL) for copy in copies]
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert texts_of(project) == {name: f"Of {name}." for name in names}


def test_what_is_saved_while_collecting_is_not_replaced(
    tmp_path: Path, project: SmallProject, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = HEADER + "County,Plans,PLANS,Saved just now.,,\n"
    write = collecting.write

    def meanwhile(*arguments: object) -> object:
        project.write(COMMENTARY, saved)
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(collecting, "write", meanwhile)
    with pytest.raises(ProblemsFound) as found:
        collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": "Collected."})])
    assert found.value.problems[0].found == "it has changed since it was read: another program saved it just now"
    assert project.text(COMMENTARY) == saved
    assert not (project.folder / "inputs/2024-11/collected").exists() or not any(
        (project.folder / "inputs/2024-11/collected").iterdir()
    )
