"""A new edition asks for what is due by its month: each series' next figures, outturns and targets of a new year."""

from __future__ import annotations

import re

import pytest

from tests.support.reading import OBSERVATIONS, TARGETS, inputs_of, period
from tests.support.small import SmallProject
from workbook_builder.commands.new.expected import expected_observations, expected_targets
from workbook_builder.inputs import Inputs
from workbook_builder.specs import load_spec
from workbook_builder.specs.model import Spec

SPEC = "indicator_specs.yaml"
HEADER = "indicator,area,period,measure\n"


def observations_due(small: SmallProject, edition: str) -> list[tuple[str, str, str]]:
    """Indicator, place and period of the figures that a new edition asks for."""
    rows = expected_observations(load_spec(small.folder), inputs_of(small), period(edition))
    return [(row["indicator"], row["area"], row["period"]) for row in rows]


def targets_due(small: SmallProject, edition: str) -> list[tuple[str, str, str]]:
    """Indicator, area and year of the targets that a new edition asks for."""
    rows = expected_targets(load_spec(small.folder), inputs_of(small), period(edition))
    return [(row["indicator"], row["area"], row["year"]) for row in rows]


def academic(small: SmallProject) -> None:
    """Let the project's tables follow the academic year."""
    small.write(SPEC, small.text(SPEC).replace("year: financial", "year: academic"))


def reported(small: SmallProject, data_period: str) -> None:
    """Let every indicator be reported as often as this data period says."""
    small.write(SPEC, re.sub(r"data_period: \w+", f"data_period: {data_period}", small.text(SPEC)))
    if data_period == "T":
        academic(small)


def test_a_month_that_was_left_out_is_due_as_well(small: SmallProject) -> None:
    due = observations_due(small, "2025-01")
    assert [row for row in due if row[0] == "SECOND"] == [("SECOND", "Shire", m) for m in ("2024-12", "2025-01")]
    assert len(due) == 10


@pytest.mark.parametrize(
    ("data_period", "last", "edition", "due"),
    [
        ("R12M", "2024-11", "2024-12", ["2024-12"]),
        ("YTD", "2024-11", "2025-02", ["2024-12", "2025-01", "2025-02"]),
        ("Q", "2024-25 Q2", "2024-12", ["2024-25 Q3"]),
        ("Q", "2024-25 Q2", "2025-02", ["2024-25 Q3"]),
        ("Q", "2024-25 Q2", "2025-03", ["2024-25 Q3", "2024-25 Q4"]),
        ("Q", "2024-25 Q3", "2024-12", []),
        ("T", "2023-24 Summer", "2024-12", ["2024-25 Autumn"]),
        ("T", "2024-25 Autumn", "2025-03", []),
        ("T", "2024-25 Autumn", "2025-04", ["2024-25 Spring"]),
        ("T", "2024-25 Autumn", "2025-08", ["2024-25 Spring", "2024-25 Summer"]),
        ("A", "2023-24", "2025-02", []),
        ("A", "2023-24", "2025-03", ["2024-25"]),
        ("A", "2022-23", "2024-12", ["2023-24"]),
    ],
)
def test_a_figure_is_due_when_its_period_has_ended(
    small: SmallProject, data_period: str, last: str, edition: str, due: list[str]
) -> None:
    reported(small, data_period)
    small.write(OBSERVATIONS, f"{HEADER}PLANS,Shire,{last},50\n")
    assert observations_due(small, edition) == [("PLANS", "Shire", text) for text in due]


@pytest.mark.parametrize(("edition", "due"), [("2025-07", []), ("2025-08", ["2024-25"])])
def test_the_year_of_an_academic_table_ends_in_august(small: SmallProject, edition: str, due: list[str]) -> None:
    academic(small)
    reported(small, "A")
    small.write(OBSERVATIONS, f"{HEADER}PLANS,Shire,2023-24,50\n")
    assert observations_due(small, edition) == [("PLANS", "Shire", text) for text in due]


ROLL_OVERS = [
    (False, "2025-03", "2025-04", [("PLANS", "Shire", "2024-25")]),
    (True, "2025-08", "2025-09", [("PLANS", "Shire", "2024-25")]),
]


@pytest.mark.parametrize(("is_academic", "before", "after", "outturns"), ROLL_OVERS)
def test_outturns_are_due_when_the_year_has_turned(
    small: SmallProject, is_academic: bool, before: str, after: str, outturns: list[tuple[str, str, str]]
) -> None:
    if is_academic:
        academic(small)
    assert [row for row in observations_due(small, before) if row[2] == "2024-25"] == []
    assert [row for row in observations_due(small, after) if row[2] == "2024-25"] == outturns


@pytest.mark.parametrize(("is_academic", "before", "after", "outturns"), ROLL_OVERS)
def test_targets_are_due_when_the_year_has_turned(
    small: SmallProject, is_academic: bool, before: str, after: str, outturns: list[tuple[str, str, str]]
) -> None:
    if is_academic:
        academic(small)
    small.change(TARGETS, "REPEAT,2024-25,25.0,", "REPEAT,2024-25,25.0,Shire")
    assert targets_due(small, before) == []
    assert targets_due(small, after) == [
        ("PLANS", "", "2025-26"),
        ("REPEAT", "Shire", "2025-26"),
        ("SECOND", "", "2025-26"),
    ]


def test_a_target_that_is_stated_is_not_asked_for_again(small: SmallProject) -> None:
    small.write(TARGETS, small.text(TARGETS) + "PLANS,2025-26,65,,,55\n")
    assert "PLANS" not in [indicator for indicator, _, _ in targets_due(small, "2025-04")]
    assert ("PLANS", "", "2026-27") in targets_due(small, "2026-04")


def test_the_shipped_series_are_each_continued_once(spec: Spec, inputs: Inputs) -> None:
    monthly = {key[:2] for key in inputs.observations if key[2] == period("2024-11")}
    rows = expected_observations(spec, inputs, period("2024-12"))
    due = [(row["indicator"], row["area"]) for row in rows if row["period"] == "2024-12"]
    assert len(due) == len(set(due)) > 200
    begun = [key for key in due if key in monthly]
    assert set(begun) == monthly
    never_stated = {name for name, _ in set(due) - monthly}
    assert never_stated
    assert never_stated.isdisjoint(name for name, _, _ in inputs.observations)
