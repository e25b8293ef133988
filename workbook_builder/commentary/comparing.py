"""Sentences that compare a row's figure with earlier ones, and with what others achieved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter

from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs.figures import Number
from workbook_builder.rating.travel import Travel, travel
from workbook_builder.specs.catalogue import DataPeriod
from workbook_builder.wording.dating import as_at, during
from workbook_builder.wording.measures import change, compared, difference

_VERBS = {Travel.IMPROVED: "improved", Travel.WORSENED: "worsened"}
_CLOSENESS = {Travel.IMPROVED: "closer to", Travel.WORSENED: "further from", Travel.SAME: "as far from"}
Clause = tuple[str, str]
"""A verb, and what follows it."""


def changes_of(facts: Facts) -> Iterator[str]:
    """A sentence on the change since the period before, the same period a year earlier, and last year's outturn."""
    clauses = [_clause(facts, *stated) for stated in _earlier(facts)]
    if clauses:
        yield f"It {_joined(clauses)}."


def benchmarks_of(facts: Facts) -> Iterator[str]:
    """`(In 2023-24: Benchmark Group 19.2%, England 22.4%.)`"""
    shown = [(as_at(when), f"{name} {compared(n, facts.row.indicator)}") for name, when, n in facts.benchmarks]
    parts = [f"{when}: {', '.join(text for _, text in those)}" for when, those in groupby(shown, itemgetter(0))]
    if parts:
        text = "; ".join(parts)
        yield f"({text[0].upper()}{text[1:]}.)"


def _earlier(facts: Facts) -> Iterator[tuple[Number, str, str]]:
    """Each figure to compare with, how a sentence names it, and whose target both are compared with.

    A year to date covers as much only as the same period a year earlier does, so it is compared with nothing else.
    """
    indicator = facts.row.indicator
    is_running = indicator.data_period is DataPeriod.YTD
    for stated in dict.fromkeys((None if is_running else facts.previous, facts.last_year)):
        if stated:
            when = during(stated[0], indicator.data_period, facts.basis)
            yield stated[1], f"{compared(stated[1], indicator)} {when}", "the target"
    if facts.outturn and not is_running:
        year, outturn = facts.outturn
        yield outturn, f"the {year} outturn of {compared(outturn, indicator)}", "this year's target"


def _clause(facts: Facts, before: Number, shown: str, goal: str) -> Clause:
    """`("improved", "by 0.6 percentage points from 54.1% in October 2024")`; judged as arrows are."""
    value, target = facts.value, facts.target
    assert value is not None
    polarity = target.polarity if target else facts.row.polarity
    size = change(value, before)
    if not size:
        return "was", f"{'unchanged from' if value.text == before.text else 'about the same as'} {shown}"
    by = f"by {difference(size, facts.row.indicator)} from {shown}"
    if polarity is None:
        return "rose" if size > 0 else "fell", by
    direction = travel(value, before, polarity, target.target if target else None)
    if direction is Travel.UNKNOWN:
        return "rose" if size > 0 else "fell", by
    if polarity.is_nearest_best:
        return "rose" if size > 0 else "fell", f"{by} ({_CLOSENESS[direction]} {goal})"
    return _VERBS[direction], by


def _joined(clauses: list[Clause]) -> str:
    """The clauses as one; a verb is not said twice in a row, nor "and" before the last that it is said of."""
    text = " ".join(clauses[0])
    for number, ((verb_before, _), (verb, rest)) in enumerate(pairwise(clauses), 2):
        is_last = number == len(clauses) or clauses[number][0] != verb
        text += f", {'and ' if is_last else ''}{rest}" if verb == verb_before else f", but {verb} {rest}"
    return text
