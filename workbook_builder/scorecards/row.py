"""A row of a table: one indicator of one place, with everything that its table may print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.figures import Figure, Missing
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.to_green import ToGreen
from workbook_builder.rating.travel import Travel
from workbook_builder.rating.trend import Direction
from workbook_builder.scorecards.beside import Beside
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.columns import Dated

BenchmarkKey = tuple[str, Dated]


@dataclass(frozen=True)
class Row:
    """One indicator of one area or team: everything that its table may print.

    `year` is the year in which the `latest` period lies, `judged_by` the period of the target that judges the latest
    figure: that year or, where a target is stated for it, a shorter one. `targets` are by the period that they are
    for, `ratings` by that whose figure is judged. `is_small` says that the latest figure is rated on so few that one
    more or less moves it by much; `to_green` how many more or fewer would make it GREEN. `direction` is that of the
    periods shown, where the table says one. `compared_with` are the benchmarks of its table's columns, each with its
    year or date; `beside` is how they and the row changed since the one before, where all of that is known.
    """

    indicator: Indicator
    title: str
    place: str
    exists: bool
    polarity: Polarity | None
    latest: Period
    year: Period
    judged_by: Period
    figures: Mapping[Period, Observation]
    targets: Mapping[Period, Target]
    ratings: Mapping[Period, Rag]
    travel: Travel
    compared_with: Mapping[BenchmarkKey, tuple[Period, Benchmark]]
    is_small: bool
    to_green: ToGreen | None
    direction: Direction | None
    beside: Mapping[BenchmarkKey, Beside] = field(default_factory=dict)

    @property
    def benchmarks(self) -> Mapping[BenchmarkKey, Figure]:
        """What the groups of its table's columns achieved."""
        return {key: stated.value for key, (_, stated) in self.compared_with.items()}

    def figure(self, period: Period) -> Figure | None:
        """The measure of a period: N/A where the indicator does not exist, None where nothing is stated."""
        if not self.exists:
            return Missing.NOT_AVAILABLE
        observation = self.figures.get(period)
        return observation.measure if observation else None

    @property
    def target(self) -> Target | None:
        """What judges the latest figure."""
        return self.targets.get(self.judged_by)

    @property
    def rating(self) -> Rag:
        """The rating of the latest figure; NOT_RATED where its table rates none."""
        return self.ratings.get(self.latest, Rag.NOT_RATED)
