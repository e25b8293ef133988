"""What is printed otherwise than ours on any page, but for what rules of their own judge in tables of rated figures.

A cell that follows others is compared with what these print; every other cell, heading and text with the edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbook_builder.audit.as_printed import rows_as_printed, shown_by
from workbook_builder.audit.cell_text import words
from workbook_builder.audit.comparison import Published, apart
from workbook_builder.audit.locating import heading_of
from workbook_builder.audit.page_texts import lost_texts
from workbook_builder.audit.pairing import Pair
from workbook_builder.audit.printed import Line, PrintedPage, PrintedTable, figure_of, slots_of
from workbook_builder.audit.values import same, spelled
from workbook_builder.audit.workbook import RATED
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number
from workbook_builder.live.following import Same
from workbook_builder.live.references import Ref, RowId
from workbook_builder.outputs.marking import marked
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.problems import quoted

STALE, TEXT = "stale", "other_text"
_BY_HOLDS = {"figure": "other_figure", "aside": "other_figure", "signed": "other_figure", "limit": "other_target"}
_MARKED = ("figure", "limit")  # columns whose numbers have signs before them or marks behind
_EMPTY = "an empty cell"


def differences(published: Published) -> Iterator[Finding]:
    """Each with the rule that finds it; none in a file of cells, which prints the rows of indicators only."""
    if not published.printed.pages:
        return
    found = _Differences(published)
    for pair in published.pairs:
        yield from found.in_row(pair)
    printed = {page.name: page for page in published.printed.pages}
    for page in published.edition.pages:
        if page.name in printed:
            yield from found.in_page(page, printed[page.name])
        elif page.kind != RATED:
            yield _about(page, "missing_row", page.title, "no such page", "the page", "missing", "nowhere")


@dataclass(frozen=True)
class _Differences:
    """Compares what a workbook prints with what it should."""

    published: Published

    @cached_property
    def as_printed(self) -> Mapping[RowId, Row]:
        """The rows that follow others, as the printed cells make them."""
        return rows_as_printed(self.published)

    @cached_property
    def shown(self) -> Mapping[Ref, str]:
        """What is printed in the cells to which others refer."""
        return shown_by(self.published.pairs)

    def in_row(self, pair: Pair) -> Iterator[Finding]:
        """The cells of a row that say something else."""
        judged = set(slots_of(pair.table.columns).values()) if pair.page.kind == RATED else set()
        for n, cell in enumerate(pair.row.cells):
            if n not in judged and n in pair.line.cells:
                expected, printed = self._expected(pair, n, cell), pair.line.cells[n]
                if not same(expected, printed):
                    yield _cell(pair, n, expected)
            if n in pair.line.cells and isinstance(cell.value, Number):
                yield from self._marks(pair, n, cell, cell.value.text)

    def _marks(self, pair: Pair, n: int, cell: Cell, number: str) -> Iterator[Finding]:
        """A sign or period before a number, or a mark behind it, that is another than ours, or is not there."""
        if not isinstance(figure_of(pair.line.cells[n]), Number) or pair.table.columns[n].holds not in _MARKED:
            return
        is_limit = pair.table.columns[n].holds == "limit"
        unit = cell.value.before if isinstance(cell.value, Number) else ""
        sign = " ".join(filter(None, (cell.sign, unit)))
        before = f"{cell.when}: {sign}".strip() if cell.when else sign
        ours = before, "" if is_limit else marked(cell.marks, self.published.edition.looks)
        if pair.line.around[n] != ours:
            found, expected = (_with(number, *signs) for signs in (pair.line.around[n], ours))
            yield replace(_cell(pair, n, expected), rule=TEXT, found=found, difference="another sign, mark or period")

    def _expected(self, pair: Pair, n: int, cell: Cell) -> str:
        """What a cell should print: of one that follows others what these print."""
        if isinstance(cell.live, Same):
            printed = self.shown.get(cell.live.ref)
            return spelled(cell, pair.table.columns[n], self.published.edition.looks) if printed is None else printed
        follows = self.as_printed.get(pair.row.id) if cell.live else None
        wanted = follows.cells[n] if follows else cell
        return spelled(wanted, pair.table.columns[n], self.published.edition.looks)

    def in_page(self, page: Page, printed: PrintedPage) -> Iterator[Finding]:
        """Texts, tables and rows of a page that are printed otherwise, or not at all, and rows that ours lack."""
        for expected, found in lost_texts(page, printed, self.published.edition.looks):
            yield _about(page, TEXT, page.title, found, quoted(expected), "another text", printed.origin)
        for table in page.tables:
            if page.kind == RATED:
                yield from _lacking(page, table, printed)
            elif table.id in printed.tables:
                yield from _headings(page, table, printed, printed.tables[table.id])
                yield from self._rows(page, table, printed)
            elif any(table.rows):
                rows = len(list(table.rows))
                yield _about(
                    page, "missing_row", table.title, "no such table", f"{rows} rows", "missing", printed.origin
                )

    def _rows(self, page: Page, table: Table, printed: PrintedPage) -> Iterator[Finding]:
        pairing = self.published.pairings[page.name, table.id]
        titles = dict.fromkeys((pair.line.group, words(pair.group.title)) for pair in pairing.pairs)
        for title, expected in ((title, expected) for title, expected in titles if title != expected):
            text = title or "no sub-heading"
            yield _about(page, TEXT, table.title, text, expected, "another sub-heading", printed.origin)
        for group, row in pairing.missing:
            yield _about(
                page,
                "missing_row",
                _name(table, row),
                "no such row",
                "the row",
                "missing",
                printed.origin,
                group,
                row,
            )
        for line in pairing.extra:
            first = min(line.places)
            yield _about(
                page,
                "extra_row",
                _line_name(table, line),
                "a row",
                "no such row",
                "not in this table",
                f"{printed.origin}, cell {line.places[first]}",
            )


def _headings(page: Page, table: Table, printed: PrintedPage, found: PrintedTable) -> Iterator[Finding]:
    """Headings that say something else, and columns that are not there: one finding for each."""
    for heading in found.headings:
        if heading.text != heading.expected:
            where = f"{printed.origin}, {heading.place}"
            text = heading.text or _EMPTY
            yield _about(page, "heading", table.title, text, heading.expected, "another heading", where)
    yield from _lacking(page, table, printed)


def _lacking(page: Page, table: Table, printed: PrintedPage) -> Iterator[Finding]:
    """Columns that are not there: nothing below them is compared."""
    for text in printed.tables[table.id].lacking if table.id in printed.tables else ():
        yield _about(page, "heading", table.title, "no such column", text, "missing", printed.origin)


def _cell(pair: Pair, n: int, expected: str) -> Finding:
    """The finding about one cell, named by the heading of its column."""
    column, printed = pair.table.columns[n], pair.line.cells[n]
    rule = STALE if pair.row.cells[n].live else _BY_HOLDS.get(column.holds, TEXT)
    numbers = figure_of(printed), figure_of(expected)
    are_numbers = isinstance(numbers[0], Number) and isinstance(numbers[1], Number)
    difference = apart(*numbers) if are_numbers else _which(pair.table, n, column)  # type: ignore[arg-type]
    return Finding(
        rule=rule,
        page=pair.page.name,
        indicator=_indicator(pair.row),
        title=_name(pair.table, pair.row),
        place=_place(pair.row) or pair.group.title or pair.page.name,
        period=column.period.label if column.period else "",
        where=pair.where(n),
        found=printed or _EMPTY,
        expected=expected or _EMPTY,
        difference=difference,
    )


def _with(number: str, before: str, behind: str) -> str:
    return f"{before} {number}{behind}".strip()


def _which(table: Table, n: int, column: Column) -> str:
    """`another Source`: what a text is called by its column."""
    return f"another {heading_of(table, n) or column.holds}"


def _about(
    page: Page,
    rule: str,
    title: str,
    found: str,
    expected: str,
    difference: str,
    where: str,
    group: Group | None = None,
    row: Row | None = None,
) -> Finding:
    """A finding about a page, a table of it or a row."""
    return Finding(
        rule=rule,
        page=page.name,
        indicator=_indicator(row) if row else "",
        title=title,
        place=(row and _place(row)) or (group and group.title) or page.name,
        period="",
        where=where,
        found=found,
        expected=expected,
        difference=difference,
    )


def _indicator(row: Row) -> str:
    """The indicator that a row is about; "" where it is about none, or nobody refers to it."""
    return row.id[-2] if row.id[:1] in (("row",), ("text",)) else row.id[1] if row.id[:1] == ("target",) else ""


def _place(row: Row) -> str:
    return row.id[-1] if row.id[:1] in (("row",), ("text",)) else ""


def _name(table: Table, row: Row) -> str:
    """What a row is called: by its title, else by its first text."""
    titles = [n for n, column in enumerate(table.columns) if column.holds == "title"]
    value = row.cells[titles[0] if titles and titles[0] < len(row.cells) else 0].value
    return words(str(getattr(value, "text", value)))


def _line_name(table: Table, line: Line) -> str:
    titles = [n for n, column in enumerate(table.columns) if column.holds == "title" and line.cells.get(n)]
    return line.cells[titles[0]] if titles else next(filter(None, line.cells.values()), "")
