"""The built workbook as a reader of the file finds it: sheets, tables, kinds of cells, names, links, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.clients.compare import opened
from tests.support.small import SmallProject
from tests.support.tables import LISTS, SheetCell, book, named_areas, printed_tables
from workbook_builder.commands.build import Order, build

DISTRICTS = [
    *("Ashford", "Canterbury", "Dartford", "Dover", "Folkestone and Hythe", "Gravesham"),
    *("Maidstone", "Sevenoaks", "Swale", "Thanet", "Tonbridge and Malling", "Tunbridge Wells"),
]
SHEETS = [
    *("Cover", "Contents", "Exceptions", "All exceptions", "Districts", "What changed", "All changes"),
    "Guidance notes",
    *("Activity and volume", "SEND", "Kent KPIs - ICS", "Kent KPIs - Education"),
    *("Commentary", "Vulnerable learners", *DISTRICTS, "Targets", "Data sources", "Indicator definitions"),
]
ROWS = {"social_care": 16, "quarterly": 1, "education_monthly": 7, "education_termly": 1, "education_annual": 12}
KENT_ROWS = {
    "SEND_monthly": 8,
    "Kent_KPIs___ICS_monthly": 16,
    "Kent_KPIs___ICS_quarterly": 1,
    "Kent_KPIs___Education_monthly": 6,
    "Kent_KPIs___Education_termly": 1,
    "Kent_KPIs___Education_annual": 16,
    "Vulnerable_learners_primary": 10,
    "Vulnerable_learners_secondary": 10,
}
WITH_MORE_ROWS = {  # more than one team of a kind, or two indicators more
    "Sevenoaks_social_care": 32,
    "Swale_social_care": 27,
    "Thanet_social_care": 27,
    "Ashford_education_annual": 14,
}
TEXT_COLUMNS = {"Code", "Indicator", "Polarity", "Data Period", "QPR", "DOT"}
REASONS = {"N/A", "to be supplied", "new indicator", "suppressed"}
EXCEL_TEXT, EXCEL_FORMULA, EXCEL_FORMULA_TEXT = 32767, 8192, 255  # the longest that Excel opens


def cells(path: Path, *, cached: bool = True) -> Iterator[tuple[Worksheet, SheetCell]]:
    """Every cell of every sheet that holds something."""
    for sheet in book(path, cached=cached).worksheets:
        for row in sheet.iter_rows():
            yield from ((sheet, cell) for cell in row if cell.value is not None)


def test_the_sheets_stand_in_the_published_order(built: Path) -> None:
    assert book(built).sheetnames == SHEETS


def test_nothing_is_merged_or_hidden(built: Path) -> None:
    for sheet in book(built).worksheets:
        assert list(sheet.merged_cells.ranges) == []
        assert sheet.sheet_state == "visible"
        assert [key for key, column in sheet.column_dimensions.items() if column.hidden] == []
        assert [key for key, row in sheet.row_dimensions.items() if row.hidden] == []
        assert sheet.auto_filter.ref is None


def test_each_table_has_a_name_that_covers_exactly_its_headings_and_rows(built: Path) -> None:
    districts = {f"{name.replace(' ', '_')}_{table}": rows for name in DISTRICTS for table, rows in ROWS.items()}
    found = {name: len(list(table.rows())) for name, table in printed_tables(built).items()}
    assert found == KENT_ROWS | districts | WITH_MORE_ROWS
    for table in printed_tables(built).values():
        headings = 2 + 2 * len(table.headed_again())
        assert table.bottom - table.top + 1 == headings + found[table.name] + len(table.subheadings())
        assert all(cell.fill.fgColor.rgb == "FF2F5597" for cell in table.cells(table.top + 1))
        assert is_bare(table.sheet, table.top - 1)
        assert is_bare(table.sheet, table.bottom + 1)


def is_bare(sheet: Worksheet, row: int) -> bool:
    """Whether a row holds no more than a line of text, without the lines that surround a table's cells."""
    found = next(iter(sheet.iter_rows(min_row=row, max_row=row)))
    return not any(cell.border.left.style for cell in found) and all(cell.value is None for cell in found[1:])


def test_each_list_has_a_name_that_covers_its_heading_and_rows(built: Path) -> None:
    lists = {name: area for name, area in named_areas(built).items() if name in LISTS}
    assert set(lists) == {"Targets", "Data_sources", "Indicator_definitions", "Commentary"}
    for area in lists.values():
        assert all(cell.font.bold and cell.value for cell in area.cells(area.top))
        outside = [area.top - 1, *range(area.bottom + 1, area.sheet.max_row + 1)]
        assert [row for row in outside if not is_bare(area.sheet, row)] == []


def test_no_row_of_a_table_is_blank(built: Path) -> None:
    for area in named_areas(built).values():
        for row in range(area.top, area.bottom + 1):
            assert any(cell.value is not None for cell in area.cells(row)), f"{area.name}, row {row}"


def test_every_figure_is_a_number_or_a_reason_why_there_is_none(built: Path) -> None:
    counted = 0
    for table in printed_tables(built).values():
        for row in table.rows():
            for cell, heading in zip(table.cells(row.number), table.headings, strict=True):
                if heading not in TEXT_COLUMNS and not heading.startswith("RAG"):
                    assert cell.value is None or isinstance(cell.value, int | float) or cell.value in REASONS
                    counted += isinstance(cell.value, int | float)
    assert counted > 4900


def test_no_cell_holds_a_number_written_as_text(built: Path) -> None:
    for sheet, cell in cells(built):
        text = cell.value if isinstance(cell.value, str) else ""
        assert not re.fullmatch(r"[<>=]*\s*[-+]?[\d.,]+\s*%?", text), f"{sheet.title}!{cell.coordinate}: {text}"


def test_nothing_is_longer_than_excel_opens(built: Path) -> None:
    for _, cell in cells(built, cached=False):
        limit = EXCEL_FORMULA if cell.data_type == "f" else EXCEL_TEXT
        assert len(str(cell.value)) <= limit
    for (_, formula), (_, value) in zip(cells(built, cached=False), cells(built), strict=True):
        assert formula.data_type != "f" or len(str(value.value)) <= EXCEL_FORMULA_TEXT


def test_every_formula_has_its_result(built: Path) -> None:
    formulas = {(s.title, c.coordinate) for s, c in cells(built, cached=False) if c.data_type == "f"}
    assert formulas <= {(s.title, c.coordinate) for s, c in cells(built)}


def links(sheet: Worksheet) -> dict[str, tuple[str, str]]:
    """Where each link of a sheet leads: its own cell, then sheet and cell."""
    found = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.hyperlink:
                place = re.fullmatch(r"'((?:[^']|'')+)'!([A-Z]+\d+)", str(cell.hyperlink.location))
                assert place, cell.hyperlink.location
                found[cell.coordinate] = place[1].replace("''", "'"), place[2]
    return found


def texts(sheet: Worksheet, place: str) -> set[str]:
    """The texts in the row of a cell that are long enough to name something."""
    return {cell.value for cell in sheet[sheet[place].row] if isinstance(cell.value, str) and len(cell.value) > 15}


def heading_of(sheet: Worksheet, place: str) -> set[str]:
    """What the contents say above a cell: the title of a table, whose latest period leads to it."""
    return {str(sheet.cell(4, sheet[place].column).value)} if sheet.title == "Contents" else set()


def test_the_contents_lead_to_every_sheet_and_table(built: Path) -> None:
    contents = book(built)["Contents"]
    led = set(links(contents).values())
    tables = printed_tables(built).values()
    assert led >= {(table.sheet.title, f"A{table.top}") for table in tables}
    assert {sheet for sheet, _ in led} == set(SHEETS) - {"Contents"}


def test_every_link_leads_to_a_cell_that_says_what_the_link_says(built: Path) -> None:
    for sheet in book(built).worksheets:
        for cell, (target, place) in links(sheet).items():
            assert target in SHEETS
            said = sheet[cell].value
            leading, led_to = texts(sheet, cell) | heading_of(sheet, cell), texts(book(built)[target], place)
            same = said == book(built)[target][place].value
            assert same or target in said or leading & led_to, f"{sheet.title}!{cell}"


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "Contents"])
def test_every_sheet_links_back_to_the_contents(built: Path, name: str) -> None:
    assert next(iter(links(book(built)[name]).values())) == ("Contents", "A1")


def test_it_opens_on_the_exceptions_with_the_cursor_in_the_first_cell(built: Path) -> None:
    workbook = book(built)
    assert workbook.active is workbook["Exceptions"]
    assert [s.title for s in workbook.worksheets if s.sheet_view.tabSelected] == ["Exceptions"]
    for sheet in workbook.worksheets:
        active = sheet.sheet_view.pane.activePane if sheet.sheet_view.pane else None
        [selected] = [s for s in sheet.sheet_view.selection if s.pane in (active, None)]
        assert (selected.activeCell, selected.sqref) == ("A1", "A1")


@pytest.mark.parametrize(("kind", "sheet"), [("targets", "Targets"), ("tables", "County"), ("checks", "Cover")])
def test_a_style_says_on_which_page_it_opens(small: SmallProject, kind: str, sheet: str) -> None:
    """On the first of that kind, or on the first of all where the workbook has none."""
    small.change("styles/kent.yaml", "checks_page: drafts", f"checks_page: never\nopens_on: {kind}")
    active = load_workbook(build(Order(small.folder, "2024-11")).file).active
    assert active is not None
    assert active.title == sheet


def test_the_file_says_what_it_is_and_who_made_it(built: Path) -> None:
    properties = book(built).properties
    title = "Children, Young People and Education Directorate Scorecard - November 2024"
    assert properties.title == title
    assert properties.subject == "Performance scorecard, all areas, November 2024"
    assert properties.creator == "Management Information & Intelligence, KCC"
    assert properties.created == properties.modified == datetime(2025, 1, 22)


TITLES = ("=1+1", "@x", "-5 things", "+44", '=HYPERLINK("x")', "http://example.org", "mailto:x@example.org", "007")


@pytest.mark.parametrize("title", TITLES)
def test_text_is_text_whatever_it_begins_with(small: SmallProject, title: str) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", f"title: '{title}'")
    small.change("indicator_specs.yaml", "title: Monthly", f"title: '{title}'")
    small.change("indicator_specs.yaml", "notes: [A note.]", f"notes: ['{title}']")
    small.change("indicator_specs.yaml", "title: Small Scorecard", f"title: '{title}'")
    small.change("inputs/2024-11/sources.csv", "Month of November 2024", '"' + title.replace('"', '""') + '"')
    path = build(Order(small.folder, "2024-11")).file
    held = [cell for sheet in opened(path, cached=False) for row in sheet.iter_rows() for cell in row]
    same = [cell for cell in held if cell.value == title]
    assert len(same) >= 8
    assert {cell.data_type for cell in same} == {"s"}
    assert all(str(c.hyperlink.location).startswith("'") for c in held if c.hyperlink)
