"""Everything that may be said of a row: its figures, past and present, and what they are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.to_green import ToGreen
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.model import Spec

Dated = tuple[Period, Number]


@dataclass(frozen=True)
class Facts:
    """What is known of a row when its edition is published.

    `series` holds every known number of the series up to the latest, the earliest first; `outturn` is that of the
    previous year where the indicator is not annual; `benchmarks` are those that the table shows: the group's
    heading, the year or date, the figure. `to_green` is how many more or fewer would make the figure GREEN. `basis`
    is that of its years; `place` the district or team, "" where it is the county.
    """

    row: Row
    rating: Rag
    value: Number | None
    numerator: Number | None
    denominator: Number | None
    target: Target | None
    series: Mapping[Period, Number]
    outturn: Dated | None
    benchmarks: tuple[tuple[str, Period, Number], ...]
    to_green: ToGreen | None
    basis: YearBasis = YearBasis.FINANCIAL
    place: str = ""

    @property
    def previous(self) -> Dated | None:
        """The figure of the period before the latest."""
        return self._at(self.row.latest.back())

    @property
    def last_year(self) -> Dated | None:
        """The figure of the same period a year earlier; for an annual indicator that is the previous one."""
        return self._at(self.row.latest.a_year_before)

    def _at(self, period: Period) -> Dated | None:
        return (period, self.series[period]) if period in self.series else None


def facts_of(spec: Spec, inputs: Inputs, table: Table, row: Row) -> Facts:
    """The facts of one row of a table."""
    latest = row.figures.get(row.latest)
    series = dict(_series(inputs, row))
    return Facts(
        row=row,
        rating=row.rating,
        value=series.get(row.latest),
        numerator=_number(latest.numerator) if latest else None,
        denominator=_number(latest.denominator) if latest else None,
        target=row.target,
        series=series,
        outturn=_outturn(inputs, row),
        benchmarks=tuple(_benchmarks(spec, row)),
        to_green=row.to_green,
        basis=table.spec.year,
        place="" if row.place == spec.county else row.place,
    )


def _number(figure: object) -> Number | None:
    return figure if isinstance(figure, Number) else None


def _series(inputs: Inputs, row: Row) -> Iterator[Dated]:
    """Every number of the series up to the latest, by time."""
    frequency = row.indicator.data_period.frequency
    for period in inputs.series.get((row.indicator.id, row.place), ()):
        measure = inputs.observations[row.indicator.id, row.place, period].measure
        if period.frequency is frequency and period <= row.latest and isinstance(measure, Number):
            yield period, measure


def _outturn(inputs: Inputs, row: Row) -> Dated | None:
    year = row.year.back()
    if row.indicator.data_period.frequency is Frequency.YEAR:
        return None
    stated = inputs.observations.get((row.indicator.id, row.place, year))
    return (year, stated.measure) if stated and isinstance(stated.measure, Number) else None


def _benchmarks(spec: Spec, row: Row) -> Iterator[tuple[str, Period, Number]]:
    for (group, _), (period, stated) in row.compared_with.items():
        if isinstance(stated.value, Number):
            yield spec.group_by_id[group].heading, period, stated.value
