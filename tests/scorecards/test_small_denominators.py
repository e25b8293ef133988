"""A figure that is rated on few is marked, stays a number, and has a legend below just the tables that need one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.reading import OBSERVATIONS, TARGETS
from tests.support.small import SmallProject
from tests.support.tables import printed_tables
from workbook_builder.commands.build import Order, build
from workbook_builder.marks import is_mark, without_mark

SPEC, KENT = "indicator_specs.yaml", "styles/kent.yaml"
LEGEND = "† Rated on a denominator under 20, so that one more or less moves the figure by much."


def sheet(small: SmallProject, name: str) -> Worksheet:
    """A sheet of the project's workbook, built anew."""
    found = load_workbook(build(Order(small.folder, "2024-11")).file)[name]
    assert isinstance(found, Worksheet)
    return found


def texts(page: Worksheet) -> list[list[str]]:
    """The rows of a sheet that hold anything."""
    rows = [[str(cell) for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]
    return [row for row in rows if row]


def marked(page: Worksheet) -> dict[str, tuple[object, str]]:
    """The cells with a mark in their number format: value and format."""
    cells = (cell for row in page.iter_rows() for cell in row)
    return {str(c.coordinate): (c.value, str(c.number_format)) for c in cells if '"†"' in str(c.number_format)}


FEW = "REPEAT,Shire,2024-11,38.9,7,18,,"
FEWER: list[tuple[str, list[tuple[str, str, str]], bool]] = [
    ("under twenty", [], True),
    ("nineteen", [(OBSERVATIONS, FEW, "REPEAT,Shire,2024-11,36.8,7,19,,")], True),
    ("twenty", [(OBSERVATIONS, FEW, "REPEAT,Shire,2024-11,35.0,7,20,,")], False),
    ("no denominator", [(OBSERVATIONS, FEW, "REPEAT,Shire,2024-11,38.9,,,,")], False),
    ("a denominator that is suppressed", [(OBSERVATIONS, FEW, "REPEAT,Shire,2024-11,38.9,7,suppressed,,")], False),
    ("as many as the spec allows", [(SPEC, "areas:", "small_denominator: 18\nareas:")], False),
    ("never", [(SPEC, "areas:", "small_denominator: 0\nareas:")], False),
    ("no rating", [(TARGETS, "REPEAT,2024-25,25.0,,,30", "REPEAT,2024-25,N/A,,,")], False),
    ("no figure", [(OBSERVATIONS, FEW, "REPEAT,Shire,2024-11,,7,18,to be supplied,")], False),
    ("the column `latest`", [(SPEC, "{kind: measure}", "{kind: latest}")], True),
]


@pytest.mark.parametrize(("edits", "is_marked"), [pytest.param(e, m, id=name) for name, e, m in FEWER])
def test_a_figure_that_is_rated_on_few_is_marked_and_stays_a_number(
    small: SmallProject, edits: list[tuple[str, str, str]], is_marked: bool
) -> None:
    small.change(OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100,,", FEW)
    for file, old, new in edits:
        small.change(file, old, new)
    county, eastham = sheet(small, "County"), sheet(small, "Eastham")
    assert [form for _, form in marked(county).values()] == ['#,##0.0"†"'] * is_marked
    assert all(isinstance(value, int | float) for value, _ in marked(county).values())
    assert ([LEGEND] in texts(county)) is is_marked
    assert (marked(eastham), [LEGEND] in texts(eastham)) == ({}, False)


ANNUAL = "{kind: indicator}", "{kind: outturn, year: this}", "{kind: target, year: this}", "{kind: rag, year: this}"
YEARLY = """\
PLANS,Shire,2024-25,38.9,7,18,,
PLANS,Eastham,2024-25,50.0,10,20,,
REPEAT,Shire,2024-25,28.0,28,100,,
REPEAT,Eastham CSWT,2024-25,,,,N/A,
SECOND,Shire,2024-25,,,,N/A,
"""


def test_an_annual_outturn_that_is_rated_on_few_is_marked(small: SmallProject) -> None:
    spec = re.sub(r"data_period: \w+", "data_period: A", small.text(SPEC))
    columns = "".join(f"      - {column}\n" for column in ANNUAL)
    small.write(SPEC, re.sub(r"    columns:\n(      - .*\n)+indicators", f"    columns:\n{columns}indicators", spec))
    header = small.text(OBSERVATIONS).splitlines()[0]
    small.write(OBSERVATIONS, f"{header}\n{YEARLY}")
    assert list(marked(sheet(small, "County")).values()) == [(38.9, '#,##0.0"†"')]
    assert marked(sheet(small, "Eastham")) == {}


def test_the_legend_names_the_spec_s_own_limit(small: SmallProject) -> None:
    small.change(SPEC, "areas:", "small_denominator: 101\nareas:")
    assert [LEGEND.replace("20", "101")] in texts(sheet(small, "County"))
    assert len(marked(sheet(small, "County"))) == 2


def test_the_legend_stands_below_exactly_the_tables_that_need_it(built: Path) -> None:
    tables = printed_tables(built).values()
    below = {table.name: [table.sheet.cell(table.bottom + n, 1).value for n in range(1, 9)] for table in tables}
    notes = {name: lines[: lines.index(None)] for name, lines in below.items()}
    marks = {
        table.name: [
            cell for row in table.rows() for cell in table.cells(row.number) if '"†"' in str(cell.number_format)
        ]
        for table in tables
    }
    assert {name for name, cells in marks.items() if cells} == {name for name in notes if LEGEND in notes[name]}
    for table in tables:
        (latest,) = table.columns_headed("Measure|Rate")
        for cell in marks[table.name]:
            denominator = table.sheet.cell(int(str(cell.row)), table.column("Denominator")).value
            assert cell.column == latest
            assert isinstance(cell.value, int | float)
            assert isinstance(denominator, int | float)
            assert denominator < 20
    assert sum(map(len, marks.values())) > 20


def test_a_style_may_have_a_mark_of_its_own(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100,,", FEW)
    small.change(KENT, 'small: "†"', 'small: "‡‡"')
    county = sheet(small, "County")
    assert [LEGEND.replace("†", "‡‡")] in texts(county)
    assert '#,##0.0"‡‡"' in {str(cell.number_format) for row in county.iter_rows() for cell in row}
    assert marked(county) == {}


def test_a_style_that_names_no_mark_has_the_usual_one(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100,,", FEW)
    small.change(KENT, ', small: "†"', "")
    assert len(marked(sheet(small, "County"))) == 1


SIGNS = st.characters(categories=("Po", "So", "Sk"))


@given(st.text(SIGNS, min_size=1, max_size=3).filter(is_mark))
def test_a_mark_is_read_back_as_the_figure_it_stands_behind(mark: str) -> None:
    for figure in ("76.2", "1,234", "<= 25", "61.6%"):
        assert without_mark(f"{figure}{mark}") == without_mark(f"{figure} {mark}") == figure


@pytest.mark.parametrize("text", ["*", "†", "suppressed", "N/A", "", "RED†", "76.2", "<5"])
def test_what_is_no_marked_figure_is_left_as_it_is(text: str) -> None:
    assert without_mark(text) == text


@given(SIGNS.filter(is_mark))
def test_no_mark_means_anything_in_a_number_format(sign: str) -> None:
    assert not sign.isalnum()
    assert not sign.isspace()
    assert [character for character in map(chr, range(128)) if is_mark(character)] == ["^"]
