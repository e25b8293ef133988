"""A figure that differs from what an earlier edition stated; one that was to be supplied, and now is, does not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Figure, Missing, Number, Withheld
from workbook_builder.scorecards.changes.figures import is_same


def _check(context: Context) -> Iterator[Finding]:
    for (indicator, place, period), old, new in context.inputs.revisions:
        if (indicator, place) not in context.measured:
            continue
        _, row = context.measured[indicator, place]
        if not is_same(old.measure, new.measure) and old.measure is not Missing.TO_BE_SUPPLIED:
            expected = f"{_value(old.measure)}, stated in {old.origin}"
            apart = _apart(old.measure, new.measure)
            numbers = _number(new.measure), _number(old.measure)
            yield context.finding(row, period, new.origin, _value(new.measure), expected, apart, numbers)


def _number(figure: Figure) -> Decimal | None:
    return figure.shown if isinstance(figure, Number) else None


def _value(figure: Figure) -> str:
    if figure is Withheld.STATED:
        return "a figure"
    if not isinstance(figure, Number):
        return figure.value
    return f"{figure.text} (provisional)" if figure.is_provisional else figure.text


def _apart(old: Figure, new: Figure) -> str:
    if isinstance(old, Number) and isinstance(new, Number):
        return f"{new.shown - old.shown:+,f}"
    return "a figure and a reason why there is none"


RULE = Rule(
    "revision",
    "Readers compare editions: a figure that has changed since it was published needs a note.",
    "22.9 for October, which the October edition gave as 23.1.",
    _check,
    finds="a figure that differs from what an earlier edition stated",
    remedy="If it was meant, accept the warning with the reason for the revision; else take the row out.",
)
