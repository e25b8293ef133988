"""What changed tells every change of a figure: withdrawn for whatever reason, stated where none was, others' too."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.scorecards.test_changes import PLANS, REPEAT, only, told
from tests.support.changing import PAGE, add_activity, add_page, changes_of, follow
from tests.support.small import SPEC, SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.inputs.figures import Missing
from workbook_builder.scorecards.changes import Kind

BENCHMARKS = "inputs/2024-12/benchmarks.csv"
HEADER = "indicator,group,period,value,area\n"
REASONS = [reason.value for reason in Missing if reason is not Missing.SUPPRESSED]


@pytest.mark.parametrize("reason", REASONS)
def test_a_figure_that_is_withdrawn_is_told_whatever_the_reason(small: SmallProject, reason: str) -> None:
    follow(small, restated=f"REPEAT,Shire,2024-11,,,,{reason},\n")
    expected = ("figure of Nov-24", "County", REPEAT, "Shire", "28.0", reason)
    assert told(changes_of(small)[Kind.REVISED]) == [expected]


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_that_is_another_now_is_told(small: SmallProject, reason: str) -> None:
    follow(small, restated=f"REPEAT,Eastham CSWT,2024-11,,,,{reason},\n")
    is_same = reason == "to be supplied"
    expected = ("figure of Nov-24", "Eastham", REPEAT, "Eastham CSWT", "to be supplied", reason)
    assert only(small, Kind.REVISED) == ([] if is_same else [expected])


@pytest.mark.parametrize("reason", REASONS)
def test_a_figure_of_activity_that_is_withdrawn_is_told(small: SmallProject, reason: str) -> None:
    follow(small)
    november = "VISITS,Shire,2024-10,500,,,,\nVISITS,Shire,2024-11,510,,,,\n"
    add_activity(small, november, f"VISITS,Shire,2024-12,520,,,,\nVISITS,Shire,2024-11,,,,{reason},\n")
    expected = ("figure of Nov-24", "Activity", "Number of visits", "Shire", "510", reason)
    assert told(changes_of(small)[Kind.REVISED]) == [expected]


def test_a_withdrawn_figure_stands_on_the_page(small: SmallProject) -> None:
    follow(small, restated="REPEAT,Shire,2024-11,,,,new indicator,\n")
    add_page(small)
    book = load_workbook(build(Order(small.folder, "2024-12")).file)
    rows = [list(row) for row in book[PAGE].values if row[0] == "Figure of Nov-24"]
    assert [row[1:6] for row in rows] == [["County", REPEAT, "Shire", 28, "new indicator"]]


def test_a_numerator_that_is_withdrawn_beside_a_figure_that_stays_is_told(small: SmallProject) -> None:
    follow(small, restated="PLANS,Eastham,2024-11,41.0,,,,\n")
    assert only(small, Kind.REVISED) == [
        ("numerator of Nov-24", "Eastham", PLANS, "Eastham", "41", "none"),
        ("denominator of Nov-24", "Eastham", PLANS, "Eastham", "100", "none"),
    ]


def test_an_outturn_that_was_not_stated_before_is_supplied(small: SmallProject) -> None:
    follow(small, restated="PLANS,Eastham,2023-24,38.0,,,,\n")
    changes = changes_of(small)
    expected = ("figure of 2023-24", "Eastham", PLANS, "Eastham", "none", "38.0")
    assert told(changes[Kind.SUPPLIED]) == [expected]


def test_a_period_that_the_earlier_edition_had_no_column_for_is_no_change(small: SmallProject) -> None:
    follow(small)
    text = SPEC.replace("{kind: trend, periods: 2}", "{kind: trend, periods: 3}")
    small.write("indicator_specs.yaml", text)
    assert changes_of(small) == dict.fromkeys(Kind, ())


@pytest.mark.parametrize(
    ("value", "kind", "now"), [("51.3", Kind.REVISED, "51.3"), ("N/A", Kind.REVISED, "N/A")], ids=["other", "gone"]
)
def test_a_benchmark_of_the_same_year_that_differs_is_told(
    small: SmallProject, value: str, kind: Kind, now: str
) -> None:
    follow(small)
    small.write(BENCHMARKS, f"{HEADER}PLANS,england,2023-24,{value},\n")  # which stands in two rows
    assert only(small, kind) == [("England of 2023-24", "County", PLANS, "", "50.3", now)]


def test_a_benchmark_that_is_new_under_its_heading_is_supplied(small: SmallProject) -> None:
    follow(small)
    small.write(BENCHMARKS, f"{HEADER}REPEAT,england,2023-24,22.0,Shire\n")
    assert only(small, Kind.SUPPLIED) == [("England of 2023-24", "County", REPEAT, "Shire", "none", "22.0")]


def test_a_benchmark_of_a_later_year_is_news_and_no_change(small: SmallProject) -> None:
    follow(small)
    small.write(BENCHMARKS, f"{HEADER}PLANS,england,2024-25,51.0,\n")
    assert changes_of(small) == dict.fromkeys(Kind, ())


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [("source: Case system", "source: Census", "source"), ("qpr: true", "qpr: false", "reported in the QPR")],
)
def test_where_figures_come_from_and_go_to_is_part_of_a_definition(
    small: SmallProject, old: str, new: str, what: str
) -> None:
    follow(small)
    small.change("indicator_specs.yaml", old, new)
    [change] = changes_of(small)[Kind.REDEFINED]
    assert (change.what, change.title) == (what, PLANS)


def test_a_row_that_has_another_title_of_its_own_is_told_once(small: SmallProject) -> None:
    follow(small)
    entry = "{indicator: PLANS, title: Plans in time}"
    small.change("indicator_specs.yaml", "- indicators: [PLANS, REPEAT", f"- indicators: [{entry}, REPEAT")
    [(what, _, _, place, before, now)] = only(small, Kind.REDEFINED)
    assert (what, place, before, now) == (
        "title of the row",
        "",
        "Percentage of plans issued in time",
        "Plans in time",
    )
