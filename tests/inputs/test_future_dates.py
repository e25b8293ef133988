"""What cannot have been known when an edition was published is refused, with the row that says so."""

from __future__ import annotations

import pytest

from tests.support.reading import BENCHMARKS, inputs_of, problems_of
from tests.support.small import SmallProject

EDITION = "inputs/2024-11/edition.yaml"


@pytest.mark.parametrize("period", ["2026-12-23", "2025-02-01", "2025-02", "2030-31", "2025-26"])
def test_a_benchmark_dated_after_the_publication_is_a_problem(small: SmallProject, period: str) -> None:
    small.change(BENCHMARKS, "2023-24", period)
    assert problems_of(small) == [
        (
            f"{BENCHMARKS}, row 2, column period",
            f'"{period}"',
            "periods that begin no later than the edition's month of publication, 2025-01",
            "correct the period, or move the row to a later edition",
        )
    ]


@pytest.mark.parametrize("period", ["2024-12-31", "2025-01", "2024-25", "2023-12-31"])
def test_a_benchmark_may_be_of_the_time_between_month_and_publication(small: SmallProject, period: str) -> None:
    small.change(BENCHMARKS, "2023-24", period)
    assert [str(key[-1]) for key in inputs_of(small).benchmarks] == [period]


@pytest.mark.parametrize("published", ["2024-01-22", "2024-10-31", "2023-12-22"])
def test_a_publication_before_its_month_is_a_problem(small: SmallProject, published: str) -> None:
    small.change(EDITION, "2025-01-22", published)
    assert problems_of(small) == [
        (
            f"{EDITION}, line 2: published",
            f'"{published}"',
            "a date in November 2024 or after it",
            "correct the date, or the month",
        )
    ]


@pytest.mark.parametrize("published", ["2024-11-01", "2024-12-01", "2026-01-01"])
def test_a_publication_in_its_month_or_later_is_possible(small: SmallProject, published: str) -> None:
    small.change(EDITION, "2025-01-22", published)
    assert f"{inputs_of(small).edition.published:%Y-%m-%d}" == published
