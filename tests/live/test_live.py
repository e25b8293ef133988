"""The workbook is live: figures, targets and floors that are edited in it re-rate themselves as Python would."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import count, cycle
from pathlib import Path

import pytest

from tests.support.clients import libreoffice
from tests.support.editing import Typed
from tests.support.judging import floor_of
from tests.support.live import Line, Place, Recalculated, TargetSheet, lines_of, moved, target_sheet_of
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Target
from workbook_builder.outputs.xlsx.drawing import arrows
from workbook_builder.periods import Period, parse_period
from workbook_builder.rating.scheme import USUAL, Rag
from workbook_builder.rating.schemes import rate
from workbook_builder.rating.travel import Travel, travel
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

pytestmark = pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)


@pytest.fixture(scope="module")
def lines(built: Path, scorecard: Scorecard) -> list[Line]:
    """Every row of figures of the shipped edition."""
    return list(lines_of(built, scorecard))


@pytest.fixture(scope="module")
def targets(built: Path) -> TargetSheet:
    """The Targets sheet of the shipped edition."""
    return target_sheet_of(built)


def judged_values(line: Line, target: Target) -> list[Decimal]:
    """Values on, just beside and rounding to each limit of a target, and the figure before."""
    assert isinstance(target.target, Number)
    before = line.row.figure(line.row.latest.back())
    step = Decimal(1).scaleb(-line.shown_as(line.row.figure(line.row.latest), Decimal()).decimals)
    limits = [target.target, *target.limits.values()]
    steps = [step * Decimal(by) for by in ("0", "1", "-1", "0.5", "-0.5", "-0.6")]
    previous = [before.value, before.value + step] if isinstance(before, Number) else []
    return [limit.value + by for limit in limits for by in steps] + previous


def new_figures(lines: list[Line]) -> dict[Place, Decimal]:
    """Another latest figure for every rated row: in turn each value that could be judged wrongly."""
    turns = count(step=5)
    return {
        line.latest: values[next(turns) % len(values)]
        for line in lines
        if (target := line.row.targets.get(line.row.year)) and target.limits and isinstance(target.target, Number)
        for values in [judged_values(line, target)]
    }


def test_every_figure_that_is_edited_is_rated_anew(
    built: Path, lines: list[Line], looks: Looks, tmp_path: Path
) -> None:
    figures = new_figures(lines)
    found = Recalculated(built, tmp_path, {place: float(value) for place, value in figures.items()})
    expected: dict[Place, str] = {}
    for line in (line for line in lines if line.latest in figures):
        row, target = line.row, line.row.targets[line.row.year]
        now = line.shown_as(row.figure(row.latest), figures[line.latest])
        way = travel(now, row.figure(row.latest.back()), row.polarity, target.target)
        expected[line.places("DOT")[0]] = arrows(looks).get(way, way.value)
        expected[line.places("RAG")[0]] = rate(now, target).value
    assert {place: found[place] for place in expected} == expected
    assert len(expected) > 800
    assert set(expected.values()) == {*(rating.value for rating in (*USUAL, Rag.NOT_RATED)), *arrows(looks).values()}


def test_every_target_that_is_edited_shows_and_rates_anew_on_every_page(
    built: Path, lines: list[Line], scorecard: Scorecard, targets: TargetSheet, looks: Looks, tmp_path: Path
) -> None:
    steps = cycle(map(Decimal, ("1.3", "-2", "0.1", "-0.4", "7", "-11")))
    edited = {(t.indicator, t.area, t.year): moved(t, next(steps)) for t in scorecard.targets}
    edits: dict[Place, Typed] = {}
    for target in edited.values():
        for heading, figure in (("Target", target.target), ("Floor standard", floor_of(target))):
            if isinstance(figure, Number):
                edits[targets.of(target, scorecard, heading)] = float(figure.value)
    found = Recalculated(built, tmp_path, edits)
    expected: dict[Place, object] = {}
    for line in lines:
        expected |= shown_by(line, edited, looks)
    assert {place: found[place] for place in expected} == pytest.approx(expected)
    assert len(expected) > 2000


def shown_by(line: Line, edited: Mapping[tuple[str, str, Period], Target], looks: Looks) -> dict[Place, object]:
    """The targets, ratings and arrow that a row should show by the edited targets."""
    row = line.row
    targets = {year: edited[t.indicator, t.area, t.year] for year, t in row.targets.items()}
    expected: dict[Place, object] = {}
    for (period, year), place in zip(line.rated, line.places("RAG"), strict=True):
        if year in targets:
            expected[place] = rate(row.figure(period), targets[year]).value
    for column, place in zip(line.table.columns_headed("Target"), line.places("Target"), strict=True):
        label = line.table.headings[column - line.table.left].partition("\n")[2]
        year = parse_period(label) or row.year  # a term's target is its year's
        if year in targets:
            figure = targets[year].target
            expected[place] = float(figure.value) if isinstance(figure, Number) else figure.value
    if row.year in targets:
        way = travel(row.figure(row.latest), row.figure(row.latest.back()), row.polarity, targets[row.year].target)
        expected[line.places("DOT")[0]] = arrows(looks).get(way, Travel.UNKNOWN.value)
    return expected
