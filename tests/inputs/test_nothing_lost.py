"""Nothing that is typed is passed over in silence, and nothing suppressed is printed."""

from __future__ import annotations

import openpyxl
import pytest

from tests.support.excel import to_workbook
from tests.support.reading import problems_of, scorecard_of
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build

FOLDER = "inputs/2024-11"
FILES = (
    "edition.yaml, indicator_specs.yaml, inputs.xlsx, "
    "observations.csv, targets.csv, benchmarks.csv, sources.csv, commentary.csv"
)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("target.csv", 'did you mean "targets.csv"?'),
        ("Observations (2).csv", 'did you mean "observations.csv"?'),
        ("old figures of October.xlsx", "move it out of the folder"),
        ("edition.yml", 'did you mean "edition.yaml"?'),
    ],
)
def test_a_file_that_would_not_be_read_is_a_problem(small: SmallProject, name: str, remedy: str) -> None:
    small.write(f"{FOLDER}/{name}", "indicator\n")
    assert problems_of(small) == [(f"{FOLDER}/{name}", "a file that is not read", FILES, remedy)]


@pytest.mark.parametrize("name", ["notes.txt", "~$inputs.xlsx", ".~lock.inputs.xlsx#", "README.pdf"])
def test_notes_and_lock_files_may_lie_beside_the_tables(small: SmallProject, name: str) -> None:
    small.write(f"{FOLDER}/{name}", "x")
    assert scorecard_of(small)


def test_a_sheet_named_almost_like_a_table_is_a_problem(small: SmallProject) -> None:
    path = to_workbook(small)
    book = openpyxl.load_workbook(path)
    book["targets"].title = "Target"
    book.create_sheet("Working notes")
    book.save(path)
    told = problems_of(small)
    assert told == [
        (
            f"{FOLDER}/inputs.xlsx, sheet Target",
            "a sheet that is not read",
            "observations, targets, benchmarks, sources, commentary",
            "rename the sheet to targets",
        )
    ]


def test_two_different_reasons_are_a_problem(small: SmallProject) -> None:
    small.change(f"{FOLDER}/observations.csv", "2024-11,41.0,41,100,,", "2024-11,N/A,,,suppressed,")
    (told,) = problems_of(small)
    assert told[0] == f"{FOLDER}/observations.csv, row 8, column measure"
    assert told[1] == "two reasons why it is missing"


def test_a_target_for_a_place_without_the_indicator_is_a_problem(small: SmallProject) -> None:
    small.change(f"{FOLDER}/targets.csv", "SECOND,2024-25,20.0,,", "SECOND,2024-25,20.0,Eastham,")
    (told,) = problems_of(small)
    assert told[:3] == (
        f"{FOLDER}/targets.csv, row 5, column area",
        '"Eastham"',
        "places where SECOND exists: county",
    )


def test_what_is_suppressed_is_printed_as_the_reason_in_every_column(small: SmallProject) -> None:
    small.change(f"{FOLDER}/observations.csv", "2024-11,41.0,41,100,,", "2024-11,,,,suppressed,")
    file = build(Order(small.folder, "2024-11")).file
    values = [cell.value for sheet in openpyxl.load_workbook(file) for row in sheet.iter_rows() for cell in row]
    assert values.count("suppressed") == 3


def test_a_release_date_that_excel_made_a_date_is_printed_in_words(small: SmallProject) -> None:
    small.change(f"{FOLDER}/sources.csv", "Month of November 2024,Dec 2024", "Month of November 2024,2024-12")
    assert scorecard_of(small).sources["PLANS"].released == "Dec 2024"
