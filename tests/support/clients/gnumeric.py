"""Gnumeric: complains about formulas that other validators let through, and recalculates."""

import re
import shutil
import tempfile
from pathlib import Path

from . import made, run

MISSING = "Gnumeric is not installed (ssconvert is not on the PATH)"

# Valid parts of a workbook that Gnumeric does not know: each takes a line and an indented line below it.
IGNORABLE = re.compile(r"^Unexpected element '(?:ignoredErrors|tableParts)' in state *:.*\n(?:[ \t]+.*\n?)*", re.M)


def available() -> bool:
    return shutil.which("ssconvert") is not None


def complaints(path: Path, folder: Path) -> list[str]:
    """Open the workbook at `path`; give back what Gnumeric says against it, line by line.

    `folder` takes the copy that Gnumeric writes.
    """
    target = _target(folder)
    finished = run(["ssconvert", path, target])
    made(target, finished)
    return [line for line in IGNORABLE.sub("", finished.stderr).splitlines() if line.strip()]


def recalculate(path: Path, folder: Path) -> Path:
    """Open the workbook at `path`, recalculate every formula; give back the .xlsx saved below `folder`."""
    target = _target(folder)
    return made(target, run(["ssconvert", "--recalc", path, target]))


def _target(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix="gnumeric-", dir=folder)) / "workbook.xlsx"
