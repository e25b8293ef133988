"""A final edition is final: nothing unfinished in it, and no draft that nobody answers for."""

from __future__ import annotations

import pytest

from tests.support.commands import Run, runner
from tests.support.commented import APPROVED, COMMENTARY, HEADER, commented, said
from tests.support.reading import SOURCES
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.problems import Problem, ProblemsFound

EDITION = "inputs/2024-11/edition.yaml"
OUTPUT = "outputs"
TEXTS = [f"County,{section},{name},Text.,," for section, name in (("Plans", "PLANS"), ("Children", "REPEAT"))]
SECOND = "County,Children,SECOND,Text.,,\n"


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def finalised(small: SmallProject) -> SmallProject:
    """The project with a final edition."""
    small.change(EDITION, "status: draft", "status: final")
    return small


def refused(small: SmallProject) -> tuple[Problem, ...]:
    """Why neither `build` nor `check` goes through."""
    for command in (lambda: check(small.folder, "2024-11"), lambda: build(Order(small.folder, "2024-11"))):
        with pytest.raises(ProblemsFound) as raised:
            command()
    return tuple(raised.value.problems)


def test_a_final_edition_with_drafts_is_refused(small: SmallProject) -> None:
    (told,) = refused(finalised(commented(small, *TEXTS)))
    assert told.where == EDITION
    assert told.found == "status: final, with 1 draft that nobody has replaced or approved: SECOND"
    assert told.allowed == "texts that somebody answers for, or status: draft"
    assert "drafts_approved_by: " in told.remedy
    assert not list((small.folder / OUTPUT).glob("*.xlsx"))


def test_all_drafts_are_named_at_once(small: SmallProject) -> None:
    (told,) = refused(finalised(commented(small)))
    assert told.found.endswith("3 drafts that nobody has replaced or approved: PLANS, REPEAT, SECOND")


def test_texts_in_the_place_of_drafts_make_an_edition_final(small: SmallProject) -> None:
    finalised(commented(small, *TEXTS))
    small.write(COMMENTARY, small.text(COMMENTARY) + SECOND)
    assert check(small.folder, "2024-11") == ()
    assert build(Order(small.folder, "2024-11")).is_final


def test_approved_drafts_may_be_published(small: SmallProject, run: Run) -> None:
    finalised(commented(small))
    small.write(EDITION, small.text(EDITION) + APPROVED)
    ran = run("build", "2024-11")
    assert (ran.code, ran.err, ran.summary["Commentary"]) == (0, "", "3 drafts")


def test_the_report_of_a_refusal_is_a_report_of_problems(small: SmallProject, run: Run) -> None:
    ran = run("build", "2024-11") if finalised(commented(small)) else None
    assert ran
    assert ran.code == 1
    assert EDITION in ran.err
    assert "Traceback" not in ran.err


def test_an_empty_approval_is_none(small: SmallProject) -> None:
    finalised(commented(small))
    small.write(EDITION, small.text(EDITION) + 'drafts_approved_by: "  "\n')
    assert len(refused(small)) == 1


def test_a_draft_edition_may_have_drafts(small: SmallProject) -> None:
    assert said(commented(small))
    assert check(small.folder, "2024-11") == ()


def test_the_workbook_of_one_area_has_no_commentary_and_needs_no_approval(small: SmallProject) -> None:
    assert build(Order(finalised(commented(small)).folder, "2024-11", area="Eastham")).is_final


@pytest.mark.parametrize("text", ["XX% of plans.", "See [insert figure].", "TBC", "At #REF! now.", "They donâ€™t."])
def test_unfinished_texts_are_a_warning_in_a_draft_and_refused_in_a_final_edition(
    small: SmallProject, text: str
) -> None:
    commented(small).write(COMMENTARY, HEADER + f"County,Plans,PLANS,{text},,\n")
    small.write(EDITION, small.text(EDITION) + APPROVED)
    (warned,) = check(small.folder, "2024-11")
    assert warned.rule == "unfinished"
    (told,) = refused(finalised(small))
    assert (told.where, told.allowed) == (f"{COMMENTARY}, row 2", "words that are meant to be read")
    assert told.found == f"{warned.found} in a final edition (PLANS)"


def test_every_unfinished_text_and_every_draft_is_told_at_once(small: SmallProject) -> None:
    finalised(commented(small, "County,Plans,PLANS,XX% of plans.,,"))
    small.change(SOURCES, "PLANS,Month of November 2024", "PLANS,Month of ??")
    assert [told.where for told in refused(small)] == [f"{COMMENTARY}, row 2", f"{SOURCES}, row 2", EDITION]


def test_what_looks_unfinished_and_is_meant_is_accepted_with_a_reason(small: SmallProject) -> None:
    finalised(commented(small, *TEXTS[1:], SECOND.strip(), "County,Plans,PLANS,Schedule XX of the Act.,,"))
    assert len(refused(small)) == 1
    reason = "accepted:\n  - {rule: unfinished, indicator: PLANS, reason: Schedule 20 is written so.}\n"
    small.write(EDITION, small.text(EDITION) + reason)
    assert [found.accepted for found in check(small.folder, "2024-11")] == ["Schedule 20 is written so."]


def test_a_note_that_looks_unfinished_can_be_accepted_too(small: SmallProject) -> None:
    small.write(EDITION, small.text(EDITION) + "note: Figures to follow.\n")
    reason = 'accepted:\n  - {rule: unfinished, indicator: "", reason: They follow in a note.}\n'
    small.write(EDITION, small.text(EDITION) + reason)
    assert [found.accepted for found in check(finalised(small).folder, "2024-11")] == ["They follow in a note."]
    assert build(Order(small.folder, "2024-11")).accepted_findings == 1
