"""The comparisons, a file each. A new comparison is a file here and its name in this list."""

from __future__ import annotations

from workbook_builder.audit.comparison import Comparison
from workbook_builder.audit.comparisons import (
    direction,
    extra_row,
    heading,
    missing_row,
    not_a_figure,
    on_nothing,
    other_figure,
    other_target,
    other_text,
    polarity,
    rating,
    ratio,
    stale,
    stated_twice,
    unit_slip,
)

COMPARISONS: tuple[Comparison, ...] = (
    heading.COMPARISON,
    missing_row.COMPARISON,
    extra_row.COMPARISON,
    polarity.COMPARISON,
    rating.COMPARISON,
    direction.COMPARISON,
    on_nothing.COMPARISON,
    ratio.COMPARISON,
    unit_slip.COMPARISON,
    stated_twice.COMPARISON,
    other_figure.COMPARISON,
    other_target.COMPARISON,
    not_a_figure.COMPARISON,
    stale.COMPARISON,
    other_text.COMPARISON,
)
