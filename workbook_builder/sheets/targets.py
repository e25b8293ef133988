"""The kind of page `targets`: each target once, with its floor or bands. Pages show and rate by these cells."""

from __future__ import annotations

from workbook_builder.grid import Area, Cell, Sheet, Style, address, in_sheet
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import figure_cell, number_format, plain_value
from workbook_builder.sheets.columns.slot import TargetRows
from workbook_builder.sheets.formulas import StandardCells
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.styles import Looks

_HEADINGS = (
    "Code",
    "Indicator",
    "Applies to",
    "Year",
    "Polarity",
    "Target",
    "Floor standard",
    "Green from",
    "Green to",
    "Amber from",
    "Amber to",
    "Floor or bands are",
)
_FIXED = {1: 420, 2: 110, 3: 60}
_TARGET, _FLOOR, _GREEN, _AMBER = 5, 6, 7, 9
_NOTES = (
    "Change a target or floor standard here, and every page that shows it is rated anew.",
    "The bands of polarity T move with their target. An inferred floor standard or band was never published: "
    "it is the roundest value that agrees with the published ratings.",
)


def target_rows(scorecard: Scorecard, looks: Looks) -> TargetRows:
    """Where each target will stand on the sheet."""
    page = next((page for page in scorecard.pages if page.spec.kind == "targets"), None)
    first = _begun(scorecard, page, looks).next_row if page else 0
    rows = {(t.indicator, t.area, t.year): first + n for n, t in enumerate(scorecard.targets)}
    return TargetRows(page.name if page else "", rows, _cells)


def _cells(sheet: str, row: int) -> tuple[str, StandardCells]:
    def at(column: int) -> str:
        return in_sheet(sheet, address(row, column, "$"))

    return at(_TARGET), StandardCells(at(_FLOOR), at(_GREEN), at(_GREEN + 1), at(_AMBER), at(_AMBER + 1))


def _begun(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Canvas:
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    for note in _NOTES:
        canvas.add_text(note, Style.NOTE, 900)
    canvas.add()
    add_header_row(canvas, *_HEADINGS)
    return canvas


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Sheet:
    """A row for each target that any page shows or is rated by; last, those that the edition states for none."""
    canvas = _begun(scorecard, page, looks)
    heading = canvas.next_row - 1
    for target in scorecard.targets:
        _add_target(canvas, scorecard, target)
    canvas.names.append(("Targets", Area(heading, 0, canvas.next_row - 1, len(_HEADINGS) - 1)))
    widths = canvas.needed_widths(len(_HEADINGS), _FIXED)
    return canvas.finish(widths, (heading + 1, 2), (heading, heading))


def _add_target(canvas: Canvas, scorecard: Scorecard, target: Target) -> None:
    indicator = scorecard.catalogue.indicator_by_id[target.indicator]
    row = canvas.next_row
    canvas.add(
        Cell(indicator.code or None, Style.LABEL),
        Cell(indicator.title, Style.TEXT),
        Cell(target.area or "Everywhere", Style.LABEL),
        Cell(target.year.label, Style.LABEL),
        Cell(target.polarity.value if target.polarity else None, Style.LABEL),
        figure_cell(target.target, sign=target.sign),
        figure_cell(target.floor),
        *_band_cells(target.green, target, row),
        *_band_cells(target.amber, target, row),
        Cell(target.basis.value if target.basis else None, Style.LABEL),
    )


def _band_cells(band: Band | None, target: Target, row: int) -> list[Cell]:
    """A band as distances from its target, so that it moves when the target is edited."""
    if band is None:
        return [figure_cell(None), figure_cell(None)]
    return [_band_end(end, target, row) for end in (band.lowest, band.highest)]


def _band_end(end: Number, target: Target, row: int) -> Cell:
    if not isinstance(target.target, Number):
        return figure_cell(end)
    distance = end.value - target.target.value
    formula = f"=ROUND({address(row, _TARGET)}{distance:+f},{end.decimals})"
    return Cell(plain_value(end.shown), Style.NUMBER, number_format(end.decimals), formula)
