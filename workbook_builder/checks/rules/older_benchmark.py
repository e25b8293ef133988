"""A benchmark that is older than the heading it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.figures import Number, Origin
from workbook_builder.periods import Period


def _check(context: Context) -> Iterator[Finding]:
    seen: set[tuple[Origin, Period]] = set()
    for table, row in context.table_rows:
        for key, (period, stated) in row.compared_with.items():
            headed = table.benchmark_periods.get(key)
            if not isinstance(stated.value, Number) or headed is None or period == headed:
                continue
            if (stated.origin, headed) not in seen:
                seen.add((stated.origin, headed))
                name = context.scorecard.catalogue.group_by_id[key[0]].heading
                found = f"{name} of {period.label}"
                yield context.finding(row, headed, stated.origin, found, f"that of {headed.label}", "an older period")


RULE = Rule(
    "older_benchmark",
    "A benchmark is read as being for the year or date in its heading.",
    "England's figure of 2022-23 in the column England 2023-24.",
    _check,
    finds="a benchmark older than the heading it stands under",
    remedy=(
        "Look for the newer figure; until it is published accept the warning, or write `N/A` for the year in the "
        "heading."
    ),
    severity=Severity.NOTE,
)
