"""A measure, numerator or denominator that has slipped by a power of ten."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.making import Making
from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding, Severity


def _check(context: Context) -> Iterator[Finding]:
    for row, period, observation in context.observations():
        making = Making.of(row.indicator, observation)
        if making and making.slip:
            apart = f"about {making.slip} that"
            found = f"{making.measure.text}"
            yield context.finding(row, period, observation.origin, found, making.expected, apart, making.numbers)


RULE = Rule(
    "unit_slip",
    "A digit that is lost, or a fraction written for a percentage, makes a figure 10 or 100 times what it is.",
    "67.1 stated, where 112 of 1,671 make 6.7: a digit of the numerator is missing.",
    _check,
    finds="a measure that is about 10, 100 or 1,000 times too large or small",
    remedy="Write the missing digit, or the percentage instead of the fraction (53.9, not 0.539).",
    severity=Severity.ERROR,
)
