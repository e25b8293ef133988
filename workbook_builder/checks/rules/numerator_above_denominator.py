"""More of something than there is of it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.figures import Number
from workbook_builder.specs.catalogue import Indicator, Making


def _check(context: Context) -> Iterator[Finding]:
    for row, period, observation in context.observations():
        part, whole = observation.numerator, observation.denominator
        if row.indicator.measure is not Making.PERCENTAGE or _may_be_more(row.indicator):
            continue
        if isinstance(part, Number) and isinstance(whole, Number) and part.value > whole.value:
            expected = f"at most {whole.text}, the denominator"
            apart = f"{part.value - whole.value:,f} more"
            found = f"a numerator of {part.text}"
            numbers = part.value, whole.value
            yield context.finding(row, period, observation.origin, found, expected, apart, numbers, "count")


def _may_be_more(indicator: Indicator) -> bool:
    """Whether the spec says that the percentage may exceed 100."""
    _, highest = indicator.possible
    return highest is not None and highest > 100


RULE = Rule(
    "numerator_above_denominator",
    "The numerator of a percentage counts some of what its denominator counts.",
    "A numerator of 131 with a denominator of 113: the two columns have changed places.",
    _check,
    finds="a numerator above its denominator",
    remedy="Put the two columns right; where the percentage may exceed 100, state `highest_possible` in the spec.",
    severity=Severity.ERROR,
    formerly="above_whole",
)
