"""The pack as a tagged PDF, as pikepdf and pdfplumber read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from tests.support.documents import HOSTILE, of_small, publication_of, shipped, tables_by_heading, written
from tests.support.pdf_tags import tagged
from tests.support.small import SmallProject
from workbook_builder.pages.publication import DRAFT
from workbook_builder.problems import ProblemsFound


def text_of(path: Path) -> str:
    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def test_it_says_that_it_is_pdf_ua_with_title_language_and_date(small: SmallProject) -> None:
    with pikepdf.open(of_small(small, "pdf")) as document:
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Small Scorecard - November 2024"
        assert str(document.Root.Lang) == "en-GB"
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.docinfo["/CreationDate"]).startswith("D:20250122")


def test_tables_have_heads_with_a_scope_and_texts_are_paragraphs(small: SmallProject) -> None:
    with pikepdf.open(of_small(small, "pdf")) as document:
        tags, scopes = tagged(document)
    assert tags["/TH"] == scopes["/Column"] > 20
    assert tags["/Table"] == tags["/THead"] > 5
    assert min(tags["/H1"], tags["/H2"], tags["/P"], tags["/TOCI"]) >= 3


def test_bookmarks_lead_to_pages_and_tables(small: SmallProject) -> None:
    with pikepdf.open(of_small(small, "pdf")) as document, document.open_outline() as outline:
        found = {item.title: [child.title for child in item.children] for item in outline.root}
    assert found["County: Shire indicators"] == ["Monthly"]
    assert found["Eastham indicators"] == ["Plans", "Social care"]


def test_every_cell_is_that_of_the_word_document(small: SmallProject) -> None:
    in_word = tables_by_heading(of_small(small, "docx"))
    cells = [cell for tables in in_word.values() for table in tables for row in table.rows for cell in row]
    text = " ".join(text_of(of_small(small, "pdf")).split())
    lacking = [word for cell in cells for word in cell.split() if word not in text]
    assert lacking == []


def test_the_shipped_edition_shows_swale_s_figures(tmp_path: Path) -> None:
    swale = replace(shipped(), pages=tuple(page for page in shipped().pages if page.name == "Swale"))
    file = written(swale, "pdf", tmp_path / "swale.pdf")
    with pdfplumber.open(file) as document:
        rows = [row for page in document.pages for table in page.extract_tables() for row in table]
    first = next(row for row in rows if row[0] == "SCS03")
    assert [first[n] for n in (2, 3, 4, 5)] == ["26.4", "improved", "25.0", "AMBER"]


def test_a_text_like_markup_stays_text(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", f"title: '{HOSTILE}'")
    text = " ".join(text_of(of_small(small, "pdf")).split())
    assert all(word in text for word in HOSTILE.split())


def test_a_character_that_no_font_has_is_told(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", "title: Percentage 漢")
    with pytest.raises(ProblemsFound) as raised:
        of_small(small, "pdf")
    [problem] = raised.value.problems
    assert problem.found == '"漢" in a text, which no font of the PDF has'


def test_arrows_and_ticks_of_the_style_can_be_shown(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", "title: ⇧ ⇩ ⇔ ✓ † ‡ ≤ –")
    assert "⇧ ⇩ ⇔ ✓ † ‡ ≤ –" in text_of(of_small(small, "pdf"))


def test_a_draft_says_so_on_every_page(small: SmallProject) -> None:
    with pdfplumber.open(of_small(small, "pdf")) as document:
        assert all(DRAFT in page.extract_text() for page in document.pages)
    assert publication_of(small.folder).is_draft
