"""What counts of all that was ever stated: the latest statement, the one for the place itself, that of the year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.reading import (
    BENCHMARKS,
    NOVEMBER,
    OBSERVATIONS,
    TARGETS,
    figures,
    inputs_of,
    period,
    problems_of,
    row_of,
    scorecard_of,
    shown,
)
from tests.support.small import EDITION, SmallProject
from tests.support.small import OBSERVATIONS as OBSERVED
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.edition import editions
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import month, year
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Scorecard

DECEMBER = month(2024, 12)

REVISIONS: dict[str, tuple[str, str, Callable[[Inputs], str], str, str]] = {
    "a figure": (
        "observations",
        "indicator,area,period,measure\nPLANS,Shire,2024-10,59.2\n",
        lambda inputs: shown(inputs.observations["PLANS", "Shire", period("2024-10")].measure),
        "60.0",
        "59.2",
    ),
    "a figure by a reason why there is none": (
        "observations",
        "indicator,area,period,measure,status\nPLANS,Shire,2024-10,,suppressed\n",
        lambda inputs: shown(inputs.observations["PLANS", "Shire", period("2024-10")].measure),
        "60.0",
        "suppressed",
    ),
    "a target": (
        "targets",
        "indicator,year,target,floor\nPLANS,2024-25,65,50\n",
        lambda inputs: shown(target_of(inputs, "PLANS", "Shire", "2024-25").target),
        "60",
        "65",
    ),
    "a benchmark": (
        "benchmarks",
        "indicator,group,period,value\nPLANS,england,2023-24,50.4\n",
        lambda inputs: shown(inputs.benchmarks["PLANS", "england", "", period("2023-24")].value),
        "50.3",
        "50.4",
    ),
    "a source": (
        "sources",
        "indicator,latest_data,released\nPLANS,Month of December 2024,Jan 2025\n",
        lambda inputs: inputs.sources["PLANS"].released,
        "Dec 2024",
        "Jan 2025",
    ),
}


@pytest.mark.parametrize(("table", "text", "stated", "before", "after"), REVISIONS.values(), ids=REVISIONS.keys())
def test_a_later_edition_revises_what_an_earlier_one_stated(
    small: SmallProject, table: str, text: str, stated: Callable[[Inputs], str], before: str, after: str
) -> None:
    december(small, table, text)
    assert stated(inputs_of(small, DECEMBER)) == after
    assert stated(inputs_of(small)) == before


def test_a_revision_leaves_everything_else_as_it_was(small: SmallProject) -> None:
    december(small, "observations", "indicator,area,period,measure\nPLANS,Shire,2024-10,59.2\n")
    before, after = figures(inputs_of(small)), figures(inputs_of(small, DECEMBER))
    assert [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)] == [
        ("PLANS", "Shire", period("2024-10"))
    ]


def test_an_edition_needs_only_its_own_new_figures(small: SmallProject) -> None:
    rows = [row.replace("2024-11", "2024-12") for row in OBSERVED.splitlines() if "2024-11" in row]
    december(small, "observations", "\n".join([OBSERVED.splitlines()[0], *rows]))
    scorecard = scorecard_of(small, DECEMBER)
    row = next(row for row in scorecard.rows if row.place == "Shire")
    assert [shown(row.figure(month)) for month in map(period, ("2024-10", "2024-11", "2024-12"))] == [
        "60.0",
        "61.5",
        "61.5",
    ]
    assert scorecard.sources["PLANS"].released == "Dec 2024"
    assert scorecard.edition.title == "December 2024"


def test_later_editions_are_never_read(small: SmallProject) -> None:
    expected = inputs_of(small)
    for table in ("observations", "targets", "benchmarks", "sources"):
        small.write(f"inputs/2024-12/{table}.csv", b"\0 not a table")
    small.write("inputs/2024-12/edition.yaml", "{")
    assert inputs_of(small) == expected


def test_a_folder_that_is_not_called_as_a_month_is_no_edition(small: SmallProject) -> None:
    for name in ("Nov-24", "2023-24", "2024-11-01", "notes"):
        (small.folder / "inputs" / name).mkdir()
    small.write("inputs/2024-10", "a file")
    assert editions(small.folder) == [NOVEMBER]


def test_before_its_series_begins_an_indicator_is_new(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-09,40.0,,,,\n", "")
    row = row_of(small, "PLANS", "Eastham")
    assert row.figure(period("2024-09")) is Missing.NEW_INDICATOR
    assert shown(row.figure(period("2024-10"))) == "41.0"


def test_a_series_may_begin_with_a_reason_why_there_is_no_figure(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-09,40.0,,,,\n", "")
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-10,41.0,,,,", "PLANS,Eastham,2024-10,,,,suppressed,")
    row = row_of(small, "PLANS", "Eastham")
    assert [row.figure(period(month)) for month in ("2024-09", "2024-10")] == [
        Missing.NEW_INDICATOR,
        Missing.SUPPRESSED,
    ]


def test_an_outturn_does_not_begin_a_series(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "PLANS,Shire,2024-09,58.0,,,,\n", "")
    assert row_of(small, "PLANS", "Shire").figure(period("2024-09")) is Missing.NEW_INDICATOR


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["PLANS,Shire,2024-10,60.0,,,,"], "no PLANS of 2024-10 for Shire"),
        (["PLANS,Shire,2024-11,61.5,123,200,,"], "no PLANS of 2024-11 for Shire"),
        (
            ["PLANS,Shire,2024-10,60.0,,,,", "PLANS,Eastham,2024-10,41.0,,,,"],
            "no PLANS of 2024-10 for Shire, Eastham",
        ),
    ],
    ids=["inside", "at the end", "of two places"],
)
def test_a_hole_in_a_series_is_a_problem(small: SmallProject, rows: list[str], found: str) -> None:
    for row in rows:
        small.change(OBSERVATIONS, row + "\n", "")
    allowed, remedy = (
        "a figure, or the reason why there is none",
        "add the rows; where there is no figure, say why in `status`",
    )
    assert problems_of(small) == [("inputs/2024-11, table observations", found, allowed, remedy)]


def test_a_series_without_any_figure_is_missing_throughout(small: SmallProject) -> None:
    text = "".join(line for line in OBSERVED.splitlines(True) if not line.startswith("SECOND"))
    small.write(OBSERVATIONS, text)
    assert [found for _, found, _, _ in problems_of(small)] == [
        f"no SECOND of {month} for Shire" for month in ("2024-09", "2024-10", "2024-11")
    ]


def test_the_latest_benchmark_counts(small: SmallProject) -> None:
    add(small, BENCHMARKS, "PLANS,england,2022-23,40.0,", "PLANS,england,2021-22,39.0,")
    assert benchmarks_of(scorecard_of(small)) == {("PLANS", "Shire"): "50.3", ("PLANS", "Eastham"): "50.3"}


def test_the_benchmark_of_a_place_counts_before_the_one_for_all(small: SmallProject) -> None:
    add(small, BENCHMARKS, "PLANS,england,2023-24,48.0,Eastham")
    assert benchmarks_of(scorecard_of(small)) == {("PLANS", "Shire"): "50.3", ("PLANS", "Eastham"): "48.0"}


def test_a_benchmark_as_at_a_date_is_not_that_of_a_year(small: SmallProject) -> None:
    small.change(BENCHMARKS, "2023-24", "2023-12-31")
    assert benchmarks_of(scorecard_of(small)) == {}


def test_a_benchmark_older_than_its_heading_gets_a_note(small: SmallProject) -> None:
    add(small, BENCHMARKS, "REPEAT,england,2021-22,22.5,")
    county, *_ = (page for page in scorecard_of(small).pages if page.tables)
    table = county.tables[0]
    assert set(table.benchmark_periods.values()) == {year(2023)}
    assert table.notes == ("England for Percentage of repeat referrals is that of 2021-22.",)


def test_the_target_of_a_place_counts_before_the_one_for_all(small: SmallProject) -> None:
    add(small, TARGETS, "PLANS,2024-25,35,Eastham,,30,,,,,published,")
    ratings = [row_of(small, "PLANS", place).rating for place in ("Shire", "Eastham")]
    assert ratings == [Rag.GREEN, Rag.GREEN]
    assert shown(target_of(inputs_of(small), "PLANS", "Eastham", "2024-25").target) == "35"
    assert shown(target_of(inputs_of(small), "PLANS", "Shire", "2024-25").target) == "60"


def test_the_polarity_of_a_year_is_that_of_its_target(small: SmallProject) -> None:
    small.change(TARGETS, "PLANS,2023-24,55,,,45", "PLANS,2023-24,55,,l,65")
    row = row_of(small, "PLANS", "Shire")
    assert target_of(inputs_of(small), "PLANS", "Shire", "2023-24").polarity is Polarity.L
    assert row.ratings == {year(2023): Rag.GREEN, month(2024, 11): Rag.GREEN}
    assert row.polarity is Polarity.H


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("PLANS,2024-25,60,,,50", "PLANS,2024-25,60,,,", "PLANS 2024-25: a target that cannot rate its figures"),
        ("PLANS,2024-25,60,,,", "PLANS,2024-25,60,,T,", "PLANS 2024-25: a target that cannot rate its figures"),
    ],
    ids=["no floor", "no bands"],
)
def test_a_target_that_cannot_rate_is_a_problem(small: SmallProject, old: str, new: str, what: str) -> None:
    small.change(TARGETS, old, new)
    allowed = "a polarity, with a floor standard (H and L) or a green and an amber band (T)"
    remedy = "fill in `floor`, or the four ends of the bands"
    where = f"{TARGETS}, row 3"
    assert problems_of(small) == [(where, what, allowed, remedy)]


def test_a_target_that_nothing_is_judged_by_needs_no_floor(small: SmallProject) -> None:
    small.change(TARGETS, "PLANS,2023-24,55,,,45", "PLANS,2023-24,55,,,")
    small.change(TARGETS, "PLANS,2024-25,60,,,50", "PLANS,2024-25,N/A,,,")
    small.change(OBSERVATIONS, "PLANS,Shire,2023-24,50.0,,,,", "PLANS,Shire,2023-24,,,,N/A,")
    assert row_of(small, "PLANS", "Shire").ratings == {year(2023): Rag.NOT_RATED, month(2024, 11): Rag.NOT_RATED}


@pytest.mark.parametrize("sign", ["<=", ">=", "<", ">"])
@pytest.mark.parametrize("space", ["", " "])
def test_a_limit_is_printed_with_its_sign(small: SmallProject, sign: str, space: str) -> None:
    small.change(TARGETS, "inferred,\n", f"inferred,{sign}{space}25.0\n")
    assert target_of(inputs_of(small), "REPEAT", "Shire", "2024-25").sign == sign


def december(small: SmallProject, table: str, text: str) -> None:
    """Add the edition of December 2024 with one table."""
    small.write("inputs/2024-12/edition.yaml", EDITION.replace("2024-11", "2024-12"))
    small.write(f"inputs/2024-12/{table}.csv", text)


def add(small: SmallProject, file: str, *rows: str) -> None:
    """Add rows to a table of the project."""
    small.write(file, small.text(file) + "".join(f"{row}\n" for row in rows))


def target_of(inputs: Inputs, indicator: str, place: str, year: str) -> Target:
    """What judges a place's figures of a year."""
    found = inputs.target(indicator, place, period(year))
    assert found is not None
    return found


def benchmarks_of(scorecard: Scorecard) -> dict[tuple[str, str], str]:
    """The benchmark figures of all rows that have one."""
    return {
        (row.indicator.id, row.place): shown(figure) for row in scorecard.rows for figure in row.benchmarks.values()
    }
