"""A page as a sheet: what is said first, then its listings one below the other, then its charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbook_builder.live.references import PageRef
from workbook_builder.outputs.accessible.drawing import is_low
from workbook_builder.outputs.accessible.listings import listing_of, table_name
from workbook_builder.outputs.accessible.notes import Notes, legend_paragraphs
from workbook_builder.outputs.accessible.sheets import Entries, Entry, Heading, Line, Listing, Look, Sheet
from workbook_builder.outputs.accessible.words import pieces, spoken, term
from workbook_builder.pages import blocks
from workbook_builder.pages.blocks import Block, Chart, Paragraph, Table, Terms
from workbook_builder.pages.publication import Page
from workbook_builder.pages.values import Number, Rag, Travel

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def sheet_of(page: Page, notes: Notes, shown: Sequence[str]) -> Sheet:
    """The sheet of a page; it leads to pages that are `shown`."""
    page = replace(page, blocks=tuple(block for block in page.blocks if not is_chosen(block)))
    parts = list(_parts(page))
    texts = [part for part in parts if not part.has_table]
    lines = (line for part in texts for line in _lines(part, page, notes))
    listings = [listing for part in parts if part.has_table for listing in _listings(part, page, notes)]
    charts = tuple(map(_as_displayed, (block for block in page.blocks if isinstance(block, Chart))))
    legends = notes.marker(legend_paragraphs(page))
    return Sheet(
        name=page.name,
        title=f"{spoken(page.title)} {legends}".strip(),
        said=contains(len(listings), len(charts)),
        lines=(Line(spoken(page.standing)), *_ways(page, shown), *lines),
        listings=tuple(listings),
        charts=charts,
    )


def is_chosen(block: Block) -> bool:
    """Whether it shows what is chosen from a list: nothing follows a choice here, and other tables have it all."""
    match block:
        case Table():
            return any(column.holds in ("choice", "chosen") for column in block.columns)
        case Chart():
            return block.named_by is not None
    return False


def contains(tables: int, charts: int = 0) -> str:
    """`This worksheet contains two tables, one below the other, and one chart.`"""
    said = _counted(tables, "table") + (", one below the other" if tables > 1 else "")
    beside = ("," if tables > 1 else "") + f" and {_counted(charts, 'chart')}" if charts else ""
    return f"This worksheet contains {said}{beside}."


def _counted(number: int, noun: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}" + ("" if number == 1 else "s")


@dataclass(frozen=True)
class _Part:
    """Blocks under one heading, "" where none stands above them."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def has_table(self) -> bool:
        """Whether a table with rows or terms stand in it."""
        return any(_has_rows(block) for block in self.blocks)


def _has_rows(block: Block) -> bool:
    match block:
        case Table():
            return any(block.rows)
        case Terms(rows):
            return any(_term(word) for word, _ in rows)
    return False


def _parts(page: Page) -> Iterator[_Part]:
    """What stands under each heading; what stands under none is a part for its texts and one for each table."""
    heading, found = "", list[Block]()
    for block in page.blocks:
        if isinstance(block, blocks.Heading):
            yield _Part(heading, tuple(found))
            heading, found = block.text, []
        elif not heading:
            yield _Part("", (block,))
        else:
            found.append(block)
    yield _Part(heading, tuple(found))


def _ways(page: Page, shown: Sequence[str]) -> Iterator[Line]:
    if page.beside in shown:
        yield Line(f"Go to {page.beside}", link=PageRef(page.beside))


def _lines(part: _Part, page: Page, notes: Notes) -> Iterator[Line]:
    """A part in lines of text."""
    said = [line for block in part.blocks for line in _said(block, page, notes)]
    if part.heading and said:
        yield Line(spoken(part.heading), Look.HEADING)
    yield from said


def _said(block: Block, page: Page, notes: Notes) -> Iterator[Line]:
    match block:
        case Paragraph():
            text = block.said(is_live=False)
            if text and not block.is_provenance and text not in legend_paragraphs(page):
                yield from map(Line, pieces(notes.said(text)))
        case Chart(title, finding):
            yield Line(spoken(f"Chart: {title}. {finding}"))
        case Table() if not any(block.rows):
            said = f"{block.title} {notes.marker(block.notes)}".strip()
            yield Line(f"{spoken_title(said)}. {spoken(block.empty) or 'It has no rows'}.".replace("..", "."))


def spoken_title(title: str) -> str:
    """A title whose markers of notes stay as they are."""
    text, marker, rest = title.partition("[note ")
    return f"{spoken(text)} {marker}{rest}".strip()


def _listings(part: _Part, page: Page, notes: Notes) -> Iterator[Listing]:
    """The tables of a part; its heading and texts stand above the first."""
    lines = tuple(_lines(part, page, notes)) or ((Line(spoken(part.heading), Look.HEADING),) if part.heading else ())
    for block in filter(_has_rows, part.blocks):
        made = _terms(block, part, page) if isinstance(block, Terms) else listing_of(_as_table(block), page, notes)
        yield replace(made, lines=(*lines, *made.lines))
        lines = ()


def _as_table(block: Block) -> Table:
    assert isinstance(block, Table)
    return block


def _terms(block: Terms, part: _Part, page: Page) -> Listing:
    """Terms with their meanings; one of looks that this workbook does not have is left out."""
    said = ((_term(word), meaning) for word, meaning in block.rows)
    rows = (Entries((Entry(word), Entry(spoken(meaning)))) for word, meaning in said if word)
    name = table_name(f"{page.name}_{part.heading or 'terms'}")
    return Listing(name, part.heading, (), (Heading("Term"), Heading("Meaning")), tuple(rows))


def _term(word: str | Rag | Travel) -> str:
    return term(word) if isinstance(word, str) else word.value


def _as_displayed(chart: Chart) -> Chart:
    """The chart of what the cells hold: numbers as they are displayed, none where a cell has shorthand."""
    lines = []
    for line in chart.lines:
        figures = tuple(
            replace(one, value=one.shown) if isinstance(one, Number) and not is_low(one) else None
            for one in line.figures
        )
        points = tuple(point if one else None for point, one in zip(line.points, figures, strict=True))
        lines.append(replace(line, figures=figures, points=points))
    return replace(chart, lines=tuple(lines))
