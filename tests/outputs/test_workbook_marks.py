"""Ratings and arrows in the built workbook are formulas in the style's colours; italics, N/A and limits are kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.tables import OTHER_PAGES, PrintedTable, SheetCell, book, printed_tables
from workbook_builder.grid import Style
from workbook_builder.styles import Looks

HIGHLIGHTS = {
    '"GREEN"': Style.RAG_GREEN,
    '"AMBER"': Style.RAG_AMBER,
    '"RED"': Style.RAG_RED,
    '"⇧"': Style.TRAVEL_IMPROVED,
    '"⇩"': Style.TRAVEL_WORSENED,
    '"⇔"': Style.TRAVEL_SAME,
}
RATINGS, ARROWS = ("RED", "AMBER", "GREEN"), ("⇧", "⇩", "⇔")


@pytest.fixture(scope="module")
def tables(built: Path) -> dict[str, PrintedTable]:
    """The tables with the results of their formulas."""
    return printed_tables(built)


@pytest.fixture(scope="module")
def formulas(built: Path) -> dict[str, PrintedTable]:
    """The tables with their formulas."""
    return printed_tables(built, cached=False)


def target_beside(table: PrintedTable, rag: int) -> int:
    """The column of the target that a RAG column rates by: the one before it."""
    assert table.headings[rag - 2].replace("Target", "RAG") == table.headings[rag - 1]
    return rag - 1


def rag_cells(tables: dict[str, PrintedTable]) -> Iterator[tuple[SheetCell, SheetCell]]:
    """Every RAG cell of a row of figures with its target's cell."""
    for table in tables.values():
        for row in table.rows():
            for rag in table.columns_headed("RAG"):
                target = target_beside(table, rag)
                yield table.sheet.cell(row.number, rag), table.sheet.cell(row.number, target)


def test_every_rating_is_a_formula_of_its_target(formulas: dict[str, PrintedTable]) -> None:
    kinds = Counter((rag.data_type, target.data_type) for rag, target in rag_cells(formulas))
    assert set(kinds) == {("f", "f"), ("n", "n"), ("s", "s")}  # a formula, nothing, or a constant N/A
    for rag, target in rag_cells(formulas):
        if rag.data_type == "f":
            assert f",{target.coordinate}," in str(rag.value)
        else:
            assert (rag.value, target.value) in [(None, None), ("N/A", "N/A")]
    assert kinds["f", "f"] > 700


def test_every_target_is_shown_from_the_targets_sheet(built: Path, formulas: dict[str, PrintedTable]) -> None:
    for table in formulas.values():
        for row in table.rows():
            for column in table.columns_headed("Target"):
                cell = table.sheet.cell(row.number, column)
                if cell.value not in (None, "N/A"):
                    shown = re.fullmatch(r"=IF\('(.+)'!(.+)=\"\",\"\",'\1'!\2\)", str(cell.value))
                    assert shown, cell.value
                    target = book(built)[shown[1]][shown[2].replace("$", "")]
                    assert target.value == book(built)[table.sheet.title][cell.coordinate].value
                    assert target.number_format == cell.number_format


def test_every_arrow_is_a_formula_of_the_two_latest_figures(formulas: dict[str, PrintedTable]) -> None:
    counted = 0
    for table in formulas.values():
        [latest] = table.columns_headed("Measure|Rate")
        for row in table.rows():
            cells = [table.sheet.cell(row.number, column) for column in (latest, table.trend()[-1])]
            dot = table.sheet.cell(row.number, table.column("DOT"))
            polarity = table.sheet.cell(row.number, table.column("Polarity")).value
            if polarity is None:
                assert dot.value is None
            else:
                assert all(cell.coordinate in str(dot.value) for cell in cells)
                counted += dot.data_type == "f"
    assert counted > 500


def test_no_rating_or_arrow_stands_where_a_figure_is_missing(tables: dict[str, PrintedTable]) -> None:
    for table in tables.values():
        [latest] = table.columns_headed("Measure|Rate")
        [this_year, *_] = table.columns_headed("RAG")
        for row in table.rows():
            if not isinstance(table.sheet.cell(row.number, latest).value, int | float):
                assert table.sheet.cell(row.number, this_year).value not in RATINGS
                assert table.sheet.cell(row.number, table.column("DOT")).value not in ARROWS


def highlighted(sheet: Worksheet) -> dict[str, set[tuple[int, int]]]:
    """The cells that each conditional format covers, by the text that it asks for."""
    found: dict[str, set[tuple[int, int]]] = {}
    for area in sheet.conditional_formatting:
        places = set[tuple[int, int]]()
        for cells in str(area.sqref).split():
            left, top, right, bottom = (int(end or 0) for end in range_boundaries(cells))
            places |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        for rule in (rule for rule in area.rules if rule.type != "expression"):
            assert (rule.type, rule.operator) == ("cellIs", "equal")
            found.setdefault(rule.formula[0], set()).update(places)
    return found


def test_conditional_formats_cover_exactly_the_ratings_and_the_arrows(
    built: Path, tables: dict[str, PrintedTable]
) -> None:
    for sheet in (sheet for sheet in book(built).worksheets if sheet.title not in OTHER_PAGES):
        on_sheet = [table for table in tables.values() if table.sheet is sheet]
        covered = {"RAG": set[tuple[int, int]](), "DOT": set[tuple[int, int]]()}
        for table in on_sheet:
            rows = range(table.top + 2, table.bottom + 1)
            for heading, places in covered.items():
                places |= {(row, column) for row in rows for column in table.columns_headed(heading)}
        rated = {text: covered["DOT" if text[1] in ARROWS else "RAG"] for text in HIGHLIGHTS}
        assert highlighted(sheet) == {text: places for text, places in rated.items() if places}


def test_conditional_formats_have_the_colours_of_the_style(built: Path, looks: Looks) -> None:
    counted = 0
    for sheet in (sheet for sheet in book(built).worksheets if sheet.title not in OTHER_PAGES):
        for area in sheet.conditional_formatting:
            for rule in (rule for rule in area.rules if rule.type != "expression"):
                look = looks[HIGHLIGHTS[rule.formula[0]]]
                fill = rule.dxf.fill.bgColor.rgb if rule.dxf.fill else None
                assert fill == (f"FF{look.fill[1:]}" if look.fill else None)
                assert rule.dxf.font.color.rgb == f"FF{str(look.color)[1:]}"
                counted += 1
    assert counted == 6 * 16


def test_every_target_and_nothing_else_shows_the_decimals_that_are_typed_over_it(
    built: Path, tables: dict[str, PrintedTable]
) -> None:
    counted = 0
    pages = {table.sheet.title for table in tables.values()}
    for sheet in (sheet for sheet in book(built).worksheets if sheet.title in pages):
        finer = {
            cell
            for area in sheet.conditional_formatting
            for rule in area.rules
            if rule.type == "expression"
            for cells in str(area.sqref).split()
            for line in sheet[cells if ":" in cells else f"{cells}:{cells}"]
            for cell in line
        }
        targets = {
            table.sheet.cell(row.number, column)
            for table in tables.values()
            if table.sheet.title == sheet.title
            for row in table.rows()
            for column in table.columns_headed("Target")
        }
        assert {c.coordinate for c in finer} == {c.coordinate for c in targets if isinstance(c.value, int | float)}
        counted += len(finer)
    assert counted > 500


def test_figures_of_the_previous_year_are_in_italics_and_no_others(tables: dict[str, PrintedTable]) -> None:
    for table in tables.values():
        annual = "Annual Trends" in table.groups  # there 2023-24 is the latest year
        previous = [] if annual else table.columns_headed(r"(.*Outturn|Target|RAG)\n2023-24")
        assert len(previous) == (0 if annual or "Termly Trends" in table.groups else 3)
        for row in table.rows():
            italic = [cell.column for cell in table.cells(row.number) if cell.font.italic]
            assert italic == previous


def test_an_indicator_that_does_not_exist_in_a_place_keeps_its_benchmarks(tables: dict[str, PrintedTable]) -> None:
    teams = 0
    for name, table in tables.items():
        for row in table.rows():
            said = [cell.value for cell in table.cells(row.number)]
            if said[0] == "SCS18" and name.endswith("_social_care"):
                assert said[2:] == ["H", "MS", "✓", *["N/A"] * 15, 69.7, 68]
                teams += 1
    assert teams == 15


@pytest.mark.parametrize(
    ("phase", "code", "limit"), [("primary", "EH43", 25), ("secondary", "EH44", 79)], ids=["EH43", "EH44"]
)
def test_a_limit_is_printed_by_the_number_format_of_a_number(
    tables: dict[str, PrintedTable], phase: str, code: str, limit: int
) -> None:
    table = tables["Kent_KPIs___Education_monthly"]
    [row] = [row for row in table.rows() if f"excluded from the {phase} phase" in row.title]
    [cell, _] = [table.sheet.cell(row.number, column) for column in table.columns_headed("Target")]
    assert table.sheet.cell(row.number, 1).value == code
    assert (cell.value, cell.number_format) == (limit, '"<= "#,##0')
