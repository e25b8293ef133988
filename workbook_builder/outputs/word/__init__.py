"""The output `docx`: the pack as a Word document, with real headings, links and native tables."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm

from workbook_builder.outputs.pack import Grid, Heading, Pack, Piece, Text, Tone
from workbook_builder.outputs.pack.making import UPRIGHT_CM, WIDE_CM, make_pack
from workbook_builder.outputs.word.looks import PARAGRAPH_STYLES, Fills, fills_of, new_document
from workbook_builder.outputs.word.saving import describe, save
from workbook_builder.outputs.word.xml import heading as heading_xml
from workbook_builder.outputs.word.xml import paragraph, parsed, table
from workbook_builder.pages.publication import DRAFT, Publication
from workbook_builder.styles import Looks

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_CONTENTS = "Contents"


def write(publication: Publication, looks: Looks, path: Path) -> None:
    """The pack, its tables upright. Raises OSError where it cannot be written."""
    _write(publication, looks, path, is_full=False)


def write_full(publication: Publication, looks: Looks, path: Path) -> None:
    """The pack with every column of every table, on landscape pages where they need one."""
    _write(publication, looks, path, is_full=True)


def _write(publication: Publication, looks: Looks, path: Path, is_full: bool) -> None:
    document = new_document(looks)
    describe(document, publication, publication.title)
    _Writer(document, fills_of(looks)).write(make_pack(publication, is_full), publication)
    save(document, path)


class _Writer:
    """Puts piece after piece at the end of a document."""

    def __init__(self, document: Document, fills: Fills) -> None:
        self.document, self.fills = document, fills
        self.body = document.element.body
        self.numbers = count(1)
        self.is_wide = False

    def write(self, pack: Pack, publication: Publication) -> None:
        """The front, the contents, and each section on a page of its own."""
        self._set_margins_text(publication)
        for text in pack.front:
            self._piece(text)
        self._contents(pack)
        for section in pack.sections:
            self._turn(section.is_wide)
            self._heading(section.heading, starts_page=True)
            for piece in section.pieces:
                self._piece(piece)
        self._part_from_table_before()

    def _set_margins_text(self, publication: Publication) -> None:
        """What stands at the foot of every page, and at the top of a draft's."""
        section = self.document.sections[0]
        foot = section.footer.paragraphs[0]
        foot.text = f"{publication.footer}, page "
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            inside = f'<w:fldChar w:fldCharType="{kind}"/>' if kind else f"<w:instrText>{text}</w:instrText>"
            foot._p.append(parsed(f"<w:r>{inside}</w:r>"))
        if publication.is_draft:
            head = section.header.paragraphs[0]
            head.text, head.style = DRAFT, self.document.styles[PARAGRAPH_STYLES[Tone.WARNING]]

    def _contents(self, pack: Pack) -> None:
        """Written out, because no program but Word fills in a field of contents: a link to each page and table."""
        self._heading(Heading(1, _CONTENTS, "contents"), starts_page=True)
        for section in pack.sections:
            for heading in section.headings:
                if heading.level < 3:
                    self._add(paragraph(heading.text, f"Contents{heading.level}", goal=heading.anchor))

    def _heading(self, heading: Heading, starts_page: bool = False) -> None:
        self._add(heading_xml(heading.text, heading.level, heading.anchor, next(self.numbers), starts_page))

    def _piece(self, piece: Piece) -> None:
        match piece:
            case Heading():
                self._heading(piece)
            case Text(text, tone):
                self._add(paragraph(text, self.document.styles[PARAGRAPH_STYLES[tone]].style_id))
            case Grid():
                self._part_from_table_before()
                self._before_end(table(piece, WIDE_CM if self.is_wide else UPRIGHT_CM, self.fills))

    def _part_from_table_before(self) -> None:
        """Word makes one table of two that follow each other, and wants a paragraph at the end."""
        if self.body.xpath("w:*[last() - 1][self::w:tbl]"):
            self._add(paragraph("", "TableNote"))

    def _turn(self, is_wide: bool) -> None:
        """Go on with landscape or upright pages."""
        if is_wide is not self.is_wide:
            section = self.document.add_section(WD_SECTION.NEW_PAGE)
            section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
            section.page_width, section.page_height = section.page_height, section.page_width
            section.left_margin = section.right_margin = Cm(1 if is_wide else 2)
            self.is_wide = is_wide

    def _add(self, text: str) -> BaseOxmlElement:
        return self._before_end(parsed(text))

    def _before_end(self, element: BaseOxmlElement) -> BaseOxmlElement:
        """At the end of the body, whose last element says what its pages are like."""
        self.body.insert_element_before(element, "w:sectPr")
        return element
