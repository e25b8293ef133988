"""The exceptions page in the workbook: live counts, links to rows, coloured words, one side of A4."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.scorecards.test_exceptions import EASTHAM, OF_SHIRE, SPEC, exceptions_of
from tests.scorecards.test_previous import add_october
from tests.support.clients import libreoffice, pdf
from tests.support.clients.compare import formula_values
from tests.support.laying_out import lay_out
from tests.support.live import Recalculated
from tests.support.places import ROOT
from tests.support.reading import OBSERVATIONS
from tests.support.recipes import compared as with_previous
from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from tests.support.tables import EXCEPTIONS, PrintedTable, SheetCell, book, named_areas, printed_tables
from workbook_builder.commands.build import Order, build
from workbook_builder.outputs.xlsx.printing import printed_points
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards import Scorecard
from workbook_builder.scorecards.exceptions import find_exceptions
from workbook_builder.scorecards.spots import rated_once
from workbook_builder.specs.catalogue import Level
from workbook_builder.styles import Looks

RATINGS = ("RED", "AMBER", "GREEN")
RAGS = (Rag.RED, Rag.AMBER, Rag.GREEN)
LISTS = ("became_red", "lasting_reds", "first_rated", "near_greens", "left_red", "gaps", "to_be_supplied")
MORE = re.compile(r"and (\d+) more, (?:the first|all) on (.+)")
CONTENTS = "      - {kind: contents, name: Contents}\n"


@pytest.fixture
def page(small: SmallProject) -> SmallProject:
    """The small project with an exceptions page."""
    return with_page(small)


def with_page(small: SmallProject) -> SmallProject:
    """The project with an exceptions page after the contents."""
    small.change(SPEC, CONTENTS, f"{CONTENTS}      - {{kind: exceptions, name: Exceptions}}\n")
    return small


def compared(small: SmallProject) -> SmallProject:
    """The project with the page and an edition before; since then the county's plans have become RED."""
    add_october(with_page(small))
    small.change(OBSERVATIONS, OF_SHIRE, "PLANS,Shire,2024-11,49.0,98,200")
    return small


def areas(path: Path) -> dict[str, PrintedTable]:
    """The counts (`ratings`) and the lists of the page."""
    found = named_areas(path).items()
    return {name.removeprefix("Exceptions_"): area for name, area in found if area.sheet.title == EXCEPTIONS}


def made(small: SmallProject, area: str = "") -> Path:
    """The project's workbook."""
    return build(Order(small.folder, "2024-11", area=area)).file


def lines(area: PrintedTable, headings: int = 1) -> list[list[object]]:
    """The rows below the headings, without the empty cells."""
    rows = range(area.top + headings, area.bottom + 1)
    return [[cell.value for cell in area.cells(row) if cell.value is not None] for row in rows]


def counts(path: Path) -> dict[str, list[object]]:
    """The columns of each page beside its name: rated now, then RED, AMBER and GREEN now, first rated, changed."""
    return {str(page): rest for page, *rest in lines(areas(path)["ratings"], headings=2)}


def test_the_counts_are_those_of_the_ratings_on_the_pages(built: Path) -> None:
    found = counts(built)
    for sheet, tables in by_sheet(built).items():
        rated = Counter(
            str(table.sheet.cell(row.number, table.columns_headed("RAG")[0]).value)
            for table in tables
            for row in table.rows()
        )
        assert found[sheet][1:4] == [rated[word] for word in RATINGS]
        assert found[sheet][0] == sum(rated[word] for word in RATINGS)
    assert set(found) == {*by_sheet(built), "Kent, each row once", "All pages, each row once"}


def by_sheet(path: Path) -> dict[str, list[PrintedTable]]:
    """The tables of figures of each sheet."""
    found: dict[str, list[PrintedTable]] = {}
    for table in printed_tables(path).values():
        found.setdefault(table.sheet.title, []).append(table)
    return found


def test_the_total_counts_a_row_on_several_pages_once(built: Path, scorecard: Scorecard) -> None:
    total = find_exceptions(scorecard).total.now
    *pages, county, every = counts(built).values()
    assert every[1:4] == [total[rating] for rating in (Rag.RED, Rag.AMBER, Rag.GREEN)]
    once = {spot.key: spot.rating for spot in rated_once(scorecard) if spot.table.area.level is Level.COUNTY}
    assert county[1:4] == [list(once.values()).count(rating) for rating in (Rag.RED, Rag.AMBER, Rag.GREEN)]
    assert sum(int(str(page[1])) for page in pages) > total[Rag.RED]


def test_the_changes_are_those_of_what_both_editions_rate(built: Path, with_october: Scorecard) -> None:
    found = find_exceptions(with_october)
    shown = counts(built)
    by_name = {page.page: page for page in found.pages} | {"All pages, each row once": found.total}
    for name, page in by_name.items():
        before, first = page.before or {}, page.first or {}
        assert shown[name][4:7] == [first.get(rating, 0) for rating in RAGS]
        assert shown[name][7:] == [page.both[rating] - before.get(rating, 0) for rating in RAGS]
    assert shown["All pages, each row once"][7] == -8


def test_the_headline_says_how_many_left_red_and_became_so(built: Path) -> None:
    said = [row[0] for row in book(built)[EXCEPTIONS].iter_rows(min_row=5, max_row=6, values_only=True)]
    assert said == [
        "Rows rated in both editions: 333, of which 82 are RED, 8 fewer than in October 2024; 11 left RED and 3 "
        "became RED.",
        "Rows first rated now: 77, of which 29 are RED.",
    ]


@pytest.fixture(scope="module")
def with_october() -> Scorecard:
    """The shipped November beside its October."""
    made, inputs = scorecard_of(ROOT, "2024-11")
    return with_previous(made, ROOT, inputs)


def test_the_counts_are_formulas(built: Path) -> None:
    """All but those of what is first rated on pages where nothing is, which no edit can change."""
    formulas = [cell for sheet, cell in formula_values(built) if sheet == EXCEPTIONS]
    unrated = sum(row[4:7] == [0, 0, 0] for row in counts(built).values())
    assert unrated
    assert len(formulas) == len(counts(built)) * (1 + 3 + 3 + 3) - 3 * unrated


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_the_counts_follow_a_figure_that_is_edited(page: SmallProject, tmp_path: Path) -> None:
    add_october(page)
    file = made(page)
    before = counts(file)
    assert before["County"] == [3, 0, 1, 2, 0, 0, 0, 0, 1, -1]
    table = printed_tables(file)["County_monthly"]
    [measure] = table.columns_headed("Measure")
    row = table.row("", "Percentage of plans issued in time").number
    cell = table.sheet.cell(row, measure).coordinate
    after = Recalculated(file, tmp_path, {("County", cell): 12.0})
    ratings = areas(file)["ratings"]
    shown = {
        str(ratings.sheet.cell(row, 1).value): [after[EXCEPTIONS, cell.coordinate] for cell in ratings.cells(row)[1:]]
        for row in range(ratings.top + 2, ratings.bottom + 1)
    }
    assert shown["County"] == [3, 1, 1, 1, 0, 0, 0, 1, 1, -2]
    assert shown["All pages, each row once"] == [4, 2, 1, 1, 0, 0, 0, 1, 1, -2]
    assert shown["Eastham"] == before["Eastham"]


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_a_row_on_two_pages_is_counted_on_both_and_once_in_all(page: SmallProject, tmp_path: Path) -> None:
    again = """\
      - kind: tables
        name: Again
        title: "{area} again"
        areas: [county]
        tables:
          - {id: one, title: One, columns: M, year: financial, sections: [{indicators: [SECOND, REPEAT, PLANS]}]}
          - {id: two, title: Two, columns: M, year: financial, sections: [{indicators: [PLANS]}]}
"""
    page.change(
        SPEC, "      - {kind: targets, name: Targets}\n", f"{again}      - {{kind: targets, name: Targets}}\n"
    )
    file = made(page)
    recalculated = Recalculated(file, tmp_path, {})
    found = counts(file)
    assert [found[name][:4] for name in ("County", "Again", "All pages, each row once")] == [
        [3, 0, 1, 2],
        [4, 0, 1, 3],
        [4, 1, 1, 2],
    ]
    for (sheet, cell), value in formula_values(file).items():
        assert sheet != EXCEPTIONS or recalculated[sheet, cell] == value


def test_without_a_previous_edition_the_page_says_so(page: SmallProject) -> None:
    file = made(page)
    assert areas(file)["ratings"].groups[5:8] == ["Not compared"] * 3
    assert {tuple(row[4:]) for row in counts(file).values()} == {("N/A",) * 3}
    assert lines(areas(file)["became_red"]) == [["There is no earlier edition."]]


def test_the_lists_of_the_small_project(small: SmallProject) -> None:
    found = {name: lines(area, 0) for name, area in areas(made(compared(small))).items() if name in LISTS}
    plans, repeat = "Percentage of plans issued in time", "Percentage of repeat referrals"
    rated = ["Area or team", "Rating", "Figure", "Target", "Lacking"]
    assert found == {
        "became_red": [
            ["Became RED: 1", *rated, "Before"],
            [plans, "Shire", "RED", 49, 60, 22, "GREEN in October 2024: 60.0"],
        ],
        "first_rated": [["First rated now: 0", *rated, "Before"], ["None"]],
        "left_red": [["RED no longer: 0", *rated, "Before"], ["None"]],
        "lasting_reds": [
            ["Monthly figures RED for 3 months or more: 1", *rated, "How long"],
            [plans, "Eastham", "RED", 41, 60, 19, "3 months or more, since Sep-24 or earlier"],
        ],
        "near_greens": [
            ["AMBER within reach of GREEN: 1", *rated, "Would make it GREEN"],
            [repeat, "Shire", "AMBER", 28, 25, -3, "3 fewer referrals, of 100"],
        ],
        "gaps": [
            ["Largest gaps between districts: 0", "Worst", *rated[1:], "Points apart, best and county"],
            ["None"],
        ],
        "to_be_supplied": [["Figures still to be supplied: 1", "Page", "Figures"], [repeat, "Eastham", 1]],
    }


def test_a_single_one_is_in_the_singular(page: SmallProject) -> None:
    page.change(OBSERVATIONS, OF_SHIRE, "PLANS,Shire,2024-11,59.5,1190,2000")
    page.change(OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100", "REPEAT,Shire,2024-11,25.2,52,206")
    remarks = [row[-1] for row in lines(areas(made(page))["near_greens"])]
    assert remarks == ["1 fewer referral, of 206", "9 more plans, of 2,000"]


def test_a_figure_of_a_team_on_two_pages_is_to_be_supplied_once(page: SmallProject) -> None:
    page.change(SPEC, EASTHAM, EASTHAM + "  - {name: Westham, level: district}\n")
    page.change(SPEC, "districts: [Eastham]", "districts: [Eastham, Westham]")
    rows = "".join(f"PLANS,Westham,2024-{n:02},61.0,61,100,,\n" for n in (9, 10, 11))
    page.write(OBSERVATIONS, page.text(OBSERVATIONS) + rows)
    [title, *pages] = lines(areas(made(page))["to_be_supplied"], 0)
    assert title[0] == "Figures still to be supplied: 1"
    assert [line[1] for line in pages] == ["Eastham", "Westham"]


def test_a_workbook_of_one_area_has_its_own_page(page: SmallProject) -> None:
    file = made(page, "Eastham")
    assert list(counts(file)) == ["Eastham", "All pages, each row once"]
    assert set(areas(file)) == {"ratings", *LISTS} - {"gaps"}


def list_lines(path: Path) -> Iterator[tuple[str, list[SheetCell]]]:
    """Every line of every list of the page."""
    for name in LISTS:
        area = areas(path)[name]
        yield from ((name, area.cells(row)) for row in range(area.top + 1, area.bottom + 1))


def linked(cell: SheetCell) -> tuple[str, str]:
    """The sheet and cell that a cell is linked to."""
    assert cell.hyperlink, cell.coordinate
    found = re.fullmatch(r"'(.+)'!([A-Z]+\d+)", str(cell.hyperlink.location))
    assert found
    return found[1], found[2]


def test_each_line_leads_to_the_row_of_its_indicator(built: Path) -> None:
    led = 0
    for name, (title, place, *_) in list_lines(built):
        if not MORE.fullmatch(str(title.value)):
            sheet, cell = linked(place)
            said = str(book(built)[sheet][cell].value)
            if name == "to_be_supplied":
                assert (sheet, said) == (place.value, "Primary")  # the full titles are on the exceptions page
            else:
                assert title.value == said, title.coordinate
            led += 1
    assert led > 12


def test_all_lines_stand_on_the_sheet_behind(built: Path, with_october: Scorecard) -> None:
    found = find_exceptions(with_october)
    sheet = book(built)["All exceptions"]
    starts, lines_of = [], 0
    for row in sheet.iter_rows(min_row=next(r[0].row for r in sheet.iter_rows() if r[0].value == "Indicator") + 1):
        if row[0].value and all(cell.value is None for cell in row[1:]):
            starts.append([str(row[0].value), 0])
        else:
            starts[-1][1] += 1
            lines_of += 1
    assert starts == [
        ["Became RED: 3", 3],
        [f"Monthly figures RED for 3 months or more: {len(found.lasting_reds)}", len(found.lasting_reds)],
        ["First rated now: 77, of which 29 RED", 77],
        [f"AMBER within reach of GREEN: {len(found.near_greens)}", len(found.near_greens)],
        ["RED no longer: 11", 11],
        [f"Largest gaps between districts: {len(found.gaps or ())}", len(found.gaps or ())],
        ["Figures still to be supplied: 26", 26],
    ]
    assert lines_of > 200


def test_a_line_of_a_district_or_team_leads_to_its_own_row(built: Path) -> None:
    tables = printed_tables(built).values()
    teams = {(t.sheet.title, row.number): row.team for t in tables for row in t.rows()}
    for name, (_, place, *_) in list_lines(built):
        if place.hyperlink and name != "to_be_supplied":
            sheet, cell = linked(place)
            team = teams[sheet, int(re.sub(r"\D", "", cell))]
            assert str(place.value).split(", ")[0] in ((team,) if team else (sheet, "Kent"))


def test_what_is_left_out_is_counted_and_leads_on(built: Path, scorecard_with_previous: Scorecard) -> None:
    found = find_exceptions(scorecard_with_previous)
    whole = {
        "lasting_reds": len(found.lasting_reds),
        "near_greens": len(found.near_greens),
        "gaps": len(found.gaps or ()),
    }
    for name, number in whole.items():
        shown = [cells for listed, cells in list_lines(built) if listed == name]
        more = MORE.fullmatch(str(shown[-1][0].value))
        assert more
        assert len(shown) - 1 + int(more[1]) == number
        assert linked(shown[-1][0])[0] == more[2]


@pytest.fixture
def scorecard_with_previous(scorecard: Scorecard) -> Scorecard:
    """The November edition compared with nothing else than itself."""
    return replace(scorecard, previous=scorecard)


def test_against_itself_an_edition_has_no_change(scorecard_with_previous: Scorecard) -> None:
    found = find_exceptions(scorecard_with_previous)
    assert (found.became_red, found.left_red, found.first_rated) == ((), (), ())
    for page in (*found.pages, found.total):
        assert page.both == {rating: (page.before or {}).get(rating, 0) for rating in RAGS}


def test_ratings_are_words_in_their_colours(built: Path) -> None:
    sheet = book(built)[EXCEPTIONS]
    coloured = {
        (rule.formula[0].strip('"'), cells.coord)
        for area in sheet.conditional_formatting
        for rule in area.rules
        for cells in area.sqref.ranges
    }
    rated = [cell for row in sheet.iter_rows() for cell in row if cell.value in RATINGS]
    assert coloured == {(word, cell.coordinate) for word in RATINGS for cell in rated}
    assert len(rated) > 15


def test_the_page_is_upright_and_fitted_to_one(built: Path) -> None:
    sheet: Worksheet = book(built)[EXCEPTIONS]
    setup = sheet.page_setup
    assert (setup.orientation, setup.fitToWidth or 1, setup.fitToHeight or 1) == ("portrait", 1, 1)
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("is_compared", [False, True])
def test_no_text_is_printed_too_small(scorecard: Scorecard, looks: Looks, is_compared: bool) -> None:
    shown = replace(scorecard, previous=scorecard if is_compared else None)
    [sheet] = [sheet for sheet in lay_out(shown, looks).sheets if sheet.name == EXCEPTIONS]
    assert 6.5 <= printed_points(sheet.rows, sheet.widths, looks) < 7.2


@pytest.mark.skipif(not libreoffice.available() or not pdf.available(), reason=libreoffice.MISSING)
def test_it_is_printed_on_one_page(page: SmallProject, tmp_path: Path) -> None:
    add_october(page)
    texts = pdf.page_texts(libreoffice.to_pdf(made(page), tmp_path))
    assert sum(": Exceptions" in text for text in texts) == 1


def test_a_page_without_any_exception_says_none(page: SmallProject) -> None:
    add_october(page)
    page.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,71.0,71,100")
    page.change(OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100", "REPEAT,Shire,2024-11,20.0,20,100")
    page.change(OBSERVATIONS, "REPEAT,Eastham CSWT,2024-11,,,,to be supplied,", "REPEAT,Eastham CSWT,2024-11,,,,N/A,")
    page.change("inputs/2024-10/observations.csv", "PLANS,Eastham,2024-10,41.0", "PLANS,Eastham,2024-10,61.0")
    found = areas(made(page))
    assert {name: lines(found[name]) for name in LISTS} == {name: [["None"]] for name in LISTS}
    assert exceptions_of(page).total.before is not None
