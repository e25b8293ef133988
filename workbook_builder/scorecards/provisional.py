"""The note under a table that says which of its figures are provisional, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbook_builder.inputs.observations import Observation
from workbook_builder.specs.catalogue import Indicator

PROVISIONAL_MARK = "\ufffb"
"""Stands where the style's mark of a provisional figure goes."""
Printed = tuple[Indicator, list[Observation]]
"""An indicator and those of its figures that a table prints."""


def provisional_notes(printed: Iterable[Printed]) -> Iterator[str]:
    """A note for each reason that the inputs give, with the indicators whose figures are provisional for it."""
    reasons: dict[str, list[str]] = {}
    for indicator, observations in printed:
        for stated in observations:
            if stated.provisional is not None:
                reasons.setdefault(stated.provisional, []).append(indicator.code or indicator.title)
    for reason, names in reasons.items():
        why = f": {reason.removesuffix('.')}" if reason else ""
        whose = ", ".join(dict.fromkeys(names))
        yield f"{PROVISIONAL_MARK} Provisional{why} ({whose}). What is provisional may change."
