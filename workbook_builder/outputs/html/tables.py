"""A table as HTML: headings with their scope, groups of rows as bodies, and with each row what it is filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from workbook_builder.live.references import Goal, PageRef, Ref, TableRef
from workbook_builder.outputs.html.anchors import row_anchor, table_anchor
from workbook_builder.outputs.html.cells import Drawing, classes, meaning, sort_key
from workbook_builder.outputs.html.markup import Html, joined, tag
from workbook_builder.outputs.prose import text_of
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.values import Rag

_FURTHER = {"trend", "earlier", "numerator", "denominator", "outturn", "benchmark"}
"""The kinds of column that a narrow screen leaves out at first."""

_PLACED = ("row", "text")  # rows whose ids begin with a page and end with an indicator and a place


def table_html(table: Table, page: Page, drawing: Drawing) -> Html:
    """A table under its title, with its notes."""
    anchor = table_anchor(page.name, table.id)
    notes = [tag("p", drawing.marked(note), class_="note") for note in table.notes]
    if table.empty and not any(table.rows):
        notes.insert(0, tag("p", table.empty))
    title = tag("h3", table.title)
    return tag("section", title, _scrolled(table, page, drawing), *notes, class_="table", id=anchor)


def _scrolled(table: Table, page: Page, drawing: Drawing) -> Html:
    """The table in a frame that scrolls where it is too wide, by the keyboard too."""
    name = f"{page.title}: {table.title}" if table.title != page.title else page.title
    caption = tag("caption", name, class_="unseen")
    bodies = [_body(group, table, drawing) for group in table.groups if group.rows]
    drawn = tag("table", caption, _head(table.columns), *bodies, data_kind=page.kind)
    return tag("div", drawn, class_="scroll", role="group", tabindex=0, aria_label=name) if bodies else Html()


def _head(columns: Iterable[Column]) -> Html:
    """One row of headings, or two where some stand under a common one."""
    columns = tuple(columns)
    if not any(column.group for column in columns):
        return tag("thead", tag("tr", *(_heading(column) for column in columns)))
    grouped = [(name, list(some)) for name, some in groupby(columns, key=lambda column: column.group)]
    over = [cell for name, some in grouped for cell in _over(name, some)]
    under = [_heading(column) for column in columns if column.group]
    return tag("thead", tag("tr", *over), tag("tr", *under))


def _over(name: str, columns: list[Column]) -> Iterator[Html]:
    """The heading over a group of columns; columns of none reach down to the second row."""
    if not name:
        yield from (_heading(column, rowspan=2) for column in columns)
    else:
        hidden = "further" if all(map(is_further, columns)) else None
        yield tag("th", name, scope="colgroup", colspan=len(columns), class_=hidden)


def _heading(column: Column, rowspan: int | None = None) -> Html:
    words = " ".join(part.value if isinstance(part, Rag) else part for part in column.heading)
    rating = next((meaning(part) for part in column.heading if isinstance(part, Rag)), "")
    named = " ".join(filter(None, (f"of-{column.holds}", rating, "further" if is_further(column) else "")))
    return tag("th", words, scope="col", rowspan=rowspan, class_=named)


def is_further(column: Column) -> bool:
    """Whether a narrow screen leaves it out at first: other periods, what is behind the latest, labels."""
    is_other = column.shows is not None and (column.shows.back != 0 or column.holds == "label")
    return column.kind in _FURTHER or column.is_past or is_other


def _body(group: Group, table: Table, drawing: Drawing) -> Html:
    rows = [_row(row, table.columns, drawing) for row in group.rows]
    if not group.title:
        return tag("tbody", *rows)
    title = f"{group.title}: {len(group.rows):,}" if group.is_counted else group.title
    heading = tag("th", title, scope="rowgroup", colspan=len(table.columns))
    id_ = row_anchor(group.id) if group.id else None
    return tag("tbody", tag("tr", heading, class_="team", id=id_), *rows)


def _row(row: Row, columns: tuple[Column, ...], drawing: Drawing) -> Html:
    """A row; its cells name neither their column nor their kind, which their place in the row tells."""
    cells = zip(row.cells, columns, strict=False)
    drawn = joined(_cell(cell, column, drawing) for cell, column in cells)
    id_ = row_anchor(row.id) if row.id else None
    said = {"data_page": _page(row), "data_area": _area(row), "data_rag": _rating(row, columns)}
    return tag("tr", drawn, id=id_, **{key: value or None for key, value in said.items()})


def _cell(cell: Cell, column: Column, drawing: Drawing) -> Html:
    name = "th" if column.holds == "title" else "td"
    further = "further" if is_further(column) else ""
    class_ = " ".join(filter(None, (classes(cell, column), further))) or None
    key = sort_key(cell, text_of(cell, column))
    scope = "row" if name == "th" else None
    return tag(name, drawing.cell(cell, column), class_=class_, data_n=key, scope=scope)


def _rating(row: Row, columns: tuple[Column, ...]) -> str:
    """The rating that a row is found by: this edition's, or in a list the last that it names."""
    rated = [(cell.value, column) for cell, column in zip(row.cells, columns, strict=False)]
    found = [value for value, column in rated if isinstance(value, Rag) and not column.is_past]
    return found[-1].value if found and found[-1] is not Rag.NOT_RATED else ""


def _page(row: Row) -> str:
    """The other page that a row of a list is about."""
    if row.about:
        return row.about
    if row.id and row.id[0] == "text":
        return row.id[1]
    return next(filter(None, map(_page_of, _goals(row))), "")


def _area(row: Row) -> str:
    """The place that a row is about, "" where it is about none."""
    ids = [row.id, *(goal.row for goal in _goals(row) if isinstance(goal, Ref))]
    return next((id_[-1] for id_ in ids if id_ and id_[0] in _PLACED), "")


def _page_of(goal: Goal) -> str:
    if isinstance(goal, PageRef | TableRef):
        return goal.page
    return goal.row[1] if goal.row[0] in _PLACED else ""


def _goals(row: Row) -> Iterator[Goal]:
    return (cell.link for cell in row.cells if cell.link)
