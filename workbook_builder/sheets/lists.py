"""Pages that list indicators in groups: what the kinds `sources` and `definitions` have in common."""

from __future__ import annotations

from collections.abc import Callable

from workbook_builder.grid import Area, Cell, Sheet, Style
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.styles import Looks


def indicator_list(
    scorecard: Scorecard,
    page: ScorecardPage,
    looks: Looks,
    columns: dict[str, int],
    cells: Callable[[Indicator], list[Cell]],
) -> Sheet:
    """A table with group, code and title, then the `cells` of each indicator; `columns` are headings with widths."""
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    heading = add_header_row(canvas, *columns)
    for group in scorecard.spec.groups:
        for row in group.rows:
            indicator = scorecard.catalogue.indicator_by_id[row.indicator]
            canvas.add(
                Cell(group.title, Style.TEXT),
                Cell(indicator.code or None, Style.LABEL),
                Cell(row.title or indicator.title, Style.TEXT),
                *cells(indicator),
            )
    last = max(canvas.next_row - 1, heading)
    canvas.names.append((page.name.replace(" ", "_"), Area(heading, 0, last, len(columns) - 1)))
    return canvas.finish(tuple(columns.values()), (heading + 1, 0), (heading, heading))
