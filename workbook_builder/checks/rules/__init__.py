"""The rules, a file each. A new rule is a file here and its name in this list."""

from __future__ import annotations

from workbook_builder.checks.rule import Rule
from workbook_builder.checks.rules import (
    above_whole,
    carried_over,
    contradiction,
    jump,
    missing_target,
    older_benchmark,
    outdated,
    precision,
    ratio,
    reconciliation,
    revision,
    source,
    standards,
    unchanged,
    unfinished,
    unit_slip,
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
    unfinished.RULE,
)
