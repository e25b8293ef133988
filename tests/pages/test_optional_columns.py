"""The columns `direction` and `to_green` and the sparklines: what they show, that they are live, what they need."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.audits import auditor_of
from tests.support.clients import gnumeric, libreoffice, openxml
from tests.support.clients.compare import differing_cells
from tests.support.editing import Typed
from tests.support.live import Place, Recalculated
from tests.support.reading import OBSERVATIONS
from tests.support.small import SmallProject
from tests.support.tables import PrintedTable, book, printed_tables
from tests.support.widened import SPEC, STYLE, widen
from workbook_builder.commands.build import Order, build

PLANS, REPEATS, SECONDS = (
    "Percentage of plans issued in time",
    "Percentage of repeat referrals",
    "Percentage of second plans",
)
TO_GREEN, DIRECTION = "More \\(\\+\\)", "Trend Direction"
COUNTY, EASTHAM_PLANS, EASTHAM_CARE = "County_monthly", "Eastham_plans", "Eastham_social_care"
needs_libreoffice = pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)


def made(small: SmallProject) -> Path:
    """The workbook of the project."""
    return build(Order(small.folder, "2024-11")).file


@pytest.fixture
def widened(small: SmallProject) -> SmallProject:
    return widen(small)


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the widened project."""
    return made(widen(SmallProject(tmp_path_factory.mktemp("wide") / "project")))


def place(file: Path, table: str, title: str, heading: str) -> Place:
    """Sheet and cell of a row, in the first column that is headed so."""
    found = printed_tables(file)[table]
    [row] = [row for row in found.rows() if row.title == title]
    cell = found.sheet.cell(row.number, found.columns_headed(heading)[0])
    return found.sheet.title, str(cell.coordinate)


def says(file: Path, table: str, title: str) -> tuple[object, object]:
    """What a row says of its direction, and of how many are lacking."""
    places = (place(file, table, title, heading) for heading in (DIRECTION, TO_GREEN))
    first, second = (book(file)[sheet][cell].value for sheet, cell in places)
    return first, second


def notes(table: PrintedTable) -> list[str]:
    """The lines below a table."""
    cells = (table.sheet.cell(row, 1).value for row in range(table.bottom + 1, table.sheet.max_row + 1))
    return [str(value) for value in cells if value]


@pytest.mark.parametrize(
    ("table", "title", "direction", "lacking"),
    [
        (COUNTY, PLANS, "improving", 0),
        (COUNTY, REPEATS, "N/A", -3),  # a rolling series
        (COUNTY, SECONDS, "improving", -2),  # towards its target, over a gap
        (EASTHAM_PLANS, PLANS, "worsening", 19),
        (EASTHAM_CARE, REPEATS, "N/A", "N/A"),  # the latest figure is missing
        (EASTHAM_CARE, SECONDS, "N/A", "N/A"),  # no indicator of the team
    ],
)
def test_every_row_says_where_it_is_going_and_how_many_are_lacking(
    wide: Path, table: str, title: str, direction: str, lacking: object
) -> None:
    assert says(wide, table, title) == (direction, lacking)


def test_counts_show_their_sign(wide: Path) -> None:
    sheet, cell = place(wide, EASTHAM_PLANS, PLANS, TO_GREEN)
    assert book(wide)[sheet][cell].number_format == "+#,##0;-#,##0;0"


def test_a_note_tells_the_rule_and_why_rolling_series_are_left_out(wide: Path) -> None:
    tables = printed_tables(wide)
    told = {name: " ".join(notes(tables[name])) for name in (COUNTY, EASTHAM_PLANS, EASTHAM_CARE)}
    for name, text in told.items():
        assert text.count("straight line through the 7 months shown changes by at least 5%") >= 1, name
    assert "N/A for rolling 12-month" in told[COUNTY]
    assert "N/A for rolling 12-month" in told[EASTHAM_CARE]
    first_table_only = told[EASTHAM_PLANS].partition("Social care")[0]
    assert "N/A for rolling 12-month" not in first_table_only


def test_the_dead_band_is_an_option_of_the_column(widened: SmallProject) -> None:
    widened.change(SPEC, "{kind: direction}", "{kind: direction, least: 30}")
    file = made(widened)
    assert says(file, COUNTY, PLANS) == ("no clear trend", 0)
    assert "at least 30% of" in " ".join(notes(printed_tables(file)[COUNTY]))


def test_a_measure_that_its_numbers_do_not_make_is_not_counted_from(widened: SmallProject) -> None:
    widened.change(OBSERVATIONS, "61.5,123,200", "60.5,123,200")
    file = made(widened)
    assert says(file, COUNTY, PLANS) == ("improving", "N/A")


@pytest.mark.parametrize("client", [libreoffice, gnumeric], ids=["LibreOffice", "Gnumeric"])
def test_other_programs_recalculate_every_cell_to_its_cached_value(
    client: ModuleType, wide: Path, tmp_path: Path
) -> None:
    if not client.available():
        pytest.skip(client.MISSING)
    assert differing_cells(wide, client.recalculate(wide, tmp_path)) == []


@needs_libreoffice
def test_an_edited_numerator_denominator_target_or_figure_changes_what_is_said(wide: Path, tmp_path: Path) -> None:
    target = next(
        (sheet, cell.coordinate)
        for sheet in ("Targets",)
        for row in book(wide)[sheet].iter_rows()
        for cell in row
        if cell.value == 20
    )
    edits: dict[Place, Typed] = {
        place(wide, COUNTY, PLANS, "Numerator"): 100,
        place(wide, COUNTY, REPEATS, "Denominator"): 200,
        target: 15,  # its bands move with it: 12.5 to 17.5
        place(wide, EASTHAM_PLANS, PLANS, "Aug-24"): 41,
        place(wide, EASTHAM_PLANS, PLANS, "Oct-24"): 47,
        place(wide, EASTHAM_CARE, REPEATS, "Measure"): 28,
        place(wide, EASTHAM_CARE, REPEATS, "Numerator"): 28,
        place(wide, EASTHAM_CARE, REPEATS, "Denominator"): 100,
    }
    found = Recalculated(wide, tmp_path, edits)
    assert found[place(wide, COUNTY, PLANS, TO_GREEN)] == 20
    assert found[place(wide, COUNTY, REPEATS, TO_GREEN)] == 0
    assert found[place(wide, COUNTY, SECONDS, TO_GREEN)] == -7
    assert found[place(wide, COUNTY, SECONDS, DIRECTION)] == "improving"
    assert found[place(wide, EASTHAM_PLANS, PLANS, DIRECTION)] == "no clear trend"
    assert found[place(wide, EASTHAM_CARE, REPEATS, TO_GREEN)] == -3


@needs_libreoffice
def test_a_contradicted_measure_is_counted_from_once_its_numbers_make_it(
    widened: SmallProject, tmp_path: Path
) -> None:
    widened.change(OBSERVATIONS, "41.0,41,100", "40.0,41,100")
    file = made(widened)
    mended = Recalculated(file, tmp_path, {place(file, EASTHAM_PLANS, PLANS, "Numerator"): 40})
    assert says(file, EASTHAM_PLANS, PLANS)[1] == "N/A"
    assert mended[place(file, EASTHAM_PLANS, PLANS, TO_GREEN)] == 20


def sparklines(file: Path, sheet: str) -> dict[str, str]:
    """The cells of a sheet that have a sparkline, each with the cells it draws."""
    number = book(file).sheetnames.index(sheet) + 1
    with zipfile.ZipFile(file) as parts:
        xml = parts.read(f"xl/worksheets/sheet{number}.xml").decode()
    return {cell: points for points, cell in re.findall(r"<xm:f>.*?!(.*?)</xm:f><xm:sqref>(.*?)</xm:sqref>", xml)}


def test_a_sparkline_draws_the_figures_of_its_row_up_to_a_gap(wide: Path) -> None:
    drawn = {cell[1:]: (cell, points) for cell, points in sparklines(wide, "County").items()}
    rows = {row.title: str(row.number) for row in printed_tables(wide)[COUNTY].rows()}
    n, g = rows[PLANS], rows[SECONDS]
    assert drawn == {
        n: (f"M{n}", f"F{n}:L{n}"),
        rows[REPEATS]: (f"M{rows[REPEATS]}", f"F{rows[REPEATS]}:L{rows[REPEATS]}"),
        g: (f"M{g}", f"I{g}:L{g}"),
    }


def test_the_cell_below_a_sparkline_is_empty_and_its_heading_says_what_it_is(wide: Path) -> None:
    county = printed_tables(wide)[COUNTY]
    column = county.column("Trend")
    assert county.headings[column - county.left - 1] == "Measure"
    assert [county.sheet.cell(row.number, column).value for row in county.rows()] == [None] * 3
    assert county.groups[column - county.left] == county.groups[column - county.left - 1] == "Latest Month: Nov-24"


def test_fewer_than_two_figures_side_by_side_have_no_sparkline(widened: SmallProject) -> None:
    for month_number in (5, 7, 9):
        widened.change(
            OBSERVATIONS,
            f"REPEAT,Eastham CSWT,2024-{month_number:02},22.0,,,,",
            f"REPEAT,Eastham CSWT,2024-{month_number:02},,,,N/A,",
        )
    eastham = sparklines(made(widened), "Eastham")
    rows = [row.number for row in printed_tables(made(widened))[EASTHAM_CARE].rows()]
    assert not {int(cell[1:]) for cell in eastham} & set(rows)
    assert len(eastham) == 1


def test_sparklines_take_the_style_s_colour_and_have_markers(widened: SmallProject) -> None:
    widened.change(STYLE, 'sparkline: {like: label, color: "#2F5597"}', 'sparkline: {like: label, color: "#7030A0"}')
    with zipfile.ZipFile(made(widened)) as parts:
        xml = parts.read("xl/worksheets/sheet3.xml").decode()
    [group] = re.findall(r"<x14:sparklineGroup .*?</x14:sparklineGroup>", xml)
    assert 'markers="1"' in group
    assert '<x14:colorSeries rgb="FF7030A0"/>' in group
    assert '<x14:colorMarkers rgb="FF7030A0"/>' in group


def test_a_style_that_leaves_the_option_out_draws_them_as_the_default_does(widened: SmallProject) -> None:
    drawn = sparklines(made(widened), "County")
    widened.change(STYLE, "sparklines: true\n", "")
    assert sparklines(made(widened), "County") == drawn


def test_without_the_option_there_are_no_sparklines(widened: SmallProject) -> None:
    widened.change(STYLE, "sparklines: true", "sparklines: false")
    file = made(widened)
    assert sparklines(file, "County") == {}
    assert "Trend" not in printed_tables(file)[COUNTY].headings


def test_a_table_without_a_trend_beside_its_figure_has_no_sparklines(widened: SmallProject) -> None:
    widened.change(SPEC, "      - {kind: direction}\n", "")
    widened.change(SPEC, "      - {kind: trend, periods: 6}\n", "      - {kind: earlier}\n")
    assert sparklines(made(widened), "County") == {}


@pytest.mark.skipif(not openxml.available(), reason=openxml.MISSING)
def test_openxml_sdk_has_no_complaint(wide: Path) -> None:
    assert openxml.complaints(wide) == []


def test_excel_is_told_that_these_formulas_are_meant(wide: Path) -> None:
    """Neighbouring formulas differ, and a trend leaves out the numbers beside it: no green triangles for that."""
    with zipfile.ZipFile(wide) as parts:
        xml = parts.read("xl/worksheets/sheet3.xml").decode()
    ignored = {kind: cells.split() for cells, kind in re.findall(r'<ignoredError sqref="(.*?)" (\w+)="1"/>', xml)}
    directed, counted = (place(wide, COUNTY, PLANS, heading)[1] for heading in (DIRECTION, TO_GREEN))
    assert any(area.startswith(f"{counted}:") for area in ignored["formula"])
    assert f"{directed}:{directed}" in ignored["formulaRange"]


def test_a_workbook_with_these_columns_can_be_audited(widened: SmallProject) -> None:
    assert auditor_of(widened.folder)(made(widened)) == ()
