"""A rating that figure, target and polarity contradict."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.audit.comparison import Comparison, Published, finding
from workbook_builder.audit.judging import Judgement
from workbook_builder.findings import Finding
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import ratings_given


def _find(published: Published) -> Iterator[Finding]:
    for made in published.judgements:
        if made.slot[0] == "rag" and not made.lacking and not made.is_right:
            if not made.is_made and _has_no_printed_target(made):
                continue
            found = f"{made.word or 'an empty cell'} for {made.figures}"
            expected = f"{made.expected}: {made.reason}"
            yield finding(made.placed, made.slot, found, expected, _steps(made), made.period.label)


def _has_no_printed_target(made: Judgement) -> bool:
    """Then the missing target is the finding, not the missing rating."""
    return made.placed.figure(("target", made.slot[1])) is None


def _steps(made: Judgement) -> str:
    printed = Rag.__members__.get(made.word.upper())
    if printed is None or printed not in ratings_given([made.placed.row.indicator.rating]):
        return "no rating" if not made.is_made else "not a rating"
    good, due = printed.merit, Rag(made.expected).merit
    if good is None or due is None:
        return "another rating"
    return f"{abs(good - due)} step{'s' if abs(good - due) > 1 else ''} too {'bad' if good < due else 'good'}"


COMPARISON = Comparison(
    "rating",
    "A rating follows from figure, target, floor standard and polarity; one that was typed by hand need not.",
    "GREEN for 68.2 where the target is 70: it is missed, and the floor standard of 60 met, so AMBER.",
    _find,
)
