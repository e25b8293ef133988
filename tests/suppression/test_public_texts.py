"""The public edition prints no text that nobody approved for it, no draft, and none that tells what is withheld."""

from __future__ import annotations

import pytest

from tests.support.commands import Run, runner
from tests.support.commented import APPROVED, commented
from tests.support.public import EDITION, STEM, everything_in, public
from tests.support.small import SmallProject

FOR_THE_PUBLIC = "public_texts: {approved_by: Head of Communications, indicators: [%s]}\n"
TEXT = 'County,Plans,PLANS,"GREEN: A word from the service, which expects as much next month.",A. Author,'
TELLING = 'County,Plans,PLANS,"GREEN: In Eastham 3 plans were issued in time, of 7,919.",,'


@pytest.fixture(name="run")
def fixture_run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def approved(small: SmallProject, *indicators: str) -> None:
    """Let the edition's drafts stand for managers, and the texts on some indicators for the public."""
    small.write(EDITION, small.text(EDITION) + APPROVED + (FOR_THE_PUBLIC % ", ".join(indicators)) * bool(indicators))


def said(small: SmallProject) -> bytes:
    """All that the public page for a browser holds."""
    return b"".join(data for _, data in everything_in(small.folder / f"outputs/{STEM}_public.html"))


def test_without_approval_there_is_neither_text_nor_draft(small: SmallProject, run: Run) -> None:
    approved(commented(public(small), TEXT))
    assert run("build", "2024-11", "--public", "--to", "html").code == 0
    assert b"A word from the service" not in said(small)
    assert b"Commentary" not in said(small)


def test_an_approved_text_is_printed_and_no_draft_beside_it(small: SmallProject, run: Run) -> None:
    approved(commented(public(small), TEXT), "PLANS")
    ran = run("build", "2024-11", "--public", "--to", "html")
    assert (ran.code, ran.summary["Commentary"]) == (0, "1 text")
    assert b"A word from the service" in said(small)
    assert b"A. Author" not in said(small)


def test_an_approved_text_that_tells_what_is_withheld_is_refused(small: SmallProject, run: Run) -> None:
    approved(commented(public(small), TELLING), "PLANS")
    assert run("build", "2024-11", "--to", "html").code == 0
    ran = run("build", "2024-11", "--public", "--to", "html")
    assert ran.code == 1
    assert "inputs/2024-11/commentary.csv, row 2" in ran.err
    assert "a figure of Eastham of Nov-24 that is suppressed, in the public edition" in ran.err
    assert "7,919" not in ran.err


def test_a_text_that_leaves_a_withheld_figure_to_its_row_is_refused(small: SmallProject, run: Run) -> None:
    """The county is small as well, so that its text has no figure to show."""
    public(small)
    small.change("inputs/2024-11/observations.csv", "2024-11,60.0,6000,10000,,", "2024-11,0.04,4,10000,,2")
    approved(commented(small, 'County,Plans,PLANS,"It was {value} this month.",,'), "PLANS")
    ran = run("build", "2024-11", "--public", "--to", "html")
    assert (ran.code, "PLANS has no such figure" in ran.err) == (1, True)


def test_approval_of_a_text_that_nobody_wrote_is_told(small: SmallProject, run: Run) -> None:
    approved(commented(public(small), TEXT), "SECOND")
    ran = run("build", "2024-11", "--public", "--to", "html")
    assert (ran.code, "no text about SECOND" in ran.err) == (1, True)


def test_the_managers_edition_prints_the_same_texts_whatever_is_approved(small: SmallProject, run: Run) -> None:
    approved(commented(public(small), TEXT))
    run("build", "2024-11", "--to", "html")
    file = small.folder / f"outputs/{STEM}.html"
    before = file.read_bytes()
    approved(small, "PLANS")
    small.write(EDITION, small.text(EDITION).replace(APPROVED, "", 1))
    run("build", "2024-11", "--to", "html")
    assert b"A word from the service" in before
    assert len(file.read_bytes()) == len(before)
