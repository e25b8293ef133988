"""No draft stands beside doubt: while a warning about a row's figure is open, its draft says that and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commented import COMMENTARY, HEADER, commented, said
from tests.support.doubtful import accept
from tests.support.reading import OBSERVATIONS
from tests.support.recipes import check, scorecard_of
from tests.support.small import SmallProject
from workbook_builder.checks.rule import About
from workbook_builder.checks.rules import RULES
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect import collect

IN_DOUBT = "is in doubt and not commented on until that is settled: "


@pytest.fixture
def doubtful(small: SmallProject) -> SmallProject:
    """The project with a page of commentary and a figure that its numerator and denominator do not make."""
    commented(small).change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200", "PLANS,Shire,2024-11,28.1,9,31")
    return small


def test_the_draft_on_a_doubtful_figure_says_what_is_in_doubt_and_no_more(doubtful: SmallProject) -> None:
    assert said(doubtful)["PLANS"] == (
        f"RED: The figure shown for Nov-24, 28.1%, {IN_DOUBT}28.1 (expected: 29.0, from 9 / 31). [draft]"
    )


def test_other_rows_have_their_drafts(doubtful: SmallProject) -> None:
    assert [name for name, text in said(doubtful).items() if IN_DOUBT in text] == ["PLANS"]


def test_a_warning_that_is_accepted_is_no_doubt(doubtful: SmallProject) -> None:
    accept(doubtful, "rule: ratio, indicator: PLANS")
    assert said(doubtful)["PLANS"].startswith(
        "RED: The percentage of plans issued in time was 28.1% in November 2024 (9 of 31"
    )


def test_the_doubt_of_another_place_is_not_the_rows(doubtful: SmallProject) -> None:
    accept(doubtful, "rule: ratio, indicator: PLANS, area: Shire")
    doubtful.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,115.9,131,113")
    assert IN_DOUBT not in said(doubtful)["PLANS"]
    assert [found.place for found in check(doubtful.folder, "2024-11") if not found.accepted] == ["Eastham"]


def test_a_text_that_somebody_wrote_stays_beside_a_doubt(doubtful: SmallProject) -> None:
    doubtful.write(COMMENTARY, HEADER + "County,Plans,PLANS,We are counting again.,,\n")
    assert said(doubtful)["PLANS"] == "RED: We are counting again."


def test_a_target_still_to_be_stated_is_no_doubt() -> None:
    assert [rule.id for rule in RULES if rule.about is About.COMING_YEAR] == ["missing_target"]


def test_rules_about_texts_come_after_those_about_figures() -> None:
    assert [rule.about is About.TEXT for rule in RULES] == sorted(rule.about is About.TEXT for rule in RULES)


def test_every_open_warning_about_a_commented_figure_is_said_in_its_draft(root: Path) -> None:
    casting = {rule.id for rule in RULES if rule.about is About.FIGURE}
    in_doubt = {(found.indicator, found.place) for found in check(root, "2024-11") if found.rule in casting}
    made, _ = scorecard_of(root, "2024-11")
    drafts = {(p.row.indicator.id, p.row.place): p.text for p in made.commentary if p.is_draft}
    assert {key for key, text in drafts.items() if IN_DOUBT in text} == in_doubt & drafts.keys()
    assert {("CYPE24", "Kent"), ("CYPE25", "Kent")} <= in_doubt & drafts.keys()


def test_a_copy_with_a_draft_in_doubt_that_nobody_touched_is_collected_as_such(doubtful: SmallProject) -> None:
    sent = build(Order(doubtful.folder, "2024-11")).file
    collected = collect(doubtful.folder, [sent])
    assert collected.written is None
    assert not collected.needs_a_person
