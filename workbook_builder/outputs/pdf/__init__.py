"""The output `pdf`: the pack as a tagged PDF (PDF/UA-1), made by typst with fonts that come with it.

They are Source Sans Pro, without serifs, which is easier to read on screens, and those in typst for what it lacks;
the computer's own are not asked, so that the file is the same wherever it is made.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import font_source_sans_pro
import typst

from workbook_builder.grid import Style
from workbook_builder.outputs.pack import Band, Grid, Heading, Pack, Piece, Text
from workbook_builder.outputs.pack.making import make_pack
from workbook_builder.outputs.ratings import RAG_STYLES
from workbook_builder.pages.publication import DRAFT, Publication
from workbook_builder.pages.values import Rag
from workbook_builder.problems import Problem, ProblemsFound, quoted
from workbook_builder.styles import Looks

_LAYOUT = Path(__file__).with_name("pack.typ")
_STANDARD: Literal["ua-1"] = "ua-1"
FONTS = ("Source Sans Pro", "Libertinus Serif", "DejaVu Sans Mono")
_FACES = ("SourceSansPro", "SourceSansProBold", "SourceSansProIt", "SourceSansProBoldIt")
_LOOKS = {
    "heading": (Style.TITLE, "color"),
    "draft": (Style.DRAFT, "color"),
    "muted": (Style.NOTE, "color"),
    "link": (Style.LINK, "color"),
    "absent": (Style.MISSING, "color"),
    "head_text": (Style.HEADER, "color"),
    "head_fill": (Style.HEADER, "fill"),
    "band_text": (Style.HEADER_TEAM, "color"),
    "band_fill": (Style.HEADER_TEAM, "fill"),
    "line": (Style.TEXT, "border"),
}
_PLAIN = {"color": "#000000", "fill": "#FFFFFF", "border": "#A6A6A6"}


def write(publication: Publication, looks: Looks, path: Path) -> None:
    """The pack, its tables upright. Raises `ProblemsFound` where a text has a character that no font can show."""
    _write(publication, looks, path, is_full=False)


def write_full(publication: Publication, looks: Looks, path: Path) -> None:
    """The pack with every column of every table, on landscape pages where they need one."""
    _write(publication, looks, path, is_full=True)


def _write(publication: Publication, looks: Looks, path: Path, is_full: bool) -> None:
    content = json.dumps(_content(publication, looks, make_pack(publication, is_full)), ensure_ascii=False)
    path.write_bytes(_compiled(content, publication))


def _compiled(content: str, publication: Publication) -> bytes:
    """The PDF. Whatever typst warns of is a fault: it says so where a font is missing, and goes on without."""
    try:
        with _faces() as faces:
            made, warnings = _compile(content, publication.published, faces)
    except typst.TypstError as error:
        _refuse(str(error))
        raise
    if warnings:
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    return bytes(made)


@contextmanager
def _faces() -> Iterator[Path]:
    """A folder of the faces alone: their package has each twice, and which of both is taken is not said."""
    with TemporaryDirectory() as folder:
        for face in _FACES:
            shutil.copy(font_source_sans_pro.font_files_ttf[face], folder)
        yield Path(folder)


def _compile(content: str, day: date, faces: Path) -> tuple[bytes, list[typst.TypstWarning]]:
    return typst.compile_with_warnings(
        _LAYOUT.read_bytes(),
        sys_inputs={"pack": content},
        pdf_standards=[_STANDARD],
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[faces]),
        format="pdf",
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )


def _refuse(message: str) -> None:
    """Tell of a text that cannot be shown; anything else that typst says is a fault of ours."""
    if unshown := re.search(r'the text `"(.*?)"` could not be displayed', message, re.DOTALL):
        found = f"{quoted(unshown[1])} in a text, which no font of the PDF has"
        allowed = f"letters, digits, signs and arrows of {' and '.join(FONTS)}"
        remedy = "write the text otherwise, or build the other outputs without pdf"
        raise ProblemsFound([Problem("--to pdf", found, allowed, remedy)])


def _content(publication: Publication, looks: Looks, pack: Pack) -> dict[str, Any]:
    day = publication.published
    return {
        "title": publication.title,
        "author": publication.author,
        "subject": publication.subject,
        "footer": publication.footer,
        "draft": DRAFT if publication.is_draft else "",
        "published": [day.year, day.month, day.day],
        "looks": _look(looks),
        "front": [_piece(text) for text in pack.front],
        "sections": [
            {"is_wide": section.is_wide, "pieces": [_piece(piece) for piece in (section.heading, *section.pieces)]}
            for section in pack.sections
        ],
    }


def _look(looks: Looks) -> dict[str, Any]:
    colours = {name: getattr(looks[style], part) or _PLAIN[part] for name, (style, part) in _LOOKS.items()}
    ratings = {rag.value: looks[style].fill or _PLAIN["fill"] for rag, style in RAG_STYLES.items()}
    return {**colours, "ratings": ratings, "fonts": FONTS}


def _piece(piece: Piece) -> dict[str, Any]:
    match piece:
        case Heading(level, text, anchor):
            return {"kind": "heading", "level": level, "text": text, "anchor": anchor}
        case Text(text, tone):
            return {"kind": "text", "text": text, "tone": tone.value}
    return _grid(piece)


def _grid(grid: Grid) -> dict[str, Any]:
    columns = [
        {"heading": c.heading, "group": c.group, "is_number": c.is_number, "share": c.share} for c in grid.columns
    ]
    rows = [
        row.text
        if isinstance(row, Band)
        else [{"text": c.text, "tone": c.tone.value, "rating": _rated(c.rating), "goal": c.goal} for c in row]
        for row in grid.rows
    ]
    return {"kind": "table", "size": grid.size, "columns": columns, "groups": grid.groups, "rows": rows}


def _rated(rating: Rag | None) -> str:
    return rating.value if rating and rating in RAG_STYLES else ""
