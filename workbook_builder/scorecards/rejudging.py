"""Judges a row: what follows from its figures and targets, whether they are those of the inputs or others."""

from __future__ import annotations

from dataclasses import replace

from workbook_builder.inputs.figures import Figure
from workbook_builder.inputs.judging import rated
from workbook_builder.periods import Period
from workbook_builder.rating.travel import travel
from workbook_builder.rating.trend import Direction, trend_of
from workbook_builder.scorecards.judging import to_green_of
from workbook_builder.scorecards.model import Row
from workbook_builder.specs.columns import DirectionColumn, NumbersColumn, TrendColumn
from workbook_builder.specs.pages import ColumnSet


def rejudged(row: Row, columns: ColumnSet) -> Row:
    """The row with ratings (of the periods that it rates), arrow, direction and what it lacks for GREEN made anew."""
    target, latest = row.target, row.figures.get(row.latest)
    aim = target.target if target else None
    years = {period: row.judged_by if period == row.latest else period for period in row.ratings}
    return replace(
        row,
        ratings={
            period: rated(row.figures.get(period), row.indicator, row.targets.get(year))
            for period, year in years.items()
        },
        travel=travel(_measure(row, row.latest), _measure(row, row.latest.back()), row.polarity, aim),
        to_green=to_green_of(row.indicator, latest, target),
        direction=_direction(row, columns),
    )


def earlier_shown(columns: ColumnSet) -> int:
    """How many periods before the latest a table with such columns shows."""
    kinds = {column.kind for column in columns.columns}
    shown = [trend_shown(columns)]
    shown += [column.periods - 1 for column in columns.columns if isinstance(column, NumbersColumn)]
    return max([*shown, 1 if {"earlier", "dot"} & kinds else 0])


def trend_shown(columns: ColumnSet) -> int:
    """How many periods before the latest its trend shows."""
    return max((column.periods for column in columns.columns if isinstance(column, TrendColumn)), default=0)


def direction_column(columns: ColumnSet) -> DirectionColumn | None:
    """The column that says where the periods shown are going, if there is one."""
    return next((column for column in columns.columns if isinstance(column, DirectionColumn)), None)


def _direction(row: Row, columns: ColumnSet) -> Direction | None:
    """Where the figures shown are going; unknown for those that overlap, None where no column says it."""
    asked = direction_column(columns)
    if asked is None or row.indicator.data_period.overlaps:
        return Direction.UNKNOWN if asked else None
    window = [_measure(row, row.latest.back(steps)) for steps in range(trend_shown(columns), -1, -1)]
    return trend_of(window, row.polarity, row.target.target if row.target else None, asked.least)


def _measure(row: Row, period: Period) -> Figure | None:
    observation = row.figures.get(period)
    return observation.measure if observation else None
