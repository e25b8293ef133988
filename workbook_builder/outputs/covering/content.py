"""What a covering report says: the words of its council around what the pages of commentary and exceptions say.

Numbers that people cite (`3.4`) stand in the text, since programs number lists each in their own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbook_builder.outputs.prose import plain, text_of
from workbook_builder.pages.blocks import Paragraph, Table
from workbook_builder.pages.covering import Covering, filled
from workbook_builder.pages.publication import DRAFT, Page, Publication
from workbook_builder.pages.values import Draft, Rag

_TOLD_WHERE = {
    "guidance": "The keys to ratings and arrows",
    "sources": "The sources of the data",
    "definitions": "Definitions of the indicators",
}


@dataclass(frozen=True)
class Said:
    """A numbered paragraph: of which indicators it speaks, and whether any of it is a draft."""

    number: str
    text: str
    is_draft: bool = False
    indicators: str = ""


@dataclass(frozen=True)
class Part:
    """What is said of the indicators that are rated alike."""

    heading: str
    rating: str
    paragraphs: tuple[Said, ...]


@dataclass(frozen=True)
class Comment:
    """A text of a page of commentary, without the rating that it opens with there."""

    id: str
    indicator: str
    rating: Rag
    text: str
    is_draft: bool


def report_of(publication: Publication, words: Covering) -> dict[str, object]:
    """Everything that a template may use, by name."""
    comments = list(comments_of(publication))
    places = _places(publication, comments)
    says = _Says(places)
    current = _numbers(3)
    counts = tuple(Said(next(current), text) for text in _counts(publication, places))
    parts = tuple(_parts(comments, words, current))
    return {
        "title": publication.title,
        "edition": places["edition"],
        "draft": DRAFT if publication.is_draft else "",
        "to": says.text(words.to),
        "sender": says.text(words.sender),
        "subject": says.text(words.subject),
        "classification": says.text(words.classification),
        "summary": says.text(words.summary),
        "recommendations": says.numbered(4, words.recommendations),
        "introduction": says.numbered(1, words.introduction),
        "framework": says.numbered(2, (*words.framework, *_where(publication))),
        "counts": counts,
        "parts": parts,
        "background": [says.text(text) for text in words.background],
        "contact": [says.text(text) for text in words.contact],
    }


class _Says:
    """Fills the places of texts."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.places = places

    def text(self, text: str) -> str:
        return filled(text, self.places)

    def numbered(self, part: int, texts: Iterable[str]) -> list[Said]:
        """`1.1`, `1.2` …"""
        return [Said(number, self.text(text)) for number, text in zip(_numbers(part), texts)]  # noqa: B905


def _numbers(part: int) -> Iterator[str]:
    return (f"{part}.{n}" for n in range(1, 10_000))


def comments_of(publication: Publication) -> Iterator[Comment]:
    """Every text of the pages of commentary, in their order."""
    for page in (page for page in publication.pages if page.kind == "commentary"):
        for table in page.tables:
            yield from _comments(table)


def _comments(table: Table) -> Iterator[Comment]:
    at = {column.holds: n for n, column in enumerate(table.columns)}
    for row in table.rows:
        rating, said = row.cells[at["rating"]].value, row.cells[at["commentary"]].value
        if isinstance(rating, Rag) and rating is not Rag.NOT_RATED:
            indicator, text = (
                text_of(row.cells[at[what]], table.columns[at[what]]) for what in ("title", "commentary")
            )
            text = text.removeprefix(f"{rating.value}: ")
            yield Comment(row.id[3], indicator, rating, text[:1].upper() + text[1:], isinstance(said, Draft))


def _places(publication: Publication, comments: Sequence[Comment]) -> dict[str, str]:
    day, (title, _, edition) = publication.published, publication.footer.rpartition(" - ")
    rated = {rag.value.casefold(): sum(c.rating is rag for c in comments) for rag in Rag if rag is not Rag.NOT_RATED}
    numbers = {name: f"{number:,}" for name, number in rated.items()}
    published = f"{day.day} {day:%B %Y}"
    return {"title": title, "edition": edition, "published": published, "rated": f"{len(comments):,}", **numbers}


def _counts(publication: Publication, places: Mapping[str, str]) -> Iterator[str]:
    """How many of the indicators that are spoken of are rated what; then the headline of the exceptions."""
    best, *others = [rating.value for rating in reversed(publication.ratings) if rating.merit is not None]
    *more, worst = [f"{{{word.lower()}}} {word}" for word in others]
    told = ", ".join((f"{{{best.lower()}}} are {best}", *more))
    activity = [rating.value for rating in publication.ratings if rating.merit is None]
    beside = f"; {', '.join(f'{{{word.lower()}}} {word} what is expected' for word in activity)}" if activity else ""
    yield filled(f"Of the {{rated}} indicators reported on below, {told} and {worst}{beside}.", places)
    for page in (page for page in publication.pages if page.kind == "exceptions"):
        yield from filter(None, _headline(page))


def _headline(page: Page) -> Iterator[str]:
    """The last line of its counts with what keeps them from being taken for more; the titles of its lists."""
    counted, *lists = page.tables
    *_, total = counted.rows
    name, rated, *numbers = (text_of(*pair) for pair in zip(total.cells, counted.columns, strict=True))
    told = [f"{name}: {rated} are rated"]
    for group, pairs in _by_group(counted, numbers).items():
        told.append(f"{group}: {', '.join(f'{number} {heading}' for heading, number in pairs)}")
    before_lists = list(page.blocks)[: page.blocks.index(lists[0])] if lists else []
    notes = [plain(block.text) for block in before_lists if isinstance(block, Paragraph)]
    yield " ".join(["; ".join(told) + ".", *notes])
    titles = [table.title for table in lists if any(table.rows)]
    yield f"The page {page.name} lists: {'; '.join(titles)}." if titles else ""


def _by_group(counted: Table, numbers: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for column, number in zip(counted.columns[-len(numbers) :], numbers, strict=True):
        heading = " ".join(part.value if isinstance(part, Rag) else part for part in column.heading)
        groups.setdefault(column.group, []).append((heading, number))
    return groups


def _where(publication: Publication) -> Iterator[str]:
    """How the pages are grouped, and on which of them sources and definitions stand."""
    pages = [page.name for page in publication.pages if page.kind in ("tables", "activity")]
    if pages:
        yield f"The scorecard has these pages of indicators: {', '.join(pages)}."
    told = [
        f"{what} are on the page {page.name}"
        for kind, what in _TOLD_WHERE.items()
        for page in publication.pages
        if page.kind == kind
    ]
    if told:
        yield ". ".join(told) + "."


def _parts(comments: Sequence[Comment], words: Covering, numbers: Iterator[str]) -> Iterator[Part]:
    """The texts by rating, in the order of the words; numbered right through."""
    for rating, heading in words.parts:
        paragraphs = _together([comment for comment in comments if comment.rating is rating], words.together)
        said = tuple(_paragraph(next(numbers), group) for group in paragraphs)
        yield Part(heading, rating.value, said or (Said(next(numbers), f"No indicator is rated {rating.value}."),))


def _together(comments: Sequence[Comment], lists: Sequence[Sequence[str]]) -> Iterable[list[Comment]]:
    """The comments of one paragraph each, where the first of them stands: those listed together, or worded alike."""
    listed = {id: f"list {n}" for n, ids in enumerate(lists) for id in ids}
    groups: dict[str, list[Comment]] = {}
    for comment in comments:
        groups.setdefault(listed.get(comment.id, f"text {comment.text}"), []).append(comment)
    return groups.values()


def _paragraph(number: str, comments: Sequence[Comment]) -> Said:
    """Each text once, one after the other."""
    texts = dict.fromkeys(comment.text for comment in comments)
    indicators = dict.fromkeys(comment.indicator for comment in comments)
    return Said(number, " ".join(texts), any(comment.is_draft for comment in comments), "; ".join(indicators))
