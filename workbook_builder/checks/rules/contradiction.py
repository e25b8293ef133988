"""A commentary that says of its row what the table does not."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.commentary.facts import facts_of
from workbook_builder.findings import Finding, Severity
from workbook_builder.scorecards.model import Paragraph, Table
from workbook_builder.texts import contradictions


def _check(context: Context) -> Iterator[Finding]:
    """Drafts are made of the figures themselves; the tests hold each of them against the same patterns."""
    spec = context.scorecard.catalogue
    places = tuple(spec.places)
    for paragraph in context.scorecard.commentary:
        if paragraph.origin:
            facts = facts_of(spec, context.inputs, _table(context, paragraph), paragraph.row)
            for each in contradictions(paragraph.stated, facts, places):
                said = (each.found, each.expected, each.difference)
                yield context.finding(paragraph.row, paragraph.row.latest, paragraph.origin, *said)


def _table(context: Context, paragraph: Paragraph) -> Table:
    """The table in which the paragraph's row stands."""
    pages = [page for page in context.scorecard.pages if page.name == paragraph.page]
    tables = [table for page in pages for table in page.tables]
    return next(table for table in tables if any(row is paragraph.row for row in table.rows))


RULE = Rule(
    "contradiction",
    "A reader believes the sentence: its rating, figures and words of direction have to be those of the table.",
    "A text with 65.1% where the table has 61.5.",
    _check,
    about=About.TEXT,
    finds=(
        "a commentary whose rating, figure, target, floor standard, benchmark, change or direction is not its "
        "table's, or that says how many more would have met a standard and is wrong"
    ),
    remedy=(
        "Correct the text, or leave the figure to its row with a place such as `{value}`; where the text is right "
        "and was read wrongly, accept the warning."
    ),
    severity=Severity.ERROR,
)
