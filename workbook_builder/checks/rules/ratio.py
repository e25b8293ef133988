"""A measure that its own numerator and denominator do not make."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.making import Making
from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding, Severity


def _check(context: Context) -> Iterator[Finding]:
    for row, period, observation in context.observations():
        making = Making.of(row.indicator, observation)
        if making and not making.agrees and making.slip is None:
            found = f"{making.measure.text}"
            yield context.finding(
                row, period, observation.origin, found, making.expected, making.off_by, making.numbers
            )


RULE = Rule(
    "ratio",
    "A measure and the numbers behind it are often typed separately, and one of them is then corrected alone.",
    "28.1 stated, where 9 of 31 make 29.0. Numbers that may be rounded are taken as intervals.",
    _check,
    finds="a measure that its numerator and denominator do not make, allowing for rounding",
    remedy="Correct whichever of the three was mistyped: they stand in the row that is named.",
    severity=Severity.ERROR,
)
