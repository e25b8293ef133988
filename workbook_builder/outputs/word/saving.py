"""Saves a Word file so that the same content gives the same bytes: nothing in it says when it was saved."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document

    from workbook_builder.pages.publication import Publication

_ZIPPED = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can state
LANGUAGE = "en-GB"


def describe(document: Document, publication: Publication, title: str) -> None:
    """The document's properties: what it is, of whom, in which language, dated as it is published."""
    said, core = publication, document.core_properties
    core.title, core.subject, core.author, core.last_modified_by = title, said.subject, said.author, said.author
    core.created = core.modified = _midnight(said.published)
    core.language, core.keywords, core.category, core.revision = LANGUAGE, "", "Performance scorecard", 1
    core.comments = "; ".join(f"{name}: {text}" for name, text in said.properties if "SHA" not in name)


def save(document: Document, path: Path) -> None:
    """Write it, its parts as old as each other. Raises OSError where it cannot be written."""
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(path, "w", ZIP_DEFLATED) as fixed:
        for name in parts.namelist():
            entry = ZipInfo(name, _ZIPPED)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            fixed.writestr(entry, parts.read(name))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
