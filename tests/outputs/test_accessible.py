"""The accessible workbook: it passes the whole checklist, holds what pages say, and can be read by any program."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import openpyxl
import pandas
import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from tests.differential.made import make
from tests.differential.written import write as write_made
from tests.support.clients import libreoffice, openxml
from tests.support.documents import HOSTILE, publication_of, shipped, written
from tests.support.every_page import every_page
from tests.support.read_aloud import ReadTable, failing, read_aloud, read_tables
from tests.support.small import SmallProject
from workbook_builder.accessibility import judge_file
from workbook_builder.outputs.accessible.drawing import as_number, entry
from workbook_builder.outputs.accessible.pages import is_chosen
from workbook_builder.outputs.accessible.words import Short, spoken
from workbook_builder.outputs.prose import heading_of
from workbook_builder.pages.blocks import Cell, Column, Group, Paragraph, Row, Table
from workbook_builder.pages.publication import Page, Publication
from workbook_builder.pages.values import MARK, Missing, Number, Rag, Travel, Withheld

WORD = "accessible"
SHORTHAND = {
    Missing.NOT_AVAILABLE: "[x]",
    Missing.TO_BE_SUPPLIED: "[due]",
    Missing.NEW_INDICATOR: "[new]",
    Missing.SUPPRESSED: "[c]",
    Withheld.STATED: "[c]",
    Rag.NOT_RATED: "[x]",
    Travel.UNKNOWN: "[x]",
}
MADE_UP = range(12)


@pytest.fixture(scope="module")
def november(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The November 2024 edition."""
    return written(shipped(), WORD, tmp_path_factory.mktemp("accessible") / "november.xlsx")


@lru_cache(maxsize=4)
def tables_of(file: Path) -> dict[str, ReadTable]:
    """The tables of a file by name."""
    return {table.name: table for table in read_tables(file)}


def of_page(page: Page) -> Publication:
    """The shipped edition with one page."""
    return replace(shipped(), pages=(page,))


def a_page(*blocks: Table | Paragraph, kind: str = "tables") -> Page:
    """A page of some blocks."""
    return Page(kind, "Page", "A page of figures", "Scorecard - November 2024", False, blocks)


def a_table(columns: tuple[Column, ...], *rows: tuple[Cell, ...], **more: object) -> Table:
    """A table of some rows."""
    made = tuple(Row(("row", "Page", "table", f"I{n}", "Shire"), cells) for n, cells in enumerate(rows))
    return Table("table", "Some figures", columns, (Group("", made),), **more)  # type: ignore[arg-type]


TITLE, FIGURE = Column(("Indicator",), "title"), Column(("Figure",), "figure")


def test_november_passes_every_point_of_the_checklist_that_a_program_can_judge(november: Path) -> None:
    assert failing(november) == {}
    assert judge_file(november).passes


def test_november_passes_with_its_commentary(tmp_path: Path) -> None:
    file = written(shipped(), WORD, tmp_path / "full.xlsx", is_full=True)
    assert failing(file) == {}
    assert "Commentary" in openpyxl.load_workbook(file).sheetnames


def test_commentary_is_left_out_unless_asked_for_and_checks_always(small: SmallProject, tmp_path: Path) -> None:
    publication = publication_of(every_page(small).folder, "2024-12")
    kinds = {page.kind for page in publication.pages}
    assert {"commentary", "checks"} <= kinds
    for is_full, wanted in ((False, set()), (True, {"Commentary"})):
        file = written(publication, WORD, tmp_path / "made.xlsx", is_full=is_full)
        assert {"Commentary", "Checks"} & set(openpyxl.load_workbook(file).sheetnames) == wanted


@pytest.mark.parametrize("is_full", [False, True])
def test_a_draft_with_every_kind_of_page_and_column_passes(
    small: SmallProject, tmp_path: Path, is_full: bool
) -> None:
    file = written(publication_of(every_page(small).folder, "2024-12"), WORD, tmp_path / "made.xlsx", is_full=is_full)
    assert failing(file) == {}
    sheets = openpyxl.load_workbook(file)
    assert [sheet.title for sheet in sheets if "DRAFT" not in _top(sheet)] == ["Contents", "Notes"]


def _top(sheet: object) -> str:
    return " ".join(str(sheet.cell(row, 1).value) for row in range(1, 5))  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", MADE_UP)
def test_made_up_projects_pass(seed: int, tmp_path: Path) -> None:
    made = make(seed)
    project = write_made(made, tmp_path / "project")
    file = written(publication_of(project, made.month.written), WORD, tmp_path / "made.xlsx", is_full=True)
    assert failing(file) == {}


def headings(table: Table) -> list[str]:
    """What each column of a page's table is called in the workbook, a second one of a name with its number."""
    said = [spoken(column.alone or heading_of(column)) for column in table.columns]
    return [text if said[:n].count(text) == 0 else f"{text} (2)" for n, text in enumerate(said)]


def expected(cell: Cell) -> object:
    """What a reader must find of a figure, rating or arrow: the number as displayed, the word, the shorthand."""
    value = cell.value
    if isinstance(value, Number):
        return "[low]" if value.value and not value.shown else float(value.shown)
    if isinstance(value, Missing | Withheld | Rag | Travel):
        return SHORTHAND.get(value, value.value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def test_every_figure_rating_and_arrow_of_the_pages_stands_in_its_row_and_column(november: Path) -> None:
    compared = 0
    for page in (page for page in shipped().pages if page.kind not in ("cover", "contents", "commentary")):
        for table in (table for table in page.tables if not is_chosen(table)):
            read = tables_of(november)[re.sub(r"\W+", "_", table.name or f"{page.name}_{table.id}")]
            lines = [dict(zip(read.headings, row, strict=True)) for row in read.rows]
            for row, line in zip(table.rows, lines, strict=True):
                for cell, heading in zip(row.cells, headings(table), strict=False):
                    if (value := expected(cell)) is not None:
                        assert line[heading] == value, (page.name, table.id, row.id, heading)
                        compared += 1
    assert compared > 9_000


def test_what_a_reader_would_choose_from_a_list_is_left_out_and_all_of_it_stands_below(november: Path) -> None:
    [page] = [page for page in shipped().pages if page.kind == "districts"]
    assert any(is_chosen(table) for table in page.tables)
    named = {re.sub(r"\W+", "_", table.name) for table in page.tables if not is_chosen(table)}
    assert {name for name in tables_of(november) if name.startswith("Districts")} == named


def test_a_figure_stands_under_its_period_and_beside_its_area_team_and_code(november: Path) -> None:
    table = tables_of(november)["Swale_social_care"]
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    (row,) = [row for row in rows if (row["Code"], row["Team"]) == ("SCS13", "Swale Central CSWT")]
    assert (row["Area"], row["Measure Oct-24"], row["Measure Nov-24"]) == ("Swale", 22.2, 29.5)
    assert (row["RAG 2024-25"], row["Direction of travel (DOT)"]) == ("RED", "worsened")


def test_the_lists_of_exceptions_and_changes_are_tables_with_all_their_rows(november: Path) -> None:
    named = {page.kind: page for page in shipped().pages}
    for page in (named["exceptions"], named["changes"]):
        rows = {re.sub(r"\W+", "_", table.name): sum(1 for _ in table.rows) for table in page.tables}
        assert {name: len(tables_of(november)[name].rows) for name in rows} == rows
    changes = tables_of(november)["What_changed"]
    assert changes.column("Kind of change")[0] == "Ratings that moved"
    assert changes.column("Number of the change") == list(range(1, len(changes.rows) + 1))


def test_no_table_has_an_empty_cell_and_each_heading_says_something_once(november: Path) -> None:
    for table in tables_of(november).values():
        assert not [row for row in table.rows if None in row or "" in row], table.name
        assert len({heading.casefold() for heading in table.headings}) == len(table.headings)


def test_names_of_tables_are_legal_and_each_is_used_once(november: Path) -> None:
    names = [table.name for table in read_tables(november)]
    assert len({name.casefold() for name in names}) == len(names)
    assert [name for name in names if not re.fullmatch(r"[A-Za-z_]\w{2,199}", name)] == []


def test_what_no_reader_sees_is_not_there(november: Path) -> None:
    with zipfile.ZipFile(november) as parts:
        book = parts.read("xl/workbook.xml").decode()
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
        everything = b"".join(parts.read(name) for name in parts.namelist()).decode("utf-8", "replace")
    assert "definedName" not in book
    assert "docProps/custom.xml" not in parts.namelist()
    assert "SHA-256" not in everything
    for mark in ("<f>", "hidden=", "<headerFooter", "<pane ", "conditionalFormatting", "<mergeCell"):
        assert not [sheet for sheet in sheets if mark in sheet], mark


def test_numbers_have_no_more_decimals_than_are_shown() -> None:
    drawn = entry(Cell(Number(Decimal("78.94736842"), 1)), FIGURE)
    assert (drawn.value, drawn.number_format) == (78.9, "#,##0.0")


def test_a_number_that_is_shown_as_0_and_is_not_is_low() -> None:
    assert entry(Cell(Number(Decimal("0.04"), 1)), FIGURE).value == "[low]"
    assert entry(Cell(Number(Decimal("0.0"), 1)), FIGURE).value == 0


def test_a_sign_before_a_number_is_said_in_words_and_the_number_stays_one() -> None:
    drawn = entry(Cell(Number(Decimal(25), 0), sign="<="), Column(("Target",), "limit"))
    assert (drawn.value, drawn.number_format) == (25, '"at most "#,##0')


def test_an_average_in_brackets_is_a_number() -> None:
    drawn = entry(Cell(Number(Decimal("18.2"), 1), mark="%"), Column(("(England)",), "aside"))
    assert (drawn.value, drawn.number_format) == (18.2, '"("#,##0.0"%)"')


def test_a_long_text_is_broken_between_sentences_into_rows_that_show_all_of_it(tmp_path: Path) -> None:
    sentences = [f"This is sentence {n} of a long paragraph." for n in range(200)]
    page = a_page(Paragraph(" ".join(sentences)), a_table((TITLE, FIGURE), (Cell("Plans"), Cell(5))))
    file = written(of_page(page), WORD, tmp_path / "made.xlsx")
    assert failing(file) == {}
    lines = [line for line in read_aloud(file).split("\n") if "of a long paragraph" in line]
    assert len(lines) > 1
    assert " ".join(lines) == " ".join(sentences)


def test_the_longest_texts_that_a_spec_may_have_are_seen_whole(tmp_path: Path) -> None:
    longest = "A rather long title " * 99 + "ends here."
    row = (Cell(longest), Cell(5))
    table = replace(a_table((TITLE, FIGURE), row, notes=(longest,)), title=longest)
    page = replace(a_page(Paragraph(longest), table), title=longest)
    assert failing(written(of_page(page), WORD, tmp_path / "made.xlsx")) == {}


def test_the_chart_draws_what_the_cells_hold_and_says_what_it_shows(november: Path) -> None:
    with zipfile.ZipFile(november) as parts:
        drawing, chart = (
            parts.read(f"xl/{name}").decode() for name in ("drawings/drawing1.xml", "charts/chart1.xml")
        )
    assert "EHCPs issued fell from 311 in May 2024 to 114 in November 2024" in drawing
    assert re.findall(r"<c:v>(\d+)</c:v>", chart)[:7] == ["311", "279", "271", "128", "197", "117", "114"]


def test_a_chart_with_a_figure_missing_leaves_a_gap_and_passes(small: SmallProject, tmp_path: Path) -> None:
    every_page(small).change(
        "inputs/2024-11/observations.csv", "VISITS,Shire,2024-08,8,,,,", "VISITS,Shire,2024-08,,,,N/A,"
    )
    publication = publication_of(small.folder, "2024-12")
    page = next(page for page in publication.pages if page.kind == "activity")
    assert any(None in line.points for block in page.blocks for line in getattr(block, "lines", ()))
    file = written(publication, WORD, tmp_path / "made.xlsx")
    assert failing(file) == {}


def test_notes_are_numbered_once_and_each_says_where_it_stands(november: Path) -> None:
    notes = tables_of(november)["List_of_notes"]
    assert notes.column("Note") == [f"note {n}" for n in range(1, len(notes.rows) + 1)]
    assert len(set(notes.column("Text"))) == len(notes.rows)
    few = next(row for row in notes.rows if "denominator under 20" in str(row[1]))
    assert "Ashford, Canterbury" in str(few[2])
    marked = [row for row in tables_of(november)["Ashford_social_care"].rows if row[-1] != "none"]
    assert {row[-1] for row in marked} == {f"Measure Nov-24 [{few[0]}]"}


def test_figures_that_are_rated_on_few_refer_to_a_note_and_have_no_sign(november: Path) -> None:
    assert not set("†‡↑↓→✓⇧⇩⇨" + MARK) & set(read_aloud(november))


def test_the_key_names_the_shorthand_that_occurs_and_no_other(november: Path) -> None:
    text = read_aloud(november)
    listed = set(tables_of(november)["Key_to_shorthand"].column("Shorthand"))
    assert listed == {short.value for short in Short if f"{short.value}" in text.replace("\n", " ")}
    assert listed == {"[x]", "[due]", "[z]"}


def test_what_is_withheld_is_said_to_be_without_a_range(tmp_path: Path) -> None:
    page = a_page(a_table((TITLE, FIGURE), (Cell("Plans"), Cell(Missing.SUPPRESSED))))
    file = written(of_page(page), WORD, tmp_path / "made.xlsx")
    assert failing(file) == {}
    assert {table.name: table.rows for table in read_tables(file)}["Key_to_shorthand"] == (
        ("[c]", "Withheld to protect confidentiality."),
    )


def test_the_contents_lead_to_every_table(november: Path) -> None:
    contents = tables_of(november)["List_of_worksheets"]
    rest = [table for table in read_tables(november) if table.name != contents.name]
    listed = Counter(str(row[0]) for row in contents.rows)
    assert listed == Counter(table.sheet for table in rest)
    sheet = openpyxl.load_workbook(november)["Contents"]
    led = {cell.hyperlink.location for row in sheet.iter_rows(min_row=4) for cell in row if cell.hyperlink}
    assert "'Ashford'!A23" in led


def test_rows_of_a_list_lead_to_the_rows_that_they_are_about(november: Path) -> None:
    book = openpyxl.load_workbook(november)
    link = next(
        cell
        for row in book["Exceptions"].iter_rows(min_row=28)
        for cell in row
        if cell.hyperlink and cell.value == "Swale Central CSWT"
    )
    name, _, place = str(link.hyperlink.location).rpartition("!")
    goal = book[name.strip("'")][place]
    assert link.offset(0, -1).value == goal.value


def test_the_same_pages_give_the_same_bytes(november: Path, tmp_path: Path) -> None:
    assert written(shipped(), WORD, tmp_path / "again.xlsx").read_bytes() == november.read_bytes()


def test_calamine_and_pandas_read_each_table_as_openpyxl_does(november: Path) -> None:
    calamine = CalamineWorkbook.from_path(str(november), load_tables=True)
    names = calamine.table_names
    assert sorted(names) == sorted(tables_of(november))
    for name in names:
        read, table = tables_of(november)[name], calamine.get_table_by_name(name)
        assert table.columns == list(read.headings)
        assert [tuple(row) for row in table.to_python()] == [tuple(map(_as_float, row)) for row in read.rows]


def _as_float(value: object) -> object:
    return float(value) if isinstance(value, int | float) else value


def test_pandas_reads_the_figures_as_numbers(november: Path) -> None:
    read = tables_of(november)["SEND_monthly"]
    frame = pandas.read_excel(io.BytesIO(november.read_bytes()), sheet_name="SEND", skiprows=4, engine="openpyxl")
    assert list(frame.columns) == list(read.headings)
    assert frame["Measure Nov-24"].dtype.kind == "f"
    assert frame["Measure Nov-24"].tolist() == read.column("Measure Nov-24")


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_libreoffice_shows_the_numbers_as_the_pages_do(tmp_path: Path) -> None:
    swale = replace(shipped(), pages=tuple(page for page in shipped().pages if page.name == "Swale"))
    pdf = libreoffice.to_pdf(written(swale, WORD, tmp_path / "swale.xlsx"), tmp_path)
    with pdfplumber.open(pdf) as document:
        text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert "Measure Nov-24 Numerator Nov-24" in text
    assert "22.2 29.5" in text
    assert "###" not in text


@pytest.mark.skipif(not openxml.available(), reason=openxml.MISSING)
def test_microsoft_s_validator_finds_nothing(november: Path) -> None:
    assert openxml.complaints(november) == []


def test_text_that_looks_like_something_else_stays_text(tmp_path: Path) -> None:
    texts = [HOSTILE, "=1+1", "+44", "-5", "@SUM(A1)", "<r>bold</r>", "https://example.gov.uk/a", "Sheet!A1", "{=1}"]
    rows = [(Cell(text), Cell(Number(Decimal(n), 0))) for n, text in enumerate(texts)]
    file = written(of_page(a_page(a_table((TITLE, FIGURE), *rows))), WORD, tmp_path / "made.xlsx")
    assert failing(file) == {}
    with zipfile.ZipFile(file) as parts:
        assert "<f>" not in "".join(parts.read(name).decode() for name in parts.namelist() if "sheets/sheet" in name)
    (table,) = [table for table in read_tables(file) if table.sheet == "Page"]
    assert [row[0] for row in table.rows][1:5] == ["=1+1", "+44", "-5", "@SUM(A1)"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dover*", "Dover (asterisk)"),
        ("‡ not all", "(double dagger) not all"),
        ("Up ⇧ by 3", "Up upwards white arrow by 3"),
        ("  two  spaces\n\n\tand a tab ", "two spaces\nand a tab"),
        ("see https://www.example.gov.uk/a", "see example.gov.uk/a"),
        ("an area of 4 km²", "an area of 4 km²"),
        ("Dover²", "Dover (raised 2)"),
        ("Plans (note 3) and [4]", "Plans (note no. 3) and (4)"),
        ("Note 9: of their own", "Note no. 9: of their own"),
        ("shows N/A there", "shows [x] there"),
        ("[abc] or [c]", "(abc) or [c]"),
        ("--", "hyphen-minus hyphen-minus"),
        ("", ""),
    ],
)
def test_signs_are_called_by_their_names(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [("71", 71, "0"), ("40,513", 40513, "#,##0"), ("1.10", 1.1, "0.00"), ("-5", -5, "0")],
)
def test_a_code_that_is_a_number_is_one(text: str, value: float, shown: str) -> None:
    found = as_number(text)
    assert found is not None
    assert (found.value, found.number_format) == (value, shown)


@pytest.mark.parametrize("text", ["007", "SCS03", "1,2", "12%", "", "1234567890123456"])
def test_a_code_that_is_no_number_stays_text(text: str) -> None:
    assert as_number(text) is None


def test_what_has_the_same_title_or_name_is_told_apart(tmp_path: Path) -> None:
    one, other = a_page(a_table((TITLE, FIGURE), (Cell("Plans"), Cell(5)))), replace(a_page(), name="Notes")
    same = Column(("figure",), "figure")
    twice = replace(a_page(a_table((TITLE, FIGURE, same), (Cell("Plans"), Cell(5), Cell(6)))), name="Page 2")
    file = written(replace(shipped(), pages=(one, other, twice)), WORD, tmp_path / "made.xlsx")
    assert failing(file) == {}
    assert openpyxl.load_workbook(file).sheetnames[:2] == ["Cover", "Contents"]


def test_a_table_without_rows_is_a_sentence(tmp_path: Path) -> None:
    empty = replace(a_table((TITLE, FIGURE)), title="Newly RED", empty="There is no earlier edition.", id="none")
    page = a_page(empty, a_table((TITLE, FIGURE), (Cell("Plans"), Cell(5))))
    file = written(of_page(page), WORD, tmp_path / "made.xlsx")
    assert failing(file) == {}
    assert "Newly RED. There is no earlier edition." in read_aloud(file).split("\n")


def test_a_sign_without_a_note_of_its_own_gets_one(tmp_path: Path) -> None:
    table = a_table((TITLE, FIGURE), (Cell("Plans"), Cell(Number(Decimal("7.5"), 1, is_provisional=True), mark=MARK)))
    file = written(of_page(a_page(table)), WORD, tmp_path / "made.xlsx")
    assert failing(file) == {}
    (read,) = [table for table in read_tables(file) if table.sheet == "Page"]
    assert read.rows == (("Plans", 7.5, "Figure [note 1] [note 2]"),)


def test_provisional_figures_refer_to_the_reason_that_the_inputs_give(small: SmallProject, tmp_path: Path) -> None:
    figures = "inputs/2024-11/observations.csv"
    stated = [f"{line}," for line in small.text(figures).splitlines()]
    small.write(figures, "\n".join(stated).replace("status,decimals,", "status,decimals,provisional"))
    small.change(figures, "PLANS,Shire,2024-10,60.0,,,,,", "PLANS,Shire,2024-10,60.0,,,,,late returns")
    file = written(publication_of(small.folder), WORD, tmp_path / "made.xlsx", small.folder)
    assert failing(file) == {}
    tables = {table.name: table for table in read_tables(file)}
    notes = dict(zip(tables["List_of_notes"].column("Note"), tables["List_of_notes"].column("Text"), strict=True))
    (number,) = [note for note, text in notes.items() if str(text).startswith("Provisional: late returns (P1).")]
    row = next(row for row in tables["County_monthly"].rows if row[0] == "Percentage of plans issued in time")
    assert row[-1] == f"Measure Oct-24 [{number}]"
