"""The sums over months that a reader knows: rolling twelve months, years to date, and the outturns they end in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.specs.catalogue import DataPeriod, Indicator
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Total
from workbook_builder.suppression.facts import Cell, Part
from workbook_builder.suppression.relations import Relation, Table


def relations_over_time(
    spec: Spec, table: Table, totals: Collection[Total], indicators: Collection[str]
) -> Iterator[Relation]:
    """What months, and sums over months, have to do with one another, of what is printed of either."""
    for (name, part), periods in table.families.items():
        if name not in indicators:
            continue
        indicator = spec.indicator_by_id[name]
        basis = spec.year_bases.get(name, YearBasis.FINANCIAL)
        for place in _places(table, name, part):
            shown = [p for p in periods if Cell(name, place, p, part) in table.cells]
            yield from _of_one_series(indicator, place, part, shown, basis)
            for total in totals:
                if total.total == name:
                    yield from _taken_apart(indicator, total.of, place, part, shown, basis)


def _places(table: Table, name: str, part: Part) -> list[str]:
    return sorted({cell.place for cell in table.cells if cell.indicator == name and cell.part is part})


def _of_one_series(
    indicator: Indicator, place: str, part: Part, shown: list[Period], basis: YearBasis
) -> Iterator[Relation]:
    """A year's outturn is the figure of its last month; a year to date never falls within its year."""
    if indicator.data_period not in (DataPeriod.R12M, DataPeriod.YTD):
        return
    for period in shown:
        cell = Cell(indicator.id, place, period, part)
        before, last = period.back(), period.last_month(basis)
        if period.frequency is Frequency.YEAR and last in shown:
            yield Relation(((1, cell), (-1, cell._replace(period=last))), 0, 0, is_sum=True)
        is_same_year = before.year_of(basis) == period.year_of(basis)
        if indicator.data_period is DataPeriod.YTD and _is_month(period) and before in shown and is_same_year:
            yield Relation(((1, cell), (-1, cell._replace(period=before))), 0, None)


def _is_month(period: Period) -> bool:
    return period.frequency is Frequency.MONTH


def _taken_apart(
    indicator: Indicator, of: str, place: str, part: Part, shown: list[Period], basis: YearBasis
) -> Iterator[Relation]:
    """A total is the sum of its months, and differs from last month's by the months that came and went."""
    for period in (p for p in shown if _is_month(p)):
        cell, before = Cell(indicator.id, place, period, part), period.back()
        months = _months(indicator, period, basis)
        own = [(-1, Cell(of, place, each, part)) for each in months]
        yield Relation(((1, cell), *own), 0, 0, is_sum=True)
        if before in shown:
            earlier = _months(indicator, before, basis)
            come = [(-1, Cell(of, place, each, part)) for each in months if each not in earlier]
            gone = [(1, Cell(of, place, each, part)) for each in earlier if each not in months]
            yield Relation(((1, cell), (-1, cell._replace(period=before)), *come, *gone), 0, 0, is_sum=True)


def _months(indicator: Indicator, period: Period, basis: YearBasis) -> list[Period]:
    """The months that a total of a month is the sum of."""
    months = [period.back(n) for n in range(12)]
    first = period.year_of(basis).first_month(basis)
    return months if indicator.data_period is DataPeriod.R12M else [each for each in months if each >= first]
