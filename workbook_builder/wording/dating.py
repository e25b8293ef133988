"""Periods as words of a sentence: `in the 12 months to November 2024`, `in the autumn term of 2024-25`."""

from __future__ import annotations

from workbook_builder.periods import MONTHS, TERMS, Frequency, Period, YearBasis, full_month
from workbook_builder.specs.catalogue import DataPeriod


def during(period: Period, covers: DataPeriod, basis: YearBasis) -> str:
    """When a figure of that period was so. `covers` is what a monthly figure covers; a year's is always the year."""
    if period.frequency is Frequency.MONTH and covers is DataPeriod.R12M:
        return f"in the 12 months to {full_month(period)}"
    if period.frequency is Frequency.MONTH and covers is DataPeriod.YTD:
        return _since(period.year_of(basis).first_month(basis), period)
    return dated(period)


def dated(period: Period) -> str:
    """`in November 2024`, `at 31 December 2023`, `in quarter 2 of 2024-25`, `in 2023-24`."""
    span = str(period.year_of(YearBasis.FINANCIAL))
    words = {
        Frequency.DAY: f"at {period.day} {MONTHS[(period.part - 1) % 12]} {period.year}",
        Frequency.MONTH: f"in {MONTHS[(period.part - 1) % 12]} {period.year}",
        Frequency.QUARTER: f"in quarter {period.part} of {span}",
        Frequency.TERM: f"in the {TERMS[(period.part - 1) % 3].lower()} term of {span}",
        Frequency.YEAR: f"in {span}",
    }
    return words[period.frequency]


def as_at(period: Period) -> str:
    """When others achieved something: `as at January 2024`, `in 2023-24`."""
    words = dated(period)
    is_a_moment = period.frequency in (Frequency.DAY, Frequency.MONTH)
    return f"as at {words.partition(' ')[2]}" if is_a_moment else words


def _since(first: Period, last: Period) -> str:
    if first == last:
        return dated(last)
    start = MONTHS[first.part - 1] if first.year == last.year else full_month(first)
    return f"from {start} to {full_month(last)}"
