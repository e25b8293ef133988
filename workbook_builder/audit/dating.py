"""Headings that lie behind the edition, or ahead of it, and whether the figures below them do so too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbook_builder.audit.placed import Placed, label, stated
from workbook_builder.audit.printed import MEASURE, PARTS
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number

_SHIFTS: tuple[int, ...] = (0, *range(1, 13), *range(-1, -13, -1))


def dated(inputs: Inputs, table: Sequence[Placed]) -> list[Placed]:
    """The rows of a table with how far its headings, and its figures, are behind the edition."""
    shift = _shift(table)
    in_time = [replace(placed, shift=shift) for placed in table]
    behind = [replace(placed, shift=shift, late=shift) for placed in table]
    return behind if shift and _fits(inputs, behind) > _fits(inputs, in_time) else in_time


def _shift(table: Sequence[Placed]) -> int:
    """How many periods the headings of a table lie behind the edition's, if all by the same number; else 0."""
    above = {
        (heading.slot[1], heading.text): placed.ours
        for placed in table
        for heading in placed.printed.headings
        if heading.slot[0] == MEASURE[0]
    }
    fitting = (
        shift
        for shift in _SHIFTS
        if all(label(ours, (MEASURE[0], steps + shift)) in text for (steps, text), ours in above.items())
    )
    return next(fitting, 0)


def _fits(inputs: Inputs, table: Iterable[Placed]) -> int:
    """How many of the printed figures are those of the inputs."""
    pairs = [
        (placed.figure(slot), stated(inputs, placed, slot))
        for placed in table
        for slot in placed.cells
        if slot[0] in PARTS
    ]
    numbers = [(one, two) for one, two in pairs if isinstance(one, Number) and isinstance(two, Number)]
    return len([one for one, two in numbers if one.shown == two.shown])
