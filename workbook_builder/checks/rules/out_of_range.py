"""A figure, target, floor standard or benchmark that its indicator cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.checks.making import Making
from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.stated import Role, Stated
from workbook_builder.findings import Finding, Severity
from workbook_builder.specs.catalogue import Making as Made

_PARTS = (Role.NUMERATOR, Role.DENOMINATOR)


def _check(context: Context) -> Iterator[Finding]:
    for value in context.stated:
        fault = _fault(value)
        reaches_beyond = value.limit is not None and value.limit.is_end  # a band may
        if fault and value.role not in _PARTS and not reaches_beyond and not _is_told_by_its_numbers(context, value):
            said, apart, bound = fault
            numbers = value.number.shown, bound
            yield context.finding(value.row, value.period, value.origin, value.shown, said, apart, numbers)


def _fault(value: Stated) -> tuple[str, str, Decimal] | None:
    """What is possible, how far the value is outside it, and the bound; None where it is possible."""
    lowest, highest = value.row.indicator.possible
    shown = value.number.shown
    if lowest is not None and shown < lowest:
        return f"at least {lowest:,f}", f"{lowest - shown:,f} below that", lowest
    if highest is not None and shown > highest:
        remedy = "correct it, or state `highest_possible` in the spec"
        return f"at most {highest:,f}", f"{shown - highest:,f} above that: {remedy}", highest
    return None


def _is_told_by_its_numbers(context: Context, value: Stated) -> bool:
    """Whether another rule tells of it: those of numerator and denominator say which of them is wrong."""
    indicator = value.row.indicator
    if value.role is not Role.FIGURE or indicator.measure is not Made.PERCENTAGE or indicator.highest_possible:
        return False
    observation = context.inputs.observations.get((indicator.id, value.row.place, value.period))
    return observation is not None and Making.of(indicator, observation) is not None


RULE = Rule(
    "out_of_range",
    "A percentage lies between 0 and 100, a count or rate is not negative, unless the spec says what is possible.",
    "104.2 in a percentage, which is at most 100.",
    _check,
    finds=(
        "a percentage outside 0 to 100, a negative count or rate, or what else the indicator cannot be "
        "(`lowest_possible`, `highest_possible`): figures, targets, floor standards, benchmarks"
    ),
    remedy=(
        "Correct the figure; where it is possible, state `lowest_possible` or `highest_possible` of the indicator "
        "in the spec."
    ),
    severity=Severity.ERROR,
)
