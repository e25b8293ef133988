"""Nothing in an edition's folder is passed over in silence: it is read, known to hold no figures, or told by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.excel import BOOK, plant_text, stated, to_workbook
from tests.support.reading import FOLDER, OBSERVATIONS, TARGETS, inputs_of, problems_of
from tests.support.small import SmallProject
from workbook_builder.problems import quoted

FILES = (
    "edition.yaml, indicator_specs.yaml, inputs.xlsx, observations.csv, targets.csv, benchmarks.csv, sources.csv, "
)
FILES += "commentary.csv"
TABLES = "observations, targets, benchmarks, sources, commentary"
MOVE = "or move it out of the folder"
AS_TEXT = f'save it as "CSV UTF-8" under the name targets.csv, {MOVE}'
AS_SHEET = f'save it as "CSV UTF-8" under the name targets.csv, or make it the sheet targets of inputs.xlsx, {MOVE}'


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("targets.txt", AS_TEXT),
        ("targets.tsv", AS_TEXT),
        ("targets.csv.txt", AS_TEXT),
        ("targets.csv.bak", AS_TEXT),
        ("targets", AS_TEXT),
        ("targets.json", AS_TEXT),
        ("targets.xlsb", AS_SHEET),
        ("targets.xlsx", AS_SHEET),
        ("targets.ods", AS_SHEET),
        ("targets.numbers", AS_SHEET),
        ("Targets.XLS", AS_SHEET),
        ("Targets.csv", f"rename it to targets.csv, {MOVE}"),
        ("TARGETS.CSV", f"rename it to targets.csv, {MOVE}"),
        ("target.csv", 'did you mean "targets.csv"?'),
        ("inputs.xlsb", f"save it as Excel Workbook (*.xlsx) under the name inputs.xlsx, {MOVE}"),
        ("Inputs.xlsm", f"save it as Excel Workbook (*.xlsx) under the name inputs.xlsx, {MOVE}"),
        ("scan.pdf", "move it out of the folder"),
    ],
)
def test_a_file_that_is_not_read_is_told_by_name(small: SmallProject, name: str, remedy: str) -> None:
    (small.folder / TARGETS).rename(small.folder / FOLDER / name)
    assert (f"{FOLDER}/{name}", "a file that is not read", problems_of(small)[0][2], remedy) in problems_of(small)


def test_what_may_stand_in_the_folder_is_listed(small: SmallProject) -> None:
    small.write(f"{FOLDER}/scan.pdf", b"%PDF")
    ((_, _, allowed, _),) = problems_of(small)
    assert set(allowed.split(", ")) == set(FILES.split(", "))


def test_a_folder_that_is_not_read_is_told_by_name(small: SmallProject) -> None:
    small.write(f"{FOLDER}/final/targets.csv", small.text(TARGETS))
    told = ("a folder that is not read", "files; of folders collected/ only", "move it out of the folder")
    assert problems_of(small) == [(f"{FOLDER}/final", *told)]


@pytest.mark.parametrize(
    "name",
    [
        "~$inputs.xlsx",
        ".~lock.targets.csv#",
        ".DS_Store",
        "._targets.csv",
        "Thumbs.db",
        "desktop.ini",
        "README",
        "ReadMe.txt",
        "notes.md",
        "Notes.docx",
        "collected/texts.csv",
    ],
)
def test_what_holds_no_figures_is_passed_over(small: SmallProject, name: str) -> None:
    expected = stated(inputs_of(small))
    small.write(f"{FOLDER}/{name}", "indicator,year,target\n")
    assert stated(inputs_of(small)) == expected


def test_a_folder_called_like_notes_is_told(small: SmallProject) -> None:
    small.write(f"{FOLDER}/notes/targets.csv", "")
    assert [told[:2] for told in problems_of(small)] == [(f"{FOLDER}/notes", "a folder that is not read")]


@pytest.mark.parametrize("name", ["targets.csv", "inputs.xlsx", "targets"])
def test_a_table_beside_the_editions_is_told(small: SmallProject, name: str) -> None:
    small.write(f"inputs/{name}", small.text(TARGETS))
    told = (
        "a file that is not read",
        "tables in a folder such as inputs/2024-11",
        "move it into the folder of its edition",
    )
    assert problems_of(small) == [(f"inputs/{name}", *told)]


@pytest.mark.parametrize(
    "name", ["2024-11.zip", "Nov 2024", "edition.yaml", "figures.json", "Observations November.XLSX", "2024-10"]
)
def test_whatever_may_hold_a_table_beside_the_editions_is_told(small: SmallProject, name: str) -> None:
    small.write(f"inputs/{name}", "")
    assert [told[:2] for told in problems_of(small)] == [(f"inputs/{name}", "a file that is not read")]


@pytest.mark.parametrize("name", ["README.md", "notes.txt", ".gitkeep", "Thumbs.db", "guidance.docx"])
def test_what_holds_no_table_may_lie_beside_the_editions(small: SmallProject, name: str) -> None:
    small.write(f"inputs/{name}", "")
    assert inputs_of(small)


LOST = "rename it, or move it out of the folder"


@pytest.mark.parametrize(
    ("folder", "remedy"),
    [
        ("2024-11 (copy)", LOST),
        ("Copy of 2024-11", LOST),
        ("2024-10 (copy)", "name it 2024-10"),
        ("Oct 2024", "name it 2024-10"),
        ("2024_10", "name it 2024-10"),
        ("202410", "name it 2024-10"),
        ("October-2024", "name it 2024-10"),
        ("2024-10 ", "name it 2024-10"),
        ("October", LOST),
        ("draft", LOST),
    ],
)
def test_a_folder_of_an_edition_that_is_called_otherwise_is_told(
    small: SmallProject, folder: str, remedy: str
) -> None:
    small.write(f"inputs/{folder}/observations.csv", small.text(OBSERVATIONS))
    told = "a folder that is not read", "a month such as 2024-11", remedy
    assert problems_of(small) == [(f"inputs/{folder}", *told)]


def test_an_edition_within_another_folder_is_told(small: SmallProject) -> None:
    small.write("inputs/last year/2023-11/edition.yaml", "")
    assert [told[:2] for told in problems_of(small)] == [("inputs/last year", "a folder that is not read")]


@pytest.mark.parametrize("folder", ["archive", "old", "_set aside 2", ".git", "templates"])
def test_a_folder_that_says_it_is_set_aside_is_let_alone(small: SmallProject, folder: str) -> None:
    small.write(f"inputs/{folder}/2023-11/observations.csv", "")
    assert inputs_of(small)


def test_a_folder_without_a_table_is_let_alone(small: SmallProject) -> None:
    small.write("inputs/guidance/what to do.docx", "")
    assert inputs_of(small)


def renamed(small: SmallProject, old: str, new: str) -> Path:
    """The project's tables as a workbook in which one sheet is called otherwise."""
    path = to_workbook(small)
    book = load_workbook(path)
    book[old].title = new
    book.save(path)
    return path


@pytest.mark.parametrize("title", ["Sheet1", "Final figures", "Ziele"])
def test_a_sheet_called_otherwise_is_told_with_the_table_that_its_columns_are_of(
    small: SmallProject, title: str
) -> None:
    renamed(small, "targets", title)
    where = f"{BOOK}, sheet {title}"
    assert problems_of(small) == [(where, "a sheet that is not read", TABLES, "rename the sheet to targets")]


def test_a_sheet_of_something_else_is_told_and_an_empty_one_is_not(small: SmallProject) -> None:
    path = to_workbook(small)
    book = load_workbook(path)
    book.create_sheet("Sheet1")
    book.create_sheet("Workings")["B2"] = 5
    book.save(path)
    remedy = "move it to another workbook, or call it Notes"
    assert problems_of(small) == [(f"{BOOK}, sheet Workings", "a sheet that is not read", TABLES, remedy)]


@pytest.mark.parametrize("second", ["targets ", "Targets", "TARGETS\u00a0"])
def test_two_sheets_of_one_name_but_for_capitals_or_spaces_are_told(small: SmallProject, second: str) -> None:
    path = renamed(small, "sources", "no name")
    plant_text(path, "xl/workbook.xml", 'name="no name"', f'name="{second}"')
    told = [told for told in problems_of(small) if "the sheets" in told[1]]
    found = f'the sheets "targets" and {quoted(second)}'
    remedy = "delete what is out of date, or put all rows into one sheet"
    assert told == [(BOOK, found, "one sheet called targets", remedy)]
