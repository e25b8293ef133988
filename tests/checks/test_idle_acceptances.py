"""An acceptance that accepts nothing is told, so that none stays behind to hide a later warning."""

from __future__ import annotations

import pytest

from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build

EDITION = "inputs/2024-11/edition.yaml"
REASON = "Checked with the team in November."


def accept(small: SmallProject, entry: str) -> None:
    """Add one acceptance to the edition."""
    small.write(EDITION, f"{small.text(EDITION)}accepted:\n  - {{{entry}, reason: {REASON}}}\n")


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("rule: ratio, indicator: PLANS", "ratio is accepted"),
        ("rule: jump, indicator: PLANS, area: Eastham", "jump is accepted in Eastham"),
    ],
)
def test_an_acceptance_without_its_warning_is_told(small: SmallProject, entry: str, found: str) -> None:
    accept(small, entry)
    (told,) = check(small.folder, "2024-11")
    assert (told.rule, told.indicator, told.where) == ("acceptance", "PLANS", EDITION)
    assert (told.found, told.expected) == (found, "a warning that it accepts")
    assert told.difference == "there is none: remove the entry"


@pytest.mark.parametrize("area", ["", ", area: Shire"])
def test_an_acceptance_of_a_warning_is_not(small: SmallProject, area: str) -> None:
    small.change("inputs/2024-11/observations.csv", "2024-11,61.5,123,200", "2024-11,28.1,9,31")
    accept(small, f"rule: ratio, indicator: PLANS{area}")
    assert [(told.rule, told.accepted) for told in check(small.folder, "2024-11")] == [("ratio", REASON)]


def test_the_workbook_of_one_area_tells_none(small: SmallProject) -> None:
    accept(small, "rule: ratio, indicator: PLANS, area: Shire")
    assert build(Order(small.folder, "2024-11", area="Eastham")).open_findings == ()
