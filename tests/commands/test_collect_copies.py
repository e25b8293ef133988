"""Copies come back in every state: what can be read is taken, what cannot is told, and no text is dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.workbook.protection import WorkbookProtection

from tests.support import returned
from tests.support.commands import Run, files
from tests.support.excel import plant_text, to_workbook, zipped
from tests.support.returned import (  # noqa: F401
    COMMENTARY,
    HEADER,
    KEPT,
    cells_of,
    fixture_project,
    fixture_run,
    fixture_sent,
    reworked,
    rows_of,
    shown_in,
    texts_of,
    typed,
)
from tests.support.small import SmallProject
from tests.support.tables import book as read_book
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect import collect

PLANS, REPEAT = "Of plans.", "Of referrals."


def type_plans(book: Any) -> None:
    """Type a text about plans."""
    sheet = book["Commentary"]
    next(row for row in sheet.iter_rows() if row[0].value == "PLANS")[5].value = PLANS


def rename(book: Any) -> None:
    book["Commentary"].title = "Returned by the north"


def move_last(book: Any) -> None:
    book.move_sheet("Commentary", len(book.sheetnames))


def reorder(book: Any) -> None:
    for row in book["Commentary"].iter_rows():
        texts = [cell.value for cell in row]
        for cell, text in zip(row, reversed(texts), strict=True):
            cell.value = text


def push_down(book: Any) -> None:
    book["Commentary"].insert_rows(1, 7)


def delete_others(book: Any) -> None:
    for name in [name for name in book.sheetnames if name != "Commentary"]:
        del book[name]


def add_others(book: Any) -> None:
    book.create_sheet("Notes", 0)["A1"] = "Id"
    book.create_sheet("Chart")["ZZ3000"] = "far away"
    book["Chart"]["XFD1048576"] = "as far as can be"


def keep_few_columns(book: Any) -> None:
    book["Commentary"].delete_cols(2, 4)


REWORKED: list[Callable[[Any], None]] = [
    rename,
    move_last,
    reorder,
    push_down,
    delete_others,
    add_others,
    keep_few_columns,
]


@pytest.mark.parametrize("work", REWORKED, ids=lambda work: work.__name__)
def test_a_rearranged_copy_is_read(
    tmp_path: Path, project: SmallProject, sent: Path, work: Callable[[Any], None]
) -> None:
    def both(book: Any) -> None:
        type_plans(book)
        work(book)

    collect(project.folder, [reworked(sent, tmp_path / "North.xlsx", both)])
    assert texts_of(project) == {"PLANS": PLANS}


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_protected_copy_is_read(tmp_path: Path, project: SmallProject, sent: Path, password: str) -> None:
    def protect(book: Any) -> None:
        type_plans(book)
        book.security = WorkbookProtection(workbookPassword=password, lockStructure=True)
        for sheet in book.worksheets:
            sheet.protection.set_password(password)
            sheet.protection.enable()

    assert not collect(project.folder, [reworked(sent, tmp_path / "North.xlsx", protect)]).needs_a_person
    assert texts_of(project) == {"PLANS": PLANS}


@pytest.mark.parametrize(
    ("value", "number_format", "taken", "made"),
    [
        (31.6, "General", "31.6", "number"),
        (31.56, "0.0", "31.56", "number"),
        (0.62, "0%", "62%", "number"),
        (datetime(2024, 12, 1), "dd/mm/yyyy", "01/12/2024", "date"),
        (datetime(2024, 12, 3, 9, 30), "yyyy-mm-dd hh:mm", "2024-12-03 09:30", "date"),
    ],
)
def test_what_excel_made_of_a_text_is_taken_and_told(
    tmp_path: Path,
    project: SmallProject,
    sent: Path,
    value: object,
    number_format: str,
    taken: str,
    made: str,
) -> None:
    def change(book: Any) -> None:
        cell = book["Commentary"][cells_of(sent)["PLANS"]]
        cell.value, cell.number_format = value, number_format

    collected = collect(project.folder, [reworked(sent, tmp_path / "North.xlsx", change)])
    assert texts_of(project) == {"PLANS": taken}
    assert f"Excel made a {made} of it, which was taken as {taken}" in collected.in_words


def test_a_truth_value_is_taken_as_excel_shows_it(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    def change(book: Any) -> None:
        book["Commentary"][cells_of(sent)["PLANS"]].value = True

    collect(project.folder, [reworked(sent, tmp_path / "North.xlsx", change)])
    assert texts_of(project) == {"PLANS": "TRUE"}


def test_rich_text_is_text(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    def change(book: Any) -> None:
        bold = TextBlock(InlineFont(b=True), "all")
        book["Commentary"][cells_of(sent)["PLANS"]].value = CellRichText("Of ", bold, " plans.\nAgreed.")

    collect(project.folder, [reworked(sent, tmp_path / "North.xlsx", change)])
    assert texts_of(project) == {"PLANS": "Of all plans.\nAgreed."}


@pytest.mark.parametrize(
    ("coded", "taken", "is_told"),
    [
        ("One._x000D_\nTwo.", "One.\nTwo.", False),
        ("One._x000B_Two.", "One.\nTwo.", False),
        ("One._x0007_ Two.", "One. Two.", True),
        ("One.\x85 Two.", "One. Two.", True),
    ],
)
def test_characters_that_show_nothing_are_left_out(
    tmp_path: Path, project: SmallProject, sent: Path, coded: str, taken: str, is_told: bool
) -> None:
    collected = collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": coded})])
    assert texts_of(project) == {"PLANS": taken}
    assert ("characters that show nothing" in collected.in_words) == is_told
    assert shown_in(returned.built(project))["PLANS"] == f"GREEN: {taken}"


@pytest.mark.parametrize("said", ["One._x000D_\nTwo.", "The code _x0041_ and _x0007_.", "_x000D_"])
def test_a_text_that_looks_like_a_code_is_untouched_until_somebody_types(
    tmp_path: Path, project: SmallProject, said: str
) -> None:
    project.write(COMMENTARY, HEADER + f'County,Plans,PLANS,"{said}",,\n')
    built = returned.built(project)
    for copy in (built, reworked(built, tmp_path / "North.xlsx", lambda book: None)):
        collected = collect(project.folder, [copy])
        assert (collected.remarks, collected.written) == ((), None)
    collect(project.folder, [typed(built, tmp_path / "South.xlsx", {"REPEAT": REPEAT})])
    assert texts_of(project) == {"REPEAT": REPEAT, "PLANS": said}


def formula(book: Path, copy: Path, cell: str, xml: str) -> Path:
    """A copy with a formula, as XML, in the place of a cell of commentary."""
    typed(book, copy, {"PLANS": PLANS})
    sheet = f"xl/worksheets/sheet{read_book(book).sheetnames.index('Commentary') + 1}.xml"
    plant_text(copy, sheet, rf'<c r="{cell}"[^>]*>.*?</c>', f'<c r="{cell}"{xml}</c>')
    return copy


def test_a_formula_is_taken_by_its_value(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    xml = ' t="str"><f>"Of "&amp;"plans"</f><v>Of plans</v>'
    collected = collect(project.folder, [formula(sent, tmp_path / "North.xlsx", cells_of(sent)["PLANS"], xml)])
    assert texts_of(project) == {"PLANS": "Of plans"}
    assert 'a formula, ="Of "&"plans", of which the value was taken: Of plans' in collected.in_words


@pytest.mark.parametrize("xml", ["><f>-good-work</f>", ' t="e"><f>-good-work</f><v>#NAME?</v>'])
def test_a_formula_that_says_nothing_is_kept_and_told(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run, xml: str
) -> None:
    copy = formula(sent, tmp_path / "North.xlsx", cells_of(sent)["PLANS"], xml)
    ran = run("collect", str(copy))
    assert ran.code == 1
    assert "a formula without its value: =-good-work" in ran.err
    assert not (project.folder / COMMENTARY).exists()
    assert texts_of(project, KEPT) == {"PLANS": "'=-good-work"}


def test_a_row_of_an_unknown_indicator_is_printed_and_kept_in_full(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    text = "A long text. " * 40
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": text, "REPEAT": REPEAT})
    project.change(returned.SPEC, "Plans, indicators: [PLANS]", "Plans, indicators: []")
    project.change(returned.SPEC, "          - {page: County, title: Plans, indicators: []}\n", "")
    ran = run("collect", str(copy))
    assert ran.code == 1
    assert text.strip() in ran.err
    assert texts_of(project) == {"REPEAT": REPEAT}
    assert [row["text"] for row in rows_of(project, KEPT)] == [text.strip(), REPEAT]
    before = files(project.folder)
    assert run("collect", str(copy)).code == 1
    assert files(project.folder) == before


def test_a_row_without_its_version_is_printed_and_kept(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    version = cells_of(sent, "Version")["PLANS"]
    below = f"F{int(version[1:]) + 3}"

    def change(book: Any) -> None:
        type_plans(book)
        book["Commentary"][version].value = None
        book["Commentary"][below].value = "Typed below."

    ran = run("collect", str(reworked(sent, tmp_path / "North.xlsx", change)))
    assert ran.code == 1
    assert f"no version beside it, which says what it is about:\n    {PLANS}" in ran.err
    assert [row["text"] for row in rows_of(project, KEPT)] == [PLANS, "Typed below."]


def test_what_is_typed_outside_the_cells_of_commentary_is_told(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    title = cells_of(sent, "Indicator")["PLANS"]

    def change(book: Any) -> None:
        sheet = book["Commentary"]
        sheet["J2"], sheet["A40"], sheet[title] = "To the right.", 17, "Over a title."

    ran = run("collect", str(reworked(sent, tmp_path / "North.xlsx", change)))
    assert ran.code == 1
    told = [
        f"cell {cell}\n    {text}" for cell, text in (("J2", "To the right."), ("A40", "17"), (title, "Over a t"))
    ]
    assert [text for text in told if text not in ran.err] == []
    assert ran.err.count("North.xlsx") == len(told)


@pytest.mark.parametrize(("length", "code"), [(1_900, 0), (2_100, 1), (32_000, 1), (32_767, 1)])
def test_a_long_text_is_told_and_not_lost(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run, length: int, code: int
) -> None:
    text = ("word " * 7_000)[: length - 1] + "."
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": text})
    ran = run("collect", str(copy))
    assert ran.code == code
    assert (f"cell {cells_of(sent)['PLANS']} (PLANS)" in ran.err) == bool(code)
    assert texts_of(project, COMMENTARY if length < 32_700 else KEPT) == {"PLANS": text}
    assert run("collect", str(copy)).code in (0, code)


def test_an_unwritten_row_of_the_file_is_filled_in(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    project.write(COMMENTARY, "page,section,indicator,text,last_value\nCounty,Plans,plans,,As last month.\n")
    collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": PLANS})])
    assert rows_of(project) == [
        {
            "page": "County",
            "section": "Plans",
            "indicator": "PLANS",
            "text": PLANS,
            "last_value": "As last month.",
            "author": "North",
            "figures": returned.FIGURES["PLANS"],
        }
    ]


def test_a_file_in_another_encoding_stays_readable(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    project.write(COMMENTARY, (HEADER + "County,Plans,PLANS,Café – agreed.,,").encode("cp1252"))
    collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"REPEAT": "漢字"})])
    assert texts_of(project) == {"REPEAT": "漢字", "PLANS": "Café – agreed."}


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)
ODS = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}
SAVE_AS = "open it in Excel and save it as Excel Workbook (*.xlsx)"
THE_FILE = "choose the workbook itself, an .xlsx file"
NO_COPIES: dict[str, tuple[bytes, str, str]] = {
    "North.csv": (b"Id,Commentary,Version\n", "text, as in a CSV file", SAVE_AS),
    "North.xls": (OLD + "Workbook".encode("utf-16-le"), "an old Excel workbook (.xls)", SAVE_AS),
    "Locked.xlsx": (
        OLD + "EncryptedPackage".encode("utf-16-le"),
        "a workbook that asks for a password to be opened",
        "open it in Excel, take the password off",
    ),
    "North.doc": (OLD + "WordDocument".encode("utf-16-le"), "an old Word document (.doc)", THE_FILE),
    "North.docx": (zipped({"word/document.xml": b"<document/>"}), "a Word document", THE_FILE),
    "North.ods": (zipped(ODS), "an OpenDocument file (.ods)", SAVE_AS),
    "North.xlsb": (zipped({"xl/workbook.bin": b"\0"}), "a binary Excel workbook (.xlsb)", SAVE_AS),
    "North.zip": (zipped({"North.xlsx": b"PK"}), "an archive, but no workbook", THE_FILE),
    "North.pdf": (b"%PDF-1.7\n\0", "a PDF file", THE_FILE),
    "Photo.xlsx": (b"\x89PNG\r\n\0", "a picture", THE_FILE),
    "Bytes.xlsx": (bytes(100), "no workbook", THE_FILE),
    "Empty.xlsx": (b"", "an empty file", "copy it again"),
    "Broken.xlsx": (zipped({"xl/workbook.xml": b"<"}), "a damaged workbook", "open it in Excel and save it again"),
    "~$North.xlsx": (b"\x05North", "Excel's mark that this workbook is open", "save and close the workbook"),
}


@pytest.mark.parametrize(("name", "content"), NO_COPIES.items(), ids=NO_COPIES.keys())
def test_a_file_that_is_no_copy_stops_all(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run, name: str, content: tuple[bytes, str, str]
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content[0])
    before = files(project.folder)
    ran = run("collect", str(typed(sent, tmp_path / "South.xlsx", {"PLANS": PLANS})), str(bad))
    assert (ran.code, ran.out) == (1, "")
    assert f"{bad}\n    found:   {content[1]}\n" in ran.err
    assert f"\n    remedy:  {content[2]}" in ran.err
    assert files(project.folder) == before


def test_a_truncated_copy_stops_all(tmp_path: Path, project: SmallProject, sent: Path, run: Run) -> None:
    data = sent.read_bytes()
    before = files(project.folder)
    for share in (0.1, 0.5, 0.99):
        (tmp_path / "North.xlsx").write_bytes(data[: int(len(data) * share)])
        assert run("collect", str(tmp_path / "North.xlsx")).code == 1
    assert files(project.folder) == before


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path, run: Run) -> None:
    ran = run("collect", str(tmp_path / "Nowhere.xlsx"))
    assert (ran.code, "no such file" in ran.err) == (1, True)


def test_a_folder_is_called_a_folder(tmp_path: Path, run: Run) -> None:
    ran = run("collect", str(tmp_path))
    assert ran.code == 1
    assert "found:   a folder\n" in ran.err
    assert f"remedy:  name the files in it: {tmp_path / '*.xlsx'}" in ran.err


def test_the_workbook_of_one_area_has_no_commentary_to_collect(
    tmp_path: Path, project: SmallProject, run: Run
) -> None:
    file = build(Order(project.folder, "2024-11", area="Eastham", output=tmp_path / "Eastham.xlsx")).file
    ran = run("collect", str(file))
    assert ran.code == 1
    assert "found:   no sheet of commentary" in ran.err
    assert "that of one area (--area) has no page of commentary" in ran.err


def test_a_workbook_without_commentary_is_a_problem(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    def remove(book: Any) -> None:
        del book["Commentary"]

    ran = run("collect", str(reworked(sent, tmp_path / "North.xlsx", remove)))
    assert (ran.code, "no sheet of commentary" in ran.err) == (1, True)


def test_a_copy_without_any_version_is_a_problem(tmp_path: Path, sent: Path, run: Run) -> None:
    versions = dict.fromkeys(cells_of(sent, "Version").values())
    ran = run("collect", str(typed(sent, tmp_path / "North.xlsx", {}, **versions)))
    assert (ran.code, "found:   no version" in ran.err) == (1, True)


def test_copies_of_two_editions_are_a_problem(tmp_path: Path, project: SmallProject, sent: Path, run: Run) -> None:
    version = cells_of(sent, "Version")["PLANS"]
    other = typed(sent, tmp_path / "North.xlsx", {"PLANS": PLANS}, **{version: "2024-10 draft 00000000"})
    before = files(project.folder)
    ran = run("collect", str(other))
    assert ran.code == 1
    assert "rows of several editions: 2024-10 (North.xlsx), 2024-11 (North.xlsx)" in ran.err
    assert files(project.folder) == before


def test_an_edition_without_a_folder_is_a_problem(tmp_path: Path, sent: Path, run: Run) -> None:
    versions = dict.fromkeys(cells_of(sent, "Version").values(), "2024-12 draft 00000000")
    ran = run("collect", str(typed(sent, tmp_path / "North.xlsx", {"PLANS": PLANS}, **versions)))
    assert (ran.code, 'no edition "2024-12"' in ran.err) == (1, True)


def test_commentary_that_stands_in_the_workbook_of_inputs_is_not_stated_twice(
    tmp_path: Path, project: SmallProject, run: Run
) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,A text.,,\n")
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"REPEAT": REPEAT})
    to_workbook(project, tables=("observations", "targets", "benchmarks", "sources", "commentary"))
    before = files(project.folder)
    ran = run("collect", str(copy))
    assert ran.code == 1
    assert 'save that sheet as commentary.csv ("CSV UTF-8") in the same folder' in ran.err
    assert files(project.folder) == before


def test_figures_in_a_workbook_do_not_matter(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": PLANS})
    to_workbook(project)
    collect(project.folder, [copy])
    assert texts_of(project) == {"PLANS": PLANS}


def test_a_scorecard_without_commentary_is_a_problem(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": PLANS})
    project.change(returned.SPEC, returned.PAGE, "")
    ran = run("collect", str(copy))
    assert (ran.code, "no page of commentary in Small_Scorecard" in ran.err) == (1, True)


def test_damage_to_what_is_kept_stops_all(tmp_path: Path, project: SmallProject, sent: Path, run: Run) -> None:
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": PLANS})
    project.write(KEPT, "indicator;text\n")
    before = files(project.folder)
    ran = run("collect", str(copy))
    assert (ran.code, f"{KEPT}, row 1" in ran.err) == (1, True)
    assert files(project.folder) == before


def test_the_command_needs_a_file(run: Run) -> None:
    assert run("collect").code == 1
