"""What is told of a figure that somebody printed or saw, and that is suppressed now: not what it was."""

from __future__ import annotations

import pytest

from tests.support.reading import OBSERVATIONS
from tests.support.small import SmallProject
from workbook_builder.commands.audit import AuditOrder, audit_file
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect.standing import Standing
from workbook_builder.disclosure import seen

ROW = "PLANS,Eastham,2024-11,41.0,41,100,,"
PRINTED = "PLANS,Eastham,2024-11,37.719,4301,11403,,"


@pytest.mark.parametrize("cells", [",,,suppressed,", "37.719,suppressed,11403,,"])
def test_an_audit_says_that_a_suppressed_figure_was_printed_and_not_which(small: SmallProject, cells: str) -> None:
    small.change(OBSERVATIONS, ROW, PRINTED)
    file = build(Order(small.folder, "2024-11")).file
    small.change(OBSERVATIONS, PRINTED, f"PLANS,Eastham,2024-11,{cells}")
    found = audit_file(AuditOrder(small.folder, "2024-11", file))
    assert "other_figure" in {each.rule for each in found if each.place == "Eastham"}
    told = " ".join(str(each).replace(",", "") for each in found)
    assert [number for number in ("4301", "37.719") if number in told] == []


def test_an_audit_prints_other_figures_as_before(small: SmallProject) -> None:
    file = build(Order(small.folder, "2024-11")).file
    small.change(OBSERVATIONS, ROW, "PLANS,Eastham,2024-11,43.0,43,100,,")
    small.change(OBSERVATIONS, "SECOND,Shire,2024-09,17.0,,,,", "SECOND,Shire,2024-09,,,,suppressed,")
    found = audit_file(AuditOrder(small.folder, "2024-11", file))
    assert ("41.0", "43.0, as the inputs say") in {(each.found, each.expected) for each in found}


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [("39.7", "suppressed", "stated"), ("39.7", "41.0", "39.7"), ("", "suppressed", ""), ("N/A", "41.0", "N/A")],
)
def test_what_an_author_saw_is_told_unless_it_is_suppressed_now(then: str, now: str, told: str) -> None:
    assert seen(then, now) == told


def test_what_is_collected_is_told_without_it() -> None:
    standing = Standing(("County", "Plans", "PLANS"), None, ("N/A", "suppressed", "60"), "")
    told = standing.changed_figures(("GREEN", "39.7", "60"))
    assert "39.7" not in told
    assert "stated, now suppressed" in told
