"""A commentary whose author saw other figures than the row has now."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.commentary.figures_seen import differ, figures_of, number, parted
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Withheld

_NAMES = {"rating": "rating", "figure": "value", "target": "target"}
"""What an author saw, and the place by which a text leaves it to the table."""


def _check(context: Context) -> Iterator[Finding]:
    for paragraph in context.scorecard.commentary:
        row = paragraph.row
        for name, then, now in zip(_NAMES, parted(paragraph.figures), figures_of(row), strict=True):
            if paragraph.origin and _NAMES[name] not in paragraph.cited and differ(then, now):
                stated = "" if then == Withheld.STATED.value else f" of {then}"
                found, expected = f"a {name}{stated} when it was written", f"the {name} now: {now or 'none'}"
                yield context.finding(
                    row, row.latest, paragraph.origin, found, expected, _apart(then, now), (number(then), number(now))
                )


def _apart(then: str, now: str) -> str:
    old, new = number(then), number(now)
    return f"{new - old:+,f}" if old is not None and new is not None else "another"


RULE = Rule(
    "outdated",
    "A figure that was corrected after a text was written leaves the text behind.",
    "A text written of 31.6 where the table now has 61.5.",
    _check,
    about=About.TEXT,
    finds="a commentary written of another rating, figure or target (its `figures`) than the row has now",
    remedy="Read the text again beside its row and correct it, or write the new figures into its `figures`.",
)
