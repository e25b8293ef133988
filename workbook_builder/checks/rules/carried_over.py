"""A commentary that is the previous edition's, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding

_SHOWN = 60


def _check(context: Context) -> Iterator[Finding]:
    inputs = context.inputs
    for paragraph in context.scorecard.commentary:
        row = paragraph.row
        key = (paragraph.page, paragraph.section, row.indicator.id)
        now, before = inputs.commentary.get(key), inputs.last_commentary.get(key)
        if now and before and _plain(now.text) == _plain(before.text):
            expected = f"another text than that in {before.origin}"
            yield context.finding(
                row, row.latest, now.origin, _beginning(now.text), expected, "word for word the same"
            )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _beginning(text: str) -> str:
    """The text's first words."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rpartition(' ')[0] or plain[:_SHOWN]} …"


RULE = Rule(
    "carried_over",
    "A text that is carried over unchanged speaks of the month before.",
    "October's text of row 2 once more in November.",
    _check,
)
