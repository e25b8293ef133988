"""`build --to`: which outputs are written, where, and that all of them are, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import OUTPUT, Run, files, runner
from tests.small import SmallProject
from workbook_builder.outputs import OUTPUTS, Output, find_outputs, places
from workbook_builder.problems import ProblemsFound

PAGES = Output("pages", "a file of ours", "_pages.txt", "pages")
PARTS = Output("parts", "a folder of ours", "_parts", "parts", is_folder=True)


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def test_a_workbook_is_what_is_written_when_nothing_is_asked_for(run: Run, small: SmallProject) -> None:
    assert run("build", "2024-11").code == 0
    before = (small.folder / OUTPUT).read_bytes()
    assert run("build", "2024-11", "--to", "xlsx").code == 0
    assert (small.folder / OUTPUT).read_bytes() == before


@pytest.mark.parametrize("words", ["xlsx", " XLSX ", "xlsx,xlsx", "xlsx,"])
def test_words_are_read_whatever_their_case_and_each_once(words: str) -> None:
    assert find_outputs(words) == (OUTPUTS["xlsx"],)


@pytest.mark.parametrize(
    ("words", "found", "remedy"),
    [
        ("xslx", 'no output "xslx"', 'did you mean "xlsx"?'),
        ("xlsx,parchment", 'no output "parchment"', "write one or more of these, with commas between: --to xlsx"),
        (",", 'no output ","', "write one or more of these, with commas between: --to xlsx"),
    ],
)
def test_an_unknown_word_is_a_problem(run: Run, small: SmallProject, words: str, found: str, remedy: str) -> None:
    before = files(small.folder)
    ran = run("build", "2024-11", "--to", words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[2:] == [
        "--to",
        f"    found:   {found}",
        f"    allowed: {', '.join(OUTPUTS)}",
        f"    remedy:  {remedy}",
    ]
    assert files(small.folder) == before


def test_outputs_stand_side_by_side_under_one_stem() -> None:
    asked = (OUTPUTS["xlsx"], PAGES, PARTS)
    stands = {"xlsx": Path("outputs/S.xlsx"), "pages": Path("outputs/S_pages.txt"), "parts": Path("outputs/S_parts")}
    assert {output.word: place for output, place in places(asked, None, Path("outputs"), "S").items()} == stands


def test_output_names_the_file_of_one_and_the_folder_of_several() -> None:
    folder = Path("elsewhere")
    assert places([PARTS], folder, Path("outputs"), "S") == {PARTS: folder}
    assert places([PAGES], folder / "a.TXT", Path("outputs"), "S") == {PAGES: folder / "a.TXT"}
    assert places([PAGES, PARTS], folder, Path("outputs"), "S") == {
        PAGES: folder / "S_pages.txt",
        PARTS: folder / "S_parts",
    }


@pytest.mark.parametrize(
    ("asked", "name"), [([PAGES], "a.pdf"), ([PAGES], "a"), ([PAGES, PARTS], "a.xlsx")], ids=["other", "none", "one"]
)
def test_a_name_that_promises_something_else_is_a_problem(asked: list[Output], name: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        places(asked, Path(name), Path("outputs"), "S")
    assert [problem.where for problem in found.value.problems] == ["--output"]
