"""Makes the pack of a publication: what each block is in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbook_builder.live.references import Goal, PageRef, RowId, TableRef
from workbook_builder.outputs.pack import Band, Cell, Column, Grid, Heading, Pack, Piece, Section, Text, Tone
from workbook_builder.outputs.pack.upright import drawn, upright
from workbook_builder.outputs.pack.widths import Texts, fitted
from workbook_builder.outputs.prose import heading_of, plain, text_of
from workbook_builder.pages import blocks
from workbook_builder.pages.blocks import Block, Chart, Imprint, Paragraph, Table, Terms
from workbook_builder.pages.publication import DRAFT, Page, Publication
from workbook_builder.pages.values import Absent, Draft, Rag, Travel

UPRIGHT_CM, WIDE_CM = 17.0, 27.7
"""What is left of an A4 page: upright between margins of 2 cm, landscape of 1 cm."""
_NUMBERS = ("figure", "limit", "signed", "aside", "chosen")
_OF_THEMSELVES = ("cover", "contents")  # pages in whose place a document has a front and a contents of its own


def make_pack(publication: Publication, is_full: bool = False) -> Pack:
    """The pack; `is_full`: every column of every table, on landscape pages where they need one."""
    shown = tuple(page for page in publication.pages if page.kind not in _OF_THEMSELVES)
    maker = _Maker(_anchors(shown), is_full)
    return Pack(tuple(_front(publication)), tuple(maker.section(n, page) for n, page in enumerate(shown, 1)))


def _front(publication: Publication) -> Iterator[Text]:
    covers = [page for page in publication.pages if page.kind == "cover"]
    imprints = [block for page in covers for block in page.blocks]
    if not covers:
        yield Text(publication.title, Tone.TITLE)
    for block in imprints:
        match block:
            case Imprint(titles, facts):
                yield from (Text(title, Tone.TITLE) for title in titles)
                yield from [Text(DRAFT, Tone.WARNING)] if publication.is_draft else []
                yield from (Text(fact, Tone.FACT) for fact in facts)
            case Paragraph() if said := block.said(is_live=False):
                yield Text(plain(said))


def _anchors(pages: Sequence[Page]) -> dict[RowId, str]:
    """Where each page, table, row and group of rows is found: by its table, since a row of one is found by eye."""
    found: dict[RowId, str] = {}
    for n, page in enumerate(pages, 1):
        found["page", page.name] = _anchor(n)
        for t, table in enumerate(page.tables, 1):
            anchor = found["table", page.name, table.id] = _anchor(n, 0 if _is_whole(table, page) else t)
            found |= {row.id: anchor for row in table.rows if row.id}
            found |= {group.id: anchor for group in table.groups if group.id}
    return found


def _is_whole(table: Table, page: Page) -> bool:
    """Whether a table is called as its page, so that it needs no heading of its own."""
    return table.title == page.title


def _anchor(page: int, table: int = 0) -> str:
    return f"table_{page}_{table}" if table else f"page_{page}"


@dataclass(frozen=True)
class _Maker:
    """Makes the sections of one pack."""

    anchors: dict[RowId, str]
    is_full: bool

    def section(self, number: int, page: Page) -> Section:
        """A page under its title; a heading for each part and table but one that says only the title again."""
        heading = Heading(1, _title(page), _anchor(number))
        pieces = [piece for n, block in _numbered(page.blocks) for piece in self._pieces(block, page, number, n)]
        return Section(heading, (Text(page.standing, Tone.STANDING), *pieces))

    def _pieces(self, block: Block, page: Page, of: int, number: int) -> Iterator[Piece]:
        match block:
            case blocks.Heading(text):
                yield Heading(2, text, f"part_{of}_{number}")
            case Paragraph() if said := block.said(is_live=False):
                yield Text(plain(said))
            case Terms():
                yield _terms(block)
            case Chart():
                yield from _chart(block, f"chart_{of}_{number}")
            case Table():
                yield from self._table(block, page, _anchor(of, number))

    def _table(self, table: Table, page: Page, anchor: str) -> Iterator[Piece]:
        if not _is_whole(table, page):
            yield Heading(2, table.title, anchor)
        if any(table.rows):
            yield self._grid(table, page.name)
        elif table.empty:
            yield Text(table.empty)
        yield from (Text(plain(note), Tone.NOTE) for note in table.notes)

    def _grid(self, table: Table, page: str) -> Grid:
        shown = (drawn if self.is_full else upright)(table.columns)
        columns = [table.columns[n] for n in shown]
        rows = tuple(self._rows(table, shown))
        caption = table.title if table.title == page else f"{page}: {table.title}"
        return grid(caption, heads_of(columns), rows)

    def _rows(self, table: Table, shown: Sequence[int]) -> Iterator[tuple[Cell, ...] | Band]:
        for group in table.groups:
            if group.title:
                yield Band(f"{group.title}: {len(group.rows)}" if group.is_counted else group.title)
            for row in group.rows:
                yield tuple(
                    self._cell(row.cells[n], table.columns[n]) if n < len(row.cells) else Cell("") for n in shown
                )

    def _cell(self, cell: blocks.Cell, column: blocks.Column) -> Cell:
        tones = {Draft: Tone.DRAFT, Absent: Tone.ABSENT}
        goal = self._goal(cell.link) if cell.link else ""
        rating = cell.value if isinstance(cell.value, Rag) else None
        return Cell(text_of(cell, column), tones.get(type(cell.value), Tone.PLAIN), rating, goal)

    def _goal(self, goal: Goal) -> str:
        match goal:
            case PageRef(page):
                return self.anchors.get(("page", page), "")
            case TableRef(page, table):
                return self.anchors.get(("table", page, table), "")
        return self.anchors.get(goal.row, "")


def _numbered(found: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Each block with its number among those of its kind, as `_anchors` counts tables."""
    counts: dict[type[Block], int] = {}
    for block in found:
        counts[type(block)] = counts.get(type(block), 0) + 1
        yield counts[type(block)], block


def _title(page: Page) -> str:
    """The title; before it the name by which other pages call it, where that is another."""
    return page.title if page.name.casefold() in page.title.casefold() else f"{page.name}: {page.title}"


Heads = Sequence[tuple[str, str, bool]]
"""Columns before their width is known: heading, the words above it, whether it has numbers."""


def heads_of(columns: Sequence[blocks.Column]) -> Heads:
    """Words over several neighbours stand above them, over a single one before its heading."""
    groups = [column.group for column in columns]
    beside = [groups[max(0, n - 1) : n] + groups[n + 1 : n + 2] for n in range(len(groups))]
    return [
        (_heading(column), column.group, column.holds in _NUMBERS)
        if column.group in neighbours
        else (heading_of(column), "", column.holds in _NUMBERS)
        for column, neighbours in zip(columns, beside, strict=True)
    ]


def _heading(column: blocks.Column) -> str:
    return " ".join(part.value if isinstance(part, Rag) else part for part in column.heading)


SMALLEST_UPRIGHT = 8.0
"""Points: rather than print smaller letters, a table is turned."""


def grid(caption: str, heads: Heads, rows: tuple[tuple[Cell, ...] | Band, ...]) -> Grid:
    """The table upright where all of it can be read there, else landscape."""
    lines = [row for row in rows if not isinstance(row, Band)]
    texts = [Texts(head[0], [row[n].text for row in lines], head[2]) for n, head in enumerate(heads)]
    upright_fit, wide_fit = fitted(texts, UPRIGHT_CM), fitted(texts, WIDE_CM)
    is_wide = not upright_fit.is_easy or upright_fit.size < SMALLEST_UPRIGHT
    size, shares, _ = wide_fit if is_wide else upright_fit
    columns = tuple(Column(*head, share) for head, share in zip(heads, shares, strict=True))
    described = f"{len(lines):,} {'row' if len(lines) == 1 else 'rows'} by {len(heads)} columns: "
    return Grid(caption, described + ", ".join(head[0] for head in heads) + ".", columns, rows, size, is_wide)


def _terms(terms: Terms) -> Grid:
    rows = tuple((_term(term), Cell(meaning)) for term, meaning in terms.rows)
    return grid("Key", (("Term", "", False), ("Meaning", "", False)), rows)


def _term(term: str | Rag | Travel) -> Cell:
    return Cell(plain(term if isinstance(term, str) else term.value), rating=term if isinstance(term, Rag) else None)


def _chart(chart: Chart, anchor: str) -> Iterator[Piece]:
    """What a chart shows in words, then its values as a table, a row for each period."""
    yield Heading(3, f"Chart: {chart.title}", anchor)
    yield Text(chart.finding)
    heads = [(chart.over, "", False), *((line.title, "", True) for line in chart.lines)]
    rows = tuple(
        (Cell(" ".join(label)), *(_value(line.figures[n]) for line in chart.lines))
        for n, label in enumerate(chart.labels)
    )
    yield grid(chart.title, heads, rows)


def _value(figure: object) -> Cell:
    """A figure of a chart in words, as the cell of a column of figures would say it."""
    return Cell(text_of(blocks.Cell(figure), blocks.Column((), "figure")))  # type: ignore[arg-type]
