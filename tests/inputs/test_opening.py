"""A workbook is opened in one way for inputs, collect and audit: what it holds, seems to hold, and costs."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tests.support.commands import OUTPUT, Run, runner
from tests.support.excel import BOOK, SHEET, change, plant, plant_text, stated, to_workbook, zipped
from tests.support.reading import OBSERVATIONS, inputs_of, period, problems_of
from tests.support.small import SmallProject
from workbook_builder.inputs.opening import Cell, Workbook, open_workbook
from workbook_builder.inputs.shown import date_shown, periods_shown, text_of

STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
UNCALCULATED = ("a formula without its value", "a calculated value", "open the workbook in Excel and save it")
MEGABYTE = 1_000_000


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the project."""
    return runner(small.folder, capsys)


def make_strict(path: Path) -> None:
    """Save a workbook as Excel does under the name Strict Open XML Spreadsheet."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for old, new in STRICT.items():
        parts = {name: data.replace(old, new) for name, data in parts.items()}
    path.write_bytes(zipped(parts))


def costs(work: Callable[[], Any]) -> int:
    """The most bytes that are held at one time."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("command", ["check", "collect", "audit"])
def test_strict_open_xml_is_told_wherever_a_workbook_is_read(small: SmallProject, run: Run, command: str) -> None:
    run("build", "2024-11")
    book = to_workbook(small) if command == "check" else small.folder / OUTPUT
    make_strict(book)
    words = {"check": ["2024-11"], "collect": [str(book)], "audit": ["2024-11", "--against", str(book)]}
    ran = run(command, *words[command])
    assert ran.code == 1
    assert "a workbook saved as Strict Open XML Spreadsheet" in ran.err
    assert "save it as Excel Workbook (*.xlsx)" in ran.err


def by_library(path: Path, formula_value: Any = 0) -> None:
    """Observations as a library writes them that cannot calculate: it asks Excel to do so when it opens the file."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("observations")
        sheet.write_row(0, 0, ["indicator", "area", "period", "measure", "numerator", "denominator"])
        sheet.write_row(1, 0, ["PLANS", "Shire", "2024-11"])
        sheet.write_formula("D2", "=100*E2/F2", None, formula_value)
        sheet.write_row(1, 4, [123, 200])


def test_the_zero_of_a_library_that_cannot_calculate_is_no_figure(small: SmallProject) -> None:
    (small.folder / OBSERVATIONS).unlink()
    by_library(small.folder / BOOK)
    assert (f"{SHEET}, row 2, column D", *UNCALCULATED) in problems_of(small)


def test_a_value_that_a_library_knows_is_a_figure(small: SmallProject) -> None:
    (small.folder / OBSERVATIONS).unlink()
    by_library(small.folder / BOOK, 61.5)
    book = open_workbook(small.folder / BOOK)
    assert isinstance(book, Workbook)
    assert book.by_title["observations"].cell(2, 4) == Cell(2, 4, 61.5, "General", "=100*E2/F2")


def test_a_zero_that_excel_has_calculated_is_a_figure(small: SmallProject) -> None:
    path = to_workbook(small)
    plant(path, "E4", '<c r="E4"><f>5-5</f><v>0</v></c>')
    plant_text(path, "xl/workbook.xml", ' fullCalcOnLoad="1"', "")
    book = open_workbook(path)
    assert isinstance(book, Workbook)
    assert book.by_title["observations"].cell(4, 5).is_calculated


def test_an_audited_formula_that_was_never_calculated_is_told(small: SmallProject, run: Run) -> None:
    run("build", "2024-11")
    path = small.folder / OUTPUT
    change(path, {}, "County")  # saved by a library that keeps the formulas without their values
    ran = run("audit", "2024-11", "--against", str(path))
    assert (ran.code, "a formula without its value" in ran.err) == (1, True)


def test_blank_lines_cost_little(small: SmallProject) -> None:
    """A megabyte of them, since ten take long; a list for each would be 120 megabytes."""
    expected = stated(inputs_of(small))
    small.write(OBSERVATIONS, small.text(OBSERVATIONS) + ",,\n" * 100_000 + "\n" * 700_000)
    assert costs(lambda: inputs_of(small)) < 30 * MEGABYTE
    assert stated(inputs_of(small)) == expected


def test_the_number_of_a_row_counts_blank_lines(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "\nPLANS,Shire,2024-11,61.5,", "\n\n,,,\nPLANS,Shire,2024-11,sixty,")
    assert [told[0] for told in problems_of(small)] == [f"{OBSERVATIONS}, row 6, column measure"]


@pytest.mark.parametrize("row", ['<row r="{n}" s="1" customFormat="1"/>', '<row r="{n}"><c r="A{n}" s="1"/></row>'])
def test_formatted_rows_without_content_cost_little(small: SmallProject, row: str) -> None:
    """Per row, since a million take long: at most 600 bytes each."""
    expected = stated(inputs_of(small))
    path = to_workbook(small)
    rows = "".join(row.replace("{n}", str(number)) for number in range(101, 10_101))
    plant_text(path, "xl/worksheets/sheet1.xml", "</sheetData>", f"{rows}</sheetData>")
    assert costs(lambda: open_workbook(path)) < 10_000 * 600
    assert stated(inputs_of(small)) == expected


DAY = datetime(2024, 4, 1)


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("mmmm yyyy", "April 2024"),
        ("d mmm yy", "1 Apr 24"),
        ("dd\\-mmm", "01-Apr"),
        ("d mmm", "1 Apr"),
        ("mmm\\-yy", "Apr-24"),
        ("dd/mm/yyyy", "01/04/2024"),
        ("mm-dd-yy", "01/04/2024"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "01 April 2024"),
        ('[$-809]dddd d" of "mmmm;@', "Monday 1 of April"),
        ("mmmmm", "A"),
        ("yyyy\\-mm\\-dd hh:mm:ss", "2024-04-01"),
        ("General", "2024-04-01"),
    ],
)
def test_a_date_is_shown_by_its_format(number_format: str, shown: str) -> None:
    assert date_shown(DAY, number_format) == shown


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (datetime(2024, 4, 1, 9, 5), "dd/mm/yyyy hh:mm", "01/04/2024 09:05"),
        (datetime(2024, 4, 1, 15, 5), "h:mm AM/PM", "3:05 PM"),
        (time(9, 5, 7), "mm:ss", "05:07"),
        (date(2024, 4, 22), "d mmm", "22 Apr"),
    ],
)
def test_an_m_beside_hours_or_seconds_is_minutes(value: Any, number_format: str, shown: str) -> None:
    assert date_shown(value, number_format) == shown


@pytest.mark.parametrize(
    ("value", "number_format", "periods"),
    [
        (DAY, "mmmm yyyy", ["2024-04"]),
        (DAY, "dd/mm/yyyy", ["2024-04-01", "2024-04"]),
        (datetime(2024, 4, 22), "mmm\\-yy", ["2024-04"]),
        (datetime(2024, 4, 22), "d mmm", ["2024-04-22"]),
        (DAY, "yyyy", []),
        (time(9, 30), "hh:mm", []),
    ],
)
def test_a_date_stands_for_the_period_that_it_is_shown_as(value: Any, number_format: str, periods: list[str]) -> None:
    assert list(periods_shown(value, number_format)) == [period(text) for text in periods]


@given(st.datetimes(datetime(1901, 1, 1), datetime(2099, 12, 31)))
def test_a_day_that_is_shown_in_full_is_that_day(value: datetime) -> None:
    assert periods_shown(value, "yyyy-mm-dd")[0] == period(date_shown(value, "yyyy-mm-dd"))


def test_a_day_that_is_shown_dates_a_benchmark_and_a_month_that_is_shown_does_too(small: SmallProject) -> None:
    path = to_workbook(small)
    for number_format, stated_as in (("dd/mm/yyyy", "2024-04-01"), ("mmm\\-yy", "2024-04")):
        change(path, {"C2": (DAY, number_format)}, "benchmarks")
        assert [str(key[3]) for key in inputs_of(small).benchmarks] == [stated_as]


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (datetime(2025, 1, 22), "d mmmm yyyy", "22 January 2025"),
        (datetime(2025, 1, 1), "d mmmm yyyy", "1 January 2025"),
        (datetime(2025, 1, 22), "mm-dd-yy", "22/01/2025"),
        (datetime(2025, 1, 22), "d mmm", "22 Jan"),
        (datetime(2025, 1, 1), "mmm\\-yy", "Jan 2025"),
    ],
)
def test_a_release_is_printed_as_its_cell_shows_it(
    small: SmallProject, value: datetime, number_format: str, printed: str
) -> None:
    change(to_workbook(small), {"C2": (value, number_format)}, "sources")
    assert inputs_of(small).sources["PLANS"].released == printed


def test_a_date_is_no_figure_whatever_it_shows(small: SmallProject) -> None:
    change(to_workbook(small), {"D4": (datetime(2024, 3, 4), "d")})
    ((where, found, _, remedy),) = problems_of(small)
    assert (where, found) == (f"{SHEET}, row 4, column measure", '"4"')
    assert remedy == "Excel has made a date of it: give the cell the format Number, then type the number again"


@pytest.mark.parametrize(
    ("value", "number_format", "found", "made"),
    [(datetime(2024, 3, 1), "d\\-mmm", "1-Mar", "a date"), (100_000, "0.00E+00", "100000", "a number")],
)
def test_an_id_that_excel_has_lost_is_told_as_that(
    small: SmallProject, value: Any, number_format: str, found: str, made: str
) -> None:
    change(to_workbook(small), {"A4": (value, number_format)})
    ((where, told, _, remedy),) = problems_of(small)
    assert (where, told) == (f"{BOOK}, sheet observations, row 4, column indicator", f'"{found}"')
    assert remedy == f"Excel has made {made} of it: give the column the format Text, then type it again"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (3, '[<5]"<5";0', "<5"),
        (7, '[<5]"<5";0', "7"),
        (3, "[<5]\\*;General", "*"),
        (3, '[<10]"c";[>=10]0', "c"),
        (3, "[Red][<5]0;0", "3"),
        (62.5, ";;;", ""),
        (62_000, "0.0,", "62 shown for 62000"),
        (62_000_000, '0,,"m"', "62 shown for 62000000"),
        (62_000, "#,##0", "62000"),
        (0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "0"),
        (0.62, "0%", "62%"),
    ],
)
def test_a_number_that_its_format_hides_is_what_it_shows(value: float, number_format: str, shown: str) -> None:
    assert text_of(value, number_format) == shown


def test_a_figure_that_is_masked_in_excel_is_not_read(small: SmallProject) -> None:
    change(to_workbook(small), {"E4": (3, '[<5]"<5";0')})
    ((where, found, _, remedy),) = problems_of(small)
    assert (where, found) == (f"{SHEET}, row 4, column numerator", '"<5"')
    assert remedy == "write suppressed, which says the same here, in its place"


def test_thousands_of_a_figure_are_not_taken_for_it(small: SmallProject) -> None:
    change(to_workbook(small), {"E4": (123_000, "0,")})
    ((_, found, _, remedy),) = problems_of(small)
    assert found == '"123 shown for 123000"'
    assert remedy == "Excel shows thousands or millions of it: give the cell the format Number, then correct it"
