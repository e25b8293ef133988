"""A cell that follows others, as a count follows ratings, and says something else."""

from __future__ import annotations

from workbook_builder.audit.comparison import Comparison, elsewhere

COMPARISON = Comparison(
    "stale",
    "What is counted, repeated or worked out from other cells must be what these print.",
    "12 RED on the page of exceptions where the pages print 14.",
    elsewhere("stale"),
)
