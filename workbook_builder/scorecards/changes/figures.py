"""Figures of the same period that the two editions state differently, or that one of them lacked."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.inputs.observations import Observation
from workbook_builder.periods import Period
from workbook_builder.scorecards.changes.model import ActivityPair, Change, Editions, Key, Kind, Pair, change_at
from workbook_builder.specs.catalogue import Level

Named = tuple[str, Figure, Figure]
"""A figure, numerator or denominator by name: as it was stated before, as it is stated now."""


def figures_of(editions: Editions) -> Iterator[Change]:
    """Figures of tables and of pages of activity, each once, the county's first."""
    tables = [change for pair in editions.pairs for change in _in_table(pair)]
    told = {(pair.now.key, period) for pair in editions.pairs for period in pair.now.row.figures}
    activity = [change for pair in editions.activity for change in _in_activity(pair, told)]
    areas = editions.now.catalogue.area_by_name
    counties = {name for name, area in areas.items() if area.level is Level.COUNTY}
    yield from sorted((*tables, *activity), key=lambda change: change.place not in counties)


def is_same(old: Figure | None, new: Figure | None) -> bool:
    """Whether both read the same; 62 and 62.0 do."""
    if isinstance(old, Number) and isinstance(new, Number):
        return old.shown == new.shown
    return old == new


def _in_table(pair: Pair) -> Iterator[Change]:
    before = pair.before.row.figures
    for period, new in pair.now.row.figures.items():
        if old := before.get(period):
            for name, earlier, later in _parts(old, new):
                yield from _change(pair, f"{name} of {period.label}", earlier, later)


def _parts(old: Observation, new: Observation) -> Iterator[Named]:
    """The measure and, where both editions state them, what it is made of."""
    yield "figure", old.measure, new.measure
    if old.numerator and new.numerator:
        yield "numerator", old.numerator, new.numerator
    if old.denominator and new.denominator:
        yield "denominator", old.denominator, new.denominator


def _in_activity(pair: ActivityPair, told: set[tuple[Key, Period]]) -> Iterator[Change]:
    before = pair.before.row.figures
    for period, new in pair.now.row.figures.items():
        what = f"figure of {period.label}"
        if (pair.now.key, period) in told:
            continue
        if old := before.get(period):
            yield from _change(pair, what, old, new)


def _change(pair: Pair | ActivityPair, what: str, old: Figure, new: Figure) -> Iterator[Change]:
    if is_same(old, new) or new is Missing.NEW_INDICATOR:
        return
    supplied = isinstance(old, Missing) and isinstance(new, Number)
    yield change_at(pair.now, Kind.SUPPLIED if supplied else Kind.REVISED, what, old, new)
