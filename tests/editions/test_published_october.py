"""October 2024 is as much of November's edition as was known by then, by rule; nothing in it is invented."""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT
from tests.support.recipes import check, compared
from workbook_builder.commands.build import Order, build
from workbook_builder.disclosure import Disclosed
from workbook_builder.inputs.edition import read_edition
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.periods import Frequency, month
from workbook_builder.problems import Report
from workbook_builder.scorecards.model import Scorecard

PUBLISHED = ROOT / "tests" / "published"
sys.path.insert(0, str(PUBLISHED))

from convert import convert_october  # noqa: E402
from october import before, is_released, kind_of, one_edition_earlier  # noqa: E402

OCTOBER = month(2024, 10)
TABLES = ("observations", "targets", "benchmarks", "sources")
Row = dict[str, str]


def rows_of(edition: str, name: str) -> list[Row]:
    with (ROOT / "inputs" / edition / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def figure(row: Row) -> str:
    return row["measure"] or row["status"]


@pytest.fixture(scope="module")
def october(scorecard: Scorecard, inputs: Disclosed) -> Scorecard:
    """The edition before November's."""
    made = compared(scorecard, ROOT, inputs)
    assert made.previous is not None
    return made.previous


def test_shipped_inputs_are_what_the_conversion_writes(tmp_path: Path) -> None:
    convert_october(PUBLISHED, tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == sorted(TABLES)
    for name in TABLES:
        assert (tmp_path / f"{name}.csv").read_bytes() == (ROOT / f"inputs/2024-10/{name}.csv").read_bytes()


def test_every_figure_is_one_that_november_states_too() -> None:
    november = {(row["indicator"], row["area"], row["period"]): row for row in rows_of("2024-11", "observations")}
    for row in rows_of("2024-10", "observations"):
        if row["measure"] or row["numerator"] or row["denominator"]:
            assert row == november[row["indicator"], row["area"], row["period"]]


def test_every_month_of_the_trend_columns_is_there_for_every_place() -> None:
    november = [r for r in rows_of("2024-11", "observations") if re.fullmatch(r"2024-(0[5-9]|10)", r["period"])]
    ours = {(r["indicator"], r["area"], r["period"]): figure(r) for r in rows_of("2024-10", "observations")}
    assert len(november) == 6 * 247
    assert all(ours[r["indicator"], r["area"], r["period"]] == figure(r) for r in november)


def test_nothing_is_known_of_november_nor_of_april() -> None:
    rows = rows_of("2024-10", "observations")
    assert [row for row in rows if row["period"] in ("2024-11", "2024-25 Autumn")] == []
    april = [row for row in rows if row["period"] == "2024-04"]
    assert len(april) == 247
    assert {(row["measure"], row["status"]) for row in april} == {("", "N/A")}


@pytest.mark.parametrize(
    ("indicator", "period", "expected"),
    [
        ("EY14", "2023-24", "released in November: a figure"),
        ("CYPE8", "2024-25 Q2", "released in November: a figure"),
        ("SISE4", "2023-24", "released in December: to be supplied"),
        ("P8-ALL", "2023-24", "not on the data sources page: to be supplied"),
        ("SISE4", "2022-23", "a figure"),
    ],
)
def test_a_last_figure_is_octobers_only_if_it_had_been_released(indicator: str, period: str, expected: str) -> None:
    rows = [r for r in rows_of("2024-10", "observations") if (r["indicator"], r["period"]) == (indicator, period)]
    supplied = {row["status"] != "to be supplied" for row in rows}
    assert supplied == {expected.endswith("a figure")}


def test_targets_are_novembers_and_benchmarks_but_for_years_to_be_supplied() -> None:
    assert rows_of("2024-10", "targets") == rows_of("2024-11", "targets")
    awaited = {
        (row["indicator"], row["period"])
        for row in rows_of("2024-10", "observations")
        if row["status"] == "to be supplied"
    }
    expected = [r for r in rows_of("2024-11", "benchmarks") if (r["indicator"], r["period"]) not in awaited]
    assert rows_of("2024-10", "benchmarks") == expected


@pytest.mark.parametrize(
    ("label", "released"),
    [
        ("Nov 2024", True),
        ("Sept 2024", True),
        ("July 2024", True),
        ("Dec 2024", False),
        ("Jan 2025", False),
        ("N/A", False),
    ],
)
def test_released_means_by_november(label: str, released: bool) -> None:
    assert is_released(label) is released


@pytest.mark.parametrize(
    ("period", "earlier", "kind"),
    [
        ("2024-05", "2024-04", "month"),
        ("2024-01", "2023-12", "month"),
        ("2024-25 Q1", "2023-24 Q4", "quarter"),
        ("2023-24 Q3", "2023-24 Q2", "quarter"),
        ("2023-24 Autumn", "2022-23 Summer", "term"),
        ("2023-24 Summer", "2023-24 Spring", "term"),
    ],
)
def test_the_period_before_a_series_is_known(period: str, earlier: str, kind: str) -> None:
    assert before(period) == earlier
    assert kind_of(period) == kind_of(earlier) == kind


def test_a_term_that_is_new_is_left_out_and_the_one_before_the_first_is_unknown() -> None:
    terms = ["2023-24 Spring", "2023-24 Summer", "2024-25 Autumn"]
    rows = [{"indicator": "X", "area": "Kent", "period": term, "measure": "1"} for term in terms]
    assert list(one_edition_earlier(rows, "term", last_is_new=False)) == rows
    assert list(one_edition_earlier(rows, "term", last_is_new=True)) == [
        {"indicator": "X", "area": "Kent", "period": "2023-24 Autumn", "status": "N/A"},
        *rows[:2],
    ]


def test_the_edition_says_how_far_it_goes() -> None:
    edition = read_edition(ROOT, OCTOBER, Report())
    assert edition is not None
    for words in ("trend columns", "April 2024", "to be supplied", "publication is assumed"):
        assert words in " ".join(edition.note.split())


def test_it_is_the_previous_edition_of_november_with_the_same_rows(october: Scorecard, scorecard: Scorecard) -> None:
    assert october.edition.month == OCTOBER
    keys = [[(row.indicator.id, row.place) for row in one.rows] for one in (october, scorecard)]
    assert keys[0] == keys[1]


def test_its_latest_months_are_novembers_month_before(october: Scorecard, scorecard: Scorecard) -> None:
    for then, now in zip(october.rows, scorecard.rows, strict=True):
        if now.latest.frequency is Frequency.MONTH:
            assert then.figure(OCTOBER) == now.figure(OCTOBER)
            assert then.figure(month(2024, 4)) is Missing.NOT_AVAILABLE
            assert not any(then.figure(period) is Missing.NEW_INDICATOR for period in then.figures)


def test_it_builds_and_its_numerators_are_blank(october: Scorecard, tmp_path: Path) -> None:
    assert build(Order(ROOT, "2024-10", output=tmp_path / "october.xlsx")).rows == 552
    monthly = [row for row in october.rows if row.latest == OCTOBER and isinstance(row.figure(OCTOBER), Number)]
    assert {row.figures[OCTOBER].numerator for row in monthly} == {None}


def test_it_makes_no_november_figure_look_revised_or_copied() -> None:
    rules = {found.rule for found in check(ROOT, "2024-11")}
    assert rules == {"ratio", "reconciliation", "jump", "unit_slip", "source"}
