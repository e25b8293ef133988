"""Which periods have ended by an edition's month: no figure is asked for before."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.specs.model import Spec


def basis_of(spec: Spec, indicator: str) -> YearBasis:
    """Which year an indicator's yearly figures are of: its tables say so; pages of activity count academic years."""
    shown = {row.indicator for page in spec.activity_pages for row in page.rows}
    return spec.year_bases.get(indicator, YearBasis.ACADEMIC if indicator in shown else YearBasis.FINANCIAL)


def periods_due(last: Period, month: Period, basis: YearBasis) -> Iterator[Period]:
    """The periods after `last` that have ended by the end of `month`."""
    period = last.back(-1)
    while period.last_month(basis) <= month:
        yield period
        period = period.back(-1)


def last_ended(month: Period, frequency: Frequency, basis: YearBasis) -> Period:
    """The latest period that has ended by the end of `month`."""
    period = Period(month.year + 1, 1, frequency)
    while period.last_month(basis) > month:
        period = period.back()
    return period
