"""A benchmark that is older than the heading it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Origin
from workbook_builder.periods import Period
from workbook_builder.scorecards.history import History


def _check(context: Context) -> Iterator[Finding]:
    history = History(context.scorecard.catalogue, context.inputs)
    seen: set[tuple[Origin, Period]] = set()
    for table, row in context.table_rows:
        for (group, dated), headed in table.benchmark_periods.items():
            stated = history.benchmark(row.indicator.id, group, dated, row.place)
            if stated and stated[0] != headed:
                source = context.inputs.benchmark(row.indicator.id, group, row.place, stated[0])
                assert source is not None
                if (source.origin, headed) in seen:
                    continue
                seen.add((source.origin, headed))
                name = context.scorecard.catalogue.group_by_id[group].heading
                found = f"{name} of {stated[0].label}"
                yield context.finding(row, headed, source.origin, found, f"that of {headed.label}", "an older period")


RULE = Rule(
    "older_benchmark",
    "A benchmark is read as being for the year or date in its heading.",
    "England's figure of 2022-23 in the column England 2023-24.",
    _check,
)
