"""What every page begins with: its title, the scorecard and edition, DRAFT where it is one, the way back."""

from __future__ import annotations

from workbook_builder.grid import Cell, Style
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import link_cell

DRAFT_TEXT = "DRAFT - not for publication"


def add_heading(canvas: Canvas, scorecard: Scorecard, beside: Cell | None = None) -> None:
    """The rows above a page's first table; a cell `beside` stands in the third column of the last of them."""
    canvas.add(Cell(canvas.title, Style.TITLE))
    subtitle = f"{scorecard.spec.title} - {scorecard.edition.title}"
    if scorecard.edition.is_draft:
        canvas.add(Cell(f"{DRAFT_TEXT}: {subtitle}", Style.DRAFT))
    else:
        canvas.add(Cell(subtitle, Style.SUBTITLE))
    back = _link_back(canvas, scorecard)
    if back or beside:
        canvas.add(*((back, None, beside) if beside else (back,)))
    canvas.add()


def add_link_back(canvas: Canvas, scorecard: Scorecard) -> None:
    """A link to the contents page, where there is one and this is another."""
    if back := _link_back(canvas, scorecard):
        canvas.add(back)


def _link_back(canvas: Canvas, scorecard: Scorecard) -> Cell | None:
    contents = next((page.name for page in scorecard.pages if page.spec.kind == "contents"), canvas.name)
    return link_cell(f"Back to {contents}", contents) if contents != canvas.name else None


def add_header_row(canvas: Canvas, *headings: str) -> int:
    """A one-row heading; its row number."""
    return canvas.add(*(Cell(heading, Style.HEADER) for heading in headings))
