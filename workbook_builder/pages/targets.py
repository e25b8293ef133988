"""The kind of page `targets`: each target once, with its floor or bands. Pages show and rate by these cells."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.live.following import Shifted
from workbook_builder.live.judging import STANDARDS, TARGET, target_id
from workbook_builder.live.references import Ref
from workbook_builder.pages.blocks import Cell, Column, Group, Page, Paragraph, Row, Table
from workbook_builder.pages.setting import Setting
from workbook_builder.scorecards.model import Scorecard, ScorecardPage

_COLUMNS = (
    Column(("Code",), "code"),
    Column(("Indicator",), "title", "indicator"),
    Column(("Applies to",), "label", "area"),
    Column(("Year",), "label", "year"),
    Column(("Polarity",), "label"),
    Column(("Target",), "figure"),
    Column(("Floor standard",), "figure"),
    Column(("Green from",), "figure"),
    Column(("Green to",), "figure"),
    Column(("Amber from",), "figure"),
    Column(("Amber to",), "figure"),
    Column(("Floor or bands are",), "label"),
)
_FIGURES = (TARGET, *STANDARDS)
_ROLES = tuple((_FIGURES[n - 5],) if 5 <= n < 5 + len(_FIGURES) else () for n in range(len(_COLUMNS)))
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
        Cell(target.floor),
        *_ends(target.green, target),
        *_ends(target.amber, target),
        Cell(target.basis.value if target.basis else None),
    )
    return Row(target_id(target), cells, _ROLES)


def _ends(band: Band | None, target: Target) -> Iterator[Cell]:
    """A band as distances from its target, so that it moves when the target is edited."""
    for end in (band.lowest, band.highest) if band else (None, None):
        if end is None or not isinstance(target.target, Number):
            yield Cell(end)
        else:
            distance = Shifted(Ref(target_id(target), TARGET), end.value - target.target.value, end.decimals)
            yield Cell(Number(end.shown, end.decimals), live=distance)
