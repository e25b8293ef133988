"""The first pass: a place for every cell of a page, from the top. It asks no other page, so no order matters."""

from __future__ import annotations

from workbook_builder import grid
from workbook_builder.grid import Style
from workbook_builder.live.references import PageRef
from workbook_builder.outputs.marking import marked
from workbook_builder.outputs.ratings import RAG_STYLES
from workbook_builder.outputs.xlsx.canvas import Canvas
from workbook_builder.outputs.xlsx.charts import place_charts
from workbook_builder.outputs.xlsx.drawing import TRAVEL_STYLES, in_words
from workbook_builder.outputs.xlsx.paging import broken
from workbook_builder.outputs.xlsx.placed import Placed
from workbook_builder.outputs.xlsx.policies import Policy, policy_of
from workbook_builder.outputs.xlsx.tables import TablePlacer
from workbook_builder.pages.blocks import Block, Cell, Chart, Heading, Imprint, Paragraph, Table, Terms
from workbook_builder.pages.publication import DRAFT, Page
from workbook_builder.pages.values import Rag, Travel
from workbook_builder.styles import Looks

TERM_HEADINGS = ("Term", "Meaning")
"""What stands above words and their meanings."""


def place(page: Page, looks: Looks) -> Placed:
    """The page with a place for every cell, with its columns and charts."""
    placing, widths = _placing(page, looks, frozenset())
    while (
        parts := _broken_parts(placing, widths) - placing.canvas.headed
    ):  # those above the first are where they were
        placing, widths = _placing(page, looks, placing.canvas.headed | {min(parts)})
    tables = placing.tables
    drawn = [block for block in page.blocks if isinstance(block, Chart)]
    charts, beside = place_charts(drawn, placing.canvas, tables.placed, widths)
    rows, unresolved = tables.rows, tables.unresolved
    return Placed(page, placing.canvas, (*widths, *beside), tables.placed, rows, unresolved, charts)


def _placing(page: Page, looks: Looks, headed: frozenset[int]) -> tuple[_Placing, tuple[int, ...]]:
    """The page on its canvas, and how wide its columns are; headings stand again above `headed` parts of tables."""
    placing = _Placing(page, looks, headed)
    placing.add_all()
    return placing, placing.policy.widths.of(placing.canvas, placing.tables.placed)


def _broken_parts(placing: _Placing, widths: tuple[int, ...]) -> frozenset[int]:
    """The parts of tables, by their number on the page, above which a printed page begins."""
    canvas, breaks = placing.canvas, set[int]()
    if canvas.parts:
        breaks.update(broken(canvas, widths, placing.policy.least_points).breaks)
    return frozenset(n for n, row in enumerate(canvas.parts) if row in breaks)


class _Placing:
    """Adds the blocks of a page to its canvas: all but the charts, which stand beside the tables."""

    def __init__(self, page: Page, looks: Looks, headed: frozenset[int]) -> None:
        self.page, self.looks, self.policy = page, looks, policy_of(page.kind)
        self.canvas = Canvas(looks, self.policy.row_space, headed, self.policy.blank_height)
        self.tables = TablePlacer(page, self.policy, self.canvas)

    def add_all(self) -> None:
        """The page's own heading, unless an imprint stands for it, then block after block."""
        has_imprint = any(isinstance(block, Imprint) for block in self.page.blocks)
        if not has_imprint:
            self._add_heading()
        before: Block | None = None
        for block in (block for block in self.page.blocks if not isinstance(block, Chart)):
            if before and _are_apart(before, block, self.policy):
                self.canvas.add()
                if isinstance(block, Heading):
                    self.canvas.begin_table()
            self._add(block)
            before = block
        if has_imprint:
            self.canvas.add()
            self._add_ways()

    def _add_heading(self) -> None:
        """Title, edition, DRAFT where it is one, and the ways to other pages."""
        self.canvas.add(grid.Cell(self.page.title, Style.TITLE))
        self.canvas.add(grid.Cell(self.page.standing, Style.DRAFT if self.page.is_draft else Style.SUBTITLE))
        self._add_ways()
        self.canvas.add()

    def _add_ways(self) -> None:
        """The way back, and another in the third column."""
        ways = {0: (self.page.way_back, self.page.back), 2: (self.page.beside, self.page.beside)}
        row: list[grid.Cell | None] = []
        for column, (text, goal) in ways.items():
            if goal:
                row += [None] * (column - len(row)) + [grid.Cell(text, Style.LINK)]
                self.tables.unresolved.append((self.canvas.next_row, column, Cell(text, link=PageRef(goal))))
        if row:
            self.canvas.add(*row)

    def _add(self, block: Block) -> None:
        match block:
            case Imprint():
                self._add_imprint(block)
            case Heading(text):
                self.canvas.add(grid.Cell(text, Style.TABLE_TITLE))
            case Paragraph():
                self.tables.add_note(block.said(is_live=True))
            case Terms():
                self._add_terms(block)
            case Table():
                self.tables.add(block)

    def _add_imprint(self, block: Imprint) -> None:
        for title in block.titles:
            self.canvas.add(grid.Cell(title, Style.COVER_TITLE))
        if self.page.is_draft:
            self.canvas.add(grid.Cell(DRAFT, Style.DRAFT))
        self.canvas.add()
        for fact in block.facts:
            self.canvas.add(grid.Cell(fact, Style.COVER_TEXT))

    def _add_terms(self, block: Terms) -> None:
        self.canvas.add(*(grid.Cell(heading, Style.HEADER) for heading in TERM_HEADINGS))
        for term, meaning in block.rows:
            self.canvas.add(self._term(term), grid.Cell(meaning, Style.TEXT))

    def _term(self, term: str | Rag | Travel) -> grid.Cell:
        """A word, drawn as on the pages where it is one of theirs."""
        match term:
            case Rag():
                return grid.Cell(term.value, RAG_STYLES.get(term, Style.TERM))
            case Travel():
                return grid.Cell(in_words(term, self.looks), TRAVEL_STYLES[term])
        return grid.Cell(marked(term, self.looks), Style.TERM)


def _are_apart(before: Block, block: Block, policy: Policy) -> bool:
    """Whether a blank row stands between two blocks, where none stands below each table."""
    match before, block:
        case (Imprint(), _) | (_, Heading()) | (Table(is_excerpt=True), _):
            return True
        case Table(), Table():
            return not policy.is_spaced
        case _, Table():
            return True
    return False
