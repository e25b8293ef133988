"""The second pass: what follows other cells gets its formula, what leads to them its link, and the sheet is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbook_builder.grid import Area, Choice, Highlight, Sheet, Sparkline, Style, defined_name, in_sheet
from workbook_builder.outputs.ratings import RAG_STYLES
from workbook_builder.outputs.xlsx.charts import drawn_chart
from workbook_builder.outputs.xlsx.drawing import TRAVEL_STYLES, arrows, in_words
from workbook_builder.outputs.xlsx.placed import Placed
from workbook_builder.outputs.xlsx.policies import policy_of
from workbook_builder.outputs.xlsx.printing import frozen, printing, sheet_rows
from workbook_builder.outputs.xlsx.references import Book
from workbook_builder.pages.values import Points


def resolve(placed: Placed, book: Book) -> Sheet:
    """The sheet of a page. Raises `LeadsNowhereError` where it refers to what no page shows."""
    policy = policy_of(placed.page.kind)
    sparklines = tuple(_resolve_cells(placed, book))
    return Sheet(
        name=placed.page.name,
        title=placed.page.foot or placed.page.title,
        widths=placed.widths,
        rows=sheet_rows(placed),
        frozen=frozen(placed, policy),
        highlights=tuple(_highlights(placed)),
        names=tuple((defined_name(table.table.name), table.area) for table in placed.tables if table.table.name),
        printing=printing(placed, policy),
        is_protected=policy.is_protected,
        charts=tuple(drawn_chart(chart, book) for chart in placed.charts),
        sparklines=sparklines,
        choices=tuple(_choices(placed, book)),
    )


def _choices(placed: Placed, book: Book) -> Iterator[Choice]:
    """The cells whose value is chosen from a column."""
    for row, column, cell in placed.unresolved:
        if cell.choices:
            sheet, area = book.area(cell.choices)
            yield Choice(Area(row, column, row, column), in_sheet(sheet, area.address))


def _resolve_cells(placed: Placed, book: Book) -> Iterator[Sparkline]:
    """Fill in formulas and links; the small lines, which are drawn over the cells that they refer to."""
    rows = placed.canvas.rows
    for row, column, cell in placed.unresolved:
        drawn = rows[row][column]
        assert drawn is not None
        formula = cell.live.formula(book.seen_from(placed.page.name, row)) if cell.live else ""
        link = book.link(cell.link) if cell.link else ""
        value = "" if formula and drawn.value is None else drawn.value
        rows[row][column] = drawn._replace(value=value, formula=formula, link=link)
        if isinstance(cell.value, Points):
            first, last = (book.spot(cell.value.refs[end])[2] for end in (0, -1))
            yield Sparkline(row, column, Area(row, first, row, last))


def _highlights(placed: Placed) -> Iterator[Highlight]:
    """The colours of ratings, by their word, and of arrows, by their shape; of changes, by arrow and word."""
    looks = placed.canvas.looks
    by_cell = policy_of(placed.page.kind).marks_each_cell
    rated = tuple(_rated_cells(placed) if by_cell else _areas(placed, "rating"))
    travelled, changed = tuple(_areas(placed, "travel")), _as_one(_areas(placed, "change"))
    if words := rated + changed:
        given = [rating for rating in RAG_STYLES if rating in placed.page.ratings]
        yield from (Highlight(words, rating.value, RAG_STYLES[rating]) for rating in given)
    if travelled:
        yield from (Highlight(travelled, arrows(looks)[travel], style) for travel, style in TRAVEL_STYLES.items())
    if changed:
        yield from (Highlight(changed, in_words(travel, looks), style) for travel, style in TRAVEL_STYLES.items())


def _areas(placed: Placed, holds: str) -> Iterator[Area]:
    """The cells of each column that holds something."""
    for table in placed.tables:
        yield from (area for area, _ in table.areas(lambda column: column.holds == holds))


def _as_one(areas: Iterable[Area]) -> tuple[Area, ...]:
    """Columns that stand side by side as one area."""
    found: list[Area] = []
    for area in areas:
        if found and (found[-1].top, found[-1].right) == (area.top, area.left - 1):
            found[-1] = replace(found[-1], right=area.right)
        else:
            found.append(area)
    return tuple(found)


def _rated_cells(placed: Placed) -> Iterator[Area]:
    """The cells of ratings one by one, headings too: for tables that share their columns with others."""
    for row, cells in enumerate(placed.canvas.rows):
        yield from (Area(row, n, row, n) for n, cell in enumerate(cells) if cell and cell.style is Style.RAG)
