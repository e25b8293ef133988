"""A printed measure that its own numerator and denominator do not make."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.audit.comparison import Comparison, Published, finding
from workbook_builder.audit.placed import Placed, differ, stated
from workbook_builder.audit.printed import DENOMINATOR, MEASURE, NUMERATOR
from workbook_builder.checks.making import Making
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Missing, Origin
from workbook_builder.inputs.observations import Observation

_ROW = (MEASURE, NUMERATOR, DENOMINATOR)


def off(published: Published) -> Iterator[tuple[Placed, Making]]:
    """The rows whose three latest figures do not agree, unless one of them is not as in the inputs: that is told."""
    for placed in published.placed:
        if any(differ(placed.figure(slot), stated(published.inputs, placed, slot)) for slot in _ROW):
            continue
        measure = placed.figure(MEASURE) or Missing.NOT_AVAILABLE
        parts = placed.figure(NUMERATOR), placed.figure(DENOMINATOR)
        making = Making.of(placed.row.indicator, Observation(measure, *parts, Origin("", 0)))
        if making and not making.agrees:
            yield placed, making


def _find(published: Published) -> Iterator[Finding]:
    for placed, making in off(published):
        if making.slip is None:
            yield finding(
                placed, MEASURE, making.measure.text, making.expected, making.off_by, numbers=making.numbers
            )


COMPARISON = Comparison(
    "ratio",
    "Measure, numerator and denominator stand in one row, and one of them was corrected alone.",
    "28.1 printed beside 9 and 31, which make 29.0. Numbers that may be rounded are taken as intervals.",
    _find,
)
