"""A target or standard that is typed over is judged as it was typed, and shows what is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import auditor_of
from tests.support.clients import libreoffice, pdf
from tests.support.editing import edit_cells
from tests.support.judging import number
from tests.support.laying_out import drawn
from tests.support.live import Place, Recalculated
from tests.support.small import SmallProject
from tests.support.tables import book, named_areas, printed_tables
from workbook_builder.commands.build import Order, build
from workbook_builder.styles import Looks

needs_libreoffice = pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
PLANS, REPEATS, SECONDS = "P1", "Percentage of repeat referrals", "Percentage of second plans"


@pytest.fixture
def file(small: SmallProject) -> Path:
    """The workbook; PLANS are 61.5, its target 60 and floor 50, shown without decimals."""
    return build(Order(small.folder, "2024-11")).file


def limit(file: Path, title: str, year: str, heading: str) -> Place:
    """Sheet and cell of a target or standard."""
    area = named_areas(file)["Targets"]
    headings = {str(area.sheet.cell(area.top, c).value): c for c in area.columns}
    for row in range(area.top + 1, area.bottom + 1):
        known = [str(area.sheet.cell(row, headings[name]).value) for name in ("Code", "Indicator", "Year")]
        if title in known and year in known:
            return area.sheet.title, str(area.sheet.cell(row, headings[heading]).coordinate)
    raise AssertionError(title)


def rating(file: Path, title: str) -> Place:
    table = printed_tables(file)["County_monthly"]
    [row] = [row for row in table.rows() if row.title == title]
    return table.sheet.title, str(table.sheet.cell(row.number, table.columns_headed("RAG")[0]).coordinate)


@needs_libreoffice
@pytest.mark.parametrize(
    ("typed", "said"),
    [(61.5, "GREEN"), (61.51, "AMBER"), (61.6, "AMBER"), (61.4, "GREEN"), (61.500001, "AMBER")],
)
def test_a_target_is_judged_as_typed(file: Path, tmp_path: Path, typed: float, said: str) -> None:
    place = limit(file, PLANS, "2024-25", "Target")
    found = Recalculated(file, tmp_path, {place: typed})
    assert found[rating(file, "Percentage of plans issued in time")] == said


@needs_libreoffice
@pytest.mark.parametrize(("floor", "said"), [(28.0, "AMBER"), (27.96, "RED"), (28.04, "AMBER")])
def test_a_floor_standard_too(file: Path, tmp_path: Path, floor: float, said: str) -> None:
    found = Recalculated(file, tmp_path, {limit(file, REPEATS, "2024-25", "Floor standard"): floor})
    assert found[rating(file, REPEATS)] == said  # a figure of 28.0, lower is better


@needs_libreoffice
@pytest.mark.parametrize(("target", "said"), [(18.5, "GREEN"), (18.49, "AMBER")])
def test_bands_move_with_it_as_typed(file: Path, tmp_path: Path, target: float, said: str) -> None:
    found = Recalculated(file, tmp_path, {limit(file, SECONDS, "2024-25", "Target"): target})
    assert found[rating(file, SECONDS)] == said  # 21.0 in a band of 2.5 to either side
    assert found[limit(file, SECONDS, "2024-25", "Green to")] == pytest.approx(target + 2.5)


@needs_libreoffice
@pytest.mark.skipif(not pdf.available(), reason=pdf.MISSING)
@pytest.mark.parametrize("typed", [61.55, 61.5, 61, 61.125])
def test_what_is_judged_is_shown_wherever_it_stands(file: Path, tmp_path: Path, typed: float) -> None:
    place = limit(file, PLANS, "2024-25", "Target")
    edited = edit_cells(file, tmp_path / "edited.xlsx", {place: typed})
    words = " ".join(pdf.page_texts(libreoffice.to_pdf(edited, tmp_path))).split()
    assert words.count(f"{typed:,}") >= 3  # on Targets and on the pages of the county and of the district


def test_only_numbers_with_more_decimals_are_shown_with_more(file: Path) -> None:
    sheet, cell = limit(file, PLANS, "2024-25", "Target")
    areas = [area for area in book(file)[sheet].conditional_formatting if cell in area.sqref]
    [rule] = [rule for area in areas for rule in area.rules]
    first = str(areas[0].sqref).partition(" ")[0].partition(":")[0]
    assert rule.formula == [f"IF(ISNUMBER({first}),ROUND({first},0)<>{first})"]
    assert rule.dxf.numFmt.formatCode == "#,##0.0#####"


def test_what_nobody_edited_looks_as_it_was_stated(file: Path) -> None:
    sheet, cell = limit(file, PLANS, "2024-25", "Target")
    assert (book(file)[sheet][cell].value, book(file)[sheet][cell].number_format) == (60, "#,##0")


def test_a_target_with_hidden_decimals_stands_as_it_is_shown(looks: Looks) -> None:
    """A cell of the inputs' workbook may show 60 and hold 59.6; it is judged as 60, so a cell holds 60."""
    assert drawn(number("59.6", 0), "limit", looks).value == 60
    assert drawn(number("59.6", 0), "limit", looks).finer == "#,##0.0#####"
    assert drawn(number("59.123456", 6), "limit", looks).finer == ""


@needs_libreoffice
def test_an_audit_judges_by_what_was_typed(small: SmallProject, file: Path, tmp_path: Path) -> None:
    place = limit(file, PLANS, "2024-25", "Target")
    edited = edit_cells(file, tmp_path / "edited.xlsx", {place: 61.51})
    saved = libreoffice.recalculate(edited, tmp_path)
    audit = auditor_of(small.folder)
    found = [(finding.rule, finding.found) for finding in audit(saved)]
    assert {rule for rule, _ in found} == {"other_target"}
    assert all(text.startswith("61.51") for _, text in found)
