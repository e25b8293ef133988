"""What pages of activity must agree on with the rest of the spec: areas, benchmarks, indicators, charts."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.problems import quoted
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.document import Breadcrumb
from workbook_builder.specs.pages import ActivityPage, ChartSpec


def activity_leads_somewhere(check: Checker) -> None:
    """Area, benchmark group and indicators are there, and each indicator stands on the page once."""
    for crumb, page in _pages(check):
        check.known((*crumb, "area"), page.area, check.spec.area_by_name, "an area")
        if page.benchmark:
            check.known((*crumb, "benchmark"), page.benchmark, check.spec.group_by_id, "a benchmark group")
        seen: set[str] = set()
        for g, group in enumerate(page.groups):
            for r, row in enumerate(group.rows):
                where = (*crumb, "groups", g, "indicators", r)
                _check_indicator(check, where, page, row.indicator)
                for a, area in enumerate(row.areas):
                    check.known((*where, "areas", a), area, check.spec.area_by_name, "an area")
                if row.indicator in seen:
                    check.add(where, f"{quoted(row.indicator)} twice on the page", "each once", "remove one")
                seen.add(row.indicator)


def charts_compare_like_with_like(check: Checker) -> None:
    """A chart draws indicators of its group, each once, all of one unit and data period."""
    for crumb, page in _pages(check):
        for g, group in enumerate(page.groups):
            names = [row.indicator for row in group.rows]
            for c, chart in enumerate(group.charts):
                where = (*crumb, "groups", g, "charts", c)
                for n, name in enumerate(chart.indicators):
                    check.known((*where, "indicators", n), name, names, f"an indicator of the group {group.title}")
                check.unique((*where, "indicators"), chart.indicators, "indicator")
                _check_alike(check, where, chart)


def _pages(check: Checker) -> Iterator[tuple[Breadcrumb, ActivityPage]]:
    for s, scorecard in enumerate(check.spec.scorecards):
        for p, page in enumerate(scorecard.pages):
            if isinstance(page, ActivityPage):
                yield ("scorecards", s, "pages", p), page


def _check_indicator(check: Checker, where: Breadcrumb, page: ActivityPage, name: str) -> None:
    check.known(where, name, check.spec.indicator_by_id, "an indicator")
    indicator = check.spec.indicator_by_id.get(name)
    if indicator and page.area in check.spec.area_by_name and not check.spec.exists(indicator, page.area):
        allowed = f"an indicator that exists for {page.area}"
        check.add(where, quoted(name), allowed, "correct its `exists`, or remove it here")


def _check_alike(check: Checker, where: Breadcrumb, chart: ChartSpec) -> None:
    first, *others = (check.spec.indicator_by_id.get(name) for name in chart.indicators)
    for n, other in enumerate(others, 1):
        if first and other and _measured(other) != _measured(first):
            allowed = f"as {first.id}: {_measured(first)}"
            check.add(
                (*where, "indicators", n), f"{other.id}: {_measured(other)}", allowed, "give it a chart of its own"
            )


def _measured(indicator: Indicator) -> str:
    """`count every month (R12M)`: the unit, how often there is a figure, and what one covers."""
    covers = indicator.data_period
    return f"{indicator.unit.value.replace('_', ' ')} every {covers.frequency.value} ({covers.value})"
