"""A suppressed figure that follows from what is printed. What it is, is not told."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.checks.stated import Measured
from workbook_builder.disclosure import Derivable
from workbook_builder.findings import Finding, Severity
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Row


def _check(context: Context) -> Iterator[Finding]:
    """Of what this edition's pages show: what only an older one showed cannot be taken back."""
    for each in context.inputs.derivable:
        indicator, place, period = each.key
        _, row = context.measured.get((indicator, place), ("", None))
        if row is not None and period in _shown(row):
            origin = context.inputs.observations[each.key].origin
            expected = f"nothing printed that it follows from: {'; '.join(each.rows)}"
            yield context.finding(row, period, origin, _found(each), expected, f"it follows {each.how}")


def _shown(row: Measured) -> set[Period]:
    return set(row.figures if isinstance(row, Row) else row.row.figures)


def _found(each: Derivable) -> str:
    """`a suppressed measure and numerator that follow from what is printed`."""
    *parts, last = each.parts
    names = f"{', '.join(parts)} and {last}" if parts else last
    return f"a suppressed {names} that {'follow' if parts else 'follows'} from what is printed"


RULE = Rule(
    "derivable",
    "A figure is not suppressed where a reader can work it out: from its numerator and denominator, the county less "
    "the other districts, its neighbours in a year to date, or an earlier edition.",
    "One district is suppressed in Nov-24, and the county and all the other districts are printed.",
    _check,
    about=About.INPUTS,
    finds=(
        "a suppressed figure that readers can work out, exactly or to within fewer than five counts: from the rest "
        "of its row, the county less the other districts or teams (`adds_up`; N/A counts as nothing), districts and "
        "teams that count the same, a total and its months (`totals`), neighbours in a year to date, the outturn, "
        "or an earlier edition that stated it"
    ),
    remedy="Suppress a second figure of the same row, district or month as well, usually the next smallest.",
    severity=Severity.ERROR,
)
