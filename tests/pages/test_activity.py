"""The page of activity: tables, native charts beside them, what each finds in words; all on one printed page."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.outputs.test_layout import LEGIBLE, scale_of
from tests.support.charts import Box, DrawnChart, cells_of, drawn_charts, left_of, top_of
from tests.support.clients import libreoffice, pdf
from tests.support.made_up_activity import FOLDER, PERIODS, activity_page, copied, with_figures
from tests.support.tables import SheetCell, book
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.new import make_edition
from workbook_builder.specs.model import Spec

NAME = "Activity and volume"
TITLE = "Kent Activity and Volume"
GAPS = {("CYPE19", "2024-08"): "suppressed", ("CYPE19", "2024-05"): "", ("CARE-LEAVERS", "2024-11"): ""}
REASONS = {"N/A", "to be supplied", "suppressed"}

needs_printer = pytest.mark.skipif(not libreoffice.available() or not pdf.available(), reason=libreoffice.MISSING)


@pytest.fixture(scope="module")
def full(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with made-up figures for the whole page."""
    return build(Order(with_figures(root, tmp_path_factory.mktemp("full")), "2024-11", area="Kent")).file


@pytest.fixture(scope="module")
def gapped(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, but some figures are missing."""
    return build(Order(with_figures(root, tmp_path_factory.mktemp("gapped"), GAPS), "2024-11", area="Kent")).file


def page(path: Path) -> Worksheet:
    """The page of a workbook."""
    sheet = book(path)[NAME]
    assert isinstance(sheet, Worksheet)
    return sheet


def charts(path: Path) -> list[DrawnChart]:
    return drawn_charts(path, page(path))


def rows(path: Path) -> dict[str, list[SheetCell]]:
    """The cells of each indicator's row from its title on, by code."""
    found: dict[str, list[SheetCell]] = {}
    for row in page(path).iter_rows(max_col=3 + PERIODS):
        code, title, *figures = row
        if title.value and not title.border.left.style:
            continue
        if title.value and not title.font.bold:
            found[str(code.value)] = [title, *figures]
    return found


@pytest.mark.parametrize("which", ["built", "full", "gapped"])
def test_every_indicator_of_the_page_has_a_row(which: str, spec: Spec, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(which)
    listed = next(group for group in spec.scorecards[0].groups if group.title == "Activity and volume")
    wanted = {row.indicator for row in activity_page(spec).rows}
    assert wanted == {row.indicator for row in listed.rows} | {"APP17-D", "APP17-N"}
    codes = {spec.indicator_by_id[name].code for name in wanted} - {""}
    assert codes < set(rows(path))
    assert len(rows(path)) == len(wanted) == 33


def test_what_nobody_states_is_to_be_supplied_and_what_its_source_ends_is_not_available(built: Path) -> None:
    shown = {code: [cell.value for cell in cells[1:]] for code, cells in rows(built).items()}
    published = {code: values for code, values in shown.items() if code.startswith("APP17")}
    assert published == {
        "APP17-D": [311, 279, 271, 128, 197, 117, 114, None],
        "APP17-N": [39, 90, 114, 66, 126, 90, 90, None],
    }
    others = {code: values for code, values in shown.items() if code not in published}
    assert {tuple(values[: PERIODS - 1]) for values in others.values()} == {(None,) * (PERIODS - 1)}
    ended = {code for code, values in others.items() if values[PERIODS - 1] == "N/A"}
    assert ended == {"FS3", "FS3a", "FS3b", "FS8", "TS3"}
    assert {values[PERIODS - 1] for code, values in others.items() if code not in ended} == {"to be supplied"}


def test_the_published_edition_charts_the_plans_that_are_published(built: Path) -> None:
    [chart] = charts(built)
    assert [series.numbers for series in chart.series] == [
        (311, 279, 271, 128, 197, 117, 114),
        (39, 90, 114, 66, 126, 90, 90),
    ]
    assert chart.description == (
        "SEND plans (EHCPs): EHCPs issued fell from 311 in May 2024 to 114 in November 2024. "
        "EHCPs within 20 weeks rose from 39 to 90."
    )
    assert chart.axis_titles == ("Month", "Number of plans")


def test_a_full_set_of_figures_fills_every_cell_and_chart(full: Path, spec: Spec) -> None:
    for cells in rows(full).values():
        assert all(isinstance(cell.value, int | float) for cell in cells[1 : PERIODS + 1])
    listed = [chart for group in activity_page(spec).groups for chart in group.charts]
    assert [chart.title for chart in charts(full)] == [chart.title for chart in listed]
    assert [len(chart.series) for chart in charts(full)] == [len(chart.indicators) for chart in listed]
    assert len(listed) == 9


def test_figures_are_numbers_and_averages_stand_in_brackets(full: Path) -> None:
    averages = {code: cells[-1] for code, cells in rows(full).items() if cells[-1].value is not None}
    assert set(averages) == {"CYPE16", "CYPE17", "CYPE18", "EY8", "SISE35", "SISE36", "SISE37", "FS8"}
    assert {(cell.value, cell.number_format) for cell in averages.values()} == {(23.8, '"("#,##0.0"%)"')}
    texts = [str(cell.value) for row in page(full).iter_rows(max_col=1) for cell in row if cell.value]
    assert texts[-1] == (
        "In brackets: average of England, 2023-24 (CYPE16, CYPE17, CYPE18); "
        "31 August 2024 (EY8, SISE35, SISE36, SISE37, FS8)."
    )


@pytest.mark.parametrize("which", ["built", "full", "gapped"])
def test_a_chart_draws_the_cells_of_the_table_and_keeps_their_numbers(
    which: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(which)
    sheet = page(path)
    for chart in charts(path):
        for series in chart.series:
            assert list(cells_of(series.name_cell, sheet)) == [series.name]
            assert tuple(cells_of(series.categories, sheet)) == series.labels
            held = [value for area in series.values for value in cells_of(area, sheet)]
            assert held == list(series.numbers)
            assert len(held) == len(series.labels) == PERIODS
            row = re.findall(r"\$(\d+)", series.name_cell)
            assert {found for area in series.values for found in re.findall(r"\$(\d+)", area)} == set(row)
            assert sum(value is not None for value in held) >= 2


def test_no_cell_with_a_word_is_drawn_because_excel_would_draw_it_as_0(gapped: Path) -> None:
    requests = [cell.value for cell in rows(gapped)["CYPE19"][1:]]
    assert requests[0] is None
    assert requests[3] == "suppressed"
    drawn = {series.name: series.numbers for chart in charts(gapped) for series in chart.series}
    assert [number is None for number in drawn["Requests"]] == [True, False, False, True, False, False, False]
    leavers = rows(gapped)["CARE-LEAVERS"]
    assert leavers[PERIODS].value == "to be supplied"
    assert drawn["Care leavers"][-1] is None


def test_a_finding_speaks_of_known_figures_only(gapped: Path) -> None:
    [plans] = [chart for chart in charts(gapped) if chart.title == "SEND plans (EHCPs)"]
    first, last = rows(gapped)["CYPE19"][2].value, rows(gapped)["CYPE19"][PERIODS].value
    assert re.search(
        rf"Requests (rose|fell) from {first} in June 2024 to {last} in November 2024\.$", plans.description
    )
    [care] = [chart for chart in charts(gapped) if "leavers" in chart.title]
    assert re.search(r"Care leavers .* in May 2024 (to \d+|and again) in October 2024\.$", care.description)
    assert not any(word in chart.description for chart in charts(gapped) for word in REASONS)


def test_the_alt_text_is_true(full: Path) -> None:
    told = 0
    for chart in charts(full):
        for series in chart.series:
            first, last = series.numbers[0], series.numbers[-1]
            found = re.search(rf"{series.name} (rose|fell|stood|stayed)(.*?)\.(?= |$)", chart.description)
            assert found, chart.description
            assert first is not None
            assert last is not None
            verb = {True: "rose", False: "fell"}[last > first] if last != first else found[1]
            assert found[1] == verb
            assert verb in ("rose", "fell") or first == last
            said = {
                Decimal(number.replace(",", "")) for number in re.findall(r"(?:from|to|at) ([\d,.]*\d)", found[2])
            }
            assert said == {Decimal(str(first)), Decimal(str(last))}
            told += 1
    assert told == 27


@pytest.mark.parametrize("which", ["built", "full", "gapped"])
def test_the_finding_stands_below_its_chart_for_everybody_to_read(which: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(which)
    sheet = page(path)
    for chart in charts(path):
        column = next(c for c in range(1, sheet.max_column + 1) if left_of(sheet, c) == chart.box.left)
        below = [row for row in range(1, sheet.max_row + 1) if top_of(sheet, row) >= chart.box.bottom - 2]
        text = ""
        for row in below:
            if not (line := sheet.cell(row, column).value):
                if text:
                    break
                continue
            text = f"{text} {line}".strip()
        assert chart.description == f"{chart.title}: {text}"


@pytest.mark.parametrize("which", ["built", "full", "gapped"])
def test_charts_are_of_one_size_on_a_grid_and_cover_nothing(which: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(which)
    sheet, drawn = page(path), charts(path)
    assert len({(round(c.box.right - c.box.left), round(c.box.bottom - c.box.top)) for c in drawn}) == 1
    across, down = {chart.box.left for chart in drawn}, {chart.box.top for chart in drawn}
    assert len(across) * len(down) == len(drawn)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(drawn, 2))
    for row in range(1, sheet.max_row + 1):
        for column in range(1, sheet.max_column + 1):
            cell = sheet.cell(row, column)
            if cell.value is not None or cell.border.left.style:
                left, right = left_of(sheet, column), left_of(sheet, column + 1)
                box = Box(left, top_of(sheet, row), right, top_of(sheet, row + 1))
                assert not any(chart.box.overlaps(box) for chart in drawn), cell.coordinate


def test_charts_are_flat_lines_with_titled_axes_told_apart_without_colour(full: Path) -> None:
    units = set()
    for chart in charts(full):
        assert chart.kinds == ("lineChart",)
        assert chart.title
        assert len(chart.axis_titles) == 2
        assert chart.axis_titles[0] in ("Month", "Term")
        units.add(chart.axis_titles[1])
        assert len({series.dash for series in chart.series}) == len(chart.series)
        assert len({series.marker for series in chart.series}) == len(chart.series)
        assert chart.has_legend == (len(chart.series) > 1)
    assert units == {"Number of schools", "Number of pupils", "Number of contacts", "Number", "Per cent", "Rate"}


def test_headings_are_true_for_every_row(full: Path, built: Path) -> None:
    for path in (full, built):
        sheet = page(path)
        heads = [row for row in sheet.iter_rows(max_col=3 + PERIODS) if row[0].value == "Code"]
        assert [
            [str(cell.value).replace("\n", " ") for cell in (row[1], row[2], row[8], row[9])] for row in heads
        ] == [
            ["Termly indicator", "Autumn 22-23", "Autumn 24-25", "(England)"],
            ["Monthly indicator", "May-24", "Nov-24", "(England)"],
        ]


def test_the_same_figures_give_the_same_bytes(root: Path, tmp_path: Path, full: Path) -> None:
    again = build(Order(with_figures(root, tmp_path), "2024-11", area="Kent")).file
    assert again.read_bytes() == full.read_bytes()


def test_another_areas_workbook_has_no_such_page(root: Path, tmp_path: Path) -> None:
    file = build(Order(root, "2024-11", area="Ashford", output=tmp_path / "ashford.xlsx")).file
    assert NAME not in book(file).sheetnames


@pytest.mark.parametrize("which", ["built", "full", "gapped"])
def test_it_is_fitted_to_one_page_and_can_still_be_read(which: str, request: pytest.FixtureRequest) -> None:
    sheet = page(request.getfixturevalue(which))
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
    sizes = {float(cell.font.size) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert min(sizes) * scale_of(sheet) >= LEGIBLE


@needs_printer
@pytest.mark.parametrize("which", ["full", "gapped"])
def test_it_is_printed_on_one_landscape_page(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = request.getfixturevalue(which)
    [found] = pdf.sheets(libreoffice.to_pdf(path, tmp_path), about=f"November 2024: {TITLE}")
    assert found.size[0] > found.size[1]
    for chart in charts(path):
        assert chart.title in found.text.replace("\n", " ")
        assert all(series.name in found.text for series in chart.series)


def test_a_new_edition_asks_for_the_figures_that_nobody_has_stated(root: Path, tmp_path: Path) -> None:
    project = copied(root, tmp_path)
    make_edition(project, "2024-12")
    lines = (project / "inputs/2024-12/observations.csv").read_text(encoding="utf-8-sig").splitlines()
    asked = {tuple(line.split(",")[:3]) for line in lines}
    assert {
        ("CYPE10", "Kent", "2024-25 Autumn"),
        ("SCS01", "Kent", "2024-12"),
        ("APP17-D", "Kent", "2024-12"),
    } <= asked
    assert not any(name in ("FS3", "TS3") for name, *_ in asked)


def test_a_new_edition_asks_once_for_figures_that_have_been_stated(root: Path, tmp_path: Path) -> None:
    project = with_figures(root, tmp_path)
    make_edition(project, "2024-12")
    lines = (project / "inputs/2024-12/observations.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len([line for line in lines if line.startswith("SCS01,")]) == 1


def test_a_source_that_speaks_again_makes_a_figure_to_be_supplied(root: Path, tmp_path: Path) -> None:
    project = copied(root, tmp_path)
    file = project / FOLDER / "sources.csv"
    text = file.read_text(encoding="utf-8")
    assert re.search(r"^FS3,.*,N/A$", text, re.M)
    file.write_text(re.sub(r"^(FS3,.*),N/A$", r"\1,Dec 2024", text, flags=re.M), encoding="utf-8")
    path = build(Order(project, "2024-11", area="Kent")).file
    assert rows(path)["FS3"][PERIODS].value == "to be supplied"
