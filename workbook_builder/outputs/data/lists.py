"""The files of lists: what pages gather from the rows of others, such as exceptions and what changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from workbook_builder.live.references import Ref
from workbook_builder.outputs.data.resource import Field, Line, Resource, edition_of, number, said, text, word
from workbook_builder.outputs.prose import heading_of
from workbook_builder.pages.blocks import Column, Row, Table
from workbook_builder.pages.publication import Page, Publication
from workbook_builder.pages.values import Rag

_GATHERING = ("exceptions", "changes", "all_changes", "checks")
_NUMBERS = ("figure", "limit", "signed", "aside")
_WHERE = (
    Field("edition", "string", "The month of the edition"),
    Field("in_page", "string", "The page of the row that is spoken of, where there is one"),
    Field("in_table", "string", "The id of its table"),
    Field("area", "string", "Its area or team"),
    Field("indicator_id", "string", "The id of its indicator"),
)


def lists(publication: Publication) -> Iterator[Resource]:
    """A file for each table of the pages that gather, whole, whatever an output leaves out."""
    for page in publication.pages:
        if page.kind in _GATHERING:
            yield from (_resource(page, table, edition_of(publication)) for table in page.tables)


def named(column: Column) -> str:
    """A heading as the name of a field, without what is said of it after a colon."""
    heading = " ".join(part.value if isinstance(part, Rag) else part for part in column.heading).partition(":")[0]
    return re.sub(r"\W+", "_", heading.lower()).strip("_")


def _resource(page: Page, table: Table, edition: str) -> Resource:
    columns = _apart(table)
    rows = tuple({"edition": edition, **_line(row, columns)} for row in table.rows)
    figures = [Field(name, _type(column), heading_of(column)) for name, column in columns.items()]
    reasons = [Field(f"{field.name}_status", "string", "Why there is no number") for field in figures]
    stated = {name for row in rows for name in row}
    fields = (*_WHERE, *figures, *(reason for reason in reasons if reason.name in stated))
    return Resource(page.kind if table.id == page.kind else f"{page.kind}_{table.id}", table.title, fields, rows)


def _apart(table: Table) -> Mapping[str, Column]:
    """The columns by name; one that is headed as an earlier one is numbered."""
    seen: Counter[str] = Counter()
    found = {}
    for column in table.columns:
        name = named(column)
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name}_{seen[name]}"] = column
    return found


def _type(column: Column) -> str:
    return "number" if column.holds in _NUMBERS else "string"


def _line(row: Row, columns: Mapping[str, Column]) -> Line:
    """What a row says, and of which row it speaks: the one that it leads to."""
    line: dict[str, str | None] = {**_spoken_of(row)}
    for (name, column), cell in zip(columns.items(), row.cells, strict=False):
        is_number = _type(column) == "number"
        line[name] = number(cell.value) if is_number else said(cell)
        if is_number and (reason := word(cell.value)):
            line[f"{name}_status"] = reason
    return line


def _spoken_of(row: Row) -> dict[str, str]:
    goals = (cell.link.row for cell in row.cells if isinstance(cell.link, Ref))
    for kind, *where in goals:
        if kind == "row":
            page, table, indicator, area = where
            return {"in_page": text(page), "in_table": table, "indicator_id": indicator, "area": text(area)}
    return {}
