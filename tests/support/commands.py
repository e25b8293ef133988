"""Runs the command line in this process or another, for the tests of commands."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.places import ROOT
from workbook_builder.cli import main

OUTPUT = "outputs/Small_Scorecard_2024-11.xlsx"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def summary(self) -> dict[str, str]:
        """The printed lines `Name: what` by name."""
        lines = (line.partition(":") for line in self.out.splitlines())
        return {name: what.strip() for name, colon, what in lines if colon}


Run = Callable[..., Ran]


def runner(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A function that runs a command, on a project unless it is told of none."""

    def run(*arguments: str, project: Path | None = folder) -> Ran:
        capsys.readouterr()
        code: object = 0
        try:
            main([*arguments, *(("--project", str(project)) if project else ())])
        except SystemExit as ended:
            code = ended.code
        printed = capsys.readouterr()
        return Ran(int(str(code)), printed.out, printed.err)

    return run


def environment(**more: str) -> dict[str, str]:
    """The environment of another process that can import the package."""
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | more


def python(*arguments: str, cwd: Path, **more: str) -> Ran:
    """Run Python as from a shell, its output in pipes."""
    command = [sys.executable, *arguments]
    ran = subprocess.run(
        command, cwd=cwd, env=environment(**more), capture_output=True, encoding="utf-8", check=False
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def sheets(file: Path) -> list[str]:
    """The names of a workbook's sheets."""
    return list(load_workbook(file, read_only=True).sheetnames)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
