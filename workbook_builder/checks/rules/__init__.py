"""The rules, a file each. A new rule is a file here and its name in this list."""

from __future__ import annotations

from workbook_builder.checks.rule import Rule
from workbook_builder.checks.rules import (
    ahead,
    commentary_unchanged,
    contradiction,
    decimal_point,
    derivable,
    jump,
    merged,
    missing_target,
    name_in_excel,
    nothing_rated,
    numerator_above_denominator,
    older_benchmark,
    out_of_range,
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
    unshown_target,
    withheld,
    year_to_date,
    zero_denominator,
)

RULES: tuple[Rule, ...] = (
    ratio.RULE,
    unit_slip.RULE,
    numerator_above_denominator.RULE,
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
    merged.RULE,
    out_of_range.RULE,
    decimal_point.RULE,
    year_to_date.RULE,
    ahead.RULE,
    nothing_rated.RULE,
    unshown_target.RULE,
    name_in_excel.RULE,
    derivable.RULE,
    contradiction.RULE,
    commentary_unchanged.RULE,
    outdated.RULE,
    withheld.RULE,
    unfinished.RULE,
)
RULE_BY_ID: dict[str, Rule] = {rule.formerly: rule for rule in RULES if rule.formerly} | {
    rule.id: rule for rule in RULES
}
"""Each rule by its name, and by the one it had before."""
