"""The files of the data output: which tables of the pages go into which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbook_builder.outputs.data.figures import figures
from workbook_builder.outputs.data.lists import lists, named
from workbook_builder.outputs.data.resource import Field, Line, Resource, edition_of, number, said, status, text, word
from workbook_builder.outputs.data.standards import standards_of
from workbook_builder.outputs.prose import heading_of
from workbook_builder.pages.blocks import Cell, Column, Row, Table
from workbook_builder.pages.publication import Publication
from workbook_builder.pages.values import Absent, Draft

_LISTS = ("sources", "definitions")
"""The kinds of page whose only table is a file."""


def resources(publication: Publication) -> tuple[Resource, ...]:
    """Every file that has a row."""
    standards = standards_of(publication)
    found = (
        figures(publication, standards),
        _commentary(publication),
        _targets(publication, standards),
        *(_list(kind, publication) for kind in _LISTS),
        *lists(publication),
    )
    return tuple(resource for resource in found if resource.rows)


def _rows(publication: Publication, kind: str) -> Iterator[tuple[Table, str, Row]]:
    """Every row whose id is of a kind, with its table and the title of its group."""
    for table in (table for page in publication.pages for table in page.tables):
        for group in table.groups:
            yield from ((table, group.title, row) for row in group.rows if row.id and row.id[0] == kind)


def _first(row: Row, columns: Iterable[Column], holds: str) -> Cell:
    """The first cell of a column that holds something; an empty one where there is none."""
    pairs = zip(row.cells, columns, strict=False)
    return next((cell for cell, column in pairs if column.holds == holds), Cell(None))


def _commentary(publication: Publication) -> Resource:
    fields = (
        Field("edition", "string", "The month of the edition"),
        Field("page", "string", "The page of the row that is spoken of"),
        Field("section", "string", "The section of the commentary"),
        Field("area", "string", "The area or team of that row"),
        Field("indicator", "string", "The id of its indicator"),
        Field("title", "string", "What the indicator is called"),
        Field("rating", "string", "The row's rating"),
        Field("text", "string", "The paragraph"),
        Field("is_draft", "boolean", "Whether it was made from the figures, in an edition that is a draft itself"),
    )
    rows = tuple(_said(publication))
    return Resource(
        "commentary", "What is said of the figures", fields, rows, ("page", "section", "area", "indicator")
    )


def _said(publication: Publication) -> Iterator[Line]:
    for table, _, row in _rows(publication, "text"):
        _, page, section, indicator, place = row.id
        paragraph = _first(row, table.columns, "commentary").value
        yield {
            "edition": edition_of(publication),
            "page": text(page),
            "section": text(section),
            "area": text(place),
            "indicator": indicator,
            "title": word(_first(row, table.columns, "title").value),
            "rating": word(_first(row, table.columns, "rating").value),
            "text": word(paragraph),
            "is_draft": word(isinstance(paragraph, Draft)),
        }


def _targets(publication: Publication, standards: Mapping[str, str]) -> Resource:
    limits = (Field(name, "number", heading) for name, heading in standards.items())
    fields = (
        Field("edition", "string", "The month of the edition"),
        Field("indicator", "string", "The id of the indicator"),
        Field("code", "string", "The code that is printed, where there is one"),
        Field("title", "string", "What the indicator is called"),
        Field("area", "string", "Where it applies; empty: everywhere"),
        Field("period", "string", "The year whose figures are judged by it"),
        Field("target", "number", "The target"),
        Field("status", "string", "shown, or why there is no target"),
        Field("target_sign", "string", "What is printed before it, such as <="),
        *limits,
        *(Field(name, "string", heading) for name, heading in _labels(publication).items()),
    )
    rows = tuple(_judging(publication))
    return Resource("targets", "Targets, each once", fields, rows, ("indicator", "area", "period"))


def _judging(publication: Publication) -> Iterator[Line]:
    """A line for each target. Its limits are told by the roles of their cells."""
    for table, _, row in _rows(publication, "target"):
        _, indicator, area, year = row.id
        code = _first(row, table.columns, "code").value
        played = {role.name: cell for roles, cell in zip(row.roles, row.cells, strict=False) for role in roles}
        target = played.get("target", Cell(None))
        labels = [pair for pair in zip(row.cells, table.columns, strict=False) if _is_label(pair[1])]
        yield {
            "edition": edition_of(publication),
            "indicator": indicator,
            "code": None if isinstance(code, Absent) else word(code),
            "title": word(_first(row, table.columns, "title").value),
            "area": text(area) or None,
            "period": year,
            **{name: number(cell.value) for name, cell in played.items()},
            "status": status(target.value),
            "target_sign": target.sign or None,
            **{named(column): word(cell.value) for cell, column in labels},
        }


def _labels(publication: Publication) -> Mapping[str, str]:
    """What is said of a target in a word, beside where and when it applies: field and heading."""
    tables = (table for page in publication.pages for table in page.tables if table.is_standard)
    return {named(column): heading_of(column) for table in tables for column in table.columns if _is_label(column)}


def _is_label(column: Column) -> bool:
    return column.holds == "label" and not column.kind


def _list(kind: str, publication: Publication) -> Resource:
    """A page that is one list: a field for each heading."""
    tables = [table for page in publication.pages if page.kind == kind for table in page.tables]
    columns = tables[0].columns if tables else ()
    names = {column: named(column) for column in columns}
    fields = (
        Field("edition", "string", "The month of the edition"),
        *(Field(name, "string", heading_of(column)) for column, name in names.items()),
    )
    edition: Line = {"edition": edition_of(publication)}
    rows = tuple(
        {**edition, **dict(zip(names.values(), map(said, row.cells), strict=False))}
        for table in tables
        for row in table.rows
    )
    return Resource(kind, tables[0].title if tables else "", fields, rows)
