"""Nothing is hidden, and nothing stands still while the rest moves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.accessibility.blocks import outside
from workbook_builder.accessibility.point import Place, Point, Source, on_sheet
from workbook_builder.accessibility.workbook import Workbook
from workbook_builder.addresses import column_letters

_SAYS_HOW = re.compile(r"\b(un)?(freez|froz)", re.IGNORECASE)


def _rows(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for first, last in sheet.hidden_rows:
            yield on_sheet(
                sheet, f"row {first + 1} is hidden" if first == last else f"rows {first + 1} to {last + 1} are hidden"
            )


def _columns(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for first, last in sheet.hidden_columns:
            one, other = column_letters(first), column_letters(last)
            yield on_sheet(
                sheet, f"column {one} is hidden" if one == other else f"columns {one} to {other} are hidden"
            )


def _sheets(workbook: Workbook) -> Iterator[Place]:
    return (on_sheet(sheet, "a hidden sheet") for sheet in workbook.sheets if not sheet.is_visible)


def _frozen(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        if sheet.is_frozen and not any(_SAYS_HOW.search(cell.text) for cell in outside(sheet)):
            yield on_sheet(sheet, "panes are frozen or split, and no sentence says how to undo it")


POINTS = (
    Point(
        "hidden_rows",
        False,
        Source.HIDDEN,
        "No rows are hidden.",
        "Fails on hidden rows, those of height 0, and unused rows that are hidden as a whole.",
        _rows,
    ),
    Point(
        "hidden_columns",
        False,
        Source.HIDDEN,
        "No columns are hidden.",
        "Fails on hidden columns and those of width 0.",
        _columns,
    ),
    Point(
        "hidden_sheets",
        False,
        Source.GUIDANCE,
        "No sheets are hidden.",
        "Fails on hidden sheets, those that Excel's menu does not list, too.",
        _sheets,
    ),
    Point(
        "freeze",
        False,
        Source.FILTERS_PANES,
        "No panes are frozen, or the sheet says how to undo it.",
        "Fails on a sheet with frozen or split panes, where no text outside its tables speaks of freezing.",
        _frozen,
    ),
)
