"""A printed measure, numerator or denominator that has slipped by a power of ten."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.audit.comparison import Comparison, Published, finding
from workbook_builder.audit.comparisons.ratio import off
from workbook_builder.audit.printed import MEASURE
from workbook_builder.findings import Finding


def _find(published: Published) -> Iterator[Finding]:
    for placed, making in off(published):
        if making.slip:
            difference = f"about {making.slip} that"
            yield finding(placed, MEASURE, making.measure.text, making.expected, difference, numbers=making.numbers)


COMPARISON = Comparison(
    "unit_slip",
    "A digit that is lost makes a measure, numerator or denominator ten times too small.",
    "67.1 printed beside 112 and 1,671, which make 6.7: a digit of the numerator is missing.",
    _find,
)
