"""Periods as the documents write and print them, said independently of the package."""

from __future__ import annotations

from typing import NamedTuple

PARTS = {"month": 12, "quarter": 4, "term": 3, "year": 1}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_TERMS = ["Autumn", "Spring", "Summer"]


class When(NamedTuple):
    """A period: of a month its calendar year, of all others the year in which their year starts; parts from 0."""

    kind: str
    year: int
    part: int

    def back(self, steps: int) -> When:
        """So many periods earlier."""
        index = self.year * PARTS[self.kind] + self.part - steps
        return When(self.kind, index // PARTS[self.kind], index % PARTS[self.kind])

    @property
    def written(self) -> str:
        """As the inputs write it."""
        span = f"{self.year}-{(self.year + 1) % 100:02d}"
        if self.kind == "month":
            return f"{self.year}-{self.part + 1:02d}"
        if self.kind == "quarter":
            return f"{span} Q{self.part + 1}"
        return f"{span} {_TERMS[self.part]}" if self.kind == "term" else span

    @property
    def printed(self) -> str:
        """As headings print it."""
        span = f"{self.year % 100:02d}-{(self.year + 1) % 100:02d}"
        if self.kind == "month":
            return f"{_MONTHS[self.part]}-{self.year % 100:02d}"
        if self.kind == "quarter":
            return f"Q{self.part + 1} {span}"
        return f"{_TERMS[self.part]} {span}" if self.kind == "term" else self.written

    def year_of(self, basis: str) -> When:
        """The year (April to March, or September to August) in which it lies."""
        if self.kind != "month":
            return When("year", self.year, 0)
        first = 3 if basis == "financial" else 8
        return When("year", self.year if self.part >= first else self.year - 1, 0)


def last_ended(kind: str, month: When, basis: str) -> When:
    """The last period of a kind that has ended by a month."""
    if kind == "month":
        return month
    first = 3 if basis == "financial" else 8
    since = (month.year * 12 + month.part - first) + 1  # months since the beginning of year 0
    length = {"quarter": 3, "term": 4, "year": 12}[kind]
    whole = since // length - 1
    parts = PARTS[kind]
    return When(kind, whole // parts, whole % parts)
