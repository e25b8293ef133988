"""The tables that are edited in the page: problems under their cells, undo, and files that keep their characters."""

from __future__ import annotations

import pytest

from tests.support.desk import Desk
from tests.support.small import SmallProject

OBSERVATIONS = "inputs/2024-11/observations.csv"


@pytest.fixture
def table(desk: Desk, small: SmallProject) -> Desk:
    """The figures of the small project, in the table; one has more zeros than a number needs."""
    small.change(OBSERVATIONS, "PLANS,Shire,2024-09,58.0,,,,", '"PLANS",Shire,2024-09,58.0,,,,')
    desk.open(small.folder).choose("edit")
    desk.page.click("#panel-edit .go")
    desk.page.wait_for_selector("#judged:text('Everything in this edition can be read')")
    return desk


def cell(desk: Desk, row: int, column: str) -> str:
    """Where a cell is; the first row of figures is the second of the file."""
    return f".ag-row[row-index='{row - 2}'] [col-id='{column}']"


def write(desk: Desk, row: int, column: str, text: str) -> None:
    """Type a text into a cell, by the keyboard."""
    desk.page.click(cell(desk, row, column))
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Control+A")
    desk.page.keyboard.type(text)
    desk.page.keyboard.press("Enter")


def test_the_value_before_stands_beside_each_figure(table: Desk) -> None:
    assert table.page.inner_text(cell(table, 3, "(before)")) == "58.0 (2024-09)"
    assert table.page.inner_text(cell(table, 3, "(title)")) == "Percentage of plans issued in time"


def test_a_problem_stands_under_its_cell_until_it_is_mended(table: Desk) -> None:
    write(table, 3, "measure", "sixty")
    table.page.wait_for_selector(f"{cell(table, 3, 'measure')} .fault")
    assert table.page.inner_text("#judged") == "1 in this table to mend."
    table.page.keyboard.press("Control+z")
    table.page.wait_for_selector(".fault", state="detached")
    assert table.page.inner_text(cell(table, 3, "measure")) == "60.0"


def test_rows_that_nobody_edited_keep_their_very_characters(table: Desk, small: SmallProject) -> None:
    before = small.text(OBSERVATIONS)
    write(table, 3, "measure", "60.10")
    assert table.changed(OBSERVATIONS).decode() == before.replace("2024-10,60.0,", "2024-10,60.10,", 1)


def test_what_is_undone_leaves_the_file_as_it_was(table: Desk, small: SmallProject) -> None:
    for row in (2, 3):
        write(table, row, "measure", "1")
    for _ in range(2):
        table.page.click("#undo")
    assert table.changed(OBSERVATIONS).decode() == small.text(OBSERVATIONS)
    table.page.click("#redo")
    table.page.wait_for_selector(f"{cell(table, 2, 'measure')} :text-is('1')")


def test_a_row_is_deleted_and_put_back(table: Desk, small: SmallProject) -> None:
    table.page.click(cell(table, 3, "measure"))
    table.page.click("#remove")
    table.page.wait_for_selector(f"{cell(table, 3, 'period')}:has-text('2024-11')")
    table.page.click("#undo")
    table.page.wait_for_selector(f"{cell(table, 3, 'period')}:has-text('2024-10')")
    assert table.changed(OBSERVATIONS).decode() == small.text(OBSERVATIONS)


def test_a_column_of_known_words_offers_them(table: Desk) -> None:
    table.page.click(cell(table, 2, "area"))
    table.page.keyboard.press("Enter")
    assert table.page.locator("select.words option").all_inner_texts() == ["Shire", "Eastham", "Eastham CSWT"]
    table.page.keyboard.type("Ea")
    table.page.keyboard.press("Enter")
    table.page.wait_for_selector(f"{cell(table, 2, 'area')}:has-text('Eastham')")


def test_a_corrected_figure_is_built(table: Desk) -> None:
    write(table, 7, "measure", "43.0")
    assert table.press("check").startswith("Done")
    table.press("build")
    assert table.page.is_hidden("#stale")
    assert table.made()[0] == "Small_Scorecard_2024-11.xlsx"


def test_a_report_says_that_it_is_out_of_date(table: Desk) -> None:
    table.press("check")
    table.choose("edit")
    write(table, 7, "measure", "43.0")
    table.page.wait_for_selector("#stale:text('Something was changed since this report')")
