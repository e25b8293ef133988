"""An inputs.xlsx that cannot be read, or whose cells do not mean what they seem to, is a problem, never a guess."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.excel import BOOK, SHEET, change, to_workbook, zipped
from tests.support.reading import FOLDER, TARGETS, problems_of
from tests.support.small import SmallProject

A_NUMBER = "a number such as 22.4 (at most 15 digits), or one of: N/A, to be supplied, new indicator, suppressed"


@pytest.mark.parametrize(("value", "found"), [(0.62, "62%"), (0.07, "7%"), (0.615, "61.5%"), (62, "6200%")])
def test_a_percentage_is_never_taken_for_its_hundredth(small: SmallProject, value: float, found: str) -> None:
    change(to_workbook(small), {"D4": (value, "0.0%")})
    remedy = "write the number without the % sign (76.5 for 76.5%); in Excel, first give the cell the format Number"
    assert problems_of(small) == [(f"{SHEET}, row 4, column measure", f'"{found}"', A_NUMBER, remedy)]


def test_a_day_is_no_month(small: SmallProject) -> None:
    change(to_workbook(small), {"C4": (datetime(2024, 11, 30), "d mmm yy")})
    assert problems_of(small) == [
        (
            f"{SHEET}, row 4, column period",
            '"30 Nov 24"',
            "a month (2024-11) or a year (2023-24)",
            "write the period in that form",
        )
    ]


@pytest.mark.parametrize("value", [True, "#DIV/0!", datetime(2024, 11, 1, 12, 30)])
def test_what_is_no_number_in_excel_is_a_problem(small: SmallProject, value: Any) -> None:
    change(to_workbook(small), {"D4": (value, "yyyy\\-mm\\-dd")})
    ((where, _, allowed, _),) = problems_of(small)
    assert (where, allowed) == (f"{SHEET}, row 4, column measure", A_NUMBER)


def test_a_formula_that_was_never_calculated_is_not_taken_for_an_empty_cell(small: SmallProject) -> None:
    path = to_workbook(small)
    change(path, {"D4": ("=100*E4/F4", "0.0"), "D7": ("=40+1", "0.0")})
    change(path, {"F2": ("=40+10", "0")}, "targets")
    told = ("a formula without its value", "a calculated value", "open the workbook in Excel and save it")
    assert problems_of(small) == [
        (f"{SHEET}, row 4, column D", *told),
        (f"{SHEET}, row 7, column D", *told),
        (f"{BOOK}, sheet targets, row 2, column F", *told),
    ]


def test_a_table_may_not_be_both_a_file_and_a_sheet(small: SmallProject) -> None:
    text = small.text(TARGETS)
    to_workbook(small)
    small.write(TARGETS, text)
    found, allowed = "targets.csv and a sheet targets in inputs.xlsx", "one of them"
    assert problems_of(small) == [(FOLDER, found, allowed, "delete what is out of date")]


def test_a_cell_that_is_merged_with_the_one_above_is_empty(small: SmallProject) -> None:
    path = to_workbook(small)
    book = load_workbook(path)
    book["observations"].merge_cells("B2:B3")
    book.save(path)
    assert [(where, found) for where, found, *_ in problems_of(small)] == [(f"{SHEET}, row 3, column area", '""')]


def test_a_title_above_the_header_is_a_problem(small: SmallProject) -> None:
    path = to_workbook(small)
    book = load_workbook(path)
    book["sources"].insert_rows(1)
    book["sources"]["A1"] = "November"
    book["sources"].merge_cells("A1:C1")
    book.save(path)
    where = f"{BOOK}, sheet sources, row 1"
    assert [(where, 'the unknown column "november"')] == [told[:2] for told in problems_of(small)][:1]


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "text": lambda data: b"indicator,area,period,measure\n",
    "nothing": lambda data: b"",
    "half of it": lambda data: data[: len(data) // 2],
    "another zip": lambda data: zipped({"letter.txt": b"Dear all"}),
    "broken parts": lambda data: zipped({"[Content_Types].xml": b"<", "xl/workbook.xml": b"\0"}),
    "an old workbook": lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_workbook_is_one_problem(small: SmallProject, damage: Callable[[bytes], bytes]) -> None:
    path = to_workbook(small)
    path.write_bytes(damage(path.read_bytes()))
    told = set(problems_of(small))
    assert [(where, allowed) for where, _, allowed, _ in told] == [(BOOK, "an .xlsx workbook")]


def test_a_folder_in_the_place_of_the_workbook_is_a_problem(small: SmallProject) -> None:
    (small.folder / BOOK).mkdir()
    assert {told[0] for told in problems_of(small)} == {BOOK}


def test_a_zip_bomb_is_not_unpacked(small: SmallProject) -> None:
    small.write(BOOK, zipped({"xl/worksheets/sheet1.xml": bytes(101_000_000)}))
    found, remedy = "101 MB when unpacked", "save the tables in a new workbook"
    assert set(problems_of(small)) == {(BOOK, found, "at most 100 MB", remedy)}
