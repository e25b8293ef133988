"""Reads the figures of the small project, or the problems with them, for the tests of inputs."""

from __future__ import annotations

import pytest

from tests.support.small import SmallProject
from workbook_builder.disclosure import Disclosed, disclose
from workbook_builder.inputs import Inputs, read_inputs
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.inputs.observations import Key
from workbook_builder.periods import Period, month, parse_period
from workbook_builder.problems import ProblemsFound
from workbook_builder.scorecards import Scorecard, find_scorecard, make_scorecard
from workbook_builder.scorecards.model import Row
from workbook_builder.specs import load_spec

FOLDER = "inputs/2024-11"
OBSERVATIONS = f"{FOLDER}/observations.csv"
TARGETS = f"{FOLDER}/targets.csv"
BENCHMARKS = f"{FOLDER}/benchmarks.csv"
SOURCES = f"{FOLDER}/sources.csv"
NOVEMBER = month(2024, 11)

Told = tuple[str, str, str, str]


def period(text: str) -> Period:
    """The period that a text names."""
    found = parse_period(text)
    assert found is not None
    return found


def inputs_of(project: SmallProject, edition: Period = NOVEMBER) -> Disclosed:
    """Everything stated up to an edition of the project."""
    spec = load_spec(project.folder)
    return disclose(spec, read_inputs(spec, project.folder, edition))


def scorecard_of(project: SmallProject, edition: Period = NOVEMBER, only_area: str = "") -> Scorecard:
    """The scorecard of an edition of the project, or one area's part of it."""
    spec = load_spec(project.folder)
    inputs = disclose(spec, read_inputs(spec, project.folder, edition))
    return make_scorecard(spec, inputs, find_scorecard(spec), only_area)


def row_of(project: SmallProject, indicator: str, place: str) -> Row:
    """The row that the November 2024 scorecard has of an indicator and place."""
    rows = scorecard_of(project).rows
    return next(row for row in rows if (row.indicator.id, row.place) == (indicator, place))


def problems_of(project: SmallProject, edition: Period = NOVEMBER) -> list[Told]:
    """What the report of an edition says: where, found, allowed and remedy of each problem."""
    with pytest.raises(ProblemsFound) as raised:
        scorecard_of(project, edition)
    return [(p.where, p.found, p.allowed, p.remedy) for p in raised.value.problems]


def figures(inputs: Inputs) -> dict[Key, tuple[Figure | None, ...]]:
    """Every figure with its numerator and denominator, wherever it stands."""
    return {key: (o.measure, o.numerator, o.denominator) for key, o in inputs.observations.items()}


def shown(figure: Figure | None) -> str:
    """A figure as it is displayed: `62.0`, or the reason why there is none."""
    if figure is None:
        return ""
    return f"{figure.shown:f}" if isinstance(figure, Number) else figure.value
