"""What is known of each series: its latest period, its figures, and why one is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from workbook_builder.inputs import Inputs
from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.edition import INPUTS
from workbook_builder.inputs.figures import Missing, Origin
from workbook_builder.inputs.observations import FORM, Observation
from workbook_builder.periods import Frequency, Period
from workbook_builder.problems import Report, listed
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.columns import Dated
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import RowEntry


class History:
    """Answers what a table needs to know of the figures, and collects those that are missing without a reason."""

    def __init__(self, spec: Spec, inputs: Inputs) -> None:
        self.spec, self.inputs = spec, inputs
        self.first: dict[tuple[str, str], Period] = {}
        self.last: dict[str, Period] = {}
        for indicator, place, period in inputs.observations:
            self._note(indicator, place, period)
        self.unexplained: dict[tuple[str, Period], list[str]] = {}

    @cached_property
    def _benchmark_periods(self) -> Mapping[tuple[str, str, Dated], Sequence[Period]]:
        """The years or the dates that a group's figures of an indicator are for, latest first."""
        periods: dict[tuple[str, str, Dated], set[Period]] = {}
        for indicator, group, _, period in self.inputs.benchmarks:
            dated = Dated.YEAR if period.frequency is Frequency.YEAR else Dated.AS_AT
            periods.setdefault((indicator, group, dated), set()).add(period)
        return {key: sorted(found, reverse=True) for key, found in periods.items()}

    def _note(self, indicator: str, place: str, period: Period) -> None:
        if period.frequency is not self.spec.indicator_by_id[indicator].data_period.frequency:
            return
        self.first[indicator, place] = min(self.first.get((indicator, place), period), period)
        self.last[indicator] = max(self.last.get(indicator, period), period)

    def latest(self, entries: Iterable[RowEntry], frequency: Frequency) -> Period:
        """The latest period of a table: the edition's month, else the last one that any of its figures has."""
        if frequency is Frequency.MONTH:
            return self.inputs.edition.month
        indicators = [self.spec.indicator_by_id[entry.indicator] for entry in entries]
        known = [self.last[i.id] for i in indicators if i.data_period.frequency is frequency and i.id in self.last]
        month = self.inputs.edition.month
        return max(known, default=Period(month.year - 1, 1, frequency))

    def observation(self, indicator: Indicator, place: str, period: Period) -> Observation | None:
        """The figure of a period; before a series begins, that it is a new indicator, or, of a place that was merged
        from others whose figures are known, that there is none.

        None, and noted as unexplained, where a figure is expected and neither it nor a reason is stated.
        """
        if stated := self.inputs.observations.get((indicator.id, place, period)):
            return stated
        first = self.first.get((indicator.id, place))
        if first and period < first:
            is_merged = (indicator.id, place) in self.inputs.merged
            reason = Missing.NOT_AVAILABLE if is_merged else Missing.NEW_INDICATOR
            return Observation(reason, None, None, Origin("", 0))
        self.unexplained.setdefault((indicator.id, period), []).append(place)
        return None

    def benchmark(
        self, indicator: str, group: str, dated: Dated, place: str, back: int = 0
    ) -> tuple[Period, Benchmark] | None:
        """The latest statement of what a group achieved, or one so many `back`, with the year or date it is for."""
        for period in self._benchmark_periods.get((indicator, group, dated), ()):
            if stated := self.inputs.benchmark(indicator, group, place, period):
                if not back:
                    return period, stated
                back -= 1
        return None

    def report_unexplained(self, report: Report) -> None:
        """A problem for each indicator and period of which figures are missing without a reason."""
        where = f"{INPUTS}/{self.inputs.edition.month}, table {FORM.name}"
        for (indicator, period), places in self.unexplained.items():
            found = f"no {indicator} of {period} for {listed(dict.fromkeys(places))}"
            remedy = f"add the rows; where there is no figure, say why in `status`{self._if_renamed(places)}"
            report.add(where, found, "a figure, or the reason why there is none", remedy)

    def _if_renamed(self, places: Iterable[str]) -> str:
        """How places that no earlier edition knew keep a history, where others that it knew are gone."""
        earlier = [folder.spec for folder in self.inputs.folders[:-1]]
        new = [place for place in dict.fromkeys(places) if not any(place in spec.places for spec in earlier)]
        known = dict.fromkeys(name for spec in earlier for name in spec.places)
        gone = [name for name in known if self.spec.place_called(name) is None]
        if not new or not gone or not earlier:
            return ""
        return (
            f"; only earlier editions know {listed(gone)}: a place that was renamed keeps its history if the spec "
            f"says what it was called (`formerly: {gone[0]}`)"
        )
