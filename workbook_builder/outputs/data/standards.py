"""By what else than its target a row is judged: the limits that stand beside it on the page of targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.live.references import RowId
from workbook_builder.outputs.data.resource import number
from workbook_builder.outputs.prose import heading_of
from workbook_builder.pages.blocks import Table
from workbook_builder.pages.publication import Publication

TARGET = "target"


def standards_of(publication: Publication) -> Mapping[str, str]:
    """The role of each limit beside a target, and how its column is headed."""
    return {
        role.name: heading_of(column)
        for table in _tables(publication)
        for row in list(table.rows)[:1]
        for roles, column in zip(row.roles, table.columns, strict=True)
        for role in roles
        if role.name != TARGET
    }


def limits_of(publication: Publication) -> Mapping[RowId, Mapping[str, str | None]]:
    """The limits beside each target, by role, under the id of its row."""
    return {
        row.id: {
            role.name: number(cell.value)
            for roles, cell in zip(row.roles, row.cells, strict=True)
            for role in roles
            if role.name != TARGET
        }
        for table in _tables(publication)
        for row in table.rows
    }


def _tables(publication: Publication) -> Iterator[Table]:
    return (table for page in publication.pages for table in page.tables if table.is_standard)
