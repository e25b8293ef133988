"""`check --explain`: what a rule is for, in words; the reference says the same."""

from __future__ import annotations

from textwrap import fill

from workbook_builder.checks.rule import Rule
from workbook_builder.checks.rules import RULE_BY_ID, RULES
from workbook_builder.commands import Outcome
from workbook_builder.problems import Problem, ProblemsFound, listed, nearest, quoted

EVERY_RULE = "every rule"
_WIDTH = 100


def explain(name: str) -> Outcome:
    """A rule by its present or former name, or the list of all (`EVERY_RULE`). Raises `ProblemsFound`."""
    if name == EVERY_RULE:
        return Outcome(
            "\n".join(fill(f"{rule.id}: {rule.finds}", _WIDTH, subsequent_indent="    ") for rule in RULES)
        )
    if rule := RULE_BY_ID.get(name):
        lines = [fill(f"    {key + ':':<10}{text}", _WIDTH, subsequent_indent=" " * 14) for key, text in parts(rule)]
        return Outcome("\n".join([rule.id, *lines]))
    known = [rule.id for rule in RULES]
    remedy = nearest(name, known, "list them with `workbook-builder check --explain`")
    raise ProblemsFound([Problem("--explain", f"no rule {quoted(name)}", listed(known, len(known)), remedy)])


def parts(rule: Rule) -> list[tuple[str, str]]:
    """What is said of a rule, each part with its heading."""
    said = [
        ("finds", rule.finds),
        ("why", rule.reason),
        ("example", rule.example),
        ("to do", rule.remedy),
        ("severity", rule.severity.value),
    ]
    return [*said, *([("formerly", rule.formerly)] if rule.formerly else [])]
