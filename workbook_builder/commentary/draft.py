"""A factual sentence about a row, where nobody has written one."""

from __future__ import annotations

from workbook_builder.commentary.facts import Facts

DRAFT_MARK = "[draft]"


def draft_of(facts: Facts) -> str:
    """The rating, the figure and what it is compared with; marked as a draft at its end."""
    assert facts.value is not None
    period = facts.row.latest.label
    return f"{facts.rating.value}: {facts.row.title}: {facts.value.shown:,f} in {period}. {DRAFT_MARK}"
