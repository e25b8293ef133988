"""What stays in sight on a sheet, and how it is printed, as the policy of its kind of page wants it."""

from __future__ import annotations

from collections.abc import Sequence

from workbook_builder.grid import Printing, SheetRow
from workbook_builder.outputs.xlsx.canvas import smallest_size
from workbook_builder.outputs.xlsx.paging import broken, one_page_scale
from workbook_builder.outputs.xlsx.placed import Placed
from workbook_builder.outputs.xlsx.policies import Kept, Policy, Printed
from workbook_builder.styles import Looks

LEAST_POINTS = 6.5  # of any text, as it is printed


def sheet_rows(placed: Placed) -> tuple[SheetRow, ...]:
    """The rows with their heights in points."""
    return placed.canvas.sheet_rows(placed.widths)


def printed_points(rows: Sequence[SheetRow], widths: Sequence[int], looks: Looks) -> float:
    """The size of the smallest text of a sheet that is printed on one upright page."""
    smallest = smallest_size((row.cells for row in rows), looks)
    return one_page_scale([row.height for row in rows], sum(widths), looks.margins_cm) * smallest


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


def printing(placed: Placed, policy: Policy) -> Printing:
    """A single table's headings repeat on every page; several tables are broken between them."""
    match policy.printed:
        case Printed.ON_ONE_SIDE:
            return Printing(one_page=True)
        case Printed.ON_ONE_UPRIGHT_SIDE:
            return Printing(portrait=True, one_page=True)
        case Printed.UNDER_HEADINGS if len(placed.tables) == 1:
            return Printing(repeated=_headings(placed))
    return broken(placed.canvas, placed.widths, policy.least_points)


def _headings(placed: Placed) -> tuple[int, int]:
    return placed.tables[-1].heading, placed.tables[-1].first - 1
