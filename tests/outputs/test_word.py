"""The pack as a Word document, as LibreOffice, python-docx and mammoth see it. Word itself was not tried."""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import mammoth
import pikepdf
import pytest
from docx.oxml.ns import qn

from tests.support.clients import libreoffice, openxml
from tests.support.documents import HOSTILE, headings, of_small, read, shipped, tables_by_heading, written
from tests.support.pdf_tags import tagged
from tests.support.small import SmallProject
from tests.support.tables import PrintedTable, printed_tables
from workbook_builder.inputs.shown import number_shown
from workbook_builder.outputs.pack.upright import drawn, upright
from workbook_builder.pages.publication import DRAFT

needs_libreoffice = pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
ARROWS = {"⇧": "improved", "⇩": "worsened", "⇔": "same"}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The November 2024 pack."""
    return written(shipped(), "docx", tmp_path_factory.mktemp("word") / "pack.docx")


def shown(value: object, number_format: str) -> str:
    """A cell of the workbook as it looks, without signs and marks."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_shown(value, number_format) or str(value)
    return ARROWS.get(str(value), str(value)) if value is not None else ""


def bare(text: str) -> str:
    """A cell of the pack without signs, marks, thousands separators and the period that stands before its figure."""
    number = re.fullmatch(r"(?:[\w -]+: )?(?:[<>]=? )?(-?[\d,]+(?:\.\d+)?)[†‡]*", text)
    return number[1].replace(",", "") if number else text


def test_every_figure_and_word_is_the_workbook_s_cell(pack: Path, built: Path) -> None:
    in_word, on_sheets = tables_by_heading(pack), printed_tables(built)
    compared = 0
    for page in (page for page in shipped().pages if page.kind == "tables"):
        [heading] = [text for text in in_word if text == page.title or text.startswith(f"{page.name}: ")]
        printed = sorted((t for t in on_sheets.values() if t.sheet.title == page.name), key=lambda t: t.top)
        for table, made, sheet in zip(page.tables, in_word[heading], printed, strict=True):
            places = [drawn(table.columns).index(n) for n in upright(table.columns)]
            rows = [tuple(map(bare, row)) for row in made.rows[1:] if len(row) > 1]
            assert rows == expected(sheet, places)
            compared += sum(map(len, rows))
    assert compared > 4000


def expected(sheet: PrintedTable, places: list[int]) -> list[tuple[str, ...]]:
    cells = [sheet.cells(row.number) for row in sheet.rows()]
    return [tuple(shown(row[n].value, row[n].number_format) for n in places) for row in cells]


def test_the_navigation_pane_shows_the_scorecard(pack: Path) -> None:
    found = headings(pack)
    level_1 = [text for level, text in found if level == 1]
    assert level_1[:2] == ["Contents", "Exceptions"]
    assert "Swale Scorecard" in level_1
    assert found[found.index((1, "Swale Scorecard")) + 1] == (2, "Integrated Children's Services - Monthly")
    assert all(after - before <= 1 for (before, _), (after, _) in pairwise(found))


def test_the_contents_link_to_every_page_and_table(pack: Path) -> None:
    body = docx.Document(str(pack)).element.body
    bookmarks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    goals = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    listed = [piece.text for piece in read(pack) if piece.style.startswith("Contents ")]
    assert listed == [text for level, text in headings(pack)[1:] if level < 3]
    assert set(goals) <= bookmarks
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(set(numbers)) == len(numbers)


def test_tables_have_repeated_headings_whole_rows_a_caption_and_a_description(pack: Path) -> None:
    for table in docx.Document(str(pack)).element.body.iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert heads.index(False) in (1, 2)
        assert not any(heads[heads.index(False) :])
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        properties = table.find(qn("w:tblPr"))
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        assert "columns: " in properties.find(qn("w:tblDescription")).get(qn("w:val"))
        widths = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
        assert sum(widths) <= 27.7 / 2.54 * 1440 + len(widths)


def test_ratings_have_a_fill_and_a_word_and_figures_stand_on_the_right(pack: Path) -> None:
    body = docx.Document(str(pack)).element.body
    fills: dict[str, set[str]] = {}
    for cell in body.iter(qn("w:tc")):
        text, shade = "".join(t.text or "" for t in cell.iter(qn("w:t"))), cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
        if text in ("RED", "AMBER", "GREEN") and cell.find(f".//{qn('w:pStyle')}").get(qn("w:val")) == "TableRating":
            fills.setdefault(text, set()).add(shade.get(qn("w:fill")))
    assert fills == {"RED": {"FF5050"}, "AMBER": {"FFC000"}, "GREEN": {"00B050"}}
    styles = docx.Document(str(pack)).styles
    for name in ("Table Number", "Table Number Heading"):
        assert str(styles[name].paragraph_format.alignment) == "RIGHT (2)"


def test_it_is_in_british_english_and_says_what_it_is(pack: Path) -> None:
    core = docx.Document(str(pack)).core_properties
    assert core.title == shipped().title
    assert (core.language, core.author) == ("en-GB", "Management Information & Intelligence, KCC")
    with zipfile.ZipFile(pack) as parts:
        languages = re.findall(r'<w:lang [^>]*w:val="([^"]*)"', parts.read("word/styles.xml").decode())
    assert languages
    assert set(languages) == {"en-GB"}


@pytest.mark.parametrize("word", ["docx", "pdf"])
def test_the_same_publication_makes_the_same_bytes(small: SmallProject, word: str) -> None:
    first = of_small(small, word).read_bytes()
    assert of_small(small, word).read_bytes() == first


def test_no_part_of_the_file_says_when_it_was_made(pack: Path) -> None:
    with zipfile.ZipFile(pack) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-01-22T00:00:00Z" in parts.read("docProps/core.xml")


def test_a_text_like_a_formula_or_markup_stays_text(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", f"title: '{HOSTILE}'")
    cells = [cell for piece in read(of_small(small, "docx")) for row in piece.rows for cell in row]
    assert cells.count(HOSTILE) >= 3


def test_a_draft_says_so_at_the_top_of_every_page(small: SmallProject) -> None:
    document = docx.Document(str(of_small(small, "docx")))
    assert {section.header.paragraphs[0].text for section in document.sections} == {DRAFT}
    small.change("inputs/2024-11/edition.yaml", "status: draft", "status: final")
    document = docx.Document(str(of_small(small, "docx")))
    assert DRAFT not in document.sections[0].header.paragraphs[0].text


def test_full_tables_stand_on_landscape_pages(small: SmallProject) -> None:
    usual, full = (docx.Document(str(of_small(small, "docx", is_full))) for is_full in (False, True))
    assert sum(section.page_width > section.page_height for section in full.sections) > sum(
        section.page_width > section.page_height for section in usual.sections
    )
    headed = [cell.text for table in full.tables for row in table.rows[:2] for cell in row.cells]
    assert {"Numerator", "Denominator", "Polarity", "Sep-24", "Target 2023-24"} <= set(headed)


def test_mammoth_reads_headings_and_heads_of_tables(small: SmallProject) -> None:
    with of_small(small, "docx").open("rb") as file:
        html = mammoth.convert_to_html(file).value
    assert re.search(r"<h1>.*?Shire indicators</h1>", html)
    assert re.search(r"<h2>.*?Monthly</h2>", html)
    assert html.count("<thead>") == html.count("<table>") > 5
    assert "<td><p>61.5</p></td>" in html


@needs_libreoffice
def test_libreoffice_makes_headings_and_column_heads_of_them(small: SmallProject, tmp_path: Path) -> None:
    file = libreoffice.to_accessible_pdf(of_small(small, "docx"), tmp_path)
    with pikepdf.open(file) as document:
        tags, scopes = tagged(document)
        assert str(document.Root.Lang) == "en-GB"
    assert tags["/H1"] >= 6
    assert tags["/Table"] > 5
    assert tags["/TH"] == scopes["/Column"] > 20


@pytest.mark.skipif(not openxml.available(), reason=openxml.MISSING)
def test_microsoft_s_validator_finds_nothing(pack: Path) -> None:
    assert openxml.complaints(pack) == []
