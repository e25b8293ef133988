"""An .xlsx in the builder's own layout is audited too: as it was built it is right, and each hand edit is found."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.support.audit_edits import (
    CSWT,
    EDITS,
    LOWER,
    REPEAT,
    REPEATED,
    SHEET,
    TABLE,
    UPPER,
    Found,
    Where,
)
from tests.support.audits import Auditor, auditor_of, told
from tests.support.editing import Typed, edit_cells
from tests.support.places import EDITIONS
from tests.support.small import SmallProject
from tests.support.tables import PrintedTable, printed_tables
from workbook_builder.checks import check_scorecard
from workbook_builder.commands.audit import AuditOrder, audit_file
from workbook_builder.commands.build import Order, build
from workbook_builder.inputs import Inputs
from workbook_builder.problems import ProblemsFound
from workbook_builder.scorecards.model import Scorecard

FEBRUARY = EDITIONS / "february_2018"


@pytest.fixture(scope="module")
def ashford(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One district's workbook, as it was built."""
    file = tmp_path_factory.mktemp("ashford") / "ashford.xlsx"
    return build(Order(root, "2024-11", area=SHEET, output=file)).file


@pytest.fixture(scope="module")
def audited(root: Path) -> Auditor:
    """Audits a workbook against that district's part of November 2024."""
    return auditor_of(root, area=SHEET)


@pytest.fixture(scope="module")
def whole(root: Path) -> Auditor:
    """Audits a workbook against November 2024."""
    return auditor_of(root)


def test_the_november_workbook_holds_only_the_ratios_that_its_inputs_are_warned_of(
    scorecard: Scorecard, inputs: Inputs, whole: Auditor, built: Path
) -> None:
    warned = {(f.rule, f.indicator, f.place, f.found, f.expected) for f in check_scorecard(scorecard, inputs)}
    found = whole(built)
    assert len(found) == 5
    assert {(f.rule, f.indicator, f.place, f.found, f.expected) for f in found} == {
        one for one in warned if one[0] in ("ratio", "unit_slip")
    }


def test_one_districts_workbook_contradicts_nothing(ashford: Path, audited: Auditor) -> None:
    assert audited(ashford) == ()


def test_a_workbook_as_it_was_built_contradicts_nothing(small: SmallProject) -> None:
    file = build(Order(small.folder, "2024-11")).file
    assert audit_file(AuditOrder(small.folder, "2024-11", file)) == ()


def test_another_layout_contradicts_nothing_either(root: Path, tmp_path: Path) -> None:
    project = shutil.copytree(FEBRUARY, tmp_path / "project")
    shutil.copytree(root / "styles", project / "styles", dirs_exist_ok=True)
    file = build(Order(project, "2018-02")).file
    assert audit_file(AuditOrder(project, "2018-02", file)) == ()


def test_closer_to_no_target_is_no_direction(small: SmallProject, tmp_path: Path) -> None:
    small.change("inputs/2024-11/targets.csv", "SECOND,2024-25,20.0,,,,17.5,22.5,12.5,27.5,inferred,\n", "")
    file = build(Order(small.folder, "2024-11")).file
    cell = cell_of(printed_tables(file)["County_monthly"], "", "Percentage of second plans", "DOT")
    edited = edit_cells(file, tmp_path / "edited.xlsx", {("County", cell): "⇧"})
    [finding] = audit_file(AuditOrder(small.folder, "2024-11", edited))
    assert (finding.rule, finding.difference) == ("rated_without_data", "no target")


def cell_of(table: PrintedTable, team: str, title: str, heading: str) -> str:
    """The address of a row's cell, or of a heading above it."""
    column = table.column(heading)
    rows = {UPPER: table.top, LOWER: table.top + 1}
    if title == REPEATED:
        [row] = [row for row in table.subheadings() if table.sheet.cell(row, table.column("Indicator")).value == team]
    else:
        row = rows[title] if title in rows else table.row(team, title).number
    return str(table.sheet.cell(row, column).coordinate)


@pytest.mark.parametrize(("where", "typed", "expected"), EDITS.values(), ids=EDITS.keys())
def test_one_edited_cell_is_exactly_what_is_found(
    tmp_path: Path, ashford: Path, audited: Auditor, where: Where, typed: Typed, expected: list[Found]
) -> None:
    cell = cell_of(printed_tables(ashford)[TABLE], *where)
    file = edit_cells(ashford, tmp_path / "edited.xlsx", {(SHEET, cell): typed})
    found = (f for f in audited(file) if f.page == SHEET)  # nobody has calculated the counts of Exceptions anew
    assert sorted((f.rule, f.place, f.found, f.expected, f.difference) for f in found) == expected


def test_a_finding_names_the_sheet_and_the_cell(tmp_path: Path, ashford: Path, audited: Auditor) -> None:
    cell = cell_of(printed_tables(ashford)[TABLE], CSWT, REPEAT, "Jul-24")
    file = edit_cells(ashford, tmp_path / "edited.xlsx", {(SHEET, cell): 42.4})
    [finding] = [finding for finding in audited(file) if finding.rule == "other_figure"]
    assert finding.where == f"edited.xlsx, sheet {SHEET}, cell {cell}"


def test_several_edits_are_found_together(tmp_path: Path, ashford: Path, audited: Auditor) -> None:
    table = printed_tables(ashford)[TABLE]
    typed: Mapping[str, Typed] = {"RAG\n2024-25": "RED", "DOT": "⇔", "Jul-24": 42.4}
    edits = {(SHEET, cell_of(table, CSWT, REPEAT, heading)): value for heading, value in typed.items()}
    found = audited(edit_cells(ashford, tmp_path / "edited.xlsx", edits))
    assert [f.rule for f in found if f.page == SHEET] == ["rating", "direction", "other_figure"]


@pytest.fixture
def values(ashford: Path) -> openpyxl.Workbook:
    """The workbook as it is after its formulas were pasted as values."""
    return openpyxl.load_workbook(ashford, data_only=True)


def saved(book: openpyxl.Workbook, path: Path) -> Path:
    """The workbook as a file."""
    book.save(path)
    return path


def test_tables_without_their_names_are_found_by_their_titles(
    tmp_path: Path, ashford: Path, values: openpyxl.Workbook, audited: Auditor
) -> None:
    for name in list(values.defined_names):
        del values.defined_names[name]
    assert audited(saved(values, tmp_path / "edited.xlsx")) == ()


def test_names_may_be_those_of_the_sheet_as_in_a_copy_of_it(
    tmp_path: Path, ashford: Path, values: openpyxl.Workbook, audited: Auditor
) -> None:
    for text, name in list(values.defined_names.items()):
        del values.defined_names[text]
        values[SHEET].defined_names.add(name)
    for table in printed_tables(ashford).values():
        values[SHEET].cell(table.top - 1, 1).value = "Another title"
    assert {finding.rule for finding in audited(saved(values, tmp_path / "edited.xlsx"))} == {"other_text"}


def test_a_renamed_sheet_is_found_by_the_names_of_its_tables(
    tmp_path: Path, ashford: Path, values: openpyxl.Workbook, audited: Auditor
) -> None:
    values[SHEET].title = "Ashford (old)"
    for name in values.defined_names.values():
        name.attr_text = name.attr_text.replace(f"'{SHEET}'!", "'Ashford (old)'!")
    assert audited(saved(values, tmp_path / "edited.xlsx")) == ()


def test_a_sheet_that_is_gone_is_one_finding(tmp_path: Path, built: Path, whole: Auditor) -> None:
    book = openpyxl.load_workbook(built, data_only=True)
    del book[SHEET]
    found = whole(saved(book, tmp_path / "edited.xlsx"))
    assert [one for one in told(found) if one[1] == "missing_row"] == [
        (SHEET, "missing_row", SHEET, "no such page", "39 rows", "missing")
    ]


def test_a_row_below_the_table_belongs_to_it(
    tmp_path: Path, ashford: Path, values: openpyxl.Workbook, audited: Auditor
) -> None:
    table = printed_tables(ashford)["Ashford_education_annual"]
    row, sheet = table.bottom + 1, values[SHEET]
    sheet.insert_rows(row)
    for heading, text in {"Code": "NEW1", "Indicator": "A new indicator", "Data Period": "A"}.items():
        sheet.cell(row, table.column(heading)).value = text
    found = audited(saved(values, tmp_path / "edited.xlsx"))
    assert [(f.rule, f.title, f.where) for f in found] == [
        ("extra_row", "A new indicator", f"edited.xlsx, sheet {SHEET}, cell B{row}")
    ]


def test_columns_are_found_by_their_headings(
    tmp_path: Path, ashford: Path, values: openpyxl.Workbook, audited: Auditor
) -> None:
    for heading in ("DOT", "May-24"):
        values[SHEET].insert_cols(printed_tables(ashford)[TABLE].column(heading))
    values[SHEET].insert_cols(1)
    assert audited(saved(values, tmp_path / "edited.xlsx")) == ()


def test_a_column_that_is_gone_is_one_finding_and_the_rest_is_compared(
    tmp_path: Path, ashford: Path, audited: Auditor
) -> None:
    table = printed_tables(ashford)[TABLE]
    heading, figure = cell_of(table, "", LOWER, "Numerator"), cell_of(table, CSWT, REPEAT, "Jul-24")
    found = audited(edit_cells(ashford, tmp_path / "old.xlsx", {(SHEET, heading): "Counted", (SHEET, figure): 42.4}))
    assert [(one.rule, one.title, one.found, one.expected) for one in found] == [
        ("heading", "Integrated Children's Services - Monthly", "no such column", "Numerator"),
        ("other_figure", REPEAT, "42.4", "24.4, as the inputs say"),
    ]


COUNTY_HEADINGS = [
    *("Code", "Indicator", "Polarity", "Data Period", "QPR", "Sep-24", "Oct-24", "Measure", "Numerator"),
    *("Denominator", "DOT", "Target\n2024-25", "RAG\n2024-25", "Target\n2023-24", "RAG\n2023-24"),
]


@pytest.mark.parametrize("heading", COUNTY_HEADINGS)
def test_whichever_column_of_a_rated_table_is_gone_nothing_else_is_accused(
    small: SmallProject, tmp_path: Path, heading: str
) -> None:
    file = build(Order(small.folder, "2024-11")).file
    table = printed_tables(file)["County_monthly"]
    cell = str(table.sheet.cell(table.top + 1, table.column(heading)).coordinate)
    edited = edit_cells(file, tmp_path / "edited.xlsx", {("County", cell): "Something else"})
    found = [one for one in audit_file(AuditOrder(small.folder, "2024-11", edited)) if one.page == "County"]
    assert [(one.rule, one.found) for one in found if one.rule == "heading"]
    assert {one.rule for one in found} <= {"heading", "missing_row", "extra_row"}


def with_formats(file: Path, target: Path, old: str, new: str) -> Path:
    """A copy of the workbook in which number formats say something else."""
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "xl/styles.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            copy.writestr(info, data)
    return target


@pytest.mark.parametrize("new", ["", "&quot;‡&quot;", "\\‡"])
def test_a_mark_in_a_number_format_that_is_lost_or_another_is_told(
    small: SmallProject, tmp_path: Path, new: str
) -> None:
    small.change("inputs/2024-11/observations.csv", "2024-11,28.0,28,100", "2024-11,20.0,2,10")
    file = build(Order(small.folder, "2024-11")).file
    assert audit_file(AuditOrder(small.folder, "2024-11", file)) == ()
    edited = with_formats(file, tmp_path / "edited.xlsx", "&quot;†&quot;", new)
    found = audit_file(AuditOrder(small.folder, "2024-11", edited))
    other = "‡" if new else ""
    assert [(one.rule, one.found, one.expected) for one in found] == [("other_text", f"20.0{other}", "20.0†")]


def test_a_sign_before_a_target_that_is_lost_is_told(small: SmallProject, tmp_path: Path) -> None:
    small.change("inputs/2024-11/targets.csv", "25.0,,,30,,,,,inferred,", "25.0,,,30,,,,,inferred,<= 25")
    file = build(Order(small.folder, "2024-11")).file
    edited = with_formats(file, tmp_path / "edited.xlsx", "&quot;&lt;= &quot;", "")
    found = audit_file(AuditOrder(small.folder, "2024-11", edited))
    assert {(one.rule, one.found, one.expected) for one in found} == {("other_text", "25.0", "<= 25.0")}
    assert {one.page for one in found} >= {"County", "Targets"}


def test_formulas_without_values_are_a_problem_and_no_empty_cells(
    tmp_path: Path, ashford: Path, audited: Auditor
) -> None:
    """openpyxl writes formulas without what they come to."""
    file = saved(openpyxl.load_workbook(ashford), tmp_path / "old.xlsx")
    with pytest.raises(ProblemsFound) as raised:
        audited(file)
    rated = cell_of(printed_tables(ashford)[TABLE], CSWT, REPEAT, "RAG\n2024-25")
    told = {(p.found, p.allowed, p.remedy) for p in raised.value.problems}
    assert told == {
        ("a formula without its value", "a calculated value", "open the workbook in Excel and save it"),
    }
    assert f"old.xlsx, sheet {SHEET}, cell {rated}" in {problem.where for problem in raised.value.problems}


def test_a_workbook_without_any_of_the_tables_is_a_problem(tmp_path: Path, audited: Auditor) -> None:
    with pytest.raises(ProblemsFound) as raised:
        audited(saved(openpyxl.Workbook(), tmp_path / "other.xlsx"))
    assert str(raised.value) == (
        "other.xlsx\n"
        "    found:   none of the tables\n"
        "    allowed: the tables of Children, Young People and Education Directorate Scorecard\n"
        "    remedy:  audit a workbook that `build` made, or check --scorecard"
    )


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"page,team\n", "text, as in a CSV file"),
        (b"PK\x03\x04 and no more", "a damaged workbook"),
    ],
)
def test_what_is_no_workbook_is_a_problem(tmp_path: Path, audited: Auditor, content: bytes, found: str) -> None:
    file = tmp_path / "broken.xlsx"
    file.write_bytes(content)
    with pytest.raises(ProblemsFound) as raised:
        audited(file)
    [problem] = raised.value.problems
    assert (problem.found, problem.allowed) == (found, "an .xlsx workbook")


def test_a_workbook_that_swells_is_refused_unread(tmp_path: Path, audited: Auditor) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 120_000_000)
    with pytest.raises(ProblemsFound) as raised:
        audited(file)
    assert [problem.found for problem in raised.value.problems] == ["120 MB when unpacked"]
