"""What changes often is changed in one place: each kind of change is made, built, and read back.

One entry of the spec (and its figures) for an indicator, district, team, scorecard or column set; one file for a
style; one module for a form of output.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import made_up_output
from tests.support.clients.compare import formula_values
from tests.support.made_up_output import as_markdown
from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC
from tests.support.tables import PrintedTable, book, printed_tables
from workbook_builder import pages
from workbook_builder.commands.build import Order, build
from workbook_builder.figures import Number
from workbook_builder.live.following import Joined
from workbook_builder.outputs.prose import heading_of, text_of
from workbook_builder.pages import columns, make_pages
from workbook_builder.pages.blocks import Cell, Column, Group, Paragraph
from workbook_builder.pages.blocks import Row as BlockRow
from workbook_builder.pages.blocks import Table as BlockTable
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Row, Scorecard, ScorecardPage, Table
from workbook_builder.specs.model import Spec

FIGURES = "inputs/2024-11/observations.csv"
WESTHAM = "  - {name: Westham, level: district}\n"
EASTHAM = "  - {name: Eastham, level: district}\n"

INDICATOR = """\
  - id: VISITS
    code: V1
    title: Number of home visits
    polarity: H
    data_period: MS
    unit: count
    counted: visits
    decimals: 0
    measure: none
    source: Case system
    definition: Home visits made in the month.
    exists: [county]
scorecards:
"""
COLUMN_SET = """\
  - id: brief
    columns:
      - {kind: indicator}
      - {kind: latest}
      - {kind: target, year: this}
      - {kind: rag, year: this}
indicators:
"""
SCORECARD = """\
  - id: Plans_Only
    title: Plans
    produced_by: Plans Team
    contact: plans@example.gov.uk
    pages:
      - {kind: cover, name: Front}
      - kind: tables
        name: "{area}"
        title: Plans in {area}
        areas: [county, district]
        tables:
          - {id: plans, title: Plans, columns: M, year: financial, sections: [{indicators: [PLANS]}]}
      - {kind: targets, name: Targets}
"""


def built(project: SmallProject, scorecard: str = "", style: str = "kent") -> Path:
    """The workbook that the project makes of its edition."""
    return build(Order(project.folder, "2024-11", scorecard, style=style)).file


def add_lines(project: SmallProject, name: str, *lines: str) -> None:
    project.write(name, project.text(name) + "".join(f"{line}\n" for line in lines))


def figures(indicator: str, place: str, *values: float) -> list[str]:
    """Rows of observations.csv: a figure for each month up to November 2024."""
    months = range(12 - len(values), 12)
    return [f"{indicator},{place},2024-{month:02},{value},,,," for month, value in zip(months, values, strict=True)]


def shown(table: PrintedTable, row: int) -> list[object]:
    """What the cells of a row hold."""
    return [cell.value for cell in table.cells(row)]


def column_of(file: Path, sheet: str, column: int) -> list[object]:
    return [row[column] for row in book(file)[sheet].iter_rows(values_only=True) if len(row) > column]


def test_a_new_indicator_is_an_entry_of_the_spec_and_its_figures(small: SmallProject) -> None:
    small.change(SPEC, "scorecards:\n", INDICATOR)
    small.change(
        SPEC, "[PLANS, REPEAT, SECOND]\n            notes", "[PLANS, VISITS, REPEAT, SECOND]\n            notes"
    )
    small.change(
        SPEC, "        indicators: [PLANS, REPEAT, SECOND]\n", "        indicators: [PLANS, REPEAT, SECOND, VISITS]\n"
    )
    add_lines(small, FIGURES, *figures("VISITS", "Shire", 1200, 1180, 1250))
    add_lines(small, "inputs/2024-11/targets.csv", "VISITS,2024-25,1300,,,1200,,,,,published,")
    file = built(small)
    monthly = printed_tables(file)["County_monthly"]
    titles = [row.title for row in monthly.rows()]
    assert titles[:2] == ["Percentage of plans issued in time", "Number of home visits"]
    row = shown(monthly, monthly.row("", "Number of home visits").number)
    assert row[:13] == [
        "V1",
        "Number of home visits",
        "H",
        "MS",
        None,
        1200,
        1180,
        1250,
        None,
        None,
        "⇧",
        1300,
        "AMBER",
    ]
    assert "Home visits made in the month." in column_of(file, "Definitions", 2)
    assert "Number of home visits" in column_of(file, "Sources", 1)


def test_a_new_district_is_one_line_and_its_figures(small: SmallProject) -> None:
    small.change(SPEC, EASTHAM, EASTHAM + WESTHAM)
    add_lines(small, FIGURES, *figures("PLANS", "Westham", 70, 72, 71))
    file = built(small)
    assert book(file).sheetnames[2:6] == ["County", "Eastham", "Westham", "Targets"]
    plans = printed_tables(file)["Westham_plans"]
    (row,) = plans.rows()
    assert shown(plans, row.number)[5:13] == [70, 72, 71, None, None, "⇩", 60, "GREEN"]
    assert book(file)["Westham"]["A1"].value == "Westham indicators"
    assert column_of(file, "Contents", 0).count("Westham") == 1


def test_a_new_team_stands_on_the_page_of_every_district_it_serves(small: SmallProject) -> None:
    small.change(SPEC, EASTHAM, EASTHAM + WESTHAM)
    add_lines(small, FIGURES, *figures("PLANS", "Westham", 70, 72, 71), *figures("REPEAT", "Ham CSWT", 20, 20.5, 26))
    team = "  - {name: Ham CSWT, kind: CSWT, districts: [Eastham, Westham]}\n"
    small.change(SPEC, "benchmark_groups:\n", f"{team}benchmark_groups:\n")
    tables = printed_tables(built(small))
    eastham, westham = tables["Eastham_social_care"], tables["Westham_social_care"]
    assert [row.team for row in eastham.rows()] == ["Eastham CSWT"] * 2 + ["Ham CSWT"] * 2
    assert [row.team for row in westham.rows()] == ["Ham CSWT"] * 2
    rows = [
        shown(table, table.row("Ham CSWT", "Percentage of repeat referrals").number) for table in (eastham, westham)
    ]
    assert rows[0] == rows[1]
    assert rows[0][5:13] == [20, 20.5, 26, None, None, "⇩", 25, "AMBER"]


def test_a_new_scorecard_is_an_entry_of_the_spec(small: SmallProject) -> None:
    add_lines(small, SPEC, SCORECARD.rstrip())
    before, file = built(small), built(small, scorecard="Plans_Only")
    assert (before.name, file.name) == ("Small_Scorecard_2024-11.xlsx", "Plans_Only_2024-11.xlsx")
    assert book(file).sheetnames == ["Front", "Shire", "Eastham", "Targets"]
    assert list(printed_tables(file)) == ["Eastham_plans", "Shire_plans"]
    assert "Produced by: Plans Team" in column_of(file, "Front", 0)
    targets = column_of(file, "Targets", 1)
    assert "Percentage of plans issued in time" in targets
    assert "Percentage of repeat referrals" not in targets


def test_a_new_column_set_is_an_entry_of_the_spec(small: SmallProject) -> None:
    small.change(SPEC, "indicators:\n  - id: PLANS\n", f"{COLUMN_SET}  - id: PLANS\n")
    small.change(
        SPEC,
        "id: plans\n            title: Plans\n            columns: M",
        "id: plans\n            title: Plans\n            columns: brief",
    )
    tables = printed_tables(built(small))
    plans = tables["Eastham_plans"]
    assert plans.headings == ["Indicator", "Latest Result", "Target\n2024-25", "RAG\n2024-25"]
    assert shown(plans, plans.bottom) == ["Percentage of plans issued in time", 41, 60, "RED"]
    assert len(tables["Eastham_social_care"].headings) == 17


STYLE = {
    '"⇧"': '"▲"',
    '"⇩"': '"▼"',
    '"⇔"': '"►"',
    '"✓"': '"●"',
    '"#FF5050"': '"#FFC7CE"',
    '"#C00000"': '"#9C0006"',
    '"#2F5597"': '"#4B2E83"',
}


@pytest.fixture
def plum(small: SmallProject) -> Path:
    """The small project built in another style: other colours, arrows and tick."""
    style = small.text("styles/kent.yaml")
    for old, new in STYLE.items():
        assert old in style
        style = style.replace(old, new)
    small.write("styles/plum.yaml", style)
    return built(small, style="plum")


def conditional_formats(file: Path) -> Iterator[tuple[str, str, str]]:
    """The text, text colour and fill of every conditional format that colours."""
    for sheet in book(file, cached=False).worksheets:
        for area in sheet.conditional_formatting:
            for rule in (rule for rule in area.rules if rule.type != "expression"):
                fill = rule.dxf.fill.bgColor.rgb[2:] if rule.dxf.fill else ""
                yield rule.formula[0].strip('"'), rule.dxf.font.color.rgb[2:], fill


def test_a_new_style_is_a_file_which_formulas_values_and_highlights_follow(plum: Path) -> None:
    assert {text for text, _, _ in conditional_formats(plum)} == {"GREEN", "AMBER", "RED", "▲", "▼", "►"}
    assert ("RED", "000000", "FFC7CE") in set(conditional_formats(plum))
    assert ("▼", "9C0006", "") in set(conditional_formats(plum))
    county = printed_tables(plum)["County_monthly"]
    (dot,), (qpr,) = county.columns_headed("DOT"), county.columns_headed("QPR")
    assert [county.sheet.cell(row.number, dot).value for row in county.rows()] == ["▲", "▼", "▲"]
    assert county.sheet.cell(county.top + 2, qpr).value == "●"
    assert county.sheet.cell(county.top + 1, 1).fill.fgColor.rgb == "FF4B2E83"


def test_nothing_of_the_old_style_is_left(plum: Path) -> None:
    formulas = [str(cell.value) for sheet in book(plum, cached=False) for row in sheet.iter_rows() for cell in row]
    told = "".join([*formulas, *(str(value) for value in formula_values(plum).values())])
    assert {symbol for symbol in "▲▼►●" if symbol in told} == set("▲▼►●")
    assert not set("⇧⇩⇔✓") & set(told)


ALLOWED = ["live.references", "outputs.prose", "pages.blocks", "pages.publication"]


def test_a_new_form_of_output_is_a_module_that_needs_only_blocks_and_words() -> None:
    tree = ast.parse(Path(made_up_output.__file__).read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    own = [name for name in modules if name.startswith(("workbook_builder", "tests"))]
    assert own == [f"workbook_builder.{name}" for name in ALLOWED]


def test_a_new_form_of_output_shows_what_the_pages_say(scorecard: Scorecard) -> None:
    publication = make_pages(scorecard)
    text = as_markdown(publication)
    assert text.startswith(f"# {publication.title}\n")
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        page.name for page in publication.pages
    ]
    assert "| GREEN |" in text
    assert "| improved |" in text
    assert "| [Swale](#Swale) |" in text
    assert "Type over" not in text  # true of a workbook only


def test_a_new_kind_of_column_is_made_in_one_place(small: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the spec's word stands for is a function; every output shows it, and the workbook follows it live."""
    monkeypatch.setitem(columns.KINDS, "qpr", from_target)
    publication = make_pages(scorecard_of(small.folder, "2024-11")[0])
    page = next(page for page in publication.pages if page.name == "Eastham")
    table = next(table for table in page.tables if table.id == "plans")
    column = [made.kind for made in table.columns].index("qpr")
    assert heading_of(table.columns[column]) == "From target"
    assert [text_of(row.cells[column], table.columns[column]) for row in table.rows] == ["-19.0"]
    plans = printed_tables(built(small))["Eastham_plans"]
    at = plans.columns_headed("From target")[0]
    assert plans.sheet.cell(plans.bottom, at).value == -19
    formula = book(built(small), cached=False)["Eastham"].cell(plans.bottom, at).value
    assert re.fullmatch(r"=[A-Z]+\d+-[A-Z]+\d+", str(formula))


def from_target(column: object, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """How far the latest figure is from its target."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        figure, target = row.figure(row.latest), row.target
        now, beside = refs.figure(row.latest), refs.target(target)
        if not (target and now and beside and isinstance(figure, Number) and isinstance(target.target, Number)):
            return Cell(None)
        return Cell(Number(figure.shown - target.target.shown, 1), live=Joined((now.ref, beside.ref), "-"))

    yield ColumnMaker(Column(("From target",), "figure", "qpr"), cell)


def test_a_new_kind_of_page_is_made_in_one_place(small: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what it says in blocks; a workbook lays it out by the usual policy until it has one of its own."""

    def make(setting: Setting, page: ScorecardPage) -> Page:
        row = BlockRow((), (Cell(Rag.GREEN), Cell(setting.scorecard.spec.title)))
        columns = Column(("Rating",), "rating"), Column(("Of",), "text")
        table = BlockTable("all", "All at once", columns, (Group("", (row,)),))
        return replace(setting.page(page, (Paragraph("Nothing else."), table)), kind="headline")

    monkeypatch.setitem(pages.KINDS, "sources", make)
    file = built(small)
    assert [cell.value for row in book(file)["Sources"].iter_rows() for cell in row if cell.value][-5:] == [
        "Nothing else.",
        "Rating",
        "Of",
        "GREEN",
        "Small Scorecard",
    ]
