"""A figure stands once, and is found by its row's code: the workbook says the same however its tables are sorted."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from openpyxl.formula.translate import Translator
from openpyxl.workbook.workbook import Workbook as Book

from tests.support.clients import ironcalc
from tests.support.clients.compare import formula_values, opened
from tests.support.laying_out import facts_of, lay_out, parts_of, placed_pages
from tests.support.places import ROOT
from tests.support.reading import BENCHMARKS
from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.grid import Cell, Sheet, Workbook
from workbook_builder.live.references import RATING, figure
from workbook_builder.outputs.xlsx.placed import Part, Placed
from workbook_builder.periods import month
from workbook_builder.scorecards import Scorecard
from workbook_builder.scorecards.spots import spots_of
from workbook_builder.styles import Looks, load_style

SPEC = "indicator_specs.yaml"
needs_ironcalc = pytest.mark.skipif(not ironcalc.available(), reason=ironcalc.MISSING)
Place = tuple[str, str]


def sheet_of(workbook: Workbook, name: str) -> Sheet:
    """A sheet of a laid-out workbook."""
    return next(sheet for sheet in workbook.sheets if sheet.name == name)


def laid_out(small: SmallProject) -> Workbook:
    """The small project, laid out."""
    return lay_out(scorecard_of(small.folder, "2024-11")[0], load_style(small.folder, "kent"))


def sortable(placed: Placed) -> list[Part]:
    """The rows of figures of a page that may be sorted; other pages have none."""
    return parts_of(placed) if placed.page.kind in ("tables", "activity") else []


def stating(sheet: Sheet, placed: Placed) -> list[tuple[object, Cell]]:
    """What the cells of a sheet state."""
    cells = {(row, column): cell for row, column, cell in sheet.cells()}
    return [(fact, cells[row, column]) for row, column, fact in facts_of(placed)]


def reverse(book: Book, sheet: str, block: Part) -> None:
    """Turn the rows of a block over, as sorting does: what stands in a row moves, its relative references with it."""
    page = book[sheet]
    rows = range(block.top + 1, block.bottom + 2)
    before = {row: [(cell.column_letter, cell.value) for cell in page[row]] for row in rows}
    for old, new in zip(rows, reversed(rows), strict=True):
        for letters, value in before[old]:
            is_formula = isinstance(value, str) and value.startswith("=")
            moved = Translator(value, f"{letters}{old}").translate_formula(f"{letters}{new}") if is_formula else value
            page[f"{letters}{new}"].value = moved


@pytest.fixture(scope="module")
def placed(scorecard: Scorecard, looks: Looks) -> dict[str, Placed]:
    """The shipped pages, as they are laid out."""
    return placed_pages(scorecard, looks)


@pytest.fixture(scope="module")
def turned_over(built: Path, placed: dict[str, Placed], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped workbook, each part of each table of figures turned over."""
    book = opened(built, cached=False)
    for name, page in placed.items():
        for block in sortable(page):
            reverse(book, name, block)
    path = tmp_path_factory.mktemp("sorted") / "scorecard.xlsx"
    book.save(path)
    return path


@needs_ironcalc
def test_what_other_pages_say_does_not_change_when_tables_are_sorted(built: Path, turned_over: Path) -> None:
    cached = formula_values(built)
    places = [place for place in cached if place[0] in ("Commentary", "Exceptions", "Districts")]
    now = ironcalc.recalculated(turned_over, places)
    assert len(places) == 150 + 174 + 670
    assert {place: now[place] for place in places} == {place: cached[place] for place in places}


@needs_ironcalc
def test_a_row_says_the_same_wherever_it_is_sorted_to(
    built: Path, turned_over: Path, placed: dict[str, Placed]
) -> None:
    cached = formula_values(built)
    mirrored: dict[Place, Place] = {}
    formulas = opened(built, cached=False)
    for name, page in placed.items():
        for block in sortable(page):
            for row in range(block.top, block.bottom + 1):
                cells = [cell for cell in formulas[name][row + 1] if cell.data_type == "f"]
                new = block.top + block.bottom - row + 1
                mirrored |= {(name, c.coordinate): (name, f"{c.column_letter}{new}") for c in cells}
    now = ironcalc.recalculated(turned_over, list(mirrored.values()))
    assert len(mirrored) > 3000
    assert [old for old, new in mirrored.items() if now[new] != (cached[old] or "")] == []


def test_no_figure_stands_in_two_cells_as_a_number(workbook: Workbook, placed: dict[str, Placed]) -> None:
    typed: Counter[object] = Counter()
    following: defaultdict[str, int] = defaultdict(int)
    for sheet in workbook.sheets:
        for fact, cell in stating(sheet, placed[sheet.name]):
            if cell.formula:
                following[sheet.name] += 1
            else:
                typed[fact] += 1
    assert set(typed.values()) == {1}
    assert following["Vulnerable learners"] > 40
    assert following["Tunbridge Wells"] > following["Ashford"] > 0


@needs_ironcalc
def test_a_figure_that_is_edited_is_rated_on_every_page(
    built: Path, scorecard: Scorecard, placed: dict[str, Placed], tmp_path: Path
) -> None:
    places = []
    for name in ("Kent KPIs - Education", "Vulnerable learners"):
        [page] = [page for page in scorecard.pages if page.name == name]
        [spot] = [spot for spot in spots_of(page) if spot.key == ("SISE4", "Kent")]
        [row] = [place for id, place in placed[name].rows if id[-2:] == spot.key]
        columns = row.columns[figure(spot.row.latest)], row.columns[RATING]
        cells = [opened(built, cached=False)[name].cell(row.row + 1, column + 1) for column in columns]
        places += [(name, str(cell.coordinate)) for cell in cells]
    book = opened(built, cached=False)
    book[places[0][0]][places[0][1]].value = 1
    book.save(tmp_path / "edited.xlsx")
    assert list(ironcalc.recalculated(tmp_path / "edited.xlsx", places).values()) == [1, "RED", 1, "RED"]


def test_the_row_that_is_rated_holds_the_figure(small: SmallProject) -> None:
    """An unrated table of the same rows before the rated one follows it."""
    plain = """\
      - {kind: indicator}
      - {kind: measure}
indicators:
"""
    small.change(SPEC, "indicators:\n", "  - id: plain\n    columns:\n" + plain)
    table = """\
          - id: first
            title: First
            columns: plain
            year: financial
            sections:
              - indicators: [PLANS]
          - id: monthly
            title: Monthly
"""
    small.change(SPEC, "          - id: monthly\n            title: Monthly\n", table)
    first, *_ = [cell for _, cell in stated(small, "County")]
    assert first.value == 61.5
    assert "INDEX('County'!$H$" in first.formula
    assert 'MATCH("P1",' in first.formula


def test_a_district_s_workbook_names_no_sheet_that_it_lacks(tmp_path: Path) -> None:
    file = build(Order(ROOT, "2024-11", area="Tunbridge Wells", output=tmp_path / "one.xlsx")).file
    book = opened(file, cached=False)
    formulas = [str(book[sheet][cell].value) for sheet, cell in formula_values(file)]
    named = {formula.split("'!")[0].split("'")[-1] for formula in formulas if "'!" in formula}
    assert named <= set(book.sheetnames)
    assert not any("INDEX('Sevenoaks" in formula for formula in formulas)


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (("P1", "R1", "S1"), 'MATCH("P1",'),
        (("P?", "R1", "S1"), 'MATCH("P~?",'),
        (("P*~", "R1", "S1"), 'MATCH("P~*~~",'),
        (('P"1', "R1", "S1"), 'MATCH("P""1",'),
        (("P1", "p1", "S1"), 'MATCH("Percentage of plans issued in time",'),
        (("P1", "P1", "S1"), 'MATCH("Percentage of plans issued in time",'),
        (("SECOND", "R1", ""), 'MATCH("Percentage of plans issued in time",'),
        (("", "", ""), 'MATCH("PLANS",'),
    ],
)
def test_a_row_is_found_by_its_code_else_by_its_title(
    small: SmallProject, codes: tuple[str, str, str], found: str
) -> None:
    spec = small.text(SPEC).replace("    code: P1\n", "")
    for name, code in zip(("PLANS", "REPEAT", "SECOND"), codes, strict=True):
        spec = spec.replace(f"  - id: {name}\n", f"  - id: {name}\n    code: '{code}'\n")
    spec = spec.replace("            notes: [A note.]\n", "            notes: [A note.]\n" + AGAIN)
    small.write(SPEC, spec)
    [again] = [formula for formula in county_plans(small) if formula]
    assert found in again


NOVEMBER = (figure(month(2024, 11)), ("PLANS", "Shire"))
AGAIN = """\
          - id: again
            title: Again
            columns: M
            year: financial
            sections:
              - indicators: [PLANS]
"""


def stated(small: SmallProject, name: str) -> list[tuple[object, Cell]]:
    """What a page of the small project states."""
    scorecard, looks = scorecard_of(small.folder, "2024-11")[0], load_style(small.folder, "kent")
    return stating(sheet_of(lay_out(scorecard, looks), name), placed_pages(scorecard, looks)[name])


def county_plans(small: SmallProject) -> list[str]:
    """The formulas of the cells that state the county's PLANS of November."""
    cells = [cell for name in ("County", "Eastham") for fact, cell in stated(small, name) if fact == NOVEMBER]
    return [cell.formula for cell in cells if cell.value == 61.5]


def test_one_statement_of_a_benchmark_stands_once(small: SmallProject) -> None:
    workbook = laid_out(small)
    england = [cell for sheet in workbook.sheets for _, _, cell in sheet.cells() if cell.value == 50.3]
    assert [bool(cell.formula) for cell in england] == [False, True]
    small.write(BENCHMARKS, small.text(BENCHMARKS) + "PLANS,england,2023-24,50.3,Eastham\n")
    workbook = laid_out(small)
    england = [cell for sheet in workbook.sheets for _, _, cell in sheet.cells() if cell.value == 50.3]
    assert [bool(cell.formula) for cell in england] == [False, False]


def test_a_row_without_a_printed_code_shows_its_id(small: SmallProject) -> None:
    county = sheet_of(laid_out(small), "County")
    scorecard, looks = scorecard_of(small.folder, "2024-11")[0], load_style(small.folder, "kent")
    [block] = parts_of(placed_pages(scorecard, looks)["County"])
    codes = [county.rows[row].cells[0] for row in range(block.top, block.bottom + 1)]
    assert [cell and cell.value for cell in codes] == ["P1", "REPEAT", "SECOND"]
