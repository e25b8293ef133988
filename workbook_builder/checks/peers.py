"""With what a stated value can be compared: others of its indicator that are of its size, if it is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbook_builder.checks.stated import Role, Stated, standard_like
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import DataPeriod, Unit

_ALIKE = 2  # how many times another a figure of another place is, at most, that is like it


@dataclass(frozen=True)
class Peer:
    """A number of the same indicator, and its period."""

    period: Period
    number: Number


def peers_of(inputs: Inputs, value: Stated) -> list[Peer]:
    """The nearest of its like: those of the same kind, else what stands beside it; none where there is nothing.

    Figures are compared with their own series, else, where they are no counts, with other places; standards with
    those of other years and areas, else with their target or figures; benchmarks with those of other periods, else
    with other groups and figures. Numerators and denominators are held against their figure, by other rules.
    """
    sources = _SOURCES.get(value.role, ())
    return next((found for source in sources if (found := list(source(inputs, value)))), [])


def follows_neighbours(inputs: Inputs, value: Stated) -> bool:
    """Whether a figure far outside its series is like those of other places, or these left theirs as it did."""
    indicator, size = value.row.indicator, abs(value.number.shown)
    own = [abs(peer.number.shown) for peer in _own_series(inputs, value)]
    for other in _elsewhere(inputs, value):
        there = abs(other.number.shown)
        if indicator.unit is not Unit.COUNT and size / _ALIKE <= there <= size * _ALIKE:
            return True
        before = [abs(peer.number.shown) for peer in _own_series(inputs, other)]
        if before and (there < min(before) if size < min(own) else there > max(before)):
            return True
    return False


def _elsewhere(inputs: Inputs, value: Stated) -> Iterator[Stated]:
    """The indicator's figures of other places for the same period."""
    for indicator, place in inputs.series:
        observation = inputs.observations.get((indicator, place, value.period))
        is_other = indicator == value.row.indicator.id and place != value.row.place
        if is_other and observation and isinstance(observation.measure, Number):
            row = replace(value.row, place=place)
            yield replace(value, row=row, number=observation.measure, origin=observation.origin)


def _own_series(inputs: Inputs, value: Stated) -> Iterator[Peer]:
    """Figures of the same place that come as often; a year to date is compared with that of the same month."""
    indicator, place = value.row.indicator, value.row.place
    for period in inputs.series.get((indicator.id, place), []):
        is_alike = period.frequency is value.period.frequency
        if indicator.data_period is DataPeriod.YTD:
            is_alike = is_alike and period.part == value.period.part
        if is_alike and period != value.period:
            yield from _peer(period, inputs.observations[indicator.id, place, period].measure)


def _other_places(inputs: Inputs, value: Stated) -> Iterator[Peer]:
    """Figures of the same period; counts of places differ as the places do."""
    mine = value.row.indicator
    places = [place for indicator, place in inputs.series if indicator == mine.id and mine.unit is not Unit.COUNT]
    for place in places:
        observation = inputs.observations.get((mine.id, place, value.period))
        if observation and place != value.row.place:
            yield from _peer(value.period, observation.measure)


def _figures(inputs: Inputs, value: Stated) -> Iterator[Peer]:
    """The figures beside a standard or benchmark."""
    indicator = value.row.indicator
    for period in inputs.series.get((indicator.id, value.row.place), []):
        if period.frequency is indicator.data_period.frequency:
            yield from _peer(period, inputs.observations[indicator.id, value.row.place, period].measure)


def _same_standards(inputs: Inputs, value: Stated) -> Iterator[Peer]:
    for (indicator, _, year), target in inputs.targets.items():
        if indicator == value.row.indicator.id and target.origin != value.origin:
            yield from _peer(year, standard_like(target, value))


def _its_target(inputs: Inputs, value: Stated) -> Iterator[Peer]:
    target = inputs.target(value.row.indicator.id, value.row.place, value.period)
    if target:
        yield from _peer(value.period, target.target)


def _other_benchmarks(inputs: Inputs, value: Stated) -> Iterator[Peer]:
    """The group's of other periods and places."""
    for (indicator, group, _, period), benchmark in inputs.benchmarks.items():
        if (indicator, group) == (value.row.indicator.id, value.group) and benchmark.origin != value.origin:
            yield from _peer(period, benchmark.value)


def _beside(inputs: Inputs, value: Stated) -> Iterator[Peer]:
    """Other groups' of any period, and figures; counts differ as places and groups do."""
    if value.row.indicator.unit is not Unit.COUNT:
        for (indicator, _, _, period), benchmark in inputs.benchmarks.items():
            if indicator == value.row.indicator.id and benchmark.origin != value.origin:
                yield from _peer(period, benchmark.value)
        yield from _figures(inputs, value)


def _peer(period: Period, number: Figure | None) -> Iterator[Peer]:
    if isinstance(number, Number):
        yield Peer(period, number)


_SOURCES = {
    Role.FIGURE: (_own_series, _other_places),
    Role.TARGET: (_same_standards, _figures),
    Role.LIMIT: (_same_standards, _its_target),
    Role.BENCHMARK: (_other_benchmarks, _beside),
}
