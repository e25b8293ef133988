"""A figure of a period that had not ended by the edition's month, or a benchmark dated after it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.stated import Measured, Role
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number, Origin
from workbook_builder.periods import Frequency, Period, YearBasis

_Dated = tuple[Measured, Period, Origin, str]
"""Of which row, for which period, where it stands, and the value with its word."""


def _check(context: Context) -> Iterator[Finding]:
    month, bases = context.scorecard.edition.month, context.scorecard.catalogue.year_bases
    for row, period, origin, what in [*_figures(context), *_benchmarks(context)]:
        basis = bases.get(row.indicator.id, YearBasis.FINANCIAL)
        ends = period.last_month(basis)
        begins_later, is_whole = period.first_month(basis) > month, _is_whole(row, period)
        if begins_later or (is_whole and ends > month):
            expected = f"of a period that had ended by {month.label}"
            yield context.finding(
                row, period, origin, f"{what} of {period.label}", expected, f"it ends in {ends.label}"
            )


def _figures(context: Context) -> Iterator[_Dated]:
    """Every figure of every row, shown already or not: a later edition would show it."""
    stated = context.inputs.observations
    for (indicator, place), (_, row) in context.measured.items():
        for period in context.inputs.series.get((indicator, place), []):
            observation = stated[indicator, place, period]
            if isinstance(observation.measure, Number):
                yield row, period, observation.origin, observation.measure.text


def _benchmarks(context: Context) -> Iterator[_Dated]:
    values = (value for value in context.stated if value.role is Role.BENCHMARK)
    return ((value.row, value.period, value.origin, value.shown) for value in values)


def _is_whole(row: Measured, period: Period) -> bool:
    """Whether a period is stated when it has ended only: a quarter, the outturn of a year.

    A term or a school year is often stated by a census at its beginning.
    """
    is_outturn = period.frequency is Frequency.YEAR and row.indicator.data_period.frequency is not Frequency.YEAR
    return is_outturn or period.frequency is Frequency.QUARTER


RULE = Rule(
    "ahead",
    "What has not ended cannot have been measured as a whole; what comes after the edition was not known to it.",
    "A benchmark of 50.3 as at 31 December 2024 in the edition of November 2024.",
    _check,
    finds=(
        "a benchmark dated after the edition's month; the figure of a quarter, or the outturn of a year, that had "
        "not ended by then"
    ),
    remedy="Correct the period, or wait with the row for the edition in which it has ended.",
)
