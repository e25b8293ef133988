"""How long a text may be, so that one row of a sheet holds all of it."""

from __future__ import annotations

from collections.abc import Iterable

from workbook_builder.problems import Report
from workbook_builder.scorecards.model import Paragraph

MOST_CHARACTERS, MOST_BREAKS = 2000, 12


def refuse_long(paragraphs: Iterable[Paragraph]) -> None:
    """Raises `ProblemsFound` with every text that a row could not show to its end."""
    report = Report()
    for paragraph in paragraphs:
        length, breaks = len(paragraph.text), paragraph.text.count("\n")
        if paragraph.origin and (length > MOST_CHARACTERS or breaks > MOST_BREAKS):
            found = f"{length:,} characters and {breaks} line breaks about {paragraph.row.indicator.id}"
            allowed = f"at most {MOST_CHARACTERS:,} characters and {MOST_BREAKS} line breaks: a row shows no more"
            report.add(f"{paragraph.origin}, column text", found, allowed, "shorten the text")
    report.raise_if_any()
