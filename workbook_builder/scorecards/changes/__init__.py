"""What changed since the previous edition: every change once, kind after kind, county first."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.scorecards.changes.figures import figures_of
from workbook_builder.scorecards.changes.indicators import existence_of, indicators_of, rows_of, titles_of
from workbook_builder.scorecards.changes.model import Change, Editions, Kind
from workbook_builder.scorecards.changes.places import renamed_of
from workbook_builder.scorecards.changes.rows import ratings_of, standards_of, travel_of
from workbook_builder.scorecards.model import Scorecard

__all__ = ["Change", "Kind", "find_changes"]


def find_changes(before: Scorecard, now: Scorecard) -> dict[Kind, tuple[Change, ...]]:
    """The changes from one edition to the next, by kind; every kind is there."""
    found: dict[Kind, list[Change]] = {kind: [] for kind in Kind}
    for change in _all(Editions(before, now)):
        found[change.kind].append(change)
    return {kind: tuple(changes) for kind, changes in found.items()}


def _all(editions: Editions) -> Iterator[Change]:
    for changes_of in (ratings_of, travel_of):
        for pair in editions.pairs:
            yield from changes_of(pair)
    yield from figures_of(editions)
    yield from _standards(editions)
    yield from indicators_of(editions)
    yield from titles_of(editions)
    yield from renamed_of(editions)
    yield from rows_of(editions)
    yield from existence_of(editions)


def _standards(editions: Editions) -> Iterator[Change]:
    """A target that holds wherever the indicator exists is told once, at the first row that it judges."""
    told = set()
    for pair in editions.pairs:
        for change in standards_of(pair):
            known = (pair.now.row.indicator.id, change.what, change.place, change.before, change.now)
            if known not in told:
                told.add(known)
                yield change
