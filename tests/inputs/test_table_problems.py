"""A file that is no table, a header that does not fit, an edition that does not say what it is: all in one report."""

from __future__ import annotations

import re

import pytest

from tests.support.reading import BENCHMARKS, FOLDER, OBSERVATIONS, SOURCES, TARGETS, Told, inputs_of, problems_of
from tests.support.small import SmallProject
from workbook_builder.inputs.edition import editions, find_edition
from workbook_builder.problems import Problem, ProblemsFound, grouped

HEADER = "indicator,area,period,measure,numerator,denominator,status,decimals"
COLUMNS = f"{HEADER},provisional,rating,reason".replace(",", ", ")
EDITION = f"{FOLDER}/edition.yaml"
AS_CSV = 'save it as "CSV UTF-8"'
QUOTES = ("comma-separated values", "close the quotes and save the file as CSV")
NO_TEXT = ("", "bytes that are not text", "text", 'save the file as "CSV UTF-8"')
EMPTY = ("", "an empty table", f"the columns {COLUMNS}", "write the header row")

FILES: dict[str, tuple[bytes, Told]] = {
    "a workbook": (
        b"PK\x03\x04\x14\0",
        ("", "an Excel workbook", "text", 'save it as "CSV UTF-8", or name it inputs.xlsx'),
    ),
    "an old workbook": (b"\xd0\xcf\x11\xe0\0\0", NO_TEXT),
    "a NUL byte": (HEADER.encode() + b"\nPLANS,Shire,2024-11,6\x001.5,,,,\n", NO_TEXT),
    "UTF-16": (HEADER.encode("utf-16"), NO_TEXT),
    "nothing": (b"", EMPTY),
    "a byte order mark": (b"\xef\xbb\xbf", EMPTY),
    "spaces and commas": (b"\n , \n,,,\n", EMPTY),
    "semicolons": (
        HEADER.replace(",", ";").encode(),
        (", row 1", "columns separated by ;", "columns separated by commas", AS_CSV),
    ),
    "an unclosed quote": (
        HEADER.encode() + b'\nPLANS,Shire,2024-11,"61.5,,,,\nPLANS,Shire,2024-10,9,,,,\n',
        (", row 2", "unexpected end of data", *QUOTES),
    ),
    "text after a quote": (
        HEADER.encode() + b'\nPLANS,Shire,2024-11,"61"x,,,,\n',
        (", row 2", "',' expected after '\"'", *QUOTES),
    ),
}
HEADERS: list[tuple[str, str, str, str]] = [
    (HEADER.replace("decimals", "decimls"), 'the unknown column "decimls"', COLUMNS, 'did you mean "decimals"?'),
    (
        HEADER.replace("decimals", "last_valu"),
        'the unknown column "last_valu"',
        COLUMNS,
        'did you mean "last_value"?',
    ),
    (HEADER.replace("decimals", "q"), 'the unknown column "q"', COLUMNS, "remove the column"),
    (HEADER.replace("decimals", "Status "), 'the column "status" twice', "each column once", "remove one of them"),
    (HEADER.replace("measure,", ""), "no column measure", COLUMNS, "add the column"),
    (HEADER.replace("indicator,", "title,"), "no column indicator", COLUMNS, "add the column"),
]


@pytest.mark.parametrize(("data", "told"), FILES.values(), ids=FILES.keys())
def test_a_file_that_is_no_table_is_a_problem(small: SmallProject, data: bytes, told: Told) -> None:
    small.write(OBSERVATIONS, data)
    where, *rest = told
    assert problems_of(small) == [(OBSERVATIONS + where, *rest)]


@pytest.mark.parametrize(("header", "found", "allowed", "remedy"), HEADERS)
def test_a_header_that_does_not_fit_is_a_problem(
    small: SmallProject, header: str, found: str, allowed: str, remedy: str
) -> None:
    small.change(OBSERVATIONS, HEADER, header)
    assert problems_of(small) == [(f"{OBSERVATIONS}, row 1", found, allowed, remedy)]


def test_a_value_under_no_column_name_is_a_problem(small: SmallProject) -> None:
    small.change(OBSERVATIONS, HEADER, HEADER + ",,")
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200,,", "PLANS,Shire,2024-11,61.5,123,200,,,stray")
    found, allowed = "9 values under 8 columns", "a value for each column"
    assert problems_of(small) == [(f"{OBSERVATIONS}, row 4", found, allowed, 'put values with commas in "quotes"')]


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("PLANS,Shire,2024-11,61.5", "PLANS,Shire,2024-11,many", 6),
        ("PLANS,Shire,2024-10,60.0,,,,", '"PLANS\n",Shire,2024-10,60.0,,,,\nPLANS,Shire,2024-08,many', 6),
        ("measure,", "", 3),
    ],
    ids=["after empty rows", "after a cell of two lines", "in the header"],
)
def test_rows_are_counted_as_a_spreadsheet_counts_them(small: SmallProject, old: str, new: str, row: int) -> None:
    small.change(OBSERVATIONS, old, new)
    small.write(OBSERVATIONS, "\n,,,\n" + small.text(OBSERVATIONS))
    assert problems_of(small)[0][0].startswith(f"{OBSERVATIONS}, row {row}")


def test_a_folder_in_the_place_of_a_table_is_a_problem(small: SmallProject) -> None:
    (small.folder / OBSERVATIONS).unlink()
    (small.folder / OBSERVATIONS).mkdir()
    ((where, _, allowed, remedy),) = problems_of(small)
    assert (where, allowed, remedy) == (OBSERVATIONS, "a readable file", "check that it is a file and may be read")


def test_a_report_shows_no_control_character(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5", "PLANS,Shire,2024-11,6\x1b[31m1\u202e5")
    ((_, found, _, _),) = problems_of(small)
    assert found == r'"6\x1b[31m1\u202e5"'


YAML: list[tuple[str, str, Told]] = [
    (
        "month: 2024-11",
        "month: 2024-12",
        (", line 1: month", '"2024-12"', "2024-11, as the folder is called", "make the two agree"),
    ),
    (
        "month: 2024-11",
        "month: November",
        (", line 1: month", '"November"', "2024-11, as the folder is called", "make the two agree"),
    ),
    *(
        (
            "2025-01-22",
            text,
            (", line 2: published", f'"{text}"', "a date such as 2025-01-22", "write year-month-day"),
        )
        for text in ("22/01/2025", "2025-02-30", "January 2025")
    ),
    ("draft", "drft", (", line 3: status", '"drft"', "draft, final", 'did you mean "draft"?')),
    ("status: draft\n", "", (", line 1", "no `status`", "`status` is needed here", "add the line `status: …`")),
]


@pytest.mark.parametrize(("old", "new", "told"), YAML)
def test_an_edition_must_say_what_it_is(small: SmallProject, old: str, new: str, told: Told) -> None:
    small.change(EDITION, old, new)
    where, *rest = told
    assert problems_of(small) == [(EDITION + where, *rest)]


def test_an_edition_without_its_file_is_a_problem(small: SmallProject) -> None:
    (small.folder / EDITION).unlink()
    assert [(where, found) for where, found, _, _ in problems_of(small)] == [(EDITION, "no such file")]


def test_an_edition_may_be_named_as_excel_names_its_month(small: SmallProject) -> None:
    assert [find_edition(small.folder, "Nov-24")] == editions(small.folder)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("2024-10", "make it with `workbook-builder new`, or check --project"),
        ("Nov-25", "make it with `workbook-builder new`, or check --project"),
        ("../inputs/2024-11", "make it with `workbook-builder new`, or check --project"),
        ("", "make it with `workbook-builder new`, or check --project"),
    ],
)
def test_an_edition_that_is_not_there_is_a_problem(small: SmallProject, name: str, remedy: str) -> None:
    with pytest.raises(ProblemsFound) as raised:
        find_edition(small.folder, name)
    assert raised.value.problems == (Problem("inputs/", f'no edition "{name}"', "an edition: 2024-11", remedy),)


def test_all_problems_of_all_files_are_in_one_report(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "61.5,123,200,,", "many,few,200,,")
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-10", "PLANS,Westham,2024-10")
    small.change(TARGETS, "PLANS,2024-25,60,,,50", "PLANS,2024-25,sixty,,,fifty")
    small.change(BENCHMARKS, "england", "wales")
    small.change(SOURCES, "indicator,", "indicater,")
    small.change(EDITION, "draft", "done")
    assert [where.removeprefix(f"{FOLDER}/") for where, *_ in problems_of(small)] == [
        "edition.yaml, line 3: status",
        "observations.csv, row 4, column measure",
        "observations.csv, row 4, column numerator",
        "observations.csv, row 7, column area",
        "targets.csv, row 3, column target",
        "targets.csv, row 3, column floor",
        "benchmarks.csv, row 2, column group",
        "sources.csv, row 1",
        "sources.csv, row 1",
    ]


def test_problems_of_an_earlier_edition_are_reported_with_those_of_this(small: SmallProject) -> None:
    small.write("inputs/2024-10/observations.csv", f"{HEADER}\nPLANS,Shire,2024-10,old,,,,\n")
    small.change(OBSERVATIONS, "61.5", "new")
    assert [(where, found) for where, found, _, _ in problems_of(small)] == [
        ("inputs/2024-10/observations.csv, row 2, column measure", '"old"'),
        (f"{OBSERVATIONS}, row 4, column measure", '"new"'),
    ]


def test_problems_that_are_alike_stand_together(small: SmallProject) -> None:
    small.write(OBSERVATIONS, re.sub(r",\d\d\.0,", ",?,", small.text(OBSERVATIONS)))
    told = problems_of(small)
    assert len(told) == 13
    (one,) = grouped(Problem(*problem) for problem in told)
    first = [f"{OBSERVATIONS}, row {row}, column measure" for row in (2, 3, 5, 6, 7)]
    assert one.where.splitlines() == [*first, f"… and 8 more places, up to {OBSERVATIONS}, row 17, column measure"]


def test_a_sound_project_has_no_problem(small: SmallProject) -> None:
    assert inputs_of(small).edition.title == "November 2024"
