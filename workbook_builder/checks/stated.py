"""Every value that pages show, once, with where it stands: figures, standards and benchmarks alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Number, Origin
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period
from workbook_builder.scorecards.history import History
from workbook_builder.scorecards.model import Row, Scorecard, ScorecardPage
from workbook_builder.scorecards.spots import ActivitySpot, activity_of
from workbook_builder.specs.pages import ActivityPage

Measured = Row | ActivitySpot
"""What has figures: the row of a table that rates, or of a page of activity."""


class Role(Enum):
    """What a value is to its row. The value is the word for it, before the number; a figure needs none."""

    FIGURE = ""
    NUMERATOR = "a numerator of "
    DENOMINATOR = "a denominator of "
    TARGET = "a target of "
    FLOOR = "a floor standard of "
    GREEN_FROM = "a green band from "
    GREEN_TO = "a green band to "
    AMBER_FROM = "an amber band from "
    AMBER_TO = "an amber band to "
    BENCHMARK = "a benchmark of "

    @property
    def is_standard(self) -> bool:
        """Whether figures are judged by it."""
        return self not in (Role.FIGURE, Role.NUMERATOR, Role.DENOMINATOR, Role.BENCHMARK)


@dataclass(frozen=True)
class Stated:
    """A number of a row, what it is to the row, for which period it is stated, and where.

    `group` is the benchmark group whose figure it is, else "".
    """

    row: Measured
    role: Role
    period: Period
    number: Number
    origin: Origin
    group: str = ""

    @property
    def shown(self) -> str:
        """`76.0`, `a target of 60`: the number as displayed."""
        return f"{self.role.value}{self.number.text}"

    @property
    def written(self) -> str:
        """`76`, `a target of 60.25`: the number as it was written."""
        return f"{self.role.value}{self.number.written}"


def stated(scorecard: Scorecard, inputs: Inputs) -> Iterator[Stated]:
    """Figures of the latest and earlier periods and outturns, standards and benchmarks, page after page."""
    history = History(scorecard.catalogue, inputs)
    seen: set[tuple[Origin, Role]] = set()
    for page in scorecard.pages:
        rows = (row for table in page.tables for row in table.rows if row.exists)
        values = [value for row in rows for value in _of_row(history, row)]
        for value in [*values, *_of_activity(inputs, page)]:
            if (value.origin, value.role) not in seen:
                seen.add((value.origin, value.role))
                yield value


def _of_row(history: History, row: Row) -> Iterator[Stated]:
    for period, observation in row.figures.items():
        yield from _of_observation(row, period, observation)
    for year, target in row.targets.items():
        yield from _standards(row, year, target)
    for group, dated in row.benchmarks:
        if found := history.benchmark(row.indicator.id, group, dated, row.place):
            yield from _benchmark(history.inputs, row, group, found[0])


def _of_activity(inputs: Inputs, page: ScorecardPage) -> Iterator[Stated]:
    for spot in activity_of(page):
        for period in spot.row.figures:
            observation = inputs.observations.get((*spot.key, period))
            if observation:
                yield from _of_observation(spot, period, observation)
        if isinstance(page.spec, ActivityPage) and spot.row.national:
            yield from _benchmark(inputs, spot, page.spec.benchmark, spot.row.national[0])


def _of_observation(row: Measured, period: Period, observation: Observation) -> Iterator[Stated]:
    parts = (Role.NUMERATOR, observation.numerator), (Role.DENOMINATOR, observation.denominator)
    for role, number in ((Role.FIGURE, observation.measure), *parts):
        if isinstance(number, Number):
            yield Stated(row, role, period, number, observation.origin)


def _benchmark(inputs: Inputs, row: Measured, group: str, period: Period) -> Iterator[Stated]:
    benchmark = inputs.benchmark(row.indicator.id, group, row.place, period)
    if benchmark and isinstance(benchmark.value, Number):
        yield Stated(row, Role.BENCHMARK, period, benchmark.value, benchmark.origin, group)


def _standards(row: Row, year: Period, target: Target) -> Iterator[Stated]:
    for role in Role:
        number = standard(target, role)
        if isinstance(number, Number):
            yield Stated(row, role, year, number, target.origin)


def standard(target: Target, role: Role) -> Figure | None:
    """What a target states in a role: its number, its floor standard or an end of a band; None where nothing."""
    ends = [(band.lowest, band.highest) if band else (None, None) for band in (target.green, target.amber)]
    (green_from, green_to), (amber_from, amber_to) = ends
    numbers: dict[Role, Figure | None] = {
        Role.TARGET: target.target,
        Role.FLOOR: target.floor,
        Role.GREEN_FROM: green_from,
        Role.GREEN_TO: green_to,
        Role.AMBER_FROM: amber_from,
        Role.AMBER_TO: amber_to,
    }
    return numbers.get(role)
