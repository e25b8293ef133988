"""A commentary that states a figure which is suppressed now: one that an earlier edition stated, or that follows.

What the figure is is not told. Of whole numbers under 100 only those count that their sentence says to be the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.findings import Finding, Severity


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
    about=About.TEXT,
    finds=(
        "a commentary that states a figure that is suppressed now, of its row or of a place that it names: one "
        "that an earlier edition stated, or that can be worked out. A whole number under 100 counts where its "
        'sentence says that it is the figure ("8 of 11 plans"), not as a date, an age, a duration or a number of '
        "something else"
    ),
    remedy="Take the figure out of the text, in whatever words it is said.",
    severity=Severity.ERROR,
)
