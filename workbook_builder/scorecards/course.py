"""What has become of figures over the periods shown, in words: the finding of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbook_builder.inputs.figures import Figure, Number, rounded
from workbook_builder.periods import Period, YearBasis
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.wording.dating import during
from workbook_builder.wording.measures import capitalised, quantity


@dataclass(frozen=True)
class Course:
    """The known figures of one series, the earliest first; at least two. `basis` is that of its years."""

    title: str
    indicator: Indicator
    known: tuple[tuple[Period, Number], ...]
    basis: YearBasis

    @property
    def ends(self) -> tuple[str, str]:
        """When the first and the last known figure were so: `in the 12 months to May 2024`."""
        covers = self.indicator.data_period
        first, last = (during(period, covers, self.basis) for period, _ in (self.known[0], self.known[-1]))
        return first, last


def course_of(
    title: str, indicator: Indicator, figures: Mapping[Period, Figure], basis: YearBasis = YearBasis.FINANCIAL
) -> Course | None:
    """The course of a series, or None where fewer than two of its figures are known."""
    known = [(period, figure) for period, figure in sorted(figures.items()) if isinstance(figure, Number)]
    return Course(title, indicator, tuple(known), basis) if len(known) > 1 else None


def finding_of(courses: Iterable[Course]) -> str:
    """`EHCPs issued fell from 311 in May 2024 to 114 in November 2024.`: a sentence for each course.

    Periods are said once where they are the same; what is not known is not spoken of.
    """
    sentences: list[str] = []
    said: tuple[str, str] | None = None
    for course in courses:
        sentences.append(_sentence(course, dated=course.ends != said))
        said = course.ends
    return " ".join(sentences)


def _sentence(course: Course, dated: bool) -> str:
    first, last = course.known[0][1], course.known[-1][1]
    decimals = min(first.decimals, last.decimals)  # compared as arrows compare them
    before, now = rounded(first.value, decimals), rounded(last.value, decimals)
    begins, ends = (f" {when}" if dated else "" for when in course.ends)
    same = quantity(Number(now, decimals), course.indicator)
    if now != before:
        verb = "rose" if now > before else "fell"
        text = f"{verb} from {quantity(first, course.indicator)}{begins} to {quantity(last, course.indicator)}{ends}"
    elif any(rounded(number.value, decimals) != now for _, number in course.known):
        text = f"stood at {same}" + (f"{begins} and again{ends}" if dated else " at both ends")
    else:
        text = f"stayed at {same}" + (f",{begins} as{ends}" if dated else "")
    return f"{capitalised(course.title)} {text}."
