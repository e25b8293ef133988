"""What stays in sight on a sheet, and how it is printed, as the policy of its kind of page wants it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbook_builder.grid import Printing, SheetRow
from workbook_builder.outputs.xlsx.paging import one_page_scale, paginate
from workbook_builder.outputs.xlsx.placed import Placed
from workbook_builder.outputs.xlsx.policies import Kept, Policy, Printed, policy_of
from workbook_builder.styles import Looks

LEAST_POINTS = 6.5  # of any text, as it is printed
_HEADING_ROOM_CM = 1.0  # for the heading that is repeated on every printed page


def sheet_rows(placed: Placed) -> tuple[SheetRow, ...]:
    """The rows with their heights in points; empty ones as low as the policy wants them."""
    rows, lowered = placed.canvas.sheet_rows(placed.widths), policy_of(placed.page.kind).blank_height
    if lowered is None:
        return rows
    return tuple(row if row.cells else SheetRow((), lowered) for row in rows)


def printed_points(rows: Sequence[SheetRow], widths: Sequence[int], looks: Looks) -> float:
    """The size of the smallest text of a sheet that is printed on one upright page."""
    return one_page_scale([row.height for row in rows], sum(widths), looks.margins_cm) * _smallest(rows, looks)


def _smallest(rows: Sequence[SheetRow], looks: Looks) -> float:
    """The size of the smallest text in points, before it is printed smaller."""
    styles = {cell.style for row in rows for cell in row.cells if cell}
    return min((looks[style].size or looks.size for style in styles), default=looks.size)


def frozen(placed: Placed, policy: Policy) -> tuple[int, int]:
    """The rows and columns that stay in sight; of several tables' headings none can."""
    names = [n for table in placed.tables[-1:] for n, column in enumerate(table.columns) if column.holds == "title"]
    columns = names[0] + 1 if names and policy.keeps_names else 0
    match policy.kept:
        case Kept.HEADINGS if len(placed.tables) == 1:
            return placed.tables[0].first, columns
        case Kept.NOTHING:
            return 0, columns
    return 1, columns


def printing(placed: Placed, policy: Policy, rows: Sequence[SheetRow]) -> Printing:
    """A single table's headings repeat on every page; several tables are broken between them."""
    match policy.printed:
        case Printed.ON_ONE_SIDE:
            return Printing(one_page=True)
        case Printed.ON_ONE_UPRIGHT_SIDE:
            return Printing(portrait=True, one_page=True)
        case Printed.BROKEN_UNDER_HEADINGS if placed.tables:
            return replace(_broken(placed, rows, _HEADING_ROOM_CM), repeated=_headings(placed))
        case Printed.UNDER_HEADINGS if len(placed.tables) == 1:
            return Printing(repeated=_headings(placed))
    return _broken(placed, rows, 0)


def _headings(placed: Placed) -> tuple[int, int]:
    return placed.tables[-1].heading, placed.tables[-1].first - 1


def _broken(placed: Placed, rows: Sequence[SheetRow], heading_cm: float) -> Printing:
    """Scaled, and broken where tables begin or, where one is too long for a page, its parts."""
    canvas, looks = placed.canvas, placed.canvas.looks
    margins = replace(looks.margins_cm, top=looks.margins_cm.top + heading_cm)
    heights, least = [row.height for row in rows], policy_of(placed.page.kind).least_points / _smallest(rows, looks)
    return paginate(heights, canvas.tables, canvas.parts, sum(placed.widths), margins, least)
