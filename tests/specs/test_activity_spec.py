"""A page of activity in the spec: its references lead somewhere, its charts compare like with like."""

from __future__ import annotations

import pytest

from tests.support.changing import VOLUMES
from tests.support.charts import drawn_charts
from tests.support.laying_out import lay_out
from tests.support.reading import scorecard_of
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC
from tests.support.tables import book
from workbook_builder.commands.build import Order, build
from workbook_builder.inputs.figures import Missing
from workbook_builder.periods import Frequency, Period, month
from workbook_builder.problems import ProblemsFound
from workbook_builder.scorecards.activity import Activity, current_period
from workbook_builder.specs import load_spec
from workbook_builder.styles import load_style

OBSERVATIONS = "inputs/2024-11/observations.csv"
CHARTS = """\
            charts:
              - {title: Plans and repeats, indicators: [PLANS, REPEAT]}
"""
PAGE = f"""\
      - kind: activity
        name: Activity
        title: "{{area}}: activity"
        area: Shire
        periods: 2
        benchmark: england
        groups:
          - title: Plans
            indicators: [PLANS, {{indicator: REPEAT, title: Repeats}}, VISITS, PLACES]
{CHARTS}      - {{kind: targets, name: Targets}}
"""


@pytest.fixture
def project(small: SmallProject) -> SmallProject:
    """The small project with a page of activity, and two indicators that only stand there."""
    small.change(SPEC, "data_period: MS", "data_period: R12M")  # PLANS, to be drawn beside REPEAT
    small.change(SPEC, "scorecards:\n", VOLUMES)
    small.change(SPEC, "      - {kind: targets, name: Targets}\n", PAGE)
    return small


def activity(project: SmallProject) -> Activity:
    """The page."""
    [found] = [page.activity for page in scorecard_of(project).pages if page.activity]
    return found


@pytest.mark.parametrize(
    ("old", "new", "trail", "found", "allowed"),
    [
        ("area: Shire", "area: Shirr", "→ area", '"Shirr"', "an area: Shire, Eastham"),
        ("benchmark: england", "benchmark: wales", "→ benchmark", '"wales"', "a benchmark group: england"),
        ("VISITS, PLACES]", "VISIT]", "indicators → VISIT", '"VISIT"', "an indicator: "),
        ("VISITS, PLACES]", "PLANS]", "indicators → PLANS", '"PLANS" twice on the page', "each once"),
        ("area: Shire", "area: Eastham", "indicators → VISITS", '"VISITS"', "an indicator that exists for Eastham"),
        ("[PLANS, REPEAT]", "[PLANS, SECOND]", "indicators → SECOND", '"SECOND"', "an indicator of the group Plans"),
        ("[PLANS, REPEAT]", "[PLANS, PLANS]", "indicators → PLANS", '"PLANS" for the second', "each indicator once"),
        (
            "[PLANS, REPEAT]",
            "[PLANS, VISITS]",
            "indicators → VISITS",
            "VISITS: count every month (MS)",
            "as PLANS: percent every month (R12M)",
        ),
        (
            "[PLANS, REPEAT]",
            "[VISITS, PLACES]",
            "indicators → PLACES",
            "PLACES: count every term",
            "as VISITS: count every month",
        ),
        ("[PLANS, REPEAT]", "[]", "indicators", "an empty list", "a list of at least 1"),
        ("periods: 2\n        bench", "periods: 0\n        bench", "periods", "0", "1 or more"),
    ],
)
def test_a_fault_is_told_where_it_stands(
    project: SmallProject, old: str, new: str, trail: str, found: str, allowed: str
) -> None:
    start, page = project.text(SPEC).split("      - kind: activity\n")
    assert page.count(old) == 1
    project.write(SPEC, f"{start}      - kind: activity\n{page.replace(old, new)}")
    with pytest.raises(ProblemsFound) as raised:
        load_spec(project.folder)
    assert [
        problem
        for problem in raised.value.problems
        if problem.where.endswith(trail) and problem.found.startswith(found) and problem.allowed.startswith(allowed)
    ], raised.value.problems


def test_a_chart_does_not_mix_a_month_with_twelve(project: SmallProject) -> None:
    project.change(SPEC, "data_period: R12M", "data_period: MS")
    with pytest.raises(ProblemsFound) as raised:
        load_spec(project.folder)
    [problem] = raised.value.problems
    assert problem.where.endswith("charts → Plans and repeats → indicators → REPEAT")
    assert problem.found == "REPEAT: percent every month (R12M)"
    assert problem.allowed == "as PLANS: percent every month (MS)"


def test_latest_figures_that_nobody_states_are_to_be_supplied_whatever_is_known_of_earlier_ones(
    project: SmallProject,
) -> None:
    project.write(OBSERVATIONS, project.text(OBSERVATIONS) + "VISITS,Shire,2024-10,5,,,,\n")
    monthly, termly = activity(project).tables
    visits = monthly.groups[0].rows[2]
    assert visits.figures[month(2024, 11)] is Missing.TO_BE_SUPPLIED
    assert month(2024, 9) not in visits.figures
    assert [str(period) for period in termly.periods] == ["2023-24 Spring", "2023-24 Summer", "2024-25 Autumn"]
    assert list(termly.groups[0].rows[0].figures.values()) == [Missing.TO_BE_SUPPLIED]


def test_a_term_is_the_latest_that_has_a_figure(project: SmallProject) -> None:
    project.write(OBSERVATIONS, project.text(OBSERVATIONS) + "PLACES,Shire,2023-24 Summer,5,,,,\n")
    _, termly = activity(project).tables
    assert str(termly.periods[-1]) == "2023-24 Summer"


def test_the_average_is_the_latest_that_is_stated(project: SmallProject) -> None:
    project.write(
        "inputs/2024-11/benchmarks.csv",
        "indicator,group,period,value,area\nPLANS,england,2023-24,50.3,\nPLANS,england,2023-12-31,49.9,\n",
    )
    plans, repeats, *_ = activity(project).tables[0].groups[0].rows
    assert plans.national is not None
    assert str(plans.national[0]) == "2023-24"
    assert repeats.national is None
    assert activity(project).notes == ("In brackets: average of England, 2023-24.",)


def test_a_chart_is_about_the_same_line_whatever_else_is_missing(project: SmallProject) -> None:
    text = project.text(OBSERVATIONS)
    rows = [line for line in text.splitlines() if not line.startswith("PLANS,Shire,2024-")]
    states = [f"PLANS,Shire,{period},,,,N/A," for period in ("2024-09", "2024-10", "2024-11")]
    project.write(OBSERVATIONS, "\n".join([*rows, *states]) + "\n")
    [chart] = activity(project).charts
    assert [row.title for row in chart.rows] == ["Repeats"]
    assert chart.beside == (1,)
    assert chart.finding == (
        "Repeats rose from 22.0% in the 12 months to September 2024 to 28.0% in the 12 months to November 2024."
    )


@pytest.mark.parametrize("charts", [True, False])
def test_a_small_page_is_laid_out_with_and_without_charts(project: SmallProject, charts: bool) -> None:
    if not charts:
        project.change(SPEC, CHARTS, "")
    workbook = lay_out(scorecard_of(project), load_style(project.folder, "kent"))
    [sheet] = [sheet for sheet in workbook.sheets if sheet.name == "Activity"]
    assert len(sheet.charts) == charts
    assert sheet.printing.one_page
    assert sheet.title == "Shire: activity"


TITLES = ("=1+1", "=Targets!A1", "Targets!$A$1", "Wow!B2 again", "{=x}", "Plans & <repeats>")


@pytest.mark.parametrize("title", TITLES)
def test_the_title_of_a_chart_is_text_whatever_it_looks_like(project: SmallProject, title: str) -> None:
    project.change(SPEC, "title: Plans and repeats", f"title: '{title}'")
    file = build(Order(project.folder, "2024-11")).file
    [chart] = drawn_charts(file, book(file)["Activity"])
    assert chart.title.replace("! ", "!") == title
    assert chart.description.startswith(f"{title}: ")


@pytest.mark.parametrize(
    ("at", "frequency", "period"),
    [
        (month(2024, 11), Frequency.QUARTER, "2024-25 Q3"),
        (month(2024, 3), Frequency.QUARTER, "2023-24 Q4"),
        (month(2024, 11), Frequency.TERM, "2024-25 Autumn"),
        (month(2025, 1), Frequency.TERM, "2024-25 Spring"),
        (month(2024, 8), Frequency.TERM, "2023-24 Summer"),
        (month(2024, 11), Frequency.YEAR, "2024-25"),
        (month(2024, 8), Frequency.YEAR, "2023-24"),
    ],
)
def test_before_any_figure_the_current_period_is_shown(at: Period, frequency: Frequency, period: str) -> None:
    assert str(current_period(at, frequency)) == period
