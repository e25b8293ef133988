"""Where links lead: an id for each page, table and row, which stays the same from edition to edition.

`#Ashford/social_care/SCS03/Ashford+CSWT` is the row of an indicator and place in a table of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.live.references import Goal, PageRef, Ref, RowId, TableRef
from workbook_builder.pages.publication import Publication


def page_anchor(page: str) -> str:
    """The id of a page."""
    return _spelled(page)


def table_anchor(page: str, table: str) -> str:
    """The id of a table."""
    return f"{_spelled(page)}/{_spelled(table)}"


def row_anchor(row: RowId) -> str:
    """The id of a row; one of a kind of its own, such as a target, begins with the kind and a colon."""
    kind, *parts = row
    path = "/".join(map(_spelled, parts))
    return path if kind == "row" else f"{_spelled(kind)}:{path}"


def anchors(publication: Publication) -> frozenset[str]:
    """Every id to which something may lead."""
    return frozenset(_all(publication))


def anchor_of(goal: Goal) -> str:
    """The id of what a link leads to."""
    match goal:
        case PageRef(page):
            return page_anchor(page)
        case TableRef(page, table):
            return table_anchor(page, table)
        case Ref(row):
            return row_anchor(row)


def _all(publication: Publication) -> Iterator[str]:
    for page in publication.pages:
        yield page_anchor(page.name)
        for table in page.tables:
            yield table_anchor(page.name, table.id)
            yield from (row_anchor(group.id) for group in table.groups if group.id)
            yield from (row_anchor(row.id) for row in table.rows if row.id)


def _spelled(name: str) -> str:
    """A name as part of an id, so that no two names are spelled alike: spaces as +, other signs by their number."""
    return re.sub(r"[^\w.-]", lambda sign: "+" if sign[0] == " " else f"~{ord(sign[0]):x}~", name)
