"""A commentary that is the previous edition's, word for word, though its figure is of a later period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.commentary.draft import DRAFT_MARK
from workbook_builder.findings import Finding
from workbook_builder.inputs.opening_ratings import unopened
from workbook_builder.periods import Period

_SHOWN = 60


def _check(context: Context) -> Iterator[Finding]:
    inputs, periods = context.inputs, _latest(context)
    for paragraph in context.scorecard.commentary:
        row = paragraph.row
        key = (paragraph.page, paragraph.section, row.indicator.id)
        now, before = inputs.commentary.get(key), inputs.last_commentary.get(key)
        has_moved_on = periods.get((row.indicator.id, row.place)) != row.latest
        if now and before and has_moved_on and _plain(paragraph.stated) == _plain(before.text):
            expected = f"another text than that in {before.origin}"
            yield context.finding(
                row, row.latest, now.origin, _beginning(now.text), expected, "word for word the same"
            )


def _latest(context: Context) -> Mapping[tuple[str, str], Period]:
    """The latest period of each row of the previous edition, as far as there is one."""
    previous = context.scorecard.previous
    return {(row.indicator.id, row.place): row.latest for row in previous.rows} if previous else {}


def _plain(text: str) -> str:
    """The words, without the rating before and the mark of a draft behind them."""
    return " ".join(unopened(text.strip()).split()).casefold().removesuffix(DRAFT_MARK).strip()


def _beginning(text: str) -> str:
    """The text's first words."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rpartition(' ')[0] or plain[:_SHOWN]} …"


RULE = Rule(
    "commentary_unchanged",
    "A text that is carried over unchanged speaks of the month before; a yearly figure's may stay all year.",
    "October's text of row 2 once more in November.",
    _check,
    about=About.TEXT,
    finds="a commentary that is the previous edition's, word for word, of a figure that is of a later period now",
    remedy="Write of this month's figure; if nothing is to be added, accept the warning.",
    formerly="carried_over",
)
