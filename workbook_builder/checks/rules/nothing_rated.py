"""A scorecard with columns of ratings in which nothing is rated."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.edition import INPUTS
from workbook_builder.rating.scheme import Rag
from workbook_builder.specs.nouns import noun_for


def _check(context: Context) -> Iterator[Finding]:
    rows = [row for _, row in context.table_rows if row.ratings]
    if not rows or any(rating is not Rag.NOT_RATED for row in rows for rating in row.ratings.values()):
        return
    first = rows[0]
    page, _ = context.measured[first.indicator.id, first.place]
    stated = sum(len(row.targets) for row in rows)
    yield Finding(
        rule="",
        page=page,
        indicator=first.indicator.id,
        title=first.indicator.title,
        place=first.place,
        period=first.year.label,
        where=f"{INPUTS}/{context.inputs.edition.month}",
        found=f"{len(rows)} {noun_for(len(rows), 'rows')} with columns of ratings, and nothing rated",
        expected="ratings: figures, and targets with floor standards or bands, of the years that tables show",
        difference=f"targets of these rows: {stated or 'none'}",
    )


RULE = Rule(
    "nothing_rated",
    "A table of targets or figures that is lost leaves a scorecard without ratings, which looks whole.",
    "5 rows with columns of ratings, and nothing rated.",
    _check,
    about=About.INPUTS,
    finds=(
        "a scorecard with columns of ratings in which nothing is rated: a table of targets or figures may be lost"
    ),
    remedy="Look whether `targets` and `observations` are there and whole.",
)
