"""Figures that the author of a text saw: `check` and `collect` read them alike, however they are displayed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.recipes import check
from tests.support.returned import COMMENTARY, FIGURES, HEADER, built, cells_of, typed, with_commentary
from tests.support.small import SmallProject
from workbook_builder.commands.collect import collect
from workbook_builder.commentary.figures_seen import differ, joined, parted


@pytest.mark.parametrize(
    "figures",
    [
        "GREEN; 61.5*; 60",
        "GREEN; 61.5†; 60",
        "GREEN; 61.5 ‡; 60",
        "green; 61.50; >= 60.0",
        "GREEN; ; ",
        "GREEN; <= 61.5 *",
    ],
)
def test_the_same_figures_displayed_otherwise_are_not_outdated(small: SmallProject, figures: str) -> None:
    with_commentary(small).write(COMMENTARY, f"{HEADER}County,Plans,PLANS,All went well.,A team,{figures}\n")
    assert check(small.folder, "2024-11") == ()


@pytest.mark.parametrize("figure", ["61.5*", "61.5†"])
def test_a_figure_that_comes_back_with_its_mark_has_not_changed(
    tmp_path: Path, small: SmallProject, figure: str
) -> None:
    sent = built(with_commentary(small))
    marked = {cells_of(sent, "Latest figure")["PLANS"]: figure}
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": "GREEN: As agreed."}, **marked)
    assert collect(small.folder, [copy]).in_words == ""
    assert f"GREEN; {figure}; 60" in small.text(COMMENTARY)
    assert check(small.folder, "2024-11") == ()


@pytest.mark.parametrize(
    ("then", "now", "are_other"),
    [
        ("1,234", "1234", False),
        ("<= 25", "25.0", False),
        ("10.4*", "10.5", True),
        ("10.4†", "10.4*", False),
        ("10.4†", "10.5†", True),
        ("10.4*", "suppressed", True),
        ("To be supplied", "to be supplied", False),
        ("N/A", "", True),
        ("", "10.4", False),
    ],
)
def test_figures_differ_by_what_they_say(then: str, now: str, are_other: bool) -> None:
    assert differ(then, now) == are_other


def test_what_is_stated_of_figures_is_read_again() -> None:
    assert joined(["", "", ""]) == ""
    for stated in FIGURES.values():
        assert joined(parted(stated)) == stated
    assert parted("AMBER; 10.4*") == ("AMBER", "10.4*", "")
    assert parted("") == ("", "", "")
