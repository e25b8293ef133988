"""Tables as tables: marked up, named, in one piece, without filter buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from workbook_builder.accessibility.blocks import unmarked
from workbook_builder.accessibility.point import Place, Point, Source, on_area, on_sheet
from workbook_builder.accessibility.workbook import Workbook
from workbook_builder.problems import quoted

_DEFAULT_NAME = re.compile(r"(table|tabelle|tbl|t|list|range)?[\d_]*", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")


def _unmarked(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for area in unmarked(sheet):
            yield on_area(sheet, area, "rows and columns of cells that are not marked up as a table")


def _unnamed(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for table in sheet.tables:
            if _DEFAULT_NAME.fullmatch(table.name) or len(_LETTERS.findall(table.name)) < 3:
                yield on_area(sheet, table.area, f"the table's name is {quoted(table.name)}, which says nothing")


def _merged(workbook: Workbook) -> Iterator[Place]:
    return (on_area(sheet, area, "merged cells") for sheet in workbook.sheets for area in sheet.merged)


def _nested(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for first, second in combinations(sheet.tables, 2):
            if first.area.touches(second.area):
                yield on_area(sheet, second.area, f"the table stands in or against the table {quoted(first.name)}")


def _filtered(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        if sheet.has_filter:
            yield on_sheet(sheet, "a filter")
        for table in sheet.tables:
            if table.has_filter:
                yield on_area(sheet, table.area, f"filter buttons on the table {quoted(table.name)}")


POINTS = (
    Point(
        "table_marked",
        True,
        Source.MARK_UP,
        "Each table is marked up as a table.",
        "Fails where two or more rows on end have two or more filled cells each and belong to no marked table.",
        _unmarked,
    ),
    Point(
        "table_name",
        False,
        Source.TABLE_NAMES,
        "Each table has a name that says what it holds.",
        "Fails on names such as Table1 or T_2, and on those with fewer than three letters.",
        _unnamed,
    ),
    Point(
        "merged",
        True,
        Source.MERGED,
        "No cells are merged.",
        "Fails on each merged area, inside tables and outside.",
        _merged,
    ),
    Point(
        "nested",
        True,
        Source.MERGED,
        "No table stands inside another or right against it.",
        "Fails where two marked tables of a sheet overlap or have no row or column between them.",
        _nested,
    ),
    Point(
        "filters",
        False,
        Source.FILTERS_PANES,
        "No table has filter buttons.",
        "Fails on a filter of a sheet and on a table that shows filter buttons.",
        _filtered,
    ),
)
