"""With what a stated value can be compared: others of its indicator that are of its size, if it is right."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from workbook_builder.checks.stated import Role, Stated, standard_like
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Number, Origin
from workbook_builder.inputs.observations import Observation
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import DataPeriod, Unit

K = TypeVar("K", bound=tuple[Any, ...])
_ALIKE = 2  # how many times another a figure of another place is, at most, that is like it


@dataclass(frozen=True)
class Peer:
    """A number of the same indicator, its period and where it is stated; `size` is that of what is displayed."""

    period: Period
    number: Number
    origin: Origin
    size: Decimal


@dataclass(frozen=True)
class _Group:
    """Peers of each other, smallest first, with the place in the order of what is stated somewhere."""

    peers: tuple[Peer, ...]
    at: Mapping[Origin, int]

    @staticmethod
    def of(peers: Iterable[Peer]) -> _Group:
        ordered = tuple(sorted(peers, key=lambda peer: peer.size))
        return _Group(ordered, {peer.origin: n for n, peer in enumerate(ordered)})

    def without(self, origin: Origin) -> Sequence[Peer]:
        """The others of what is stated there."""
        n = self.at.get(origin)
        return self.peers if n is None else self.peers[:n] + self.peers[n + 1 :]


class Peers:
    """The peers of every stated value of an edition: each group of them is put in order once."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self._groups: dict[Hashable, _Group] = {}
        self._places = _by_indicator(inputs.series)
        self._targets = _by_indicator(inputs.targets)
        self._benchmarks = _by_indicator(inputs.benchmarks)

    def of(self, value: Stated) -> Sequence[Peer]:
        """The nearest of its like, smallest first: those of the same kind, else what stands beside it, if anything.

        Figures are compared with their own series, else, where they are no counts, with other places; standards with
        those of other years and areas, else with their target or figures; benchmarks with those of other periods,
        else with other groups and figures. Numerators and denominators are held against their figure, by other rules.
        """
        return next((found for source in _SOURCES.get(value.role, ()) if (found := source(self, value))), ())

    def follow(self, value: Stated) -> bool:
        """Whether a figure far outside its series is like those of other places, or these left theirs as it did."""
        size = abs(value.number.shown)
        own = self._own_series(value)
        return any(
            self._is_like(value, size, other) or self._left_likewise(size, own, other)
            for other in self._elsewhere(value)
        )

    @staticmethod
    def _is_like(value: Stated, size: Decimal, other: Stated) -> bool:
        there = abs(other.number.shown)
        return value.row.indicator.unit is not Unit.COUNT and size / _ALIKE <= there <= size * _ALIKE

    def _left_likewise(self, size: Decimal, own: Sequence[Peer], other: Stated) -> bool:
        """Whether another place's figure is outside its series on the same side; nobody knows where it has none."""
        there, before = abs(other.number.shown), self._own_series(other)
        if not before:
            return False
        return there < before[0].size if size < own[0].size else there > before[-1].size

    def _elsewhere(self, value: Stated) -> Iterator[Stated]:
        """The indicator's figures of other places for the same period."""
        name, period = value.row.indicator.id, value.period
        for _, place in self._places.get(name, ()):
            observation = self.inputs.observations.get((name, place, period))
            if place != value.row.place and observation and isinstance(observation.measure, Number):
                row = replace(value.row, place=place)
                yield replace(value, row=row, number=observation.measure, origin=observation.origin)

    def _group(self, key: Hashable, peers: Callable[[], Iterable[Peer]]) -> _Group:
        if key not in self._groups:
            self._groups[key] = _Group.of(peers())
        return self._groups[key]

    def _own_series(self, value: Stated) -> Sequence[Peer]:
        """Figures of the same place that come as often; a year to date is compared with that of the same month."""
        series, of_part = self._series(value), value.row.indicator.data_period is DataPeriod.YTD
        key = ("series", *_row(value), value.period.frequency, value.period.part if of_part else None)
        alike = (
            (period, stated)
            for period, stated in series
            if period.frequency is value.period.frequency and (not of_part or period.part == value.period.part)
        )
        found = self._group(key, lambda: _figures_of(alike)).peers
        return [peer for peer in found if peer.period != value.period]

    def _other_places(self, value: Stated) -> Sequence[Peer]:
        """Figures of the same period; counts of places differ as the places do."""
        mine, period = value.row.indicator, value.period
        if mine.unit is Unit.COUNT:
            return ()
        keys = ((mine.id, place, period) for _, place in self._places.get(mine.id, ()))
        stated = ((period, self.inputs.observations[key]) for key in keys if key in self.inputs.observations)
        return self._group(("places", mine.id, period), lambda: _figures_of(stated)).without(value.origin)

    def _figures(self, value: Stated) -> Sequence[Peer]:
        """The figures beside a standard or benchmark."""
        frequency = value.row.indicator.data_period.frequency
        stated = ((period, each) for period, each in self._series(value) if period.frequency is frequency)
        return self._group(("figures", *_row(value)), lambda: _figures_of(stated)).peers

    def _series(self, value: Stated) -> Iterator[tuple[Period, Observation]]:
        """What is stated of the value's row, by time."""
        row = _row(value)
        return ((period, self.inputs.observations[(*row, period)]) for period in self.inputs.series.get(row, ()))

    def _same_standards(self, value: Stated) -> Sequence[Peer]:
        name, targets = value.row.indicator.id, self.inputs.targets
        stated = ((key[2], standard_like(targets[key], value), targets[key].origin) for key in self._targets[name])
        key = "standards", name, value.limit.column if value.limit else ""
        return self._group(key, lambda: _numbers(stated)).without(value.origin)

    def _its_target(self, value: Stated) -> Sequence[Peer]:
        target = self.inputs.target(*_row(value), value.period)
        return tuple(_numbers([(value.period, target.target, target.origin)])) if target else ()

    def _other_benchmarks(self, value: Stated) -> Sequence[Peer]:
        """The group's of other periods and places."""
        key = "benchmarks", value.row.indicator.id, value.group
        return self._group(key, lambda: self._benchmarks_of(value, value.group)).without(value.origin)

    def _beside(self, value: Stated) -> Sequence[Peer]:
        """Other groups' of any period, and figures; counts differ as places and groups do."""
        if value.row.indicator.unit is Unit.COUNT:
            return ()
        benchmarks = self._group(("beside", value.row.indicator.id), lambda: self._benchmarks_of(value))
        return _Group.of((*benchmarks.without(value.origin), *self._figures(value))).peers

    def _benchmarks_of(self, value: Stated, group: str = "") -> Iterator[Peer]:
        """What the groups of the value's indicator achieved, or one of them."""
        keys = (key for key in self._benchmarks[value.row.indicator.id] if group in ("", key[1]))
        stated = ((key, self.inputs.benchmarks[key]) for key in keys)
        return _numbers((key[3], benchmark.value, benchmark.origin) for key, benchmark in stated)


def _row(value: Stated) -> tuple[str, str]:
    return value.row.indicator.id, value.row.place


def _by_indicator(keys: Iterable[K]) -> Mapping[str, Sequence[K]]:
    """The keys of each indicator, which they name first."""
    found: dict[str, list[K]] = {}
    for key in keys:
        found.setdefault(key[0], []).append(key)
    return found


def _figures_of(stated: Iterable[tuple[Period, Observation]]) -> Iterator[Peer]:
    return _numbers((period, observation.measure, observation.origin) for period, observation in stated)


def _numbers(stated: Iterable[tuple[Period, Figure | None, Origin]]) -> Iterator[Peer]:
    """What is a number, of a period, with where it is stated."""
    for period, number, origin in stated:
        if isinstance(number, Number):
            yield Peer(period, number, origin, abs(number.shown))


_SOURCES: Mapping[Role, Sequence[Callable[[Peers, Stated], Sequence[Peer]]]] = {
    Role.FIGURE: (Peers._own_series, Peers._other_places),
    Role.TARGET: (Peers._same_standards, Peers._figures),
    Role.LIMIT: (Peers._same_standards, Peers._its_target),
    Role.BENCHMARK: (Peers._other_benchmarks, Peers._beside),
}
