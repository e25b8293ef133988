"""A floor standard or band on the wrong side of its target."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.specs.catalogue import Polarity


def _check(context: Context) -> Iterator[Finding]:
    seen: set[Target] = set()
    for _, row in context.table_rows:
        for year, target in row.targets.items():
            fault = None if target in seen else _fault(target)
            seen.add(target)
            if fault:
                yield context.finding(row, year, target.origin, *fault)


def _fault(target: Target) -> tuple[str, str, str] | None:
    """What is wrong with a target's standards: found, expected, difference; None where nothing is."""
    if not isinstance(target.target, Number):
        return None
    if target.polarity is Polarity.T:
        return _bands_fault(target.target, target.green, target.amber)
    if target.floor is None or target.polarity is None:
        return None
    below = target.polarity is Polarity.H
    apart = target.target.shown - target.floor.shown
    if (apart if below else -apart) >= 0:
        return None
    expected = (
        f"{'below' if below else 'above'} the target of {target.target.text} (polarity {target.polarity.value})"
    )
    return f"a floor standard of {target.floor.text}", expected, f"{abs(apart):f} on the wrong side"


def _bands_fault(target: Number, green: Band | None, amber: Band | None) -> tuple[str, str, str] | None:
    if not green or not amber:
        return None
    ends = [amber.lowest, green.lowest, target, green.highest, amber.highest]
    if [end.shown for end in ends] == sorted(end.shown for end in ends):
        return None
    found = f"green {green.lowest.text} to {green.highest.text}, amber {amber.lowest.text} to {amber.highest.text}"
    return found, f"bands around each other and around the target of {target.text}", "the bands do not nest"


RULE = Rule(
    "standards",
    "A floor standard better than its target makes AMBER impossible; bands that do not nest rate at random.",
    "A floor standard of 90 for a target of 85 that is to be exceeded.",
    _check,
)
