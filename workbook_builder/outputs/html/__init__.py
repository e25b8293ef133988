"""The output `html`: all pages in one file that needs no other, opens from a file share and asks for nothing.

A Content-Security-Policy lets nothing run or load but what stands in the file, known by its hash.
"""

from __future__ import annotations

from pathlib import Path

from workbook_builder.outputs.html.document import document
from workbook_builder.pages.publication import Publication
from workbook_builder.styles import Looks


def write(publication: Publication, looks: Looks, file: Path) -> None:
    """Write it at `file`. Raises `OSError` where that cannot be."""
    file.write_bytes(as_html(publication, looks).encode("utf-8"))


def as_html(publication: Publication, looks: Looks) -> str:
    """The whole file."""
    return document(publication, looks)
