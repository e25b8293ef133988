"""A commentary that states a figure which is suppressed now: one that an earlier edition stated, or that follows.

What the figure is is not told. Of whole numbers under 100 only those count that their sentence says to be the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.findings import Finding


def _check(context: Context) -> Iterator[Finding]:
    for paragraph in context.scorecard.commentary:
        if paragraph.origin:
            row = paragraph.row
            told = context.inputs.hidden.stated_in(paragraph.text, (row.indicator.id, row.place))
            for period, place in dict.fromkeys((number.period, number.row[1]) for number, _ in told):
                whose = f"of {period.label}" if place == row.place else f"of {place} of {period.label}"
                said = (f"a figure {whose} that is suppressed", f"no figure {whose}")
                yield context.finding(row, row.latest, paragraph.origin, *said, "take it out of the text")


RULE = Rule(
    "withheld",
    "What is suppressed must not stand in a sentence. A whole number under 100 is the figure where it counts what "
    "the indicator counts; dates, ages, durations, and what is printed beside it in the row, are not.",
    "A text that states a figure of Sep-24, which is suppressed since.",
    _check,
    About.TEXT,
)
