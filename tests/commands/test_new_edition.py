"""`new` makes a folder that has a row for every figure that is due, and that builds once the rows are filled in."""

from __future__ import annotations

import csv
import errno
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.changing import follow
from tests.support.clients import libreoffice
from tests.support.reading import OBSERVATIONS, period, problems_of, scorecard_of
from tests.support.small import SmallProject
from workbook_builder.commands import new
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.new import Made, make_edition
from workbook_builder.inputs.edition import read_edition
from workbook_builder.periods import Frequency, month
from workbook_builder.problems import Problem, ProblemsFound, Report

DECEMBER = month(2024, 12)
FOLDER = "inputs/2024-12"
TABLES = ("observations", "targets", "benchmarks", "sources")
FILLED = {"observations": {"measure": "50.0"}, "sources": {"latest_data": "Month", "released": "Jan 2025"}}


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file, with what is filled in."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{key: text for key, text in row.items() if text} for row in csv.DictReader(file)]


def fill(folder: Path) -> None:
    """Fill in every row of an edition's CSV files."""
    for name, filled in FILLED.items():
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(
                [header, *([filled.get(*pair) for pair in zip(header, row, strict=True)] for row in rows)]
            )


def fill_sheets(folder: Path) -> None:
    """Fill in every row of an edition's workbook."""
    book = load_workbook(folder / "inputs.xlsx")
    for name, filled in FILLED.items():
        header, *rows = book[name].iter_rows()
        for row in rows:
            for head, cell in zip(header, row, strict=True):
                cell.value = filled.get(str(head.value), cell.value)
    book.save(folder / "inputs.xlsx")


def test_a_new_edition_continues_every_series(small: SmallProject) -> None:
    made = make_edition(small.folder, "2024-12")
    kept = small.folder / "inputs/2024-11/indicator_specs.yaml"
    assert made == Made(
        small.folder / FOLDER, {"observations": 5, "sources": 2}, month(2024, 11), kept, "indicator_specs.yaml"
    )
    assert sorted(path.name for path in made.folder.iterdir()) == [
        "benchmarks.csv",
        "edition.yaml",
        "observations.csv",
        "sources.csv",
        "targets.csv",
    ]
    plans, repeat = "Percentage of plans issued in time", "Percentage of repeat referrals"
    second = "Percentage of second plans"
    assert [tuple(row.values()) for row in table(made.folder, "observations")] == [
        ("PLANS", "Shire", "2024-12", plans, "61.5 (2024-11)"),
        ("PLANS", "Eastham", "2024-12", plans, "41.0 (2024-11)"),
        ("REPEAT", "Shire", "2024-12", repeat, "28.0 (2024-11)"),
        ("REPEAT", "Eastham CSWT", "2024-12", repeat, "to be supplied (2024-11)"),
        ("SECOND", "Shire", "2024-12", second, "21.0 (2024-11)"),
    ]
    assert [tuple(row.values()) for row in table(made.folder, "sources")] == [
        ("PLANS", plans, "Month of November 2024; Dec 2024"),
        ("REPEAT", repeat, "Rolling 12 months up to Nov 2024; Dec 2024"),
    ]
    assert table(made.folder, "targets") == table(made.folder, "benchmarks") == []


def test_a_new_edition_can_be_named_as_excel_names_its_month(small: SmallProject) -> None:
    assert make_edition(small.folder, "Dec-24").folder == small.folder / FOLDER


def test_a_new_edition_continues_the_latest_one_before_it(small: SmallProject) -> None:
    small.write("inputs/2025-02/edition.yaml", "not read")
    follow(small, {"PLANS,Shire": "62.5"})
    made = make_edition(small.folder, "2025-01")
    assert made.previous == DECEMBER
    assert table(made.folder, "observations")[0]["last_value"] == "62.5 (2024-12)"


@pytest.mark.parametrize(
    ("name", "published"),
    [("2024-12", "2025-02-22"), ("2025-09", "2025-11-22"), ("2025-10", "2025-12-22"), ("2025-11", "2026-01-22")],
)
def test_a_new_edition_is_a_draft_to_be_published_two_months_later(
    small: SmallProject, name: str, published: str
) -> None:
    make_edition(small.folder, name)
    edition = read_edition(small.folder, period(name), Report())
    assert edition is not None
    assert (str(edition.month), str(edition.published), edition.is_draft) == (name, published, True)


def test_excel_can_tell_that_the_new_files_are_in_utf_8(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of plans", "title: ≥ 1 naïve Percentage of plans")
    folder = make_edition(small.folder, "2024-12").folder
    assert {(folder / f"{name}.csv").read_bytes()[:3] for name in TABLES} == {b"\xef\xbb\xbf"}
    assert table(folder, "observations")[0]["title"] == "≥ 1 naïve Percentage of plans issued in time"


def test_a_new_workbook_holds_the_rows_of_the_new_files(small: SmallProject) -> None:
    made = make_edition(small.folder, "2024-12")
    expected = {name: (made.folder / f"{name}.csv").read_text(encoding="utf-8-sig") for name in TABLES}
    shutil.rmtree(made.folder)
    assert make_edition(small.folder, "2024-12", as_workbook=True) == made
    assert sorted(path.name for path in made.folder.iterdir()) == ["edition.yaml", "inputs.xlsx"]
    book = load_workbook(made.folder / "inputs.xlsx")
    rows = {name: filled(book[name]) for name in TABLES}
    assert rows == {name: list(csv.DictReader(text.splitlines())) for name, text in expected.items()}


def filled(sheet: Worksheet) -> list[dict[str, str]]:
    """The rows of a sheet by column, whatever their order."""
    header, *rows = sheet.values
    return [{str(name): str(cell or "") for name, cell in zip(header, row, strict=True)} for row in rows]


def test_a_new_workbook_says_what_to_do_and_offers_lists(small: SmallProject) -> None:
    folder = make_edition(small.folder, "2024-12", as_workbook=True).folder
    book = load_workbook(folder / "inputs.xlsx")
    assert book.active is not None
    assert (book.active.title, book.sheetnames[-1]) == ("Read me", "Read me")
    said = [str(row[0]) for row in book["Read me"].values if row[0]]
    assert "Save the file under its name, and run: workbook-builder check 2024-12" in said
    sheet = book["observations"]
    assert not sheet.protection.sheet
    header = [str(cell.value) for cell in sheet[1]]
    assert header[:6] == ["indicator", "title", "area", "period", "last_value", "measure"]
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        [area] = rule.sqref.ranges
        name, cells = str(rule.formula1).rsplit("!", 1)
        words = [str(cell.value) for (cell,) in book[name.strip("'")][cells.replace("$", "")]]
        offered[header[area.min_col - 1]] = (rule.errorStyle or "stop", words)
        assert (area.min_row, area.max_row > sheet.max_row) == (2, True)
    assert offered == {
        "indicator": ("warning", ["PLANS", "REPEAT", "SECOND"]),
        "area": ("warning", ["Shire", "Eastham", "Eastham CSWT"]),
        "period": ("warning", ["2024-12"]),
        "status": ("stop", ["N/A", "to be supplied", "new indicator", "suppressed", "provisional"]),
    }
    assert {cell.number_format for cell in sheet["F"][1:]} == {"#,##0.0"}
    assert {cell.value for cell in sheet["E"][1:]} >= {"61.5 (2024-11)"}


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_a_workbook_that_was_filled_in_and_saved_elsewhere_is_read_back(small: SmallProject, tmp_path: Path) -> None:
    file = make_edition(small.folder, "2024-12", as_workbook=True).folder / "inputs.xlsx"
    fill_sheets(file.parent)
    shutil.copyfile(libreoffice.recalculate(file, tmp_path), file)
    rules = load_workbook(file)["observations"].data_validations.dataValidation
    assert {str(rule.formula1).partition("!")[0] for rule in rules} == {"'Read me'"}
    assert build(Order(small.folder, "2024-12")).missing == {"N/A": 1}


@pytest.mark.parametrize("as_workbook", [False, True], ids=["files", "workbook"])
def test_rows_that_are_not_filled_in_are_problems(small: SmallProject, as_workbook: bool) -> None:
    make_edition(small.folder, "2024-12", as_workbook)
    file = f"{FOLDER}/inputs.xlsx, sheet " if as_workbook else f"{FOLDER}/"
    end = "" if as_workbook else ".csv"
    assert [(where, found) for where, found, *_ in problems_of(small, DECEMBER)] == [
        *(
            (f"{file}observations{end}, row {row}, column measure", "no figure and no reason why")
            for row in range(2, 7)
        ),
        *((f"{file}sources{end}, row {row}, column latest_data", "nothing") for row in range(2, 4)),
    ]


@pytest.mark.parametrize(("as_workbook", "filled"), [(False, fill), (True, fill_sheets)], ids=["files", "workbook"])
def test_once_filled_in_a_new_edition_builds(
    small: SmallProject, as_workbook: bool, filled: Callable[[Path], None]
) -> None:
    filled(make_edition(small.folder, "2024-12", as_workbook).folder)
    summary = build(Order(small.folder, "2024-12"))
    assert summary.missing == {"N/A": 1}  # SECOND, which does not exist for the team
    book = load_workbook(summary.file, read_only=True)
    texts = " ".join(str(text) for row in book["County"].values for text in row if text)
    assert set(re.findall(r"\b[A-Z][a-z]{2}-\d\d\b", texts)) == {"Oct-24", "Nov-24", "Dec-24"}


def test_a_new_edition_can_follow_a_new_one(small: SmallProject) -> None:
    fill(make_edition(small.folder, "2024-12").folder)
    fill(make_edition(small.folder, "2025-01").folder)
    row = next(scorecard_of(small, month(2025, 1)).rows)
    assert [str(p) for p in row.figures if p.frequency is Frequency.MONTH] == ["2024-11", "2024-12", "2025-01"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "2024-11",
            Problem(
                "inputs/2024-11",
                "the folder is there already",
                "a new edition",
                "fill in what is there, or delete the folder first",
            ),
        ),
        *(
            (name, Problem("EDITION", f'"{name}"', "a month such as 2024-12", "write year-month"))
            for name in ("", "December", "2024-13", "2024-25", "2024-12-01", "2024-25 Q3", "../2024-12", "9999-12")
        ),
    ],
)
def test_an_edition_that_cannot_be_made_is_a_problem(small: SmallProject, name: str, told: Problem) -> None:
    before = everything(small.folder)
    with pytest.raises(ProblemsFound) as raised:
        make_edition(small.folder, name)
    assert raised.value.problems == (told,)
    assert everything(small.folder) == before


def test_a_file_in_the_place_of_the_new_folder_is_left_alone(small: SmallProject) -> None:
    file = small.write(FOLDER, "my notes")
    with pytest.raises(ProblemsFound, match="the folder is there already"):
        make_edition(small.folder, "2024-12")
    assert file.read_text(encoding="utf-8") == "my notes"


def test_no_edition_follows_one_with_problems(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "61.5", "many")
    with pytest.raises(ProblemsFound, match="many"):
        make_edition(small.folder, "2024-12")
    assert not (small.folder / FOLDER).exists()


def test_a_new_workbook_needs_a_style_that_can_be_read(small: SmallProject) -> None:
    small.write("styles/kent.yaml", "font: Comic Sans\n")
    with pytest.raises(ProblemsFound, match="Comic Sans"):
        make_edition(small.folder, "2024-12", as_workbook=True)
    assert [path.name for path in (small.folder / "inputs").iterdir()] == ["2024-11"]


@pytest.mark.parametrize(("as_workbook", "stage"), [(False, "_write_csv"), (True, "clerk_workbook")])
@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), ProblemsFound),
        (RuntimeError("a bug"), RuntimeError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_nothing_half_made_is_left_after_a_failure(
    small: SmallProject,
    monkeypatch: pytest.MonkeyPatch,
    as_workbook: bool,
    stage: str,
    error: BaseException,
    raised: type[BaseException],
) -> None:
    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(new, stage, fail)
    before = everything(small.folder)
    with pytest.raises(raised) as caught:
        make_edition(small.folder, "2024-12", as_workbook)
    assert everything(small.folder) == before
    if isinstance(caught.value, ProblemsFound):
        found = "it cannot be made (No space left on device)"
        told = Problem(FOLDER, found, "a new folder", "check that you may write there")
        assert caught.value.problems == (told,)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
