"""A figure of a period that had not ended by the edition's month, or a benchmark dated after it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.stated import Role, Stated
from workbook_builder.findings import Finding
from workbook_builder.periods import Frequency, Period, YearBasis


def _check(context: Context) -> Iterator[Finding]:
    month = context.scorecard.edition.month
    for value in context.stated:
        basis = context.scorecard.catalogue.year_bases.get(value.row.indicator.id, YearBasis.FINANCIAL)
        if not value.role.is_standard and _is_ahead(value, month, basis):
            ends = value.period.last_month(basis)
            expected = f"of a period that had ended by {month.label}"
            apart = f"it ends in {ends.label}"
            yield context.finding(value.row, value.period, value.origin, _described(value), expected, apart)


def _is_ahead(value: Stated, month: Period, basis: YearBasis) -> bool:
    """Whether a benchmark is dated after the month, or a quarter or the outturn of a year has not ended by then."""
    if value.role is Role.BENCHMARK and value.period.first_month(basis) > month:
        return True
    is_outturn = value.period.frequency is not value.row.indicator.data_period.frequency
    is_whole = value.period.frequency is Frequency.QUARTER or (
        value.period.frequency is Frequency.YEAR and is_outturn
    )
    return is_whole and value.period.last_month(basis) > month


def _described(value: Stated) -> str:
    return f"{value.shown} of {value.period.label}"


RULE = Rule(
    "ahead",
    "What has not ended cannot have been measured as a whole; what comes after the edition was not known to it.",
    "A benchmark of 50.3 as at 31 December 2024 in the edition of November 2024.",
    _check,
)
