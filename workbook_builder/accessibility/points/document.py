"""The file: its title and language, how it opens, and what it carries that no reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.accessibility.point import Place, Point, Source, on_sheet
from workbook_builder.accessibility.workbook import Workbook
from workbook_builder.problems import quoted

_DEFAULT_TITLE = re.compile(r"(book|workbook|untitled|document|microsoft excel.*) ?\d*", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MACROS = re.compile(r"xl/(vbaproject\.bin|macrosheets/.*|activex/.*|ctrlprops/.*)")
_CARRIED = {
    "xl/externallinks/externallink": "a link to another workbook, with a copy of its cells",
    "xl/pivotcache/pivotcachedefinition": "the data behind a pivot table",
    "xl/querytables/": "a query of outside data",
    "xl/connections": "a connection to outside data",
    "xl/embeddings/": "an embedded file",
    "xl/model/": "a data model",
}


def _title(workbook: Workbook) -> Iterator[Place]:
    if not workbook.title or _DEFAULT_TITLE.fullmatch(workbook.title):
        found = f"the document's title is {quoted(workbook.title)}" if workbook.title else "the document has no title"
        yield Place(found)


def _language(workbook: Workbook) -> Iterator[Place]:
    if not _LANGUAGE.fullmatch(workbook.language):
        said = (
            f"{quoted(workbook.language)} is no language" if workbook.language else "the document states no language"
        )
        yield Place(f"{said} (dc:language, such as en-GB)")


def _opening(workbook: Workbook) -> Iterator[Place]:
    first = next((n for n, sheet in enumerate(workbook.sheets) if sheet.is_visible), 0)
    if workbook.opens_at != first and workbook.opens_at < len(workbook.sheets):
        yield on_sheet(workbook.sheets[workbook.opens_at], "the file opens here and not at its first sheet")
    for sheet in workbook.visible:
        if sheet.cursor != "A1":
            yield on_sheet(sheet, f"the cursor stands in {sheet.cursor} and not in A1")
        elif sheet.seen_from != "A1":
            yield on_sheet(sheet, f"the sheet is scrolled to {sheet.seen_from}")


def _macros(workbook: Workbook) -> Iterator[Place]:
    for part in workbook.parts:
        if _MACROS.fullmatch(part):
            yield Place(f"macros or controls ({part})")
    if workbook.is_protected:
        yield Place("the order of the sheets is protected")
    for sheet in workbook.sheets:
        if sheet.is_protected:
            yield on_sheet(sheet, "the sheet is protected: programs that read aloud may not set it up as they need")


def _carried(workbook: Workbook) -> Iterator[Place]:
    for part in workbook.parts:
        for beginning, what in _CARRIED.items():
            if part.startswith(beginning) and "/_rels/" not in part:
                yield Place(f"{what} ({part})")


POINTS = (
    Point(
        "doc_title",
        True,
        Source.PROPERTIES,
        "The document has a title in its properties.",
        "Fails without dc:title, or with a default (Book1).",
        _title,
    ),
    Point(
        "doc_language",
        True,
        Source.PROPERTIES,
        "The document states its language in its properties.",
        "Fails without dc:language, or with one that is no language tag (BCP 47).",
        _language,
    ),
    Point(
        "cursor",
        True,
        Source.CURSOR,
        "The file opens at A1 of its first sheet, each sheet at A1.",
        "Fails where another sheet is active than the first visible one, and on a sheet whose active cell is not "
        "A1, or that is scrolled.",
        _opening,
    ),
    Point(
        "macro",
        False,
        Source.MACROS,
        "There are no macros, and nothing is locked.",
        "Fails on macros, on parts of controls, and on protected sheets or workbooks.",
        _macros,
    ),
    Point(
        "carried",
        False,
        Source.GUIDANCE,
        "The file carries nothing that no sheet shows.",
        "Fails on links to other workbooks, on pivot caches, queries, connections, embedded files and data models.",
        _carried,
    ),
)
