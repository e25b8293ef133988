"""Figures that are exactly those of the period before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number

_LEAST = 50  # smaller counts often stay the same


def _check(context: Context) -> Iterator[Finding]:
    for _, _, row in context.rows.values():
        series = context.series(row.indicator, row.place)
        for (earlier, before), (period, now) in pairwise(series):
            if period != row.latest or not isinstance(now.denominator, Number) or now.denominator.value < _LEAST:
                continue
            if isinstance(now.numerator, Number) and (now.numerator, now.denominator) == (
                before.numerator,
                before.denominator,
            ):
                found = f"{now.numerator.text} of {now.denominator.text}, as in {earlier.label}"
                yield context.finding(row, period, now.origin, found, "figures of its own", "none")


RULE = Rule(
    "unchanged",
    "Numerator and denominator of a large count rarely both stay the same: last month's row may have been copied.",
    "1,138 of 38,847 in November, and the same in October.",
    _check,
    finds="numerator and denominator exactly as in the period before",
    remedy="Compare with the source. If both are right, accept the warning.",
)
