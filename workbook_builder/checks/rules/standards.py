"""A floor standard or band on the wrong side of its target."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.targets import Target
from workbook_builder.rating.scheme import Fault


def _check(context: Context) -> Iterator[Finding]:
    seen: set[Target] = set()
    for _, row in context.table_rows:
        for year, target in row.targets.items():
            fault = None if target in seen else _fault(target)
            seen.add(target)
            if fault:
                yield context.finding(row, year, target.origin, *fault)


def _fault(target: Target) -> Fault | None:
    """What is wrong with a target's standards, as its scheme sees it."""
    return target.scheme.fault(target.polarity, target.known) if target.scheme and target.polarity else None


RULE = Rule(
    "standards",
    "A floor standard better than its target makes AMBER impossible; bands that do not nest rate at random.",
    "A floor standard of 90 for a target of 85 that is to be exceeded.",
    _check,
    finds="a floor standard on the wrong side of its target, bands that do not nest",
    remedy=(
        "Correct the target, its floor standard or its bands in `targets`; look at the indicator's polarity, too."
    ),
    severity=Severity.ERROR,
)
