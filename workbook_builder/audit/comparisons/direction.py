"""An arrow that points another way than the two figures it compares."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.audit.comparison import Comparison, Published, apart, finding
from workbook_builder.audit.judging import Judgement
from workbook_builder.audit.printed import DOT
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number


def _find(published: Published) -> Iterator[Finding]:
    for made in published.judgements:
        if made.slot == DOT and not made.lacking and not made.is_right:
            found = f"{made.word or 'an empty cell'}, {made.figures}"
            expected = f"{made.expected}: {made.reason}"
            yield finding(made.placed, DOT, found, expected, _change(made), made.period.label)


def _change(made: Judgement) -> str:
    row = made.placed.row
    now, before = (made.placed.figure(made.placed.slot_of(period)) for period in (row.latest, row.latest.back()))
    if not isinstance(now, Number) or not isinstance(before, Number):
        return "none"
    return "no change" if now.shown == before.shown else f"a change of {apart(now, before)}"


COMPARISON = Comparison(
    "direction",
    "An arrow says whether the latest figure is better than the one before it; that depends on the polarity.",
    "An arrow for improved although 17.8 is followed by 18.3, and the lowest is best.",
    _find,
)
