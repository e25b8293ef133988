"""A commentary that states a figure of its row which an earlier edition stated, and which is suppressed now.

What the figure was is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.observations import Key, Observation

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)(?P<percent> ?%| ?per ?cent)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST = 100  # smaller whole numbers are days, ages, terms, how many schools


def _check(context: Context) -> Iterator[Finding]:
    hidden = list(_withheld(context.inputs))
    for paragraph in context.scorecard.commentary:
        if paragraph.origin:
            row, numbers = paragraph.row, set(_numbers(paragraph.text))
            mine = (stated for stated in hidden if stated[0][:2] == (row.indicator.id, row.place))
            told = (period for (_, _, period), number in mine if abs(number.shown) in numbers)
            for period in dict.fromkeys(told):
                said = (f"a figure of {period.label} that is suppressed", f"no figure of {period.label}")
                yield context.finding(row, row.latest, paragraph.origin, *said, "take it out of the text")


def _numbers(text: str) -> Iterator[Decimal]:
    """The numbers of a text, without their signs, that can be told from years and other small change."""
    for found in _NUMBER.finditer(text):
        digits, number = found["digits"], Decimal(found["digits"].replace(",", ""))
        is_figure = number >= _LEAST and not _YEAR.fullmatch(digits)
        if is_figure or "." in digits or found["percent"]:
            yield number


def _withheld(inputs: Inputs) -> Iterator[tuple[Key, Number]]:
    """Every number that any edition stated of what is suppressed now: the figure, its numerator and denominator.

    Earlier editions are read by the names that areas and teams have now.
    """
    for folder in inputs.folders:
        for key, stated in folder.by(inputs.folders[-1].spec)["observations"].items():
            if _is_suppressed(inputs.observations.get(key)):
                parts = (stated.measure, stated.numerator, stated.denominator)
                yield from ((key, part) for part in parts if isinstance(part, Number))


def _is_suppressed(observation: Observation | None) -> bool:
    return observation is not None and observation.measure is Missing.SUPPRESSED


RULE = Rule(
    "withheld",
    "What is suppressed must not stand in a sentence. Years and whole numbers under 100 without a percent sign pass, "
    "for they are rarely the figure.",
    "A text that states a figure of Sep-24, which is suppressed since.",
    _check,
)
