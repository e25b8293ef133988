"""What a chart finds in words: rose, fell or stayed, from the first known figure to the last."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.periods import Frequency, Period, YearBasis, month, year
from workbook_builder.scorecards.course import course_of, finding_of
from workbook_builder.specs.catalogue import DataPeriod, Indicator, Making, Unit

MAY = month(2024, 5)
PLANS = Indicator(
    "PLANS", "Plans", DataPeriod.MS, Unit.COUNT, "plans", 0, Making.NONE, "Cases", "Plans.", ("county",)
)
NUMBERS = st.decimals(0, 5000, places=1, allow_nan=False, allow_infinity=False)


def number(text: str) -> Number:
    """A figure in the precision in which it is written."""
    value = Decimal(text)
    return Number(value, max(0, -int(value.as_tuple().exponent)))


def figures(*texts: str) -> dict[Period, Figure]:
    """Figures from May 2024 on; "" where none is stated, a reason where one is missing."""
    reasons = {reason.value: reason for reason in Missing}
    stated = {MAY.back(-n): text for n, text in enumerate(texts) if text}
    return {period: reasons.get(text) or number(text) for period, text in stated.items()}


def finding(*texts: str, unit: Unit = Unit.COUNT, covers: DataPeriod = DataPeriod.MS) -> str:
    """What is found of one series."""
    course = course_of("Plans", replace(PLANS, unit=unit, data_period=covers), figures(*texts))
    return finding_of([course] if course else [])


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("311", "279", "114"), "Plans fell from 311 in May 2024 to 114 in July 2024."),
        (("9", "10"), "Plans rose from 9 in May 2024 to 10 in June 2024."),
        (("1138", "2000"), "Plans rose from 1,138 in May 2024 to 2,000 in June 2024."),
        (("24", "24", "24"), "Plans stayed at 24, in May 2024 as in July 2024."),
        (("24", "30", "24"), "Plans stood at 24 in May 2024 and again in July 2024."),
        (("", "5", "N/A", "7", "to be supplied"), "Plans rose from 5 in June 2024 to 7 in August 2024."),
        (("62", "62.4"), "Plans stayed at 62, in May 2024 as in June 2024."),
        (("-0.15", "-0.20"), "Plans fell from -0.15 in May 2024 to -0.20 in June 2024."),
        (("5", "N/A", "suppressed"), ""),
        (("N/A", "new indicator"), ""),
        ((), ""),
    ],
)
def test_a_series_is_put_into_words(texts: tuple[str, ...], said: str) -> None:
    assert finding(*texts) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (Unit.PERCENT, "Plans rose from 1% in May 2024 to 2.5% in June 2024."),
        (
            Unit.PERCENTAGE_POINTS,
            "Plans rose from 1 percentage point in May 2024 to 2.5 percentage points in June 2024.",
        ),
        (Unit.DAYS, "Plans rose from 1 day in May 2024 to 2.5 days in June 2024."),
        (Unit.POINTS, "Plans rose from 1 point in May 2024 to 2.5 points in June 2024."),
        (
            Unit.CASES_PER_WORKER,
            "Plans rose from 1 plan per worker in May 2024 to 2.5 plans per worker in June 2024.",
        ),
        (Unit.RATE, "Plans rose from 1 in May 2024 to 2.5 in June 2024."),
        (Unit.COUNT, "Plans rose from 1 in May 2024 to 2.5 in June 2024."),
    ],
)
def test_a_unit_is_singular_for_one(unit: Unit, said: str) -> None:
    assert finding("1", "2.5", unit=unit) == said


def test_a_number_with_decimals_is_plural_as_in_drafts() -> None:
    assert finding("1.0", "2.5", unit=Unit.DAYS) == "Plans rose from 1.0 days in May 2024 to 2.5 days in June 2024."


@pytest.mark.parametrize(
    ("covers", "texts", "said"),
    [
        (
            DataPeriod.R12M,
            ("240", "228"),
            "Plans fell from 240 in the 12 months to May 2024 to 228 in the 12 months to June 2024.",
        ),
        (
            DataPeriod.R12M,
            ("24", "24"),
            "Plans stayed at 24, in the 12 months to May 2024 as in the 12 months to June 2024.",
        ),
        (
            DataPeriod.R12M,
            ("24", "30", "24"),
            "Plans stood at 24 in the 12 months to May 2024 and again in the 12 months to July 2024.",
        ),
        (
            DataPeriod.YTD,
            ("24", "30"),
            "Plans rose from 24 from April to May 2024 to 30 from April to June 2024.",
        ),
    ],
)
def test_a_finding_says_what_a_figure_covers(covers: DataPeriod, texts: tuple[str, ...], said: str) -> None:
    assert finding(*texts, covers=covers) == said


def test_a_year_to_date_begins_as_the_years_of_its_indicator_do() -> None:
    running = replace(PLANS, data_period=DataPeriod.YTD)
    course = course_of("Plans", running, figures("1", "2"), YearBasis.ACADEMIC)
    assert course is not None
    assert course.ends == ("from September 2023 to May 2024", "from September 2023 to June 2024")


def test_the_periods_are_said_once_where_they_are_the_same() -> None:
    stated = {
        "of these in time": ("39", "90"),
        "Requests": ("7", "7"),
        "Visits": ("8", "9", "8"),
        "Calls": ("8", "9", "7"),
        "one": ("5",),
    }
    courses = [course_of(title, PLANS, figures(*texts)) for title, texts in stated.items()]
    assert finding_of(course for course in courses if course) == (
        "Of these in time rose from 39 in May 2024 to 90 in June 2024. Requests stayed at 7. "
        "Visits stood at 8 in May 2024 and again in July 2024. Calls fell from 8 to 7."
    )
    again = [course_of("Visits", PLANS, figures("8", "9", "8"))] * 2
    assert finding_of(course for course in again if course).endswith("Visits stood at 8 at both ends.")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(2024, 1, Frequency.TERM), "in the autumn term of 2024-25"),
        (Period(2024, 2, Frequency.QUARTER), "in quarter 2 of 2024-25"),
        (year(2023), "in 2023-24"),
    ],
)
def test_periods_are_said_as_in_drafts(period: Period, words: str) -> None:
    course = course_of("Plans", PLANS, {period.back(): number("1"), period: number("2")})
    assert course is not None
    assert finding_of([course]).endswith(f" to 2 {words}.")


@given(st.lists(st.none() | NUMBERS, min_size=2, max_size=8))
def test_the_verb_is_that_of_the_ends_and_what_is_missing_says_nothing(values: list[Decimal | None]) -> None:
    series: dict[Period, Figure] = {
        MAY.back(-n): Missing.NOT_AVAILABLE if value is None else Number(value, 1) for n, value in enumerate(values)
    }
    known = [value for value in values if value is not None]
    course = course_of("Plans", PLANS, series)
    assert (course is None) == (len(known) < 2)
    if course:
        text = finding_of([course])
        expected = ("rose",) if known[-1] > known[0] else ("fell",) if known[-1] < known[0] else ("stood", "stayed")
        assert text.split()[1] in expected
        assert f" {known[0]:,.1f} " in text.replace(", ", " ")
        assert "N/A" not in text
