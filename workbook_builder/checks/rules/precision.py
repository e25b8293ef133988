"""A figure that is stated less precisely than the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number, rounded


def _check(context: Context) -> Iterator[Finding]:
    for _, _, row in context.rows.values():
        now, before = row.figures.get(row.latest), row.figures.get(row.latest.back())
        if not now or not before or not isinstance(now.measure, Number) or not isinstance(before.measure, Number):
            continue
        lost = before.measure.decimals - now.measure.decimals
        if lost > 0:
            shown = f"with {now.measure.decimals}" if now.measure.decimals else "without"
            found = f"{now.measure.text}, shown {shown} decimals"
            finer = f"{rounded(now.measure.value, before.measure.decimals):,f}"
            expected = f"{finer}: the figure before it is {before.measure.text}"
            apart = f"decimals lost: {lost}; the arrow is judged by the coarser figure"
            yield context.finding(row, row.latest, now.origin, found, expected, apart)


RULE = Rule(
    "precision",
    "Excel drops the last 0 when it saves a CSV file, and arrows are judged by the coarser of two figures.",
    "3 after 2.9: Excel has made 3 of 3.0.",
    _check,
)
