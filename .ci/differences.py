"""Prints where two builds of a workbook differ: in bytes, in cells, and in the releases that they were made with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile


def parts(file: Path) -> dict[str, bytes]:
    """What stands in each part of the file."""
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def releases(python: str) -> dict[str, str]:
    """The installed libraries."""
    command = [python, "-m", "pip", "freeze", "--exclude-editable", "--disable-pip-version-check"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def main(ours: Path, other: Path, our_python: str, other_python: str) -> None:
    """Print what differs."""
    here, there = releases(our_python), releases(other_python)
    moved = [f"{name} {here[name]} -> {there[name]}" for name in here if there.get(name, here[name]) != here[name]]
    print("releases: " + (", ".join(moved) or "the same"))
    if ours.read_bytes() == other.read_bytes():
        print("workbook: the same bytes")
        return
    one, two = parts(ours), parts(other)
    differing = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    print("workbook: differs in " + (", ".join(differing) or "its packing only"))


main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
