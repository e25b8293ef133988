"""The output `xlsx`: pages as sheets with addresses, formulas and print settings.

All pages are placed before any is resolved, so that a page may refer to every other, whatever their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from workbook_builder.grid import Sheet, Workbook
from workbook_builder.outputs.xlsx.excerpts import fitted
from workbook_builder.outputs.xlsx.placing import place
from workbook_builder.outputs.xlsx.references import Book
from workbook_builder.outputs.xlsx.resolving import resolve
from workbook_builder.pages.publication import DRAFT, Publication
from workbook_builder.styles import Looks, When


def lay_out(publication: Publication, looks: Looks) -> Workbook:
    """The whole workbook."""
    placed = [place(fitted(page, looks), looks) for page in publication.pages]
    book = Book(placed, looks)
    return Workbook(
        title=publication.title,
        subject=publication.subject,
        author=publication.author,
        created=publication.published,
        footer=publication.footer,
        watermark=DRAFT if publication.is_draft else "",
        sheets=tuple(_distinctly_named(resolve(page, book) for page in placed)),
        properties=publication.properties,
        opens_on=next((page.name for page in publication.pages if page.kind == looks.opens_on), ""),
    )


def write(publication: Publication, looks: Looks, file: Path) -> None:
    """Write it at `file`. Raises `OSError` where that cannot be."""
    from workbook_builder.outputs.xlsx import writer  # and with it XlsxWriter

    writer.write(lay_out(publication, looks), looks, file)


def left_out(looks: Looks, is_draft: bool) -> tuple[str, ...]:
    """The kinds of page that a style does not show in an edition."""
    shown = looks.checks_page is When.ALWAYS or (looks.checks_page is When.DRAFTS and is_draft)
    return () if shown else ("checks",)


def _distinctly_named(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets; a defined name that another has already, capitals aside, is numbered."""
    taken: set[str] = set()
    numbers: dict[str, Iterator[int]] = {}  # a number that was passed over once is never free again
    for sheet in sheets:
        names = []
        for name, area in sheet.names:
            text = name
            while text.casefold() in taken:
                text = f"{name}_{next(numbers.setdefault(name.casefold(), count(2)))}"
            names.append((text, area))
            taken.add(text.casefold())
        yield replace(sheet, names=tuple(names))
