"""Measures whole processes: processor time and peak memory, in interleaved pairs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LAUNCHER = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")))
ROOT = Path(__file__).parents[2]


def nothing() -> None:
    """What is done before a run that needs no preparation."""


@dataclass(frozen=True)
class Used:
    """What one run used: seconds of processor time (user and system), MiB at its peak."""

    seconds: float
    peak: float


@dataclass(frozen=True)
class Command:
    """What is run; `prepare` before each run, untimed. `ends` are the exit codes that it may end with."""

    arguments: Sequence[str]
    prepare: Callable[[], None] = nothing
    environment: Mapping[str, str] | None = None
    ends: tuple[int, ...] = (0,)

    def run(self) -> Used:
        """Run it once."""
        self.prepare()
        ran = subprocess.run(
            [*_LAUNCHER, sys.executable, *self.arguments],
            cwd=ROOT,
            env={**os.environ, **(self.environment or {})},
            capture_output=True,
            text=True,
            check=True,
        )
        code, seconds, peak = json.loads(ran.stdout)
        assert code in self.ends, f"{' '.join(self.arguments)} ended with {code}:\n{ran.stderr}"
        return Used(seconds, peak)


@dataclass(frozen=True)
class Compared:
    """Medians of interleaved runs: the ratio within each pair, with its least and most, and what the one used."""

    ratio: float
    least: float
    most: float
    used: Used
    yardstick: Used


def compared(command: Command, yardstick: Command, pairs: int) -> Compared:
    """Run both by turns, once more than `pairs` times: the first pair warms up what both find on the disk."""
    runs = [(command.run(), yardstick.run()) for _ in range(pairs + 1)][1:]
    ratios = [one.seconds / other.seconds for one, other in runs]
    ones, others = zip(*runs, strict=True)
    return Compared(median(ratios), min(ratios), max(ratios), _typical(ones), _typical(others))


def measured(command: Command, runs: int) -> Used:
    """The medians of so many runs."""
    return _typical([command.run() for _ in range(runs)])


def _typical(runs: Sequence[Used]) -> Used:
    return Used(median(run.seconds for run in runs), median(run.peak for run in runs))
