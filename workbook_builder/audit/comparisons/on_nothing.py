"""A rating or arrow where there is nothing to judge."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.audit.comparison import Comparison, Published, finding
from workbook_builder.audit.printed import DOT
from workbook_builder.findings import Finding


def _find(published: Published) -> Iterator[Finding]:
    for made in published.judgements:
        if made.lacking and made.is_made:
            is_arrow = made.slot == DOT
            found = f"{made.word}, {made.figures}" if is_arrow else f"{made.word} for {made.figures}"
            expected = f"N/A: what is missing {'has no direction' if is_arrow else 'is not rated'}"
            yield finding(made.placed, made.slot, found, expected, f"no {made.lacking}", made.period.label)


COMPARISON = Comparison(
    "rated_without_data",
    "What is missing is never rated and has no direction: such a word was left over from another figure.",
    "GREEN beside N/A.",
    _find,
)
