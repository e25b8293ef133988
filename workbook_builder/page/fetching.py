"""Fetches what `lock.json` pins, with npm and pip, and keeps it: each release is known by its hash."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from workbook_builder.files import workshop
from workbook_builder.problems import Problem, ProblemsFound, quoted

LOCK = Path(__file__).with_name("lock.json")
_PATIENCE = 900  # seconds
_HASH = 16  # characters of it that name a folder


@dataclass(frozen=True)
class Fetched:
    """The folder with what was fetched."""

    folder: Path

    @property
    def node_modules(self) -> Path:
        """The packages of npm."""
        return self.folder / "node_modules"

    @cached_property
    def wheels(self) -> tuple[Path, ...]:
        """The libraries, in order."""
        return tuple(sorted((self.folder / "wheels").glob("*.whl")))


def locked() -> dict[str, Any]:
    """What is pinned."""
    return dict(json.loads(LOCK.read_text(encoding="utf-8")))


def fetched(cache: Path) -> Fetched:
    """What is pinned, from the folder `cache`, or fetched into it. Raises `ProblemsFound` where that fails."""
    place = cache / sha256(LOCK.read_bytes()).hexdigest()[:_HASH]
    if not place.is_dir():
        try:
            cache.mkdir(parents=True, exist_ok=True)
            with workshop(place) as temporary:
                _fetch(locked(), temporary / "made")
                with suppress(OSError):  # another run was quicker
                    (temporary / "made").rename(place)
        except OSError as error:
            found = f"it cannot be written ({error.strerror or error})"
            raise ProblemsFound([Problem(str(cache), found, "a folder", "choose another with --cache")]) from error
    return Fetched(place)


def _fetch(lock: dict[str, Any], folder: Path) -> None:
    folder.mkdir()
    root = lock["npm"]["packages"][""]
    (folder / "package.json").write_text(json.dumps(root), encoding="utf-8")
    (folder / "package-lock.json").write_text(json.dumps(lock["npm"]), encoding="utf-8")
    run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder)
    wanted = folder / "requirements.txt"
    lines = (f"{one['name']}=={one['version']} --hash=sha256:{one['sha256']}\n" for one in lock["wheels"])
    wanted.write_text("".join(lines), encoding="utf-8")
    python = lock["pyodide"]["python"]
    platforms = [word for name in lock["pyodide"]["platforms"] for word in ("--platform", name)]
    abi = ("--python-version", python, "--implementation", "cp", "--abi", f"cp{python.replace('.', '')}")
    how = ("--only-binary=:all:", "--no-deps", "--require-hashes", "--disable-pip-version-check", *platforms, *abi)
    run([sys.executable, "-m", "pip", "download", "-q", *how, "-d", "wheels", "-r", wanted.name], folder)


def run(command: Sequence[str], folder: Path) -> None:
    """Run a program in a folder. Raises `ProblemsFound` where it is not installed or fails."""
    program = shutil.which(command[0])
    if program is None:
        remedy = "install Node.js, which brings node and npm, and repeat the command"
        raise ProblemsFound([Problem(command[0], "no such program", "npm and node on the PATH", remedy)])
    try:
        ran = subprocess.run(
            [program, *command[1:]], cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ProblemsFound([_failed(command, f"no end after {_PATIENCE} seconds")]) from error
    if ran.returncode:
        said = (ran.stderr or ran.stdout).strip().splitlines() or ["nothing was said"]
        raise ProblemsFound([_failed(command, f"it failed: {quoted(said[-1], 200)}")])


def _failed(command: Sequence[str], found: str) -> Problem:
    name = "pip download" if command[0] == sys.executable else " ".join(command[:2])
    remedy = "check the connection to the registries of npm and Python packages, and repeat the command"
    return Problem(name, found, "the packages that are pinned", remedy)
