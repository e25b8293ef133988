"""What a workbook holds that no sheet shows, and what it may not have: nobody publishes that on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.accessibility import Verdict, judge
from workbook_builder.accessibility.workbook import Sheet, Workbook

_UNSEEN = ("externallink", "pivotcache", "customxml", "docprops/custom", "comments", "vbaproject", "embeddings")


def leftovers(book: Workbook) -> Iterator[str]:
    """A sentence for each part, name, sheet, row, column or formula that readers do not see."""
    for part in book.parts:
        if any(kind in part for kind in _UNSEEN):
            yield f"{part}: a part that no sheet shows"
    yield from (f"{name}: a defined name" for name in book.names)
    for sheet in book.sheets:
        yield from (f"{sheet.name}: {what}" for what in _unseen_on(sheet))


def _unseen_on(sheet: Sheet) -> Iterator[str]:
    if not sheet.is_visible:
        yield "a hidden sheet"
    if any(first <= cell.row <= last for first, last in sheet.hidden_rows for cell in sheet.filled):
        yield "hidden rows"
    if any(first <= cell.column <= last for first, last in sheet.hidden_columns for cell in sheet.filled):
        yield "hidden columns"
    if any(cell.formula for cell in sheet.cells.values()):
        yield "formulas, beside values that they had elsewhere"


def inaccessible(book: Workbook) -> Iterator[str]:
    """A sentence for each essential point of accessibility that the workbook fails; copies in charts are one."""
    for judged in judge(book).points:
        if judged.point.is_essential and judged.verdict is Verdict.FAIL:
            for found in (one for one in judged.found if one.verdict is Verdict.FAIL):
                where = " ".join(filter(None, (found.sheet, ", ".join(found.cells[:3]))))
                yield f"{where or book.name}: {found.found} ({judged.point.id}: {judged.point.rule})"
