"""`check --public` reads the finished file as readers do, `audit --public` holds it against the managers' edition."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from tests.support.commands import Run, runner
from tests.support.public import STEM, public, second_district
from tests.support.reading import OBSERVATIONS
from tests.support.small import SmallProject

PUBLIC = f"outputs/{STEM}_public.xlsx"


@pytest.fixture(name="run")
def fixture_run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project, whose public edition is built."""
    public(small)
    second_district(small)
    run = runner(small.folder, capsys)
    assert run("build", "2024-11", "--public").code == 0
    return run


def withheld(book: Workbook, sheet: str, heading: str) -> Cell:
    """The cell of a sheet's first withheld figure under a heading."""
    rows = list(book[sheet].iter_rows())
    column = next(n for row in rows for n, cell in enumerate(row) if cell.value == heading)
    return next(row[column] for row in rows if row[column].value == "[c]")  # type: ignore[return-value]


def edited(folder: Path, sheet: str, **figures: object) -> None:
    """Put figures in the place of what is withheld on a sheet, by the word before the month."""
    book = load_workbook(folder / PUBLIC)
    for word, value in figures.items():
        withheld(book, sheet, f"{word.capitalize()} Nov-24").value = value
    book.save(folder / PUBLIC)


def test_a_file_that_nobody_touched_is_proved_and_its_figures_are_counted(run: Run) -> None:
    ran = run("check", "2024-11", "--public")
    assert (ran.code, ran.summary["Small"]) == (0, "2 counts that must not be found out")
    assert ran.summary["Figures"] == "21 printed, 6 withheld"
    assert ran.summary["Editions"] == "2024-11"
    assert ran.summary["Proof"] == "each of them can be small, and can be more"


def test_a_district_that_is_printed_gives_the_other_away(small: SmallProject, run: Run) -> None:
    edited(small.folder, "Westham", numerator=3, denominator=2081, measure=0.14)
    ran = run("check", "2024-11", "--public")
    assert ran.code == 1
    assert "PLANS, Eastham, 2024-11: a small count that can be found out" in ran.out
    assert "PLANS, Westham, 2024-11: the numerator is not printed as inputs and rules now say" in ran.out


def test_a_percentage_that_is_left_gives_its_numerator_away(small: SmallProject, run: Run) -> None:
    edited(small.folder, "Eastham", denominator=7919, measure=0.04)
    ran = run("check", "2024-11", "--public")
    assert "PLANS, Eastham, 2024-11: a small count that can be found out" in ran.out


def test_what_no_sheet_shows_is_found(small: SmallProject, run: Run) -> None:
    book = load_workbook(small.folder / PUBLIC)
    book.create_sheet("Working").sheet_state = "hidden"
    book["Eastham"]["A1"].value = "=1+1"
    book.save(small.folder / PUBLIC)
    ran = run("check", "2024-11", "--public")
    assert ran.code == 1
    assert "Working: a hidden sheet" in ran.out
    assert "Eastham: formulas, beside values that they had elsewhere" in ran.out


def test_another_workbook_is_not_taken_for_the_public_one(small: SmallProject, run: Run) -> None:
    run("build", "2024-11")
    shutil.copy(small.folder / f"outputs/{STEM}.xlsx", small.folder / PUBLIC)
    ran = run("check", "2024-11", "--public")
    assert (ran.code, "as `build --public` writes it" in ran.err) == (1, True)


@pytest.mark.parametrize("command", ["check", "audit"])
def test_without_a_file_it_says_how_to_build_one(small: SmallProject, run: Run, command: str) -> None:
    (small.folder / PUBLIC).unlink()
    ran = run(command, "2024-11", "--public")
    assert (ran.code, "build 2024-11 --public" in ran.err) == (1, True)


def test_each_difference_from_the_managers_edition_is_a_suppression(run: Run) -> None:
    ran = run("audit", "2024-11", "--public")
    assert (ran.code, ran.summary["Otherwise"]) == (0, "no difference")
    assert ran.summary["Suppressed"] == "12 cells"


@pytest.mark.parametrize(
    ("sheet", "heading", "value"),
    [("Eastham", "Measure Nov-24", 0.04), ("Eastham", "RAG 2024-25", "RED"), ("County", "Measure Oct-24", 61.0)],
)
def test_a_cell_that_was_typed_over_is_found(
    small: SmallProject, run: Run, sheet: str, heading: str, value: object
) -> None:
    book = load_workbook(small.folder / PUBLIC)
    at = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == heading)
    below = book[sheet].cell(at.row + 1, at.column)
    assert below.value != value
    below.value = value
    book.save(small.folder / PUBLIC)
    ran = run("audit", "2024-11", "--public")
    assert ran.code == 1
    assert f"sheet {sheet}, row {below.row}, column {below.column}: not what this edition says now" in ran.out


def test_rounding_by_rule_is_told_apart_from_what_is_suppressed(small: SmallProject, run: Run) -> None:
    small.change("indicator_specs.yaml", "preset: dfe", "preset: nhs")
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,60.0,6000,10000,,", "PLANS,Shire,2024-11,60.0,6002,10001,,")
    (small.folder / "inputs/2024-11/public.csv").unlink()
    assert run("build", "2024-11", "--public").code == 0
    ran = run("audit", "2024-11", "--public")
    assert (ran.code, ran.summary["Rounded"]) == (0, "6 cells")


def test_another_mark_is_printed_explained_and_read(small: SmallProject, run: Run) -> None:
    small.change("indicator_specs.yaml", "{preset: dfe,", '{preset: dfe, mark: "[w]",')
    assert run("build", "2024-11", "--public").code == 0
    book = load_workbook(small.folder / PUBLIC)
    said = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert (said.count("[w]"), "[c]" in said) == (7, False)
    assert run("check", "2024-11", "--public").summary["Figures"] == "21 printed, 6 withheld"
    assert run("audit", "2024-11", "--public").code == 0


def test_either_a_file_or_the_public_edition_is_audited(run: Run) -> None:
    assert run("audit", "2024-11").code == 1
    assert "Give either --against FILE or --public." in run("audit", "2024-11").err
