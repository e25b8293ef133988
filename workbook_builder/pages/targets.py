"""The kind of page `targets`: each target once, with its floor or bands. Pages show and rate by these cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Basis, Target
from workbook_builder.live.following import Shifted
from workbook_builder.live.judging import TARGET, target_id
from workbook_builder.live.references import Ref, Role
from workbook_builder.pages.blocks import Cell, Column, Group, Paragraph, Row, Table
from workbook_builder.pages.cells import code_of, stated_target
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.rating.expressions import typed_decimals
from workbook_builder.rating.scheme import Standard, roles_of
from workbook_builder.rating.schemes import standards_shown
from workbook_builder.scorecards.model import Scorecard, ScorecardPage

_BEFORE = (
    Column(("Code",), "code"),
    Column(("Indicator",), "title", "indicator"),
    Column(("Applies to",), "label", "area"),
    Column(("Year",), "label", "year"),
    Column(("Polarity",), "label"),
)
_AFTER = Column(("Floor or bands are",), "label", "basis")
_NOT_PUBLISHED = "not published"  # what a final edition calls an inferred floor standard
_ROUNDEST = "it is the roundest value that agrees with the published ratings."
_NOTES = (
    Paragraph("", "Change a target or floor standard here, and every page that shows it is rated anew."),
    Paragraph(
        f"An inferred floor standard or band was never published: {_ROUNDEST}",
        "The bands of polarity T move with their target.",
    ),
)
_NOTES_WHEN_FINAL = (Paragraph(f"Of a floor standard or band that is not published: {_ROUNDEST}"),)


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each target that any page shows or is rated by."""
    standards = standards_shown(indicator.rating for indicator in setting.scorecard.catalogue.indicators)
    rows = tuple(_row(setting.scorecard, target, roles_of(standards)) for target in setting.scorecard.targets)
    columns = tuple(_columns(standards))
    table = Table("targets", "Targets", columns, (Group("", rows),), name="Targets", is_standard=True)
    return setting.page(page, (*_notes(setting.scorecard), table))


def _columns(standards: Sequence[Standard]) -> Iterator[Column]:
    yield from _BEFORE
    yield Column(("Target",), "limit")
    yield from (Column((heading,), "limit") for standard in standards for heading in standard.headings)
    yield _AFTER


def _notes(scorecard: Scorecard) -> tuple[Paragraph, ...]:
    """What to type where is said in drafts only; where floors come from wherever any was not published."""
    if scorecard.edition.is_draft:
        return _NOTES
    return _NOTES_WHEN_FINAL if any(target.basis is Basis.INFERRED for target in scorecard.targets) else ()


def _basis(target: Target, is_draft: bool) -> str | None:
    """Whether the floor standard or bands were published."""
    if target.basis is Basis.INFERRED and not is_draft:
        return _NOT_PUBLISHED
    return target.basis.value if target.basis else None


def _row(scorecard: Scorecard, target: Target, asked: Sequence[str]) -> Row:
    indicator = scorecard.catalogue.indicator_by_id[target.indicator]
    cells = (
        code_of(indicator),
        Cell(indicator.title),
        Cell(target.area or "Everywhere"),
        Cell(target.label),
        Cell(target.polarity.value if target.polarity else None),
        Cell(stated_target(target) if target.needs_number else None, sign=target.sign),
        *_standards(target, asked),
        Cell(_basis(target, scorecard.edition.is_draft)),
    )
    roles = (*((),) * len(_BEFORE), (TARGET,), *((Role(role),) for role in asked), ())
    return Row(target_id(target), cells, roles)


def _standards(target: Target, asked: Sequence[str]) -> Iterator[Cell]:
    """What any scheme asks for: a cell for each number, empty where this target's scheme does not.

    What follows the target stands at a distance from it, so that it moves when the target is edited.
    """
    following = roles_of([standard for standard in target.standards if standard.follows_target])
    for role in asked:
        limit = target.limits.get(role)
        if limit is None or role not in following or not isinstance(target.target, Number):
            yield Cell(limit)
        else:
            distance = limit.shown - target.target.shown
            yield Cell(limit, Shifted(Ref(target_id(target), TARGET), distance, typed_decimals(limit)))
