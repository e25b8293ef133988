"""The kind of page `targets`: each target once, with its floor or bands. Pages show and rate by these cells."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Target
from workbook_builder.live.following import Shifted
from workbook_builder.live.judging import TARGET, target_id
from workbook_builder.live.references import Ref, Role
from workbook_builder.pages.blocks import Cell, Column, Group, Page, Paragraph, Row, Table
from workbook_builder.pages.setting import Setting
from workbook_builder.rating.expressions import typed_decimals
from workbook_builder.rating.scheme import roles_of
from workbook_builder.rating.schemes import all_standards
from workbook_builder.scorecards.model import Scorecard, ScorecardPage

_BEFORE = (
    Column(("Code",), "code"),
    Column(("Indicator",), "title", "indicator"),
    Column(("Applies to",), "label", "area"),
    Column(("Year",), "label", "year"),
    Column(("Polarity",), "label"),
)
_LIMITS = ("Target", *(heading for standard in all_standards() for heading in standard.headings))
_COLUMNS = (*_BEFORE, *(Column((heading,), "limit") for heading in _LIMITS), Column(("Floor or bands are",), "label"))
_STANDARDS = roles_of(all_standards())
_ROLES = (*((),) * len(_BEFORE), (TARGET,), *((Role(role),) for role in _STANDARDS), ())
_NOTES = (
    Paragraph("", "Change a target or floor standard here, and every page that shows it is rated anew."),
    Paragraph(
        "An inferred floor standard or band was never published: it is the roundest value that agrees with the "
        "published ratings.",
        "The bands of polarity T move with their target.",
    ),
)


def make(setting: Setting, page: ScorecardPage) -> Page:
    """A row for each target that any page shows or is rated by."""
    rows = tuple(_row(setting.scorecard, target) for target in setting.scorecard.targets)
    table = Table("targets", "Targets", _COLUMNS, (Group("", rows),), name="Targets", is_standard=True)
    return setting.page(page, (*_NOTES, table))


def _row(scorecard: Scorecard, target: Target) -> Row:
    indicator = scorecard.catalogue.indicator_by_id[target.indicator]
    cells = (
        Cell(indicator.code or None),
        Cell(indicator.title),
        Cell(target.area or "Everywhere"),
        Cell(target.year.label),
        Cell(target.polarity.value if target.polarity else None),
        Cell(target.target, sign=target.sign),
        *_standards(target),
        Cell(target.basis.value if target.basis else None),
    )
    return Row(target_id(target), cells, _ROLES)


def _standards(target: Target) -> Iterator[Cell]:
    """What any scheme asks for: a cell for each number, empty where this target's scheme does not.

    What follows the target stands at a distance from it, so that it moves when the target is edited.
    """
    following = roles_of([standard for standard in target.standards if standard.follows_target])
    for role in _STANDARDS:
        limit = target.limits.get(role)
        if limit is None or role not in following or not isinstance(target.target, Number):
            yield Cell(limit)
        else:
            distance = limit.shown - target.target.shown
            yield Cell(limit, Shifted(Ref(target_id(target), TARGET), distance, typed_decimals(limit)))
