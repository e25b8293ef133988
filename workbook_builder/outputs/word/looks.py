"""How a Word document looks: styles that a reader can change in Word, made from the style file's meanings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from workbook_builder.grid import Style
from workbook_builder.outputs.pack import Tone
from workbook_builder.outputs.ratings import RAG_STYLES
from workbook_builder.outputs.word.saving import LANGUAGE
from workbook_builder.pages.values import Rag
from workbook_builder.styles import Looks

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.styles.style import ParagraphStyle

PARAGRAPH_STYLES = {
    Tone.PLAIN: "Normal",
    Tone.TITLE: "Title",
    Tone.FACT: "Subtitle",
    Tone.WARNING: "Draft Warning",
    Tone.STANDING: "Standing",
    Tone.NOTE: "Table Note",
}
CELL_STYLES = {Tone.DRAFT: "TableDraft", Tone.ABSENT: "TableAbsent"}
CELL_SIZE = 9.0  # points, unless a table needs smaller ones
_MEANINGS = {
    "Title": Style.COVER_TITLE,
    "Subtitle": Style.COVER_TEXT,
    "Heading 1": Style.TITLE,
    "Heading 2": Style.TABLE_TITLE,
    "Heading 3": Style.TABLE_TITLE,
    "Draft Warning": Style.DRAFT,
    "Standing": Style.SUBTITLE,
    "Table Note": Style.NOTE,
    "Table Heading": Style.HEADER,
    "Table Number Heading": Style.HEADER,
    "Table Band": Style.HEADER_TEAM,
    "Table Absent": Style.MISSING,
}
_HEADINGS = ("Table Heading", "Table Number Heading")
_CELLS = ("Table Text", "Table Number", "Table Rating", "Table Draft", "Table Absent", *_HEADINGS, "Table Band")
_NUMBERED = ("Numbered Text", "Draft Text")
_SIZES = {"Title": 26.0, "Subtitle": 14.0, "Heading 1": 16.0, "Heading 2": 13.0, "Heading 3": 11.0, "Table Note": 9.0}


@dataclass(frozen=True)
class Fills:
    """What stands behind the text of cells and around them, as `RRGGBB`."""

    heading: str
    band: str
    line: str
    ratings: Mapping[Rag, str]


def fills_of(looks: Looks) -> Fills:
    """The fills of a style file."""
    return Fills(
        _hex(looks[Style.HEADER].fill),
        _hex(looks[Style.HEADER_TEAM].fill),
        _hex(looks[Style.TEXT].border) or "auto",
        {rating: _hex(looks[style].fill) for rating, style in RAG_STYLES.items()},
    )


def _hex(colour: str | None) -> str:
    return (colour or "").removeprefix("#")


def new_document(looks: Looks) -> DocumentObject:
    """An empty document of A4 pages with every style that is used."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    _set_language(document)
    names = {style.name for style in document.styles}
    for name in (*_MEANINGS, *_CELLS, "Contents 1", "Contents 2", *_NUMBERED):
        if name not in names:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            names.add(name)
    _add_hyperlink(document, looks)
    for name in ("Normal", *_NUMBERED, "Contents 1", "Contents 2", *_MEANINGS, *_CELLS):
        _set_look(document.styles[name], looks)
    return document


def _set_language(document: DocumentObject) -> None:
    """British English, which readers aloud and spelling checkers go by."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _add_hyperlink(document: DocumentObject, looks: Looks) -> None:
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.underline = True
    style.font.color.rgb = RGBColor.from_string(_hex(looks[Style.LINK].color))


def _set_look(style: ParagraphStyle, looks: Looks) -> None:
    name, font, shape = str(style.name), style.font, style.paragraph_format
    look = looks[_MEANINGS.get(name, Style.TEXT)]
    is_cell = name in _CELLS
    for spacing in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), looks.font)
    font.size = Pt(CELL_SIZE if is_cell else _SIZES.get(name, 11.0))
    font.color.rgb = RGBColor.from_string(_hex(look.color) or "000000")
    font.bold = name in ("Title", "Draft Warning", "Table Band", "Table Rating") or "Heading" in name
    font.italic = name in ("Draft Text", "Table Draft")
    shape.space_before, shape.space_after = Pt(0), Pt(1 if is_cell else 6)
    _set_shape(style, name)


def _set_shape(style: ParagraphStyle, name: str) -> None:
    """Where a paragraph stands: headings stay with what follows, figures stand on the right."""
    shape = style.paragraph_format
    if name.startswith("Heading"):
        shape.space_before, shape.keep_with_next = Pt(12), True
    if name in ("Table Band", *_HEADINGS):
        shape.keep_with_next = True
    if name in ("Normal", "Table Note"):
        shape.space_before = Pt(4)
    if name in ("Table Number", "Table Number Heading"):
        shape.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if name == "Title":
        shape.space_before = Pt(24)
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
    if name in _NUMBERED:
        shape.left_indent, shape.first_line_indent = Cm(1.25), Cm(-1.25)
        shape.tab_stops.add_tab_stop(Cm(1.25))
    if name.startswith("Contents"):
        shape.left_indent, shape.space_after = Cm(0.8 if name.endswith("2") else 0), Pt(2)
