"""Periods that figures belong to: months, financial quarters, school terms and years.

A period is written `2024-11`, `2024-25 Q2`, `2024-25 Autumn` or `2023-24`, a single day `2023-12-31`.
A financial year runs from April to March, an academic year from September to August.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, total_ordering

MONTHS = [calendar.month_name[m] for m in range(1, 13)]
TERMS = ["Autumn", "Spring", "Summer"]


class Frequency(Enum):
    """How often a series has a figure."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    YEAR = "year"

    @property
    def noun(self) -> str:
        """`Month`, in a heading."""
        return self.value.capitalize()

    @property
    def adjective(self) -> str:
        """`Monthly`, in a heading."""
        return "Annual" if self is Frequency.YEAR else f"{self.noun}ly"


class YearBasis(Enum):
    """Which twelve months `2023-24` names: April to March, or September to August."""

    FINANCIAL = "financial"
    ACADEMIC = "academic"

    @property
    def first_month(self) -> int:
        """The calendar month in which such a year begins."""
        return 4 if self is YearBasis.FINANCIAL else 9


_PARTS = {Frequency.MONTH: 12, Frequency.QUARTER: 4, Frequency.TERM: 3, Frequency.YEAR: 1}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """One period: `year` is the year it starts in (of a quarter or term: in which its year starts).

    `part` counts from 1: the month, the quarter (Q1 is April to June), the term (1 is Autumn).
    """

    year: int
    part: int
    frequency: Frequency
    day: int = 0

    def __hash__(self) -> int:
        return self.year * 1000 + self.part * 40 + self.day

    def __lt__(self, other: Period) -> bool:
        """Whether this period starts earlier in its year; meant for periods of one series."""
        return (self.year, self.part, self.day) < (other.year, other.part, other.day)

    def __str__(self) -> str:
        return _WRITTEN[self.frequency](self)

    @property
    def label(self) -> str:
        """The period as the scorecard prints it: `Nov-24`, `Q2 24-25`, `Autumn 24-25`, `2023-24`."""
        return _PRINTED[self.frequency](self)

    def back(self, steps: int = 1) -> Period:
        """The period so many steps earlier (later, where negative) in the same series."""
        parts = _PARTS[self.frequency]
        index = self.year * parts + self.part - 1 - steps
        return Period(index // parts, index % parts + 1, self.frequency)

    @property
    def a_year_before(self) -> Period:
        """The same period of the year before."""
        return self.back(_PARTS[self.frequency])

    def first_month(self, basis: YearBasis) -> Period:
        """The calendar month in which the period begins; a year's depends on its basis."""
        if self.frequency in (Frequency.MONTH, Frequency.DAY):
            return month(self.year, self.part)
        start = {Frequency.QUARTER: 4 + 3 * (self.part - 1), Frequency.TERM: 9 + 4 * (self.part - 1)}
        begins = start.get(self.frequency, basis.first_month)
        return month(self.year + (begins - 1) // 12, (begins - 1) % 12 + 1)

    def last_month(self, basis: YearBasis) -> Period:
        """The calendar month in which the period ends."""
        months = {Frequency.QUARTER: 3, Frequency.TERM: 4, Frequency.YEAR: 12}.get(self.frequency, 1)
        return self.first_month(basis).back(1 - months)

    def year_of(self, basis: YearBasis) -> Period:
        """The year the period lies in: November 2024 lies in 2024-25, March 2025 in 2024-25 (financial)."""
        if self.frequency not in (Frequency.MONTH, Frequency.DAY):
            return year(self.year)
        return year(self.year if self.part >= basis.first_month else self.year - 1)


def _span(p: Period) -> str:
    return f"{p.year}-{(p.year + 1) % 100:02d}"


_WRITTEN = {
    Frequency.DAY: lambda p: f"{p.year}-{p.part:02d}-{p.day:02d}",
    Frequency.MONTH: lambda p: f"{p.year}-{p.part:02d}",
    Frequency.QUARTER: lambda p: f"{_span(p)} Q{p.part}",
    Frequency.TERM: lambda p: f"{_span(p)} {TERMS[p.part - 1]}",
    Frequency.YEAR: _span,
}
_PRINTED = {
    Frequency.DAY: lambda p: f"{p.day} {MONTHS[p.part - 1]} {p.year}",
    Frequency.MONTH: lambda p: f"{MONTHS[p.part - 1][:3]}-{p.year % 100:02d}",
    Frequency.QUARTER: lambda p: f"Q{p.part} {_span(p)[2:]}",
    Frequency.TERM: lambda p: f"{TERMS[p.part - 1]} {_span(p)[2:]}",
    Frequency.YEAR: _span,
}


def month(year_number: int, part: int) -> Period:
    """A calendar month."""
    return Period(year_number, part, Frequency.MONTH)


def year(starts: int) -> Period:
    """The year that starts in the given calendar year: `year(2023)` is 2023-24."""
    return Period(starts, 1, Frequency.YEAR)


def full_month(period: Period) -> str:
    """`November 2024`."""
    return f"{MONTHS[period.part - 1]} {period.year}"


_SHORT = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_YEAR = r"((?:19|20)\d\d)"
_IN_A_NAME = re.compile(rf"(?<!\d){_YEAR}[-_. ]?(0[1-9]|1[0-2])(?!\d)")
_FORMS = {
    "day": re.compile(_YEAR + r"-(\d\d)-(\d\d)"),
    "month": re.compile(_YEAR + r"-(\d\d)"),
    "excel": re.compile(r"([A-Za-z]{3})-(\d\d)"),
    "quarter": re.compile(_YEAR + r"-(\d\d) ?Q([1-4])", re.IGNORECASE),
    "term": re.compile(_YEAR + r"-(\d\d) ?(Autumn|Spring|Summer)", re.IGNORECASE),
}


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period | None:
    """The period that a text names, or None. `Nov-24`, Excel's way with `2024-11`, is November 2024.

    `2011-12` is read as a month: years that could be taken for one ended in 2011-12.
    """
    for form, pattern in _FORMS.items():
        if found := pattern.fullmatch(text):
            return _MADE[form](found)
    return None


def named_month(text: str) -> Period | None:
    """The month that a name speaks of, in whatever order: `Nov 2024`, `November_2024`, `2024-11 (copy)`, `202411`."""
    if numbers := _IN_A_NAME.search(text):
        return month(int(numbers[1]), int(numbers[2]))
    words = [number for word in re.findall(r"[A-Za-z]+", text) if (number := _SHORT.get(word[:3].casefold()))]
    years = re.findall(rf"(?<!\d){_YEAR}(?!\d)", text)
    return month(int(years[0]), words[0]) if len(words) == len(years) == 1 else None


def _day(found: re.Match[str]) -> Period | None:
    y, m, d = map(int, found.groups())
    valid = 1 <= m <= 12 and 1 <= d <= calendar.monthrange(y, m)[1]
    return Period(y, m, Frequency.DAY, d) if valid else None


def _month_or_year(found: re.Match[str]) -> Period | None:
    y, second = int(found[1]), int(found[2])
    if 1 <= second <= 12:
        return month(y, second)
    return year(y) if second == (y + 1) % 100 else None


def _excel_month(found: re.Match[str]) -> Period | None:
    number = _SHORT.get(found[1].casefold())
    return month(2000 + int(found[2]), number) if number else None


def _part_of_year(frequency: Frequency) -> Callable[[re.Match[str]], Period | None]:
    def make(found: re.Match[str]) -> Period | None:
        starts = int(found[1])
        part = TERMS.index(found[3].title()) + 1 if frequency is Frequency.TERM else int(found[3])
        return Period(starts, part, frequency) if int(found[2]) == (starts + 1) % 100 else None

    return make


_MADE: dict[str, Callable[[re.Match[str]], Period | None]] = {
    "day": _day,
    "month": _month_or_year,
    "excel": _excel_month,
    "quarter": _part_of_year(Frequency.QUARTER),
    "term": _part_of_year(Frequency.TERM),
}
