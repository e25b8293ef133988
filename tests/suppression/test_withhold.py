"""`withhold` lists what a public edition must not print, by its rows and never a figure, and whether it is enough."""

from __future__ import annotations

import pytest

from tests.support.commands import Run, files, runner
from tests.support.small import SmallProject

OBSERVATIONS = "inputs/2024-11/observations.csv"


@pytest.fixture(name="run")
def fixture_run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def test_where_nothing_is_small_nothing_is_withheld(small: SmallProject, run: Run) -> None:
    small.write("indicator_specs.yaml", small.text("indicator_specs.yaml") + "suppress: {unknown_numerators: show}\n")
    before = files(small.folder)
    ran = run("withhold", "2024-11")
    assert (ran.code, ran.summary["Withheld"]) == (0, "0")
    assert ran.summary["Proof"] == "no small count can be found out from what is left"
    assert files(small.folder) == before


def test_a_small_count_is_listed_by_its_row_and_never_by_its_figure(small: SmallProject, run: Run) -> None:
    small.change(OBSERVATIONS, "2024-11,41.0,41,100,,", "2024-11,4.0,4,100,,")
    ran = run("withhold", "2024-11")
    assert ran.code == 0
    assert "  a small count: PLANS, 2024-11: Eastham" in ran.out.splitlines()
    assert "4.0" not in ran.out + ran.err
    assert "as secret as the figures" in ran.err
