"""The page of commentary: live figures beside the texts, which alone can be typed over, and links to and fro."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.clients import libreoffice
from tests.support.commented import APPROVED, commented
from tests.support.live import Recalculated
from tests.support.small import SmallProject
from tests.support.tables import SheetCell, book
from workbook_builder.commands.build import Order, build
from workbook_builder.commentary.lengths import MOST_BREAKS, MOST_CHARACTERS
from workbook_builder.problems import ProblemsFound

COLUMNS = ["Id", "Indicator", "Rating", "Latest figure", "Target", "Commentary", "Version"]
COMMENTARY = "Commentary"
needs_libreoffice = pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)


def heading_of(sheet: Worksheet) -> int:
    """The row of the column headings."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "Id")


def rows_of(sheet: Worksheet) -> dict[str, list[SheetCell]]:
    """The rows of the page by indicator; those that head a section have none."""
    below = sheet.iter_rows(min_row=heading_of(sheet) + 1, max_col=len(COLUMNS))
    return {str(row[0].value): list(row) for row in below if row[0].value}


def source_of(formula: str, row: int) -> str:
    """The cell of a row that a formula finds by the row's code: the column that INDEX looks in; or its address."""
    found = re.search(r"!\$([A-Z]+)\$\d+", formula)
    assert found
    return f"{found[1]}{row}"


@pytest.fixture
def small_built(small: SmallProject) -> Path:
    """The workbook of the small project with a page of commentary."""
    return build(Order(commented(small, "County,Plans,PLANS,Plans were in time.,A team,").folder, "2024-11")).file


def test_each_row_shows_what_its_row_of_figures_shows(built: Path) -> None:
    formulas, values = (book(built, cached=cached)[COMMENTARY] for cached in (False, True))
    assert [cell.value for cell in values[heading_of(values)]] == COLUMNS[:-1]
    found = rows_of(values)
    assert len(found) == 50
    for indicator, row in rows_of(formulas).items():
        assert row[0].hyperlink
        page, _, place = str(row[0].hyperlink.location).replace("'", "").partition("!")
        line = book(built, cached=True)[page][int(place.removeprefix("A"))]
        shown = {cell.coordinate: cell for cell in line}
        for column in (2, 3, 4):
            source = source_of(str(row[column].value), int(place.removeprefix("A")))
            assert f"'{page}'!" in str(row[column].value)
            assert found[indicator][column].value == shown[source].value
            if column > 2:
                assert found[indicator][column].number_format == shown[source].number_format
        assert found[indicator][1].value in [cell.value for cell in line]


def test_texts_stand_section_by_section_red_first(built: Path) -> None:
    order = ["RED", "AMBER", "GREEN"]
    ratings: list[list[str]] = []
    sheet = book(built)[COMMENTARY]
    for row in sheet.iter_rows(min_row=heading_of(sheet) + 1, max_col=len(COLUMNS)):
        if row[0].value is None:
            ratings.append([])
        else:
            ratings[-1].append(str(row[2].value))
            assert str(row[5].value).startswith(f"{row[2].value}: ")
    assert ratings == [sorted(section, key=order.index) for section in ratings]
    assert len(ratings) == 5


def test_a_version_says_which_text_was_printed(small_built: Path) -> None:
    for row in rows_of(book(small_built)[COMMENTARY]).values():
        edition, kind, check = str(row[6].value).split()
        assert edition == "2024-11"
        assert kind == ("draft" if str(row[5].value).endswith("[draft]") else "text")
        assert len(check) == 8
        assert bool(row[5].font.italic) == (kind == "draft")


def test_only_the_texts_can_be_typed_over(built: Path) -> None:
    sheet = book(built)[COMMENTARY]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    typed = {row[5].coordinate for row in rows_of(sheet).values()}
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == typed
    assert [s.title for s in book(built).worksheets if s.protection.sheet] == [COMMENTARY]


@pytest.mark.parametrize("status", ["draft", "final"])
def test_only_a_draft_edition_asks_for_texts(small: SmallProject, status: str) -> None:
    commented(small).change("inputs/2024-11/edition.yaml", "status: draft", f"status: {status}\n{APPROVED}")
    sheet = book(build(Order(small.folder, "2024-11")).file)[COMMENTARY]
    notes = " ".join(str(sheet.cell(row, 1).value) for row in range(1, heading_of(sheet)))
    assert ("Type over" in notes) == (status == "draft")
    assert ("Texts in italics are drafts made from the figures." in notes) == (status == "draft")
    assert ("The column Version says" in notes) == (status == "draft")
    assert [str(cell.value) for cell in sheet[heading_of(sheet)]] == COLUMNS[: 7 if status == "draft" else 6]
    assert sheet.protection.sheet
    assert not rows_of(sheet)["PLANS"][5].protection.locked


def test_its_headings_repeat_in_print_and_it_fits_a_landscape_page(built: Path) -> None:
    sheet = book(built)[COMMENTARY]
    heading = heading_of(sheet)
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


@pytest.mark.parametrize("page", ["SEND", "Kent KPIs - ICS", "Kent KPIs - Education", "Vulnerable learners"])
def test_a_page_that_is_commented_on_leads_to_the_commentary(built: Path, page: str) -> None:
    link = book(built)[page]["C3"]
    assert (link.value, link.hyperlink.location) == ("Commentary", "'Commentary'!A1")
    assert book(built)["Swale"]["C3"].value is None


def test_a_workbook_without_commented_rows_has_no_page_of_commentary(small: SmallProject) -> None:
    commented(small)
    file = build(Order(small.folder, "2024-11", area="Eastham")).file
    assert COMMENTARY not in book(file).sheetnames


@needs_libreoffice
def test_an_edited_figure_changes_its_rating_beside_the_text(small_built: Path, tmp_path: Path) -> None:
    row = rows_of(book(small_built)[COMMENTARY])["PLANS"]
    formula = str(rows_of(book(small_built, cached=False)[COMMENTARY])["PLANS"][3].value)
    link = rows_of(book(small_built, cached=False)[COMMENTARY])["PLANS"][0].hyperlink
    figure = source_of(formula, int(str(link.location).rpartition("A")[2]))
    edited = Recalculated(small_built, tmp_path, {("County", figure): 41.5})
    assert [edited[COMMENTARY, cell.coordinate] for cell in row[2:5]] == ["RED", 41.5, 60]
    assert edited[COMMENTARY, row[5].coordinate] == "GREEN: Plans were in time."


def test_a_text_as_long_as_may_be_is_shown_to_its_end(small: SmallProject) -> None:
    words = ["provision"] * ((MOST_CHARACTERS - len("GREEN: ")) // len("provision "))
    lines = "\n".join([*words[:MOST_BREAKS], " ".join(words[MOST_BREAKS:])])
    commented(small, f'County,Plans,PLANS,"{lines}",,')
    sheet = book(build(Order(small.folder, "2024-11")).file)[COMMENTARY]
    cell = rows_of(sheet)["PLANS"][5]
    assert cell.value == f"GREEN: {lines}"
    assert float(sheet.row_dimensions[cell.row].height or 0) <= 400


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x" * 1994, "2,001 characters and 0 line breaks about PLANS"),
        ("\n".join("x" * 14), "34 characters and 13 line breaks about PLANS"),
    ],
)
def test_a_text_that_a_row_cannot_hold_is_a_problem(small: SmallProject, text: str, found: str) -> None:
    commented(small, f'County,Plans,PLANS,"{text}",,')
    with pytest.raises(ProblemsFound) as raised:
        build(Order(small.folder, "2024-11"))
    (told,) = raised.value.problems
    assert told.where == "inputs/2024-11/commentary.csv, row 2, column text"
    assert told.found == found
    assert told.allowed == "at most 2,000 characters and 12 line breaks: a row shows no more"
