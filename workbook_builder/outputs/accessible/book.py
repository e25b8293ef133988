"""All sheets of an accessible workbook, in order: cover, contents, notes, then page after page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbook_builder.outputs.accessible.front import contents, cover, notes_sheet
from workbook_builder.outputs.accessible.notes import notes_of
from workbook_builder.outputs.accessible.pages import sheet_of
from workbook_builder.outputs.accessible.sheets import Entries, Sheet
from workbook_builder.outputs.accessible.words import Short
from workbook_builder.pages.publication import Publication

COMMENTARY = "commentary"
_WORKING = ("checks", "audit_summary", "audit_findings")
_FRONT = ("cover", "contents")
_NOTES = ("Notes", "Footnotes", "Endnotes", "Note")


def sheets_of(publication: Publication, with_commentary: bool = False) -> tuple[Sheet, ...]:
    """The sheets: none of what is only for those who make the scorecard, commentary where it is asked for."""
    left_out = _WORKING if with_commentary else (*_WORKING, COMMENTARY)
    pages = [page for page in publication.pages if page.kind not in left_out]
    first = {page.kind: page for page in reversed(pages) if page.kind in _FRONT}
    rest = [page for page in pages if page not in first.values()]
    names = _Names(page.name for page in pages)
    cover_name, contents_name = (first[kind].name if kind in first else names.free(kind) for kind in _FRONT)
    notes_name = names.free("notes")
    notes = notes_of(rest)
    body = [sheet_of(page, notes, [page.name for page in rest]) for page in rest]
    key = notes_sheet(notes_name, notes_name, notes, tuple(_used(body)))
    behind = [*([key] if key.listings else []), *body]
    explained = notes_name if key.listings else ""
    front = (
        cover(publication, cover_name, first.get("cover"), explained),
        contents(contents_name, first.get("contents"), behind),
    )
    sheets = _distinct([*front, *behind])
    return tuple(_marked(sheet, publication.withheld_mark or Short.WITHHELD.value) for sheet in sheets)


def _marked(sheet: Sheet, mark: str) -> Sheet:
    """The sheet with another mark for what is withheld, also in the key."""
    if mark == Short.WITHHELD.value:
        return sheet
    return replace(sheet, listings=tuple(replace(one, rows=tuple(_with(mark, one.rows))) for one in sheet.listings))


def _with(mark: str, rows: Iterable[Entries]) -> Iterator[Entries]:
    for row in rows:
        cells = (entry._replace(value=mark) if entry.value == Short.WITHHELD.value else entry for entry in row.cells)
        yield replace(row, cells=tuple(cells))


class _Names:
    """Names of sheets that pages have already."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = frozenset(name.casefold() for name in taken)

    def free(self, kind: str) -> str:
        """A name for a sheet of ours that no page has; notes are known by theirs."""
        words: tuple[str, ...] = _NOTES if kind == "notes" else (kind.capitalize(),)
        numbered = (*words, *(f"{words[0]} {n}" for n in range(2, len(self.taken) + 3)))
        return next(name for name in numbered if name.casefold() not in self.taken)


def _used(sheets: Sequence[Sheet]) -> Iterator[Short]:
    """The shorthand that stands in any cell or text."""
    listings = [listing for sheet in sheets for listing in sheet.listings]
    lines = [line.text for sheet in sheets for line in sheet.lines]
    lines += [line.text for listing in listings for line in listing.lines]
    cells = {cell.value for listing in listings for row in listing.rows for cell in row.cells}
    said = "\n".join((*lines, *(value for value in cells if isinstance(value, str))))
    return (short for short in Short if short.value in said)


def _distinct(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The sheets, each with a title and its tables with names of their own, capitals aside."""
    titles: set[str] = set()
    names: set[str] = set()
    for sheet in sheets:
        title = _own(sheet.title, (f"{sheet.title} ({sheet.name})",), titles)
        listings = [replace(one, name=_own(one.name, (), names, "_")) for one in sheet.listings]
        yield replace(sheet, title=title, listings=tuple(listings))


def _own(text: str, others: tuple[str, ...], taken: set[str], between: str = " ") -> str:
    """The text, or another that is not taken; it is then."""
    numbered = (text, *others, *(f"{text}{between}{n}" for n in range(2, len(taken) + 3)))
    found = next(one for one in numbered if one.casefold() not in taken)
    taken.add(found.casefold())
    return found
