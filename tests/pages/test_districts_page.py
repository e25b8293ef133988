"""The page that compares districts: an indicator chosen from a list, all ratings in words, what moved."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.scorecards.test_exceptions import EASTHAM, SPEC
from tests.support.clients import libreoffice
from tests.support.live import Recalculated
from tests.support.reading import BENCHMARKS, OBSERVATIONS, scorecard_of
from tests.support.small import SmallProject
from tests.support.tables import PrintedTable, book, named_areas
from workbook_builder.commands.build import Order, build
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards import Scorecard
from workbook_builder.scorecards.districts import compared_districts, movements_of

PAGE = "Districts"
CONTENTS = "      - {kind: contents, name: Contents}\n"
RATINGS = ("RED", "AMBER", "GREEN")


@pytest.fixture
def page(small: SmallProject) -> SmallProject:
    """The small project with a second district and the page."""
    small.change(SPEC, EASTHAM, f"{EASTHAM}  - {{name: Westham, level: district}}\n")
    small.change(SPEC, CONTENTS, f"{CONTENTS}      - {{kind: districts, name: {PAGE}}}\n")
    rows = "".join(f"PLANS,Westham,2024-{n:02},{value},,,,\n" for n, value in ((9, 70.0), (10, 72.0), (11, 71.0)))
    small.write(OBSERVATIONS, small.text(OBSERVATIONS) + rows)
    return small


def made(small: SmallProject, area: str = "") -> Path:
    """The project's workbook."""
    return build(Order(small.folder, "2024-11", area=area)).file


def tables(path: Path) -> dict[str, PrintedTable]:
    """The tables of the page by id."""
    found = named_areas(path).items()
    return {name.removeprefix(f"{PAGE}_"): area for name, area in found if area.sheet.title == PAGE}


def rows(table: PrintedTable) -> list[list[object]]:
    """What its rows show."""
    return [[cell.value for cell in table.cells(row)] for row in range(table.top, table.bottom + 1)]


def test_the_page_of_the_small_project(page: SmallProject) -> None:
    found = tables(made(page))
    plans = "P1 Percentage of plans issued in time"
    assert rows(found["choice"]) == [
        ["Indicator compared"],
        [plans],
        ["RED in 1, AMBER in 0, GREEN in 1. Highest: Westham 71; lowest: Eastham 41; Shire 61.5."],
        [1],
    ]
    assert rows(found["compared"]) == [
        ["Area", "Figure", "Rating"],
        ["Shire", 61.5, "GREEN"],
        ["Eastham", 41, "RED"],
        ["Westham", 71, "GREEN"],
    ]
    places = ["Shire", "Eastham", "Westham"]
    assert rows(found["strip"]) == [["Ratings by district", *places], [plans, "GREEN", "RED", "GREEN"]]
    assert rows(found["figures"]) == [["Figures by district", *places], [plans, 61.5, 41, 71]]
    assert rows(found["movements"]) == [
        ["Improved and worsened", "Of", "Improved", "Worsened", "Same"],
        ["Percentage of plans issued in time", "districts", 0, 1, 1],
    ]


def test_the_strip_holds_every_rating_of_the_districts(built: Path, scorecard: Scorecard) -> None:
    found = compared_districts(scorecard)
    assert found is not None
    assert len(found.names) == 12
    strip = rows(tables(built)["strip"])
    assert strip[0] == ["Ratings by district", "Kent", *found.names]
    shown = {
        (str(label), place): rating
        for label, *ratings in strip[1:]
        for place, rating in zip(strip[0][1:], ratings, strict=True)
    }
    rated = {
        (strip.label, name): spot.rating.value for strip in found.strips for name, spot in strip.districts.items()
    }
    assert {at: shown[at] for at in rated} == rated
    assert sum(rating in RATINGS for rating in rated.values()) > 200


def test_ratings_in_the_strip_are_words_in_their_colours(built: Path) -> None:
    sheet = book(built)[PAGE]
    coloured = {
        cells.coord
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.formula[0].strip('"') == "RED"
        for cells in area.sqref.ranges
    }
    strip = tables(built)["strip"]
    words = [cell for row in range(strip.top + 1, strip.bottom + 1) for cell in strip.cells(row)[1:]]
    assert {cell.coordinate for cell in words if cell.value in RATINGS} <= coloured


def test_the_indicator_is_chosen_from_those_that_are_compared(built: Path) -> None:
    sheet: Worksheet = book(built)[PAGE]
    [rule] = sheet.data_validations.dataValidation
    figures = tables(built)["figures"]
    assert rule.type == "list"
    assert str(rule.formula1) == f"'{PAGE}'!$A${figures.top + 1}:$A${figures.bottom}"
    cell = sheet[str(rule.sqref)]
    assert cell.value in [figures.sheet.cell(row, 1).value for row in range(figures.top + 1, figures.bottom + 1)]


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
@pytest.mark.parametrize("line", [2, 9, 21])
def test_table_and_sentence_follow_what_is_chosen(built: Path, tmp_path: Path, line: int) -> None:
    found = tables(built)
    choice, compared = found["choice"], found["compared"]
    strip, figures = rows(found["strip"]), rows(found["figures"])
    cell = choice.sheet.cell(choice.top + 1, 1).coordinate
    after = Recalculated(built, tmp_path, {(PAGE, cell): str(figures[line][0])})
    shown = [
        [after[PAGE, cell.coordinate] for cell in compared.cells(row)]
        for row in range(compared.top + 1, compared.bottom + 1)
    ]
    expected = zip(strip[0][1:], figures[line][1:], strip[line][1:], strict=True)
    assert shown == [list(row) for row in expected]
    numbers = [value for value in figures[line][2:] if isinstance(value, int | float)]
    finding = str(after[PAGE, choice.sheet.cell(choice.top + 2, 1).coordinate])
    reds = strip[line][2:].count("RED")
    assert re.match(rf"RED in {reds}, AMBER in .*\. Highest: .+ {re.escape(str(max(numbers)))}; lowest: ", finding)


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_what_is_not_in_the_list_shows_nothing_and_no_error(page: SmallProject, tmp_path: Path) -> None:
    file = made(page)
    found = tables(file)
    choice, compared = found["choice"], found["compared"]
    after = Recalculated(file, tmp_path, {(PAGE, choice.sheet.cell(choice.top + 1, 1).coordinate): "P*"})
    assert after[PAGE, choice.sheet.cell(choice.top + 2, 1).coordinate] == "No figure is known."
    cells = [
        cell.coordinate for row in range(compared.top + 1, compared.bottom + 1) for cell in compared.cells(row)[1:]
    ]
    assert {after[PAGE, cell] for cell in cells} <= {None, ""}


def test_the_chart_is_native_and_draws_the_cells_of_the_table(built: Path) -> None:
    compared, choice = tables(built)["compared"], tables(built)["choice"]
    with ZipFile(built) as file:
        charts = [file.read(name).decode() for name in file.namelist() if name.startswith("xl/charts/chart")]
    [chart] = [text for text in charts if "<c:barChart>" in text]
    formulas = re.findall(r"<c:f>(.+?)</c:f>", chart)
    first, last = compared.top + 1, compared.bottom
    title = f"'{PAGE}'!$A${choice.top + 1}"
    assert formulas == [
        title,
        title.replace("'", ""),
        f"'{PAGE}'!$A${first}:$A${last}",
        f"'{PAGE}'!$B${first}:$B${last}",
    ]
    drawn = re.findall(r"<c:v>([^<]+)</c:v>", chart.partition("<c:val>")[2])
    assert [float(value) for value in drawn] == [row[1] for row in rows(compared)[1:]]


def test_one_districts_workbook_and_one_district_alone_have_no_such_page(page: SmallProject) -> None:
    assert PAGE in book(made(page)).sheetnames
    assert PAGE not in book(made(page, "Eastham")).sheetnames


def test_arrows_are_counted_of_districts_and_teams(scorecard: Scorecard) -> None:
    movements = {movement.title: movement for movement in movements_of(scorecard)}
    for movement in movements.values():
        counted = sum(movement.count(way) for way in Travel)
        assert counted == len({spot.row.place for spot in movement.below})
    assert {movement.of_teams for movement in movements.values()} == {True, False}


def test_how_others_changed_is_told_where_both_years_are_known(page: SmallProject) -> None:
    page.write(BENCHMARKS, page.text(BENCHMARKS) + "PLANS,england,2022-23,48.0,\n")
    page.write(OBSERVATIONS, page.text(OBSERVATIONS) + "PLANS,Shire,2022-23,47.5,,,,\n")
    movements = {movement.title: movement for movement in movements_of(scorecard_of(page))}
    [beside] = movements["Percentage of plans issued in time"].beside.values()
    assert ([figure.text for figure in beside.ours], [figure.text for figure in beside.theirs]) == (
        ["47.5", "50.0"],
        ["48.0", "50.3"],
    )
    assert rows(tables(made(page))["movements"])[1][-1] == (
        "2022-23 to 2023-24: Shire 47.5 to 50.0, England 48.0 to 50.3"
    )
