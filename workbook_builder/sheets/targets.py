"""The kind of page `targets`: each target once, with its standards. Pages show and rate by these cells."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.grid import Area, Cell, Sheet, Style, address, in_sheet
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Basis, Target
from workbook_builder.rating.expressions import Cells, typed_decimals
from workbook_builder.rating.scheme import roles_of
from workbook_builder.rating.schemes import all_standards
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import code_cell, limit_cell
from workbook_builder.sheets.columns.slot import TargetRows
from workbook_builder.sheets.heading import add_header_row, add_heading
from workbook_builder.styles import Looks

_HEADINGS = (
    "Code",
    "Indicator",
    "Applies to",
    "Year",
    "Polarity",
    "Target",
    *(heading for standard in all_standards() for heading in standard.headings),
    "Floor or bands are",
)
_FIXED = {1: 420, 2: 110, 3: 60}
_TARGET = _HEADINGS.index("Target")
_ROLES = ("target", *roles_of(all_standards()))  # in columns side by side
_NOT_PUBLISHED = "not published"  # what a final edition calls an inferred floor standard
_ROUNDEST = "it is the roundest value that agrees with the published ratings."
_NOTES = (
    "Change a target or floor standard here, and every page that shows it is rated anew.",
    "The bands of polarity T move with their target. An inferred floor standard or band was never published: "
    f"{_ROUNDEST}",
)
_NOTES_WHEN_FINAL = (f"Of a floor standard or band that is not published: {_ROUNDEST}",)


def target_rows(scorecard: Scorecard, looks: Looks) -> TargetRows:
    """Where each target will stand on the sheet."""
    page = next((page for page in scorecard.pages if page.spec.kind == "targets"), None)
    first = _begun(scorecard, page, looks).next_row if page else 0
    rows = {(t.indicator, t.area, t.year): first + n for n, t in enumerate(scorecard.targets)}
    return TargetRows(page.name if page else "", rows, _cells)


def _cells(sheet: str, row: int) -> Cells:
    """The cells of a row's target and standards, by role."""
    return {role: in_sheet(sheet, address(row, _TARGET + n, "$")) for n, role in enumerate(_ROLES)}


def _begun(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Canvas:
    canvas = Canvas(page.name, page.name, looks)
    add_heading(canvas, scorecard)
    for note in _notes(scorecard):
        canvas.add_text(note, Style.NOTE, 900)
    canvas.add()
    add_header_row(canvas, *_HEADINGS)
    return canvas


def _notes(scorecard: Scorecard) -> tuple[str, ...]:
    """What to type where is said in drafts only; where floors come from wherever any was not published."""
    if scorecard.edition.is_draft:
        return _NOTES
    inferred = any(target.basis is Basis.INFERRED for target in scorecard.targets)
    return _NOTES_WHEN_FINAL if inferred else ()


def _basis(target: Target, is_draft: bool) -> str | None:
    """Whether the floor standard or bands were published."""
    if target.basis is Basis.INFERRED and not is_draft:
        return _NOT_PUBLISHED
    return target.basis.value if target.basis else None


def lay_out(scorecard: Scorecard, page: ScorecardPage, looks: Looks) -> Sheet:
    """A row for each target that any page shows or is rated by."""
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
        code_cell(indicator),
        Cell(indicator.title, Style.TEXT),
        Cell(target.area or "Everywhere", Style.LABEL),
        Cell(target.year.label, Style.LABEL),
        Cell(target.polarity.value if target.polarity else None, Style.LABEL),
        limit_cell(target.target, sign=target.sign),
        *_standards(target, row),
        Cell(_basis(target, scorecard.edition.is_draft), Style.LABEL),
    )


def _standards(target: Target, row: int) -> Iterator[Cell]:
    """What any scheme asks for: a cell for each number, empty where this target's scheme does not."""
    following = roles_of([standard for standard in target.standards if standard.follows_target])
    for role in roles_of(all_standards()):
        limit = target.limits.get(role)
        yield _following(limit, target, row) if limit and role in following else limit_cell(limit)


def _following(limit: Number, target: Target, row: int) -> Cell:
    """A limit as a distance from its target, so that it moves when the target is edited."""
    if not isinstance(target.target, Number):
        return limit_cell(limit)
    distance = limit.shown - target.target.shown
    return limit_cell(limit, formula=f"=ROUND({address(row, _TARGET)}{distance:+f},{typed_decimals(limit)})")
