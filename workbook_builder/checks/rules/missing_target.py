"""No target for the coming year."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule, text
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Target
from workbook_builder.specs.columns import WhichYear, YearColumn


def _check(context: Context) -> Iterator[Finding]:
    seen: set[Target] = set()
    for _, table, row in context.rows.values():
        columns = [c for c in table.columns.columns if isinstance(c, YearColumn) and c.kind == "target"]
        now = row.targets.get(row.year)
        coming = table.year_at(WhichYear.NEXT)
        shown = any(column.year is WhichYear.NEXT for column in columns)
        if shown and now and now not in seen and isinstance(now.target, Number) and coming not in row.targets:
            seen.add(now)
            found = f"no target for {coming.label}"
            expected = f"a target, as for {row.year.label} ({text(now.target)})"
            yield context.finding(row, coming, now.origin, found, expected, "missing")


RULE = Rule(
    "missing_target",
    "A table that shows next year's target shows an empty cell where nobody has set one.",
    "A target of 69.0 for 2024-25 and none for 2025-26.",
    _check,
)
