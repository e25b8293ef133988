"""A year to date that falls within its year."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.stated import Measured
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.observations import Observation
from workbook_builder.periods import Period, YearBasis
from workbook_builder.scorecards.model import Row
from workbook_builder.specs.catalogue import DataPeriod, Unit

_COUNTED = {"measure": "", "numerator": "a numerator of ", "denominator": "a denominator of "}


def _check(context: Context) -> Iterator[Finding]:
    for _, row in context.measured.values():
        if row.indicator.data_period is DataPeriod.YTD:
            for name in _COUNTED:
                if name != "measure" or row.indicator.unit is Unit.COUNT:
                    yield from _falls(context, row, name)


def _falls(context: Context, row: Measured, name: str) -> Iterator[Finding]:
    """Where what is counted since the year began is fewer than at the last figure before it, of those shown."""
    basis = context.scorecard.catalogue.year_bases.get(row.indicator.id, YearBasis.FINANCIAL)
    counts = [(p, o, n) for p, o in context.series(row.indicator, row.place) if (n := _count(o, name))]
    for (earlier, _, before), (period, observation, now) in pairwise(counts):
        if now.shown < before.shown and period in _shown(row) and _are_of_one_year(earlier, period, basis):
            found = f"{_COUNTED[name]}{now.text} in the year to {period.label}"
            expected = f"at least {before.text}, that to {earlier.label}"
            apart = f"{before.shown - now.shown:,f} fewer: is it the month's own count?"
            numbers = now.shown, before.shown
            yield context.finding(row, period, observation.origin, found, expected, apart, numbers, "count")


def _shown(row: Measured) -> Collection[Period]:
    return row.figures if isinstance(row, Row) else row.row.figures


def _count(observation: Observation, name: str) -> Number | None:
    figure = getattr(observation, name)
    return figure if isinstance(figure, Number) else None


def _are_of_one_year(earlier: Period, later: Period, basis: YearBasis) -> bool:
    return earlier.year_of(basis) == later.year_of(basis)


RULE = Rule(
    "year_to_date",
    "What is counted since the year began can only grow until the year ends.",
    "63 in the year to November, 1,074 in the year to October: 63 is that month's own count.",
    _check,
    finds="a year to date that falls within its year",
    remedy="State the count since the year began, not that of the month.",
)
