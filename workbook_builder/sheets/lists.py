"""Pages that list indicators in groups: what the kinds `sources` and `definitions` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbook_builder.grid import Area, Cell, Sheet, Style, defined_name
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import code_cell
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.pages import IndicatorGroup
from workbook_builder.styles import Looks


def indicator_list(
    scorecard: Scorecard,
    page: ScorecardPage,
    looks: Looks,
    groups: Iterable[IndicatorGroup],
    columns: dict[str, int],
    cells: Callable[[Indicator], list[Cell]],
    notes: Iterable[str] = (),
) -> Sheet:
    """A table with group, code and title, then the `cells` of each indicator; `columns` are headings with widths.

    `notes` stand below the table, a line each.
    """
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    heading = add_header_row(canvas, *columns)
    for group in groups:
        for row in group.rows:
            indicator = scorecard.catalogue.indicator_by_id[row.indicator]
            canvas.add(
                Cell(group.title, Style.TEXT),
                code_cell(indicator),
                Cell(row.title or indicator.title, Style.TEXT),
                *cells(indicator),
            )
    last = max(canvas.next_row - 1, heading)
    canvas.names.append((defined_name(page.name), Area(heading, 0, last, len(columns) - 1)))
    canvas.add()
    for note in notes:
        canvas.add_text(note, Style.NOTE, sum(columns.values()))
    return canvas.finish(tuple(columns.values()), (heading + 1, 0), (heading, heading))
