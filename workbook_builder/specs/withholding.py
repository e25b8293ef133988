"""What `suppress` of the spec names and limits must agree with the rest of it."""

from __future__ import annotations

from workbook_builder.specs.catalogue import DataPeriod, Level
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.document import Breadcrumb
from workbook_builder.specs.suppress import PRESETS, Suppress, Zeros


def suppression_can_be_met(check: Checker) -> None:
    """What `suppress` names exists, and its limits do not contradict one another."""
    if (suppress := check.spec.suppress) is None:
        return
    _limits(check, suppress)
    _names(check, suppress)
    for t, total in enumerate(suppress.totals):
        _data_period(check, ("suppress", "totals", t, "total"), total.total, (DataPeriod.R12M, DataPeriod.YTD))
        _data_period(check, ("suppress", "totals", t, "of"), total.of, (DataPeriod.MS,))


def _limits(check: Checker, suppress: Suppress) -> None:
    preset = PRESETS[suppress.preset]
    first, last = suppress.from_ or preset["from_"], suppress.to or preset["to"]
    if not isinstance(first, int) or not isinstance(last, int) or first > last:
        key = "to" if suppress.from_ is None else "from"
        found = f"counts from {first} to {last}"
        check.add(("suppress", key), found, "a `from` that is not above `to`", "correct one of the two")
    if suppress.zeros is Zeros.WITHHELD and suppress.suppressed_at_least:
        found = "readers who know that no withheld count is 0, where zeros are withheld"
        allowed = "suppressed_at_least: 0 with zeros: withheld"
        check.add(("suppress", "suppressed_at_least"), found, allowed, "change one of the two")


def _names(check: Checker, suppress: Suppress) -> None:
    spec = check.spec
    words = [level.value for level in Level] + sorted({team.kind for team in spec.teams})
    places = [*words, *spec.area_by_name, *spec.team_by_name]
    for key in ("areas", "last_areas"):
        for n, name in enumerate(getattr(suppress, key)):
            what = "county, district, a kind of team, or the name of an area or team"
            check.known(("suppress", key, n), name, places, what)
    for key in ("except_indicators", "last_indicators", "withhold_unknown"):
        for n, name in enumerate(getattr(suppress, key)):
            check.known(("suppress", key, n), name, spec.indicator_by_id, "an indicator")


def _data_period(check: Checker, crumb: Breadcrumb, name: str, allowed: tuple[DataPeriod, ...]) -> None:
    check.known(crumb, name, check.spec.indicator_by_id, "an indicator")
    indicator = check.spec.indicator_by_id.get(name)
    if indicator and indicator.data_period not in allowed:
        words = " or ".join(each.value for each in allowed)
        found = f'"{name}", whose data_period is {indicator.data_period.value}'
        check.add(crumb, found, f"an indicator whose data_period is {words}", "name another, or remove the entry")
