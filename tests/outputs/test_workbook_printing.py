"""The built workbook on paper and on screen: A4 landscape, headings that repeat or stay in sight, footers, DRAFT."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.clients.compare import opened
from tests.support.small import SmallProject
from tests.support.tables import EXCEPTIONS, OTHER_PAGES, PrintedTable, book, named_areas
from workbook_builder.commands.build import Order, build

A4 = 9
TITLE = "Children, Young People and Education Directorate Scorecard - November 2024"
DRAFT = "DRAFT - not for publication"


def areas_by_sheet(path: Path) -> dict[str, list[PrintedTable]]:
    """The named tables and lists of each sheet, from top to bottom, but of sheets that are fitted to one page."""
    found: dict[str, list[PrintedTable]] = {sheet.title: [] for sheet in book(path).worksheets}
    for area in sorted(named_areas(path).values(), key=lambda area: area.top):
        if not is_on_one_page(area.sheet):
            found[area.sheet.title].append(area)
    return found


def is_on_one_page(sheet: Worksheet) -> bool:
    """Whether a sheet is fitted to a single page: its width and its height."""
    properties = sheet.sheet_properties.pageSetUpPr
    return properties is not None and bool(properties.fitToPage) and sheet.page_setup.fitToHeight != 0


def heading_rows(area: PrintedTable) -> int:
    """How many rows of a table are headings: a table of figures has groups over columns."""
    return 2 if "Indicator" in area.headings else 1


def test_every_page_is_a4_landscape_but_that_of_exceptions(built: Path) -> None:
    for sheet in book(built).worksheets:
        orientation = "portrait" if sheet.title == EXCEPTIONS else "landscape"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (A4, orientation)


def test_the_margins_are_those_of_the_style(built: Path) -> None:
    for sheet in book(built).worksheets:
        margins = sheet.page_margins
        cm = [round(inches * 2.54, 6) for inches in (margins.left, margins.right, margins.top, margins.bottom)]
        assert cm == [0.6, 0.6, 1.0, 1.0]
        assert margins.footer < margins.bottom


def test_a_sheet_of_one_table_is_fitted_to_the_width_and_repeats_its_headings(built: Path) -> None:
    counted = 0
    for name, areas in areas_by_sheet(built).items():
        sheet = book(built)[name]
        if len(areas) == 1:
            last = areas[0].top + heading_rows(areas[0]) - 1
            assert sheet.print_title_rows == f"${areas[0].top}:${last}"
            assert is_fitted(sheet)
            counted += 1
    assert counted == 7  # with all exceptions and all changes


def edge(text: HeaderFooterItem | None) -> list[str]:
    """What stands at the left, in the middle and at the right of a page's head or foot."""
    assert text is not None
    return [part.text or "" for part in (text.left, text.center, text.right)]


def is_fitted(sheet: Worksheet) -> bool:
    """Whether a sheet is printed one page wide and as many pages long as it needs."""
    properties = sheet.sheet_properties.pageSetUpPr
    fitted = properties is not None and bool(properties.fitToPage)
    return fitted and (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_a_sheet_of_several_tables_is_scaled_and_broken_above_the_titles_of_tables_or_of_teams(built: Path) -> None:
    broken = 0
    for name, areas in areas_by_sheet(built).items():
        sheet = book(built)[name]
        if len(areas) > 1 and name not in OTHER_PAGES:
            assert not is_fitted(sheet)
            assert sheet.print_title_rows is None
            assert 10 <= (sheet.page_setup.scale or 0) <= 100
            places = {area.top for area in areas} | {row for area in areas for row in area.headed_again()}
            breaks = [broken_at.id + 1 for broken_at in sheet.row_breaks.brk]  # a break has the row above it
            assert breaks == sorted(set(breaks) & places)
            broken += len(breaks)
    assert broken == 15


def test_the_headings_of_one_table_stay_in_sight(built: Path) -> None:
    for name, areas in areas_by_sheet(built).items():
        if len(areas) == 1:
            below = areas[0].top + heading_rows(areas[0])
            column = {"Targets": "C", "SEND": "C"}.get(name, "A")
            assert book(built)[name].freeze_panes == f"{column}{below}"


def test_of_several_tables_the_page_title_and_the_indicators_stay_in_sight(built: Path) -> None:
    for name, areas in areas_by_sheet(built).items():
        if len(areas) > 1 and name not in OTHER_PAGES:
            assert {area.column("Indicator") for area in areas} == {2}
            assert book(built)[name].freeze_panes == "C2"


def test_every_page_says_its_title_and_number_at_its_foot(built: Path) -> None:
    for sheet in book(built).worksheets:
        heading = sheet.title if sheet.title == "Cover" else sheet["A1"].value  # the cover's is the scorecard's own
        assert edge(sheet.oddFooter) == [f"{TITLE}: {heading}", "", "Page &P of &N"]


def test_an_ampersand_at_the_foot_begins_no_code(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "title: Small Scorecard", "title: Plans &Dated & more")
    sheet = opened(build(Order(small.folder, "2024-11")).file, cached=True).worksheets[0]
    assert edge(sheet.oddFooter)[0] == "Plans &&Dated && more - November 2024: Cover"


@pytest.mark.parametrize("title", ["Small & smaller scorecards " * 12, "x" * 2000, "&" * 300])
def test_a_long_title_is_cut_at_the_foot_of_the_page(small: SmallProject, title: str) -> None:
    small.change("indicator_specs.yaml", "title: Small Scorecard", f"title: '{title}'")
    small.change("indicator_specs.yaml", 'title: "{area} indicators"', f"title: '{title}'")
    for sheet in opened(build(Order(small.folder, "2024-11")).file, cached=True).worksheets:
        left, _, right = edge(sheet.oddFooter)
        assert "…: " in left
        assert left.count("&") % 2 == 0
        assert right == "Page &P of &N"
        assert len(f"&L{left}&R{right}") <= 255


def says_draft(sheet: Worksheet) -> tuple[bool, bool]:
    """Whether a page says that it is a draft: above its edge, and in a cell."""
    in_cell = any(str(cell.value).startswith(DRAFT) for row in sheet.iter_rows() for cell in row)
    return DRAFT in edge(sheet.oddHeader)[1], in_cell


def test_every_page_of_a_draft_says_so(small: SmallProject) -> None:
    sheets = opened(build(Order(small.folder, "2024-11")).file, cached=True).worksheets
    assert [says_draft(sheet) for sheet in sheets] == [(True, True)] * 7


def test_no_page_of_a_final_edition_says_draft(small: SmallProject) -> None:
    small.change("inputs/2024-11/edition.yaml", "status: draft", "status: final")
    sheets = opened(build(Order(small.folder, "2024-11")).file, cached=True).worksheets
    assert [says_draft(sheet) for sheet in sheets] == [(False, False)] * 7


def test_the_published_edition_is_no_draft(built: Path) -> None:
    assert {says_draft(sheet) for sheet in book(built).worksheets} == {(False, False)}
