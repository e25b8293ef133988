"""A row of this edition about a district or team that was merged into another: it is passed over."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.findings import Finding, Severity
from workbook_builder.periods import parse_period

_TABLES = {
    "observations": ("a figure", "period"),
    "targets": ("a target", "year"),
    "benchmarks": ("a benchmark", "period"),
}


def _check(context: Context) -> Iterator[Finding]:
    for folder in context.inputs.folders[-1:]:
        for table, (what, column) in _TABLES.items():
            for row, indicator, place in folder.passed_over(context.scorecard.catalogue, table):
                if (indicator, place) in context.measured:
                    _, measured = context.measured[indicator, place]
                    stated = row.cells.get(column, "")
                    former = row.cells["area"]
                    found, expected = f"{what} of {former}", f"one of {place}, into which {former} was merged"
                    yield context.finding(
                        measured, parse_period(stated) or stated, row.origin, found, expected, "passed over"
                    )


RULE = Rule(
    "merged",
    "What is stated of a part is not that of the whole: nothing is added up, and the row is passed over.",
    "A figure of Oldham for Nov-24, which is a part of Eastham now.",
    _check,
    about=About.INPUTS,
    finds="a row of this edition about a district or team that was merged into another: it is passed over",
    remedy="Delete the row, or state the figure under the name of the new district or team.",
    severity=Severity.NOTE,
)
