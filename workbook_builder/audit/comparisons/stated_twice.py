"""The same figure printed differently in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbook_builder.audit.comparison import Comparison, Published, apart, as_numbers, finding, named
from workbook_builder.audit.placed import Placed, stated
from workbook_builder.audit.printed import PARTS, Slot
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.periods import Period

_Key = tuple[str, str, Period, str]


@dataclass(frozen=True)
class Statement:
    """One printed number."""

    placed: Placed
    slot: Slot
    number: Number


def contradicted(published: Published) -> Iterator[tuple[Statement, Statement]]:
    """Each number that another cell contradicts, with that other: the one that the inputs state, else the first."""
    for statements in _by_subject(published).values():
        kept = _kept(statements, published.inputs)
        for one in statements:
            if one.number.shown != kept.number.shown:
                yield one, kept


def _by_subject(published: Published) -> dict[_Key, list[Statement]]:
    """The printed numbers by what they are about."""
    found: defaultdict[_Key, list[Statement]] = defaultdict(list)
    for placed in published.placed:
        for slot in placed.cells:
            number = placed.figure(slot) if slot[0] in PARTS else None
            if isinstance(number, Number):
                part = "measure" if slot[0] == "outturn" else slot[0]
                key = placed.row.indicator.id, placed.row.place, placed.period(slot), part
                found[key].append(Statement(placed, slot, number))
    return found


def _kept(statements: Sequence[Statement], inputs: Inputs) -> Statement:
    for one in statements:
        ours = stated(inputs, one.placed, one.slot)
        if isinstance(ours, Number) and ours.shown == one.number.shown:
            return one
    return statements[0]


def _find(published: Published) -> Iterator[Finding]:
    for one, kept in contradicted(published):
        expected = f"{kept.number.text}, as on {kept.placed.ours.page} ({kept.placed.printed.where(kept.slot)})"
        difference = apart(one.number, kept.number)
        if _only_rounded(one.number, kept.number):
            difference += ", the same once rounded"
        both = as_numbers(one.number, kept.number)
        yield finding(one.placed, one.slot, named(one.slot, one.number), expected, difference, numbers=both)


def _only_rounded(one: Number, other: Number) -> bool:
    decimals = min(one.decimals, other.decimals)
    return rounded(one.value, decimals) == rounded(other.value, decimals)


COMPARISON = Comparison(
    "stated_twice",
    "One indicator, place and period has one figure, on however many pages it is printed.",
    "23.2 for 2021-22 on the page of key indicators, 22.6 on that of vulnerable learners.",
    _find,
)
