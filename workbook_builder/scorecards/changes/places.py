"""Areas and teams that are called otherwise than before, or were merged into one."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.scorecards.changes.model import Change, Editions, Kind
from workbook_builder.scorecards.spots import all_spots

EVERY_ROW = "every indicator of this area or team"


def renamed_of(editions: Editions) -> Iterator[Change]:
    """Each such area or team that this edition shows, once, at its first row."""
    called = {new: old for old, new in editions.before.renamed.items()}
    made_of = {new: " and ".join(old) for new, old in editions.before.merged.items()}
    told: set[str] = set()
    for spot in all_spots(editions.now):
        place = spot.key[1]
        before = called.get(place) or made_of.get(place)
        if before and place not in told:
            told.add(place)
            what = "renamed" if place in called else "merged"
            yield Change(Kind.RENAMED, what, spot.page.name, EVERY_ROW, place, before, place, row=spot.key)
