"""The rules, a file each. A new rule is a file here and its name in this list."""

from __future__ import annotations

from workbook_builder.checks.rule import Rule
from workbook_builder.checks.rules import (
    above_whole,
    carried_over,
    contradiction,
    jump,
    missing_target,
    name_in_excel,
    nothing_rated,
    older_benchmark,
    outdated,
    precision,
    ratio,
    reconciliation,
    revision,
    source,
    standards,
    unchanged,
    unit_slip,
    unshown_target,
    withheld,
    zero_denominator,
)

RULES: tuple[Rule, ...] = (
    ratio.RULE,
    unit_slip.RULE,
    above_whole.RULE,
    zero_denominator.RULE,
    reconciliation.RULE,
    standards.RULE,
    missing_target.RULE,
    older_benchmark.RULE,
    source.RULE,
    unchanged.RULE,
    jump.RULE,
    revision.RULE,
    precision.RULE,
    contradiction.RULE,
    carried_over.RULE,
    outdated.RULE,
    withheld.RULE,
    nothing_rated.RULE,
    unshown_target.RULE,
    name_in_excel.RULE,
)
