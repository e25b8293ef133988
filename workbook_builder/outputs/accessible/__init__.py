"""The output `accessible`: a workbook for those who have it read aloud, and for a council's website.

It holds values and no formulas. Each table of a page is one real table with one row of headings and no empty cell,
one below the other; signs are words, notes stand on a sheet of their own. It passes what `accessibility/` asks for.
"""

from __future__ import annotations

from pathlib import Path

from workbook_builder.outputs.accessible.book import sheets_of
from workbook_builder.pages.publication import Publication
from workbook_builder.styles import Looks


def write(publication: Publication, looks: Looks, file: Path) -> None:
    """Write it at `file`, without commentary. Raises `OSError` where that cannot be."""
    _write(publication, looks, file, with_commentary=False)


def write_full(publication: Publication, looks: Looks, file: Path) -> None:
    """The same with the pages of commentary."""
    _write(publication, looks, file, with_commentary=True)


def _write(publication: Publication, looks: Looks, file: Path, with_commentary: bool) -> None:
    from workbook_builder.outputs.accessible import writer  # and with it XlsxWriter

    said = writer.Described(publication.title, publication.subject, publication.author, publication.published)
    writer.write(sheets_of(publication, with_commentary), said, looks, file)
