"""Periods are read in every form that is written, printed as on the scorecard, and counted back and forth."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook_builder.periods import Frequency, Period, YearBasis, full_month, month, parse_period, year

FINANCIAL, ACADEMIC = YearBasis.FINANCIAL, YearBasis.ACADEMIC
PARTS = {Frequency.MONTH: 12, Frequency.QUARTER: 4, Frequency.TERM: 3, Frequency.YEAR: 1}


def quarter(starts: int, part: int) -> Period:
    return Period(starts, part, Frequency.QUARTER)


def term(starts: int, part: int) -> Period:
    return Period(starts, part, Frequency.TERM)


def day(year_number: int, part: int, number: int) -> Period:
    return Period(year_number, part, Frequency.DAY, number)


@st.composite
def series_periods(draw: st.DrawFn, first: int = 2012, last: int = 2098) -> Period:
    """Periods of every kind but single days, which are in no series."""
    frequency = draw(st.sampled_from(list(PARTS)))
    return Period(draw(st.integers(first, last)), draw(st.integers(1, PARTS[frequency])), frequency)


def days() -> st.SearchStrategy[Period]:
    return st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda d: day(d.year, d.month, d.day))


WRITTEN = [
    ("2024-11", month(2024, 11)),
    ("2024-01", month(2024, 1)),
    ("Nov-24", month(2024, 11)),
    ("nov-24", month(2024, 11)),
    ("SEP-09", month(2009, 9)),
    ("2024-25 Q2", quarter(2024, 2)),
    ("2024-25Q2", quarter(2024, 2)),
    ("2024-25 q4", quarter(2024, 4)),
    ("2024-25 Autumn", term(2024, 1)),
    ("2024-25 spring", term(2024, 2)),
    ("2024-25Summer", term(2024, 3)),
    ("2023-24", year(2023)),
    ("2012-13", year(2012)),
    ("1999-00", year(1999)),
    ("2099-00", year(2099)),
    ("2023-12-31", day(2023, 12, 31)),
    ("2024-02-29", day(2024, 2, 29)),
]
NO_PERIODS = [
    "",
    "2024",
    "2024-00",
    "2024-13",
    "2024-26",
    "2024-24",
    "2024-1",
    "24-11",
    "2024/11",
    "2024-11 ",
    "2024-11-31",
    "2023-02-29",
    "2024-00-10",
    "2024-13-01",
    "2024-11-00",
    "0000-01-01",
    "0204-11",
    "2204-11",
    "2023-24 Q0",
    "2023-24 Q5",
    "2023-25 Q1",
    "2023-24 Q",
    "2024-11 Q2",
    "2024-25 Winter",
    "2024-26 Autumn",
    "Autumn 2024-25",
    "Nov-2024",
    "Nom-24",
    "Nov 24",
    "November 2024",
    "2024-11\n",
]


@pytest.mark.parametrize(("text", "period"), WRITTEN)
def test_a_period_is_read_as_it_is_written(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_names_no_period_is_not_read_as_one(text: str) -> None:
    assert parse_period(text) is None


@given(series_periods() | days())
def test_a_period_reads_back_as_itself(period: Period) -> None:
    assert parse_period(str(period)) == period


@given(st.integers(2000, 2011))
def test_a_year_that_could_be_a_month_is_read_as_the_month(starts: int) -> None:
    assert parse_period(str(year(starts))) == month(starts, starts - 1999)


@given(st.text(max_size=14) | st.from_regex(r"[0-9]{4}-[0-9]{2}(-[0-9]{2}| ?[Qq][0-9])?", fullmatch=True))
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    period = parse_period(text)
    assert period is None or parse_period(str(period)) in (period, month(period.year, (period.year + 1) % 100))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2024-11", "Nov-24"),
        ("2009-05", "May-09"),
        ("2024-25 Q2", "Q2 24-25"),
        ("2099-00 Q4", "Q4 99-00"),
        ("2024-25 Autumn", "Autumn 24-25"),
        ("2023-24 Summer", "Summer 23-24"),
        ("2023-24", "2023-24"),
        ("2023-12-31", "31 December 2023"),
        ("2024-01-05", "5 January 2024"),
    ],
)
def test_a_period_is_printed_as_the_scorecard_prints_it(text: str, label: str) -> None:
    assert _read(text).label == label


def test_an_edition_is_called_by_its_full_month() -> None:
    assert full_month(month(2024, 11)) == "November 2024"


@pytest.mark.parametrize(
    ("text", "steps", "earlier"),
    [
        ("2024-11", 6, "2024-05"),
        ("2025-01", 1, "2024-12"),
        ("2024-12", -1, "2025-01"),
        ("2024-11", 24, "2022-11"),
        ("2024-11", 0, "2024-11"),
        ("2024-25 Q1", 1, "2023-24 Q4"),
        ("2024-25 Q4", -1, "2025-26 Q1"),
        ("2024-25 Autumn", 1, "2023-24 Summer"),
        ("2024-25 Summer", -1, "2025-26 Autumn"),
        ("2023-24", 3, "2020-21"),
    ],
)
def test_steps_back_stay_in_the_series(text: str, steps: int, earlier: str) -> None:
    assert str(_read(text).back(steps)) == earlier


@given(series_periods(), st.integers(-300, 300))
def test_as_many_steps_forth_as_back_end_where_they_began(period: Period, steps: int) -> None:
    assert period.back(steps).back(-steps) == period


@given(series_periods(), st.integers(1, 300))
def test_a_period_further_back_is_earlier(period: Period, steps: int) -> None:
    assert period.back(steps) < period


@given(series_periods(), st.integers(-60, 60), st.sampled_from(YearBasis))
def test_periods_of_a_series_follow_each_other_without_gap(period: Period, steps: int, basis: YearBasis) -> None:
    here = period.back(steps)
    following = here.back(-1).first_month(basis)
    if here.frequency is not Frequency.MONTH:
        assert here.first_month(basis) < here.last_month(basis)
    assert here.last_month(basis).back(-1) == following


@given(st.lists(st.tuples(st.integers(2012, 2098), st.integers(1, 12)), min_size=1))
def test_months_are_ordered_as_in_time(pairs: list[tuple[int, int]]) -> None:
    assert [(m.year, m.part) for m in sorted(month(*pair) for pair in pairs)] == sorted(pairs)


@pytest.mark.parametrize(
    ("text", "basis", "first", "last"),
    [
        ("2024-11", FINANCIAL, "2024-11", "2024-11"),
        ("2023-12-31", FINANCIAL, "2023-12", "2023-12"),
        ("2024-25 Q1", FINANCIAL, "2024-04", "2024-06"),
        ("2024-25 Q3", FINANCIAL, "2024-10", "2024-12"),
        ("2024-25 Q4", FINANCIAL, "2025-01", "2025-03"),
        ("2024-25 Q4", ACADEMIC, "2025-01", "2025-03"),
        ("2024-25 Autumn", ACADEMIC, "2024-09", "2024-12"),
        ("2024-25 Spring", ACADEMIC, "2025-01", "2025-04"),
        ("2024-25 Summer", ACADEMIC, "2025-05", "2025-08"),
        ("2023-24", FINANCIAL, "2023-04", "2024-03"),
        ("2023-24", ACADEMIC, "2023-09", "2024-08"),
    ],
)
def test_a_period_begins_and_ends_in_these_months(text: str, basis: YearBasis, first: str, last: str) -> None:
    period = _read(text)
    assert (str(period.first_month(basis)), str(period.last_month(basis))) == (first, last)


@pytest.mark.parametrize(
    ("text", "financial", "academic"),
    [
        ("2024-11", "2024-25", "2024-25"),
        ("2024-12", "2024-25", "2024-25"),
        ("2025-01", "2024-25", "2024-25"),
        ("2025-03", "2024-25", "2024-25"),
        ("2025-04", "2025-26", "2024-25"),
        ("2025-08", "2025-26", "2024-25"),
        ("2025-09", "2025-26", "2025-26"),
        ("2025-03-31", "2024-25", "2024-25"),
        ("2025-04-01", "2025-26", "2024-25"),
        ("2024-25 Q4", "2024-25", "2024-25"),
        ("2024-25 Autumn", "2024-25", "2024-25"),
        ("2023-24", "2023-24", "2023-24"),
    ],
)
def test_the_year_turns_in_april_or_in_september(text: str, financial: str, academic: str) -> None:
    assert (str(_read(text).year_of(FINANCIAL)), str(_read(text).year_of(ACADEMIC))) == (financial, academic)


@given(series_periods(), st.sampled_from(YearBasis))
def test_a_period_lies_in_a_year_that_holds_its_months(period: Period, basis: YearBasis) -> None:
    whole = period.year_of(basis)
    natural = ACADEMIC if period.frequency is Frequency.TERM else FINANCIAL
    own = basis if period.frequency in (Frequency.MONTH, Frequency.YEAR) else natural
    assert whole.first_month(own) <= period.first_month(own) <= period.last_month(own) <= whole.last_month(own)


def _read(text: str) -> Period:
    period = parse_period(text)
    assert period is not None
    return period
