"""What an edition suppresses must not be given away by the edition before, which stated it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.periods import Period
from workbook_builder.scorecards.activity import Activity, ActivityRow, ActivityTable
from workbook_builder.scorecards.model import Row, Scorecard, ScorecardPage, Table

Stated = Mapping[Key, Observation]


def withhold(earlier: Scorecard, stated: Stated, now: Stated) -> Scorecard:
    """An earlier edition, for which `stated` held, without the figures that are suppressed now.

    Ratings and arrows stay as they were given.
    """
    hidden = frozenset(key for key, old in stated.items() if _is_number(old) and _is_suppressed(now.get(key)))
    if not hidden:
        return earlier
    return replace(earlier, pages=tuple(_page(page, hidden) for page in earlier.pages), withheld=hidden)


def _is_number(observation: Observation) -> bool:
    parts = observation.measure, observation.numerator, observation.denominator
    return any(isinstance(part, Number) for part in parts)


def _is_suppressed(observation: Observation | None) -> bool:
    return observation is not None and observation.measure is Missing.SUPPRESSED


def _page(page: ScorecardPage, hidden: frozenset[Key]) -> ScorecardPage:
    activity = page.activity and _activity(page.activity, hidden)
    return replace(page, tables=tuple(_table(table, hidden) for table in page.tables), activity=activity)


def _table(table: Table, hidden: frozenset[Key]) -> Table:
    groups = (replace(group, rows=tuple(_row(row, hidden) for row in group.rows)) for group in table.groups)
    return replace(table, groups=tuple(groups))


def _row(row: Row, hidden: frozenset[Key]) -> Row:
    def kept(period: Period, stated: Observation) -> Observation:
        is_hidden = (row.indicator.id, row.place, period) in hidden
        return Observation(Missing.SUPPRESSED, None, None, stated.origin) if is_hidden else stated

    return replace(row, figures={period: kept(period, stated) for period, stated in row.figures.items()})


def _activity(activity: Activity, hidden: frozenset[Key]) -> Activity:
    """Without charts, whose words tell figures."""
    place = activity.area.name

    def kept(row: ActivityRow) -> ActivityRow:
        is_hidden = {period for period in row.figures if (row.indicator.id, place, period) in hidden}
        return replace(row, figures={**row.figures, **dict.fromkeys(is_hidden, Missing.SUPPRESSED)})

    def table_of(table: ActivityTable) -> ActivityTable:
        groups = (replace(group, rows=tuple(map(kept, group.rows))) for group in table.groups)
        return replace(table, groups=tuple(groups))

    return replace(activity, tables=tuple(map(table_of, activity.tables)), charts=())
