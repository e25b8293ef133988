"""The pack and the covering report as files, and what programs read in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from tests.support.places import ROOT
from tests.support.small import SmallProject
from workbook_builder.commands.stages import checked, commented
from workbook_builder.outputs import OUTPUTS
from workbook_builder.outputs.xlsx import left_out
from workbook_builder.pages import make_pages
from workbook_builder.pages.publication import Publication
from workbook_builder.project import Project

HOSTILE = '=1+1 <b>&amp; "x" *y* #let _z_ $a$ {{ q }} {% if %} \\ @ref -- ~'
"""A formula, HTML, typst, a template and XML, all of which are a title."""


@lru_cache(maxsize=1)
def shipped() -> Publication:
    """The November 2024 edition."""
    return publication_of(ROOT)


def publication_of(folder: Path, edition: str = "2024-11") -> Publication:
    """The pages of an edition, as `build` makes them."""
    project = Project(folder)
    month = project.find(edition)
    known = project.known(month, project.spec(month))
    scorecard = checked(commented(known), known)
    return make_pages(scorecard, left_out(project.style("kent"), scorecard.edition.is_draft))


def written(publication: Publication, word: str, path: Path, folder: Path = ROOT, is_full: bool = False) -> Path:
    """An output as a file in the style of a project."""
    OUTPUTS[word].write(publication, Project(folder).style("kent"), path, is_full)
    return path


def of_small(small: SmallProject, word: str, is_full: bool = False) -> Path:
    """An output of the small project."""
    file = small.folder / f"made{OUTPUTS[word].ending}"
    return written(publication_of(small.folder), word, file, small.folder, is_full)


class Read(NamedTuple):
    """A paragraph under its style, or a table's rows of cells (`style` is "" then)."""

    style: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


def read(path: Path) -> list[Read]:
    """The body of a Word file, piece after piece."""
    return list(_pieces(docx.Document(str(path))))


def _pieces(document: Document) -> Iterator[Read]:
    names = {style.style_id: str(style.name) for style in document.styles}
    for element in document.element.body:
        if element.tag == qn("w:p"):
            yield Read(names[element.style or "Normal"], text_of(element))
        elif element.tag == qn("w:tbl"):
            yield Read("", "", tuple(tuple(map(text_of, row.iter(qn("w:tc")))) for row in element.iter(qn("w:tr"))))


def text_of(element: BaseOxmlElement) -> str:
    """All text in an element; what stands for a hyphen or line break is one."""
    signs = {qn("w:noBreakHyphen"): "-", qn("w:br"): "\n", qn("w:tab"): "\t"}
    inside = (part for part in element.iter() if part.getparent().tag == qn("w:r"))
    return "".join(part.text or "" if part.tag == qn("w:t") else signs.get(part.tag, "") for part in inside)


def headings(path: Path) -> list[tuple[int, str]]:
    """Level and text of each heading, as Word's navigation pane lists them."""
    found = (piece for piece in read(path) if piece.style.startswith("Heading "))
    return [(int(piece.style.removeprefix("Heading ")), piece.text) for piece in found]


def tables_by_heading(path: Path) -> dict[str, list[Read]]:
    """The tables under each heading of level 1."""
    found: dict[str, list[Read]] = {}
    heading = ""
    for piece in read(path):
        heading = piece.text if piece.style == "Heading 1" else heading
        if piece.rows:
            found.setdefault(heading, []).append(piece)
    return found
