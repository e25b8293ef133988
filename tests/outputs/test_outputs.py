"""`build --to`: which outputs are written, where, and that all of them are, or none."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.support.clients import libreoffice
from tests.support.commands import OUTPUT, Run, files, python, runner
from tests.support.small import SmallProject
from workbook_builder import outputs
from workbook_builder.outputs import OUTPUTS, Output, find_outputs, ods, places
from workbook_builder.problems import ProblemsFound

PAGES = Output("pages", "a file of ours", "_pages.txt", "pages")
PARTS = Output("parts", "a folder of ours", "_parts", "parts", is_folder=True)


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def test_a_workbook_is_what_is_written_when_nothing_is_asked_for(run: Run, small: SmallProject) -> None:
    assert run("build", "2024-11").code == 0
    before = (small.folder / OUTPUT).read_bytes()
    assert run("build", "2024-11", "--to", "xlsx").code == 0
    assert (small.folder / OUTPUT).read_bytes() == before


@pytest.mark.parametrize("words", ["xlsx", " XLSX ", "xlsx,xlsx", "xlsx,"])
def test_words_are_read_whatever_their_case_and_each_once(words: str) -> None:
    assert find_outputs(words) == (OUTPUTS["xlsx"],)


@pytest.mark.parametrize(
    ("words", "found", "remedy"),
    [
        ("xslx", 'no output "xslx"', 'did you mean "xlsx"?'),
        ("xlsx,parchment", 'no output "parchment"', "write one or more of these, with commas between: --to xlsx"),
        (",", 'no output ","', "write one or more of these, with commas between: --to xlsx"),
    ],
)
def test_an_unknown_word_is_a_problem(run: Run, small: SmallProject, words: str, found: str, remedy: str) -> None:
    before = files(small.folder)
    ran = run("build", "2024-11", "--to", words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[2:] == [
        "--to",
        f"    found:   {found}",
        f"    allowed: {', '.join(OUTPUTS)}",
        f"    remedy:  {remedy}",
    ]
    assert files(small.folder) == before


def test_outputs_stand_side_by_side_under_one_stem() -> None:
    asked = (OUTPUTS["xlsx"], PAGES, PARTS)
    stands = {"xlsx": Path("outputs/S.xlsx"), "pages": Path("outputs/S_pages.txt"), "parts": Path("outputs/S_parts")}
    assert {output.word: place for output, place in places(asked, None, Path("outputs"), "S").items()} == stands


def test_output_names_the_file_of_one_and_the_folder_of_several() -> None:
    folder = Path("elsewhere")
    assert places([PARTS], folder, Path("outputs"), "S") == {PARTS: folder}
    assert places([PAGES], folder / "a.TXT", Path("outputs"), "S") == {PAGES: folder / "a.TXT"}
    assert places([PAGES, PARTS], folder, Path("outputs"), "S") == {
        PAGES: folder / "S_pages.txt",
        PARTS: folder / "S_parts",
    }


@pytest.mark.parametrize(
    ("asked", "name"), [([PAGES], "a.pdf"), ([PAGES], "a"), ([PAGES, PARTS], "a.xlsx")], ids=["other", "none", "one"]
)
def test_a_name_that_promises_something_else_is_a_problem(asked: list[Output], name: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        places(asked, Path(name), Path("outputs"), "S")
    assert [problem.where for problem in found.value.problems] == ["--output"]


def test_several_outputs_are_written_at_once_and_told(run: Run, small: SmallProject) -> None:
    ran = run("build", "2024-11", "--to", "xlsx,html,csv")
    stem = small.folder / "outputs" / "Small_Scorecard_2024-11"
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[-1] for line in ran.out.splitlines()[-3:]] == [
        f"{stem}.xlsx",
        f"{stem}.html",
        f"{stem}_data",
    ]
    assert {path.name for path in stem.parent.iterdir()} == {
        f"{stem.name}{end}" for end in (".xlsx", ".html", "_data")
    }
    assert "datapackage.json" in files(small.folder / "outputs" / f"{stem.name}_data")


def test_each_output_is_the_same_alone_and_with_others(run: Run, small: SmallProject) -> None:
    assert run("build", "2024-11", "--to", "csv,html,xlsx").code == 0
    together = files(small.folder / "outputs")
    for words in ("xlsx", "html", "csv"):
        assert run("build", "2024-11", "--to", words).code == 0
    assert files(small.folder / "outputs") == together


@pytest.mark.parametrize("blocked", ["Small_Scorecard_2024-11.html", "Small_Scorecard_2024-11_data/figures.csv"])
def test_where_one_cannot_be_written_none_is(run: Run, small: SmallProject, blocked: str) -> None:
    assert run("build", "2024-11").code == 0
    (small.folder / "outputs" / blocked).mkdir(parents=True)
    small.change("inputs/2024-11/observations.csv", "61.5", "62.5")
    before = files(small.folder)
    ran = run("build", "2024-11", "--to", "xlsx,csv,html")
    assert ran.code == 1
    assert "it cannot be written (" in ran.err
    assert files(small.folder) == before


def test_what_else_stands_in_a_folder_of_data_is_left_alone(run: Run, small: SmallProject) -> None:
    note = small.write("outputs/Small_Scorecard_2024-11_data/our notes.txt", "ours")
    assert run("build", "2024-11", "--to", "csv").code == 0
    assert note.read_text(encoding="utf-8") == "ours"


@pytest.mark.parametrize("word", OUTPUTS)
def test_each_output_has_a_module_that_writes_it(word: str) -> None:
    module = import_module(f"workbook_builder.outputs.{OUTPUTS[word].module}")
    assert callable(module.write)


def test_no_output_loads_the_library_of_another(small: SmallProject) -> None:
    code = (
        "import sys; from pathlib import Path; from workbook_builder.commands.build import Order, build\n"
        "build(Order(Path(sys.argv[1]), '2024-11', to='html,csv'))\n"
        "print(*sorted(m for m in sys.modules if '.' not in m))"
    )
    ran = python("-c", code, str(small.folder), cwd=small.folder)
    assert ran.code == 0, ran.err
    assert not {"xlsxwriter", "pandas", "openpyxl", "docx", "docxtpl", "jinja2", "lxml", "typst"} & set(
        ran.out.split()
    )


@pytest.mark.parametrize("word", ["docx", "covering", "pdf"])
def test_an_output_whose_library_is_lacking_is_told_with_how_to_get_it(
    run: Run, small: SmallProject, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(outputs, "find_spec", lambda library: None)
    before = files(small.folder)
    ran = run("build", "2024-11", "--to", f"xlsx,{word}")
    assert ran.code == 1
    assert f"found:   {word}, and no {', '.join(OUTPUTS[word].libraries)} is installed" in ran.err
    assert f'remedy:  install it with: pip install "workbook-builder[{OUTPUTS[word].extra}]"' in ran.err
    assert files(small.folder) == before


def test_full_is_for_outputs_that_leave_something_out(run: Run, small: SmallProject) -> None:
    before = files(small.folder)
    ran = run("build", "2024-11", "--to", "xlsx,html", "--full")
    assert ran.code == 1
    assert ran.err.splitlines()[2:] == [
        "--full",
        "    found:   no output that leaves anything out",
        "    allowed: docx, pdf, accessible",
        "    remedy:  ask for one of them, too (--to docx), or leave out --full: the others are always full",
    ]
    assert files(small.folder) == before


def test_a_full_document_is_larger_and_the_workbook_is_the_same(run: Run, small: SmallProject) -> None:
    made = [small.folder / "outputs" / f"Small_Scorecard_2024-11{end}" for end in (".docx", ".pdf", ".xlsx")]
    sizes = []
    for full in ([], ["--full"]):
        assert run("build", "2024-11", "--to", "docx,pdf,xlsx", *full).code == 0
        sizes.append([path.stat().st_size for path in made])
    (docx, pdf, xlsx), (full_docx, full_pdf, full_xlsx) = sizes
    assert (full_docx > docx, full_pdf > pdf, full_xlsx == xlsx) == (True, True, True)


def test_where_a_covering_report_is_refused_no_other_output_is_written(run: Run, small: SmallProject) -> None:
    assert run("build", "2024-11", "--to", "xlsx,docx,pdf").code == 0
    small.change("inputs/2024-11/observations.csv", "61.5", "62.5")
    before = files(small.folder)
    ran = run("build", "2024-11", "--to", "xlsx,docx,covering,pdf")
    assert (ran.code, "no page of commentary" in ran.err) == (1, True)
    assert files(small.folder) == before


def test_without_libreoffice_no_opendocument_and_nothing_else(
    run: Run, small: SmallProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ods, "_PROGRAMS", ())
    monkeypatch.setattr(ods, "_ELSEWHERE", ())
    ran = run("build", "2024-11", "--to", "xlsx,ods")
    assert ran.code == 1
    assert "no LibreOffice on this computer" in ran.err
    assert "install LibreOffice, or leave ods out of --to" in ran.err
    assert not [name for name in files(small.folder) if name.startswith("outputs")]


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_an_opendocument_file_has_the_workbooks_cells_and_lasting_bytes(run: Run, small: SmallProject) -> None:
    ran = run("build", "2024-11", "--to", "xlsx,ods")
    stem = small.folder / "outputs" / "Small_Scorecard_2024-11"
    made = stem.with_suffix(".ods").read_bytes()
    assert "its headings do not stay in sight" in ran.err
    sheets = [CalamineWorkbook.from_path(str(stem.with_suffix(end))) for end in (".xlsx", ".ods")]
    assert sheets[0].sheet_names == sheets[1].sheet_names
    for name in sheets[0].sheet_names:
        one, other = (
            [word(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row] for book in sheets
        )
        assert [cell for cell in one if cell] == [cell for cell in other if cell], name
    assert run("build", "2024-11", "--to", "ods").code == 0
    assert stem.with_suffix(".ods").read_bytes() == made


def word(cell: object) -> str:
    """What a cell says, its lines as one."""
    return " ".join(str(cell).split())
