"""No target where a table shows one: for this year, or for the coming one."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Table
from workbook_builder.specs.columns import YearColumn


def _check(context: Context) -> Iterator[Finding]:
    seen: set[tuple[Target, Period]] = set()
    for table, row in context.table_rows:
        for column in table.columns.columns:
            if not isinstance(column, YearColumn) or column.kind != "target" or _is_past(table, column):
                continue
            _, year = table.judged(row, column.year)
            before = context.inputs.target(row.indicator.id, row.place, year.back())
            if year in row.targets or before is None or (before, year) in seen:
                continue
            seen.add((before, year))
            if isinstance(before.target, Number):
                found = f"no target for {year.label}"
                expected = f"a target, as for {before.year.label} ({before.target.text})"
                yield context.finding(row, year, before.origin, found, expected, "missing")


def _is_past(table: Table, column: YearColumn) -> bool:
    return table.year_at(column.year) < table.year


RULE = Rule(
    "missing_target",
    "Where a table shows the target of a year and nobody has set one, nothing is rated.",
    "A target of 69 for 2024-25 and none for 2025-26.",
    _check,
    about=About.COMING_YEAR,
    finds="no target for the coming year",
    remedy="Add the row to `targets`, or accept the warning until the target is agreed.",
    severity=Severity.NOTE,
)
