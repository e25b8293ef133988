"""Which former names are those of a place itself, and which are those of districts or teams that were merged into it.

What was stated of a place under its former name is its history. What was stated of two that were merged is not that
of the one they make: no file says what their percentages are together, and counts are not added up unasked. Such rows
stay where they are and are passed over; the history of the merged place is what is stated of it.

Two names are those of different places where both stood in one spec, or where an earlier edition states the same
figure of both. A district that was called A, then B, then C never stood beside itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from workbook_builder.inputs.tables import Row
from workbook_builder.names import folded
from workbook_builder.specs.model import Spec

Neighbours = Collection[frozenset[str]]
"""Names, folded, of places that stood beside each other: in a spec, or in rows that state the same figure."""


def merged_names(spec: Spec, neighbours: Neighbours) -> frozenset[str]:
    """The former names, folded, of places that stood beside another place, or the place, they were merged into."""
    return frozenset(
        former
        for former, place in spec.successors.items()
        for others in [_names_of(spec, place) - {former}]
        if any(former in names and not others.isdisjoint(names) for names in neighbours)
    )


def _names_of(spec: Spec, place: str) -> set[str]:
    return {folded(place), *(former for former, successor in spec.successors.items() if successor == place)}


def neighbours_of(specs: Iterable[Spec], earlier: Iterable[Iterable[Row]]) -> Neighbours:
    """The places that stood beside each other in specs, and in rows of figures of `earlier` editions."""
    different = list({id(spec): spec for spec in specs}.values())
    renamed = {name for spec in different for pair in spec.successors.items() for name in map(folded, pair)}
    if not renamed:
        return ()
    in_specs = {frozenset(map(folded, spec.places)) for spec in different}
    return (*in_specs, *(names for rows in earlier for names in _stated_alike(rows, renamed)))


def _stated_alike(rows: Iterable[Row], renamed: Collection[str]) -> Iterator[frozenset[str]]:
    """The names, among those that play a part, under which an edition states the same figure."""
    by_figure: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        name = folded(row.cells.get("area", ""))
        if name in renamed:
            figure = folded(row.cells.get("indicator", "")), folded(row.cells.get("period", ""))
            by_figure.setdefault(figure, set()).add(name)
    return (frozenset(names) for names in by_figure.values() if len(names) > 1)
