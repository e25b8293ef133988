"""The sheets that no page is: a cover, contents with a link to every table, notes with the key to shorthand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbook_builder.live.references import Goal, PageRef, TableRef
from workbook_builder.outputs.accessible.notes import Notes
from workbook_builder.outputs.accessible.pages import contains
from workbook_builder.outputs.accessible.sheets import Entries, Entry, Heading, Line, Listing, Look, Sheet
from workbook_builder.outputs.accessible.words import Short, spoken
from workbook_builder.pages.blocks import Imprint, Paragraph
from workbook_builder.pages.publication import DRAFT, Page, Publication

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MARKER = re.compile(r"\s*\[note \d+\]")
_ABOUT = (
    "This workbook holds values and no formulas, so that nothing else changes where a cell is changed. Each table "
    "begins in column A and has one row of headings and no empty cells. Ratings and directions of travel are words."
)


def cover(publication: Publication, name: str, page: Page | None, notes: str) -> Sheet:
    """The first sheet: what the workbook is, who answers for it, when it appears, how it is to be read."""
    blocks = page.blocks if page else ()
    facts = [fact for block in blocks if isinstance(block, Imprint) for fact in block.facts]
    said = [block.text for block in blocks if isinstance(block, Paragraph) and not block.is_provenance]
    explained = f"Notes and the shorthand in square brackets are explained on the worksheet {notes}."
    about = (_ABOUT, *([explained] if notes else []))
    lines = (*([DRAFT] if publication.is_draft else []), *(facts or _facts(publication)), *said, *about)
    return Sheet(
        name,
        spoken(publication.title),
        "This worksheet is the cover. The workbook is the accessible edition of the scorecard.",
        tuple(map(_fact, lines)),
    )


def _facts(publication: Publication) -> Iterator[str]:
    date = publication.published
    yield f"Produced by: {publication.author}"
    yield f"Publication date: {date.day} {date:%B %Y}"
    contact = publication.covering.contact if publication.covering else ()
    yield f"Contact: {', '.join(contact) or publication.author}"


def _fact(text: str) -> Line:
    """A line; one with an address of electronic mail leads there."""
    found = _MAIL.search(text)
    return Line(spoken(text), address=f"mailto:{found[0]}" if found else "")


def contents(name: str, page: Page | None, sheets: Sequence[Sheet]) -> Sheet:
    """A row for each table of the sheets, and one for each sheet without tables."""
    latest = _latest(page) if page else {}
    rows = [Entries((*cells, *_latest_of(goal, latest))) for sheet in sheets for goal, cells in _rows(sheet)]
    headings = [Heading(text) for text in ("Worksheet", "Contents", *(["Latest period"] if latest else []))]
    listing = Listing("List_of_worksheets", "contents", (), tuple(headings), tuple(rows))
    return Sheet(name, page.title if page else name, contains(1), (), (listing,))


def _latest(page: Page) -> Mapping[Goal, str]:
    """The latest period of each table, as the page of contents says it."""
    rows = [row.cells for table in page.tables for row in table.rows]
    return {cells[1].link: cells[2].value for cells in rows if cells[1].link and isinstance(cells[2].value, str)}


def _latest_of(goal: Goal, latest: Mapping[Goal, str]) -> Iterator[Entry]:
    if latest:
        yield Entry(spoken(latest.get(goal, "")) or Short.NOTHING.value)


def _rows(sheet: Sheet) -> Iterator[tuple[Goal, tuple[Entry, Entry]]]:
    """What a row leads to, and its cells."""
    titles: list[tuple[str, Goal]] = [
        (listing.lines[0].text if listing.lines else sheet.title, TableRef(sheet.name, listing.id))
        for listing in sheet.listings
    ]
    for text, goal in titles or [(sheet.title, PageRef(sheet.name))]:
        said = _MARKER.sub("", text)
        yield goal, (Entry(sheet.name, link=PageRef(sheet.name)), Entry(said, link=goal))


def notes_sheet(name: str, title: str, notes: Notes, used: Sequence[Short]) -> Sheet:
    """The notes by number, and what each shorthand that occurs stands for."""
    listings = []
    if notes.numbers:
        rows = [_note(n, text, notes) for text, n in notes.numbers.items()]
        headings = ("Note", "Text", "Worksheets")
        listings.append(_listing("List_of_notes", "List of notes", headings, rows))
    if used:
        rows = [Entries((Entry(short.value), Entry(short.meaning))) for short in used]
        key = "Shorthand in the place of figures and texts"
        listings.append(_listing("Key_to_shorthand", key, ("Shorthand", "Meaning"), rows))
    return Sheet(name, title, contains(len(listings)), (), tuple(listings))


def _note(number: int, text: str, notes: Notes) -> Entries:
    """A note, and where its tables stand: what is said of these indicators is said of those there."""
    where = ", ".join(notes.pages.get(text, ())) or "Wherever a figure refers to it"
    return Entries((Entry(f"note {number}"), Entry(notes.words(text)), Entry(where)))


def _listing(name: str, title: str, headings: Iterable[str], rows: Iterable[Entries]) -> Listing:
    return Listing(name, name, (Line(title, Look.HEADING),), tuple(map(Heading, headings)), tuple(rows))
