"""A figure made of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.figures import Number


def _check(context: Context) -> Iterator[Finding]:
    for row, period, observation in context.observations():
        whole = observation.denominator
        if isinstance(whole, Number) and not whole.value and isinstance(observation.measure, Number):
            found = f"{observation.measure.text} with a denominator of 0"
            expected = "no figure: status N/A"
            numbers = observation.measure.shown, None
            yield context.finding(row, period, observation.origin, found, expected, "cannot be measured", numbers)


RULE = Rule(
    "zero_denominator",
    "Where nothing was counted there is no percentage, neither 0 nor 100.",
    "0.0 stated for a team that had no cases in the month.",
    _check,
    finds="a figure with a denominator of 0",
    remedy="Empty the measure and write `N/A` in `status`.",
    severity=Severity.ERROR,
)
