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
    LIMIT = "a limit of "
    BENCHMARK = "a benchmark of "

    @property
    def is_standard(self) -> bool:
        """Whether figures are judged by it."""
        return self in (Role.TARGET, Role.LIMIT)


@dataclass(frozen=True)
class Limit:
    """What a number beside a target is to its scheme: the column that states it, and the word for it."""

    column: str
    word: str
    is_end: bool


@dataclass(frozen=True)
class Stated:
    """A number of a row, what it is to the row, for which period it is stated, and where.

    `group` is the benchmark group whose figure it is, else ""; `limit` says which limit of the scheme it is, if one.
    """

    row: Measured
    role: Role
    period: Period
    number: Number
    origin: Origin
    group: str = ""
    limit: Limit | None = None

    @property
    def _word(self) -> str:
        return self.limit.word if self.limit else self.role.value

    @property
    def shown(self) -> str:
        """`76.0`, `a target of 60`: the number as displayed."""
        return f"{self._word}{self.number.text}"

    @property
    def written(self) -> str:
        """`76`, `a target of 60.25`: the number as it was written."""
        return f"{self._word}{self.number.written}"


def stated(scorecard: Scorecard, inputs: Inputs) -> Iterator[Stated]:
    """Figures of the latest and earlier periods and outturns, standards and benchmarks, page after page."""
    history = History(scorecard.catalogue, inputs)
    seen: set[tuple[Origin, Role, Limit | None]] = set()
    for page in scorecard.pages:
        rows = (row for table in page.tables for row in table.rows if row.exists)
        values = [value for row in rows for value in _of_row(history, row)]
        for value in [*values, *_of_activity(inputs, page)]:
            if (key := (value.origin, value.role, value.limit)) not in seen:
                seen.add(key)
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
    if isinstance(target.target, Number):
        yield Stated(row, Role.TARGET, year, target.target, target.origin)
    for limit in _limits(target):
        if number := target.limits.get(limit.column):
            yield Stated(row, Role.LIMIT, year, number, target.origin, limit=limit)


def _limits(target: Target) -> Iterator[Limit]:
    """What the target's scheme asks for: `a floor standard of `, `an amber band from `."""
    for standard in target.standards:
        named = f"{'an' if standard.name[0] in 'aeiou' else 'a'} {standard.name}"
        is_band = len(standard.roles) > 1
        for role, word in zip(standard.roles, ("from", "to") if is_band else ("of",), strict=True):
            yield Limit(role, f"{named} {word} ", is_band)


def standard_like(target: Target, value: Stated) -> Figure | None:
    """What another target states where a value stands: its number, or the same limit; None where nothing."""
    return target.limits.get(value.limit.column) if value.limit else target.target
