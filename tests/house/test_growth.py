"""Nothing grows faster than the work: calls are counted, since seconds differ from machine to machine.

A function that is called for every pair of districts, months or indicators is found here by its name.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.benchmarks.projects import shipped, with_districts, with_months
from workbook_builder.commands.build import Order, build

PACKAGE = "workbook_builder"
SLACK = 1.25  # some things are only there where there are many: a second printed page, a longer name
FEW = 3000  # calls that are too few to matter, however they grow

Calls = Counter[str]


class _Counting:
    """Counts calls of functions of the package, and of what they call that is written in C, by their names."""

    def __init__(self) -> None:
        self.calls: Calls = Counter()

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        if event == "call":
            code = frame.f_code
            if PACKAGE in code.co_filename:
                self.calls[f"{Path(code.co_filename).stem}:{code.co_firstlineno} {code.co_name}"] += 1
        elif event == "c_call" and PACKAGE in frame.f_code.co_filename:
            code = frame.f_code
            self.calls[f"{Path(code.co_filename).stem}:{frame.f_lineno} {argument.__name__}"] += 1


def calls_of(project: Path) -> Calls:
    """How often each function is called while the edition is built."""
    counting = _Counting()
    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        build(Order(project, "2024-11", output=project / "out.xlsx"))
    finally:
        sys.setprofile(before)
    return counting.calls


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Calls:
    """The calls of the shipped edition: 12 districts, 93 indicators, one month before it."""
    project = shipped(tmp_path_factory.mktemp("usual") / "project")
    build(Order(project, "2024-11", output=project / "out.xlsx"))  # what is made once a process is there now
    return calls_of(project)


# By how much the figures grow: of 13 areas 51, and of one earlier month 24 more, each of which
# states a twelfth of what the first two state together.
GROWN: dict[str, tuple[Callable[[Path], Path], float]] = {
    "50 districts": (lambda target: with_districts(target, 50), 51 / 13),
    "24 months": (lambda target: with_months(target, 24), 3),
}


@pytest.mark.parametrize(("make", "times"), GROWN.values(), ids=GROWN)
def test_no_function_is_called_more_often_than_the_work_grows(
    make: Callable[[Path], Path], times: float, usual: Calls, tmp_path: Path
) -> None:
    grown = calls_of(make(tmp_path / "project"))
    faster = {
        name: (usual[name], calls)
        for name, calls in grown.items()
        if calls > FEW and calls > usual[name] * times * SLACK
    }
    assert faster == {}


def test_the_counting_sees_what_grows_faster() -> None:
    counting = _Counting()
    code = compile(
        "def pairs(n):\n    return [one(a, b) for a in range(n) for b in range(n)]\n"
        "def one(a, b):\n    return abs(a)\n",
        f"{PACKAGE}/made_up.py",
        "exec",
    )
    made: dict[str, Any] = {}
    exec(code, made)
    sys.setprofile(counting)
    made["pairs"](4)
    sys.setprofile(None)
    assert counting.calls["made_up:3 one"] == 16
    assert counting.calls["made_up:4 abs"] == 16
