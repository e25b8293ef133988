"""The accessibility audit: of our own workbook, of files that are none, of other programs; its report and page."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.accessible import good, patched
from tests.support.commands import Run, runner
from workbook_builder.accessibility import POINTS, Judgement, Verdict, judge_file
from workbook_builder.accessibility.areas import Area, joined
from workbook_builder.accessibility.language import with_language
from workbook_builder.accessibility.manual import OUR_OWN, manual
from workbook_builder.accessibility.reading import parts
from workbook_builder.accessibility.report import in_letters, report
from workbook_builder.problems import ProblemsFound

ESSENTIAL = {point.id for point in POINTS if point.is_essential}
STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
PASSWORD = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
NO_WORKBOOKS = {
    "a workbook that asks for a password to be opened": PASSWORD,
    "an old Excel workbook (.xls)": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "a PDF file": b"%PDF-1.7",
    "text, as in a CSV file": b"District,Plans\nAshford,12\n",
    "an empty file": b"",
}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command without a project."""
    return runner(tmp_path, capsys)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The good workbook as a file."""
    made = tmp_path / "good.xlsx"
    made.write_bytes(good())
    return made


def failing(judgement: Judgement) -> set[str]:
    """The points that fail."""
    return {one.point.id for one in judgement.points if one.verdict is Verdict.FAIL}


def test_our_own_workbook_fails_what_its_manual_says_and_nothing_else(built: Path) -> None:
    failed, told = failing(judge_file(built)), {point for points in OUR_OWN.values() for point in points}
    assert failed & ESSENTIAL == told & ESSENTIAL
    assert failed <= told


def test_the_manual_page_is_current(root: Path) -> None:
    made = "after a change, run `python -m workbook_builder.accessibility`"
    assert (root / "docs/accessibility.md").read_text(encoding="utf-8") == manual(), made


def test_every_point_says_what_must_be_so_and_how_it_is_judged() -> None:
    for point in POINTS:
        assert point.rule.endswith("."), point.id
        assert point.judged.endswith("."), point.id
        assert f"| `{point.id}` |" in manual()


def test_the_report_on_our_own_workbook_is_itself_accessible(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.xlsx"
    file.write_bytes(report(judge_file(built)))
    assert failing(judge_file(file)) == set()
    assert file.read_bytes() == report(judge_file(built))


def test_a_report_calls_signs_by_their_names() -> None:
    assert in_letters('the sign "⇧"') == 'the sign " upwards white arrow "'
    assert in_letters("[note 3] stands here") == "note 3 in brackets stands here"
    assert in_letters('"https://example.gov.uk"') == '"web address example.gov.uk"'


def test_the_command_prints_every_point_and_ends_with_0_when_all_essential_ones_pass(run: Run, file: Path) -> None:
    ran = run("accessibility", str(file), project=None)
    assert (ran.code, ran.err) == (0, "")
    assert [point.id for point in POINTS if f"  {point.id}: {point.rule}" not in ran.out] == []
    assert ran.summary["Essential"] == "31 pass, 0 fail, 1 for a person to look at"
    assert ran.summary["Desirable"] == "27 pass, 0 fail, 3 for a person to look at"


def test_the_command_names_sheet_and_cells_and_ends_with_1_when_an_essential_point_fails(
    run: Run, file: Path
) -> None:
    file.write_bytes(good(spoil=lambda made: made.children.write_blank("B5", None, made.usual)))
    ran = run("accessibility", str(file), project=None)
    assert ran.code == 1
    assert "  FAIL  empty_cells: " in ran.out
    assert "Children B5: an empty cell" in ran.out


def test_a_desirable_point_that_fails_is_told_and_no_more(run: Run, file: Path) -> None:
    file.write_bytes(good(spoil=lambda made: made.children.freeze_panes(3, 0)))
    ran = run("accessibility", str(file), project=None)
    assert ran.code == 0
    assert "  FAIL  freeze: " in ran.out


def test_json_holds_every_point_with_all_that_was_found(run: Run, file: Path) -> None:
    file.write_bytes(good(spoil=lambda made: made.children.write_blank("B5", None, made.usual)))
    data = json.loads(run("accessibility", str(file), "--json", project=None).out)
    assert (data["file"], data["passes"]) == ("good.xlsx", False)
    assert [point["id"] for point in data["points"]] == [point.id for point in POINTS]
    (empty,) = [point for point in data["points"] if point["id"] == "empty_cells"]
    assert (empty["essential"], empty["verdict"]) == (True, "fail")
    assert [(found["sheet"], found["cells"]) for found in empty["found"]] == [("Children", ["B5"])]


def test_the_report_is_written_where_it_was_asked_for(run: Run, file: Path, tmp_path: Path) -> None:
    wanted = tmp_path / "report.xlsx"
    assert run("accessibility", str(file), "--xlsx", str(wanted), project=None).summary["Written"] == str(wanted)
    assert openpyxl.load_workbook(wanted).sheetnames == ["Cover", "Contents", "Points", "Found"]


def test_the_report_never_replaces_what_is_audited(run: Run, file: Path) -> None:
    before = file.read_bytes()
    ran = run("accessibility", str(file), "--xlsx", str(file), project=None)
    assert ran.code == 1
    assert "the file that is audited" in ran.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("what", NO_WORKBOOKS)
def test_what_is_no_workbook_is_told_by_what_it_is(run: Run, file: Path, what: str) -> None:
    file.write_bytes(NO_WORKBOOKS[what])
    ran = run("accessibility", str(file), project=None)
    assert (ran.code, ran.out) == (1, "")
    assert f"found:   {what}" in ran.err


def test_a_damaged_workbook_is_told(run: Run, file: Path) -> None:
    whole = file.read_bytes()
    for spoiled in (whole[: len(whole) // 2], patched(whole, "xl/workbook.xml", "</workbook>", "")):
        file.write_bytes(spoiled)
        ran = run("accessibility", str(file), project=None)
        assert ran.code == 1
        assert "found:   a damaged workbook" in ran.err


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("accessibility", str(tmp_path / "none.xlsx"), project=None)
    assert ran.code == 1
    assert "it cannot be read (No such file or directory)" in ran.err


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet5.xml", "docProps/core.xml"])
def test_no_part_may_declare_entities(file: Path, part: str) -> None:
    file.write_bytes(patched(file.read_bytes(), part, r"\?>", '?><!DOCTYPE x [<!ENTITY a "b">]>'))
    with pytest.raises(ProblemsFound, match="a document type declaration in its part"):
        judge_file(file)


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_MOST_BYTES", 1000)
    with pytest.raises(ProblemsFound, match="when unpacked"):
        judge_file(file)


def test_the_strict_form_of_the_format_reads_like_the_usual_one(file: Path) -> None:
    made = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for usual, strict in STRICT.items():
                content = content.replace(usual, strict)
            new.writestr(name, content)
    before = judge_file(file)
    file.write_bytes(made.getvalue())
    assert judge_file(file) == before


def test_openpyxl_loses_the_alternative_text_of_a_chart_and_the_audit_sees_it(file: Path) -> None:
    openpyxl.load_workbook(file).save(file)
    assert failing(judge_file(file)) == {"alt_text"}


def test_a_workbook_of_another_program_is_judged_without_our_conventions(file: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["District", "Plans"])
    book.active.append(["Ashford", 12])
    book.save(file)
    wanted = {"table_marked", "sheet_names", "title_format", "description", "doc_title", "doc_language"}
    assert failing(judge_file(file)) & ESSENTIAL == wanted


def test_a_language_is_stated_once_and_the_rest_stays(file: Path) -> None:
    stated = with_language(with_language(file.read_bytes(), "cy-GB"), "en-GB")
    with zipfile.ZipFile(BytesIO(stated)) as changed, zipfile.ZipFile(file) as before:
        assert changed.read("docProps/core.xml").count(b"<dc:language>en-GB</dc:language>") == 1
        others = [name for name in before.namelist() if name != "docProps/core.xml"]
        assert [changed.read(name) for name in others] == [before.read(name) for name in others]


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30))
def test_neighbours_joined_are_the_same_cells_each_once(cells: set[tuple[int, int]]) -> None:
    areas = joined(Area(row, column, row, column) for row, column in cells)
    covered = [position for area in areas for position in area.positions()]
    assert sorted(covered) == sorted(cells)
