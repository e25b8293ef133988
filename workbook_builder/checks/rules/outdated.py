"""A commentary whose author saw other figures than the row has now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.cells import parse_number
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.scorecards.model import Paragraph

_NAMES = ("rating", "figure", "target")


def _check(context: Context) -> Iterator[Finding]:
    for paragraph in context.scorecard.commentary:
        seen = [part.strip() for part in paragraph.figures.split(";")] if paragraph.figures else []
        for name, then, now in zip_longest(_NAMES, seen[: len(_NAMES)], _now(paragraph), fillvalue=""):
            if paragraph.origin and then and not _is_same(then, now):
                row = paragraph.row
                stated = "" if now == Missing.SUPPRESSED.value else f" of {then}"  # which it must not give away
                found, expected = f"a {name}{stated} when it was written", f"the {name} now: {now or 'none'}"
                yield context.finding(row, row.latest, paragraph.origin, found, expected, _apart(then, now))


def _now(paragraph: Paragraph) -> tuple[str, str, str]:
    """Rating, latest figure and target of the paragraph's row, as displayed."""
    row = paragraph.row
    target = row.targets.get(row.year)
    return paragraph.rating.value, _shown(row.figure(row.latest)), _shown(target.target if target else None)


def _shown(figure: Figure | None) -> str:
    if isinstance(figure, Number):
        return f"{figure.shown:,f}"
    return figure.value if figure else ""


def _is_same(then: str, now: str) -> bool:
    """Whether both are the same rating, or the same number however it is written."""
    old, new = parse_number(then.lstrip("<>= ")), parse_number(now)
    return old == new if old is not None and new is not None else then.casefold() == now.casefold()


def _apart(then: str, now: str) -> str:
    old, new = parse_number(then.lstrip("<>= ")), parse_number(now)
    return f"{new - old:+,f}" if old is not None and new is not None else "another"


RULE = Rule(
    "outdated",
    "A figure that was corrected after a text was written leaves the text behind.",
    "A text written of 31.6 where the table now has 61.5.",
    _check,
)
