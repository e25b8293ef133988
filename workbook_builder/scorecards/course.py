"""What has become of figures over the periods shown, in words: the finding of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbook_builder.inputs.figures import Figure, Number, rounded
from workbook_builder.periods import Frequency, Period, full_month
from workbook_builder.specs.catalogue import Unit

_UNITS = {
    Unit.PERCENT: ("%", "%"),
    Unit.PERCENTAGE_POINTS: (" percentage point", " percentage points"),
    Unit.DAYS: (" day", " days"),
    Unit.POINTS: (" point", " points"),
}


@dataclass(frozen=True)
class Course:
    """The known figures of one series, the earliest first; at least two."""

    title: str
    unit: Unit
    known: tuple[tuple[Period, Number], ...]

    @property
    def ends(self) -> tuple[Period, Period]:
        """The periods of the first and the last known figure."""
        return self.known[0][0], self.known[-1][0]


def course_of(title: str, unit: Unit, figures: Mapping[Period, Figure]) -> Course | None:
    """The course of a series, or None where fewer than two of its figures are known."""
    known = [(period, figure) for period, figure in sorted(figures.items()) if isinstance(figure, Number)]
    return Course(title, unit, tuple(known)) if len(known) > 1 else None


def finding_of(courses: Iterable[Course]) -> str:
    """`EHCPs issued fell from 311 in May 2024 to 114 in November 2024.`: a sentence for each course.

    Periods are said once where they are the same; what is not known is not spoken of.
    """
    sentences: list[str] = []
    said: tuple[Period, Period] | None = None
    for course in courses:
        sentences.append(_sentence(course, dated=course.ends != said))
        said = course.ends
    return " ".join(sentences)


def _sentence(course: Course, dated: bool) -> str:
    first, last = course.known[0][1], course.known[-1][1]
    decimals = min(first.decimals, last.decimals)  # compared as arrows compare them
    before, now = rounded(first.value, decimals), rounded(last.value, decimals)
    begins, ends = (f" in {in_words(period)}" if dated else "" for period in course.ends)
    if now != before:
        verb = "rose" if now > before else "fell"
        text = f"{verb} from {_said(first, course.unit)}{begins} to {_said(last, course.unit)}{ends}"
    elif any(rounded(number.value, decimals) != now for _, number in course.known):
        again = f"{begins} and again{ends}" if dated else " at both ends"
        text = f"stood at {_said(Number(now, decimals), course.unit)}{again}"
    else:
        since = f" from {in_words(course.ends[0])} to {in_words(course.ends[1])}" if dated else ""
        text = f"stayed at {_said(Number(now, decimals), course.unit)}{since}"
    return f"{course.title[:1].upper()}{course.title[1:]} {text}."


def _said(number: Number, unit: Unit) -> str:
    one, many = _UNITS.get(unit, ("", ""))
    return f"{number.shown:,f}{one if abs(number.shown) == 1 else many}"


def in_words(period: Period) -> str:
    """The period within a sentence: `November 2024`, `Autumn 2024-25`, `Q2 2024-25`, `2023-24`."""
    if period.frequency is Frequency.MONTH:
        return full_month(period)
    return " ".join(reversed(str(period).split()))
