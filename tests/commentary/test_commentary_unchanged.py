"""A text may stay as long as its figure does: it is only told of where the figure is of a later period."""

from __future__ import annotations

from dataclasses import replace

from tests.scorecards.test_previous import add_october
from tests.support.commented import HEADER, commented
from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from workbook_builder.checks import check_scorecard
from workbook_builder.inputs import Inputs
from workbook_builder.scorecards import Scorecard


def told(made: Scorecard, inputs: Inputs) -> list[str]:
    """The indicators of whose texts the rule warns."""
    return [finding.indicator for finding in check_scorecard(made, inputs) if finding.rule == "commentary_unchanged"]


def test_a_text_may_stay_while_its_figure_is_the_latest(small: SmallProject) -> None:
    add_october(small)
    row = "County,Plans,PLANS,More staff were appointed.,,"
    small.write("inputs/2024-10/commentary.csv", f"{HEADER}{row}\n")
    made, inputs = scorecard_of(commented(small, row).folder, "2024-11")
    assert told(made, inputs) == ["PLANS"]
    assert told(replace(made, previous=replace(made, previous=None)), inputs) == []
    assert told(replace(made, previous=None), inputs) == ["PLANS"]
