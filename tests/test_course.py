"""What a chart finds in words: rose, fell or stayed, from the first known figure to the last."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.periods import Frequency, Period, month, year
from workbook_builder.scorecards.course import course_of, finding_of, in_words
from workbook_builder.specs.catalogue import Unit

MAY = month(2024, 5)
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


def finding(*texts: str, title: str = "Plans", unit: Unit = Unit.COUNT) -> str:
    """What is found of one series."""
    course = course_of(title, unit, figures(*texts))
    return finding_of([course] if course else [])


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("311", "279", "114"), "Plans fell from 311 in May 2024 to 114 in July 2024."),
        (("9", "10"), "Plans rose from 9 in May 2024 to 10 in June 2024."),
        (("1138", "2000"), "Plans rose from 1,138 in May 2024 to 2,000 in June 2024."),
        (("24", "24", "24"), "Plans stayed at 24 from May 2024 to July 2024."),
        (("24", "30", "24"), "Plans stood at 24 in May 2024 and again in July 2024."),
        (("", "5", "N/A", "7", "to be supplied"), "Plans rose from 5 in June 2024 to 7 in August 2024."),
        (("62", "62.4"), "Plans stayed at 62 from May 2024 to June 2024."),
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
        (Unit.RATE, "Plans rose from 1 in May 2024 to 2.5 in June 2024."),
        (Unit.COUNT, "Plans rose from 1 in May 2024 to 2.5 in June 2024."),
    ],
)
def test_a_unit_is_singular_for_one(unit: Unit, said: str) -> None:
    assert finding("1", "2.5", unit=unit) == said


def test_the_periods_are_said_once_where_they_are_the_same() -> None:
    stated = {
        "of these in time": ("39", "90"),
        "Requests": ("7", "7"),
        "Visits": ("8", "9", "8"),
        "Calls": ("8", "9", "7"),
        "one": ("5",),
    }
    courses = [course_of(title, Unit.COUNT, figures(*texts)) for title, texts in stated.items()]
    assert finding_of(course for course in courses if course) == (
        "Of these in time rose from 39 in May 2024 to 90 in June 2024. Requests stayed at 7. "
        "Visits stood at 8 in May 2024 and again in July 2024. Calls fell from 8 to 7."
    )
    again = [course_of("Visits", Unit.COUNT, figures("8", "9", "8"))] * 2
    assert finding_of(course for course in again if course).endswith("Visits stood at 8 at both ends.")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (month(2024, 11), "November 2024"),
        (Period(2024, 1, Frequency.TERM), "Autumn 2024-25"),
        (Period(2024, 2, Frequency.QUARTER), "Q2 2024-25"),
        (year(2023), "2023-24"),
    ],
)
def test_periods_are_said_in_full(period: Period, words: str) -> None:
    assert in_words(period) == words


@given(st.lists(st.none() | NUMBERS, min_size=2, max_size=8))
def test_the_verb_is_that_of_the_ends_and_what_is_missing_says_nothing(values: list[Decimal | None]) -> None:
    series: dict[Period, Figure] = {
        MAY.back(-n): Missing.NOT_AVAILABLE if value is None else Number(value, 1) for n, value in enumerate(values)
    }
    known = [value for value in values if value is not None]
    course = course_of("Plans", Unit.COUNT, series)
    assert (course is None) == (len(known) < 2)
    if course:
        text = finding_of([course])
        expected = ("rose",) if known[-1] > known[0] else ("fell",) if known[-1] < known[0] else ("stood", "stayed")
        assert text.split()[1] in expected
        assert f" {known[0]:,.1f} " in text
        assert "N/A" not in text
