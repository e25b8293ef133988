"""A value that is stated with more or fewer decimals than its indicator has."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.stated import Role, Stated
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number, rounded

_WITHOUT_OWN = set(Role) - {Role.FIGURE, Role.TARGET, Role.BENCHMARK}
"""What is not shown with the decimals that its row states."""


def _check(context: Context) -> Iterator[Finding]:
    series: dict[tuple[object, ...], list[Stated]] = {}
    for value in context.stated:
        if _is_off(value, context.inputs):
            key = (value.row.indicator.id, value.row.place, value.role, value.limit, value.group)
            series.setdefault(key, []).append(value)
    for values in series.values():
        yield _finding(context, *sorted(values, key=lambda value: value.period))


def _is_off(value: Stated, inputs: Inputs) -> bool:
    """A standard is exact: it may not say more than a figure can, and say less only where its like do."""
    number, law = value.number, value.row.indicator.decimals
    if number.stated is None or not value.role.is_standard:
        return number.stated not in (None, number.decimals)  # a numerator or denominator is shown as it is written
    if rounded(number.value, law) != number.value:
        return True
    return value.role is Role.TARGET and number.stated < law and _has_a_finer_target(value, inputs)


def _has_a_finer_target(value: Stated, inputs: Inputs) -> bool:
    """Whether another target of the indicator has its decimals, so that this one has lost a 0."""
    indicator = value.row.indicator
    targets = [target.target for key, target in inputs.targets.items() if key[0] == indicator.id]
    return any(isinstance(t, Number) and t.decimals == indicator.decimals and t.stated is None for t in targets)


def _finding(context: Context, *values: Stated) -> Finding:
    """One for the values of a series, about the latest; the others are named in it."""
    *earlier, last = values
    number, law = last.number, last.row.indicator.decimals
    decimals = number.decimals if number.stated is None else number.stated
    found = f"{last.written}, stated {_with(decimals)}"
    expected = f"{rounded(number.value, law):,f}: the indicator is stated {_with(law)}"
    shown = "so" if number.decimals == law else "as it is written"
    own = "" if last.role in _WITHOUT_OWN else ", or state `decimals` in its row"
    others = ", ".join(f"{value.written} of {value.period.label} ({value.origin})" for value in earlier)
    also = f"; likewise {others}" if earlier else ""
    told = f"shown and judged {shown}: write it so{own}{also}"
    return context.finding(
        last.row, last.period, last.origin, found, expected, told, (number.value, rounded(number.value, law))
    )


def _with(decimals: int) -> str:
    """`without decimals`, `with 1 decimal`."""
    return f"with {decimals} decimal{'s' if decimals > 1 else ''}" if decimals else "without decimals"


RULE = Rule(
    "precision",
    "Excel drops the last 0 when it saves a CSV file, and a calculated cell has more digits than anybody stated.",
    "3 for an indicator with 1 decimal: Excel has made 3 of 3.0.",
    _check,
    finds=(
        "a figure or benchmark with more or fewer decimals than its indicator has (Excel drops the last 0 when it "
        "saves a CSV file, a calculated cell has many) and none of its own in `decimals`; a target, floor standard "
        "or band that says more than a figure can; a target without the 0 that others of its indicator have"
    ),
    remedy=(
        "Write the figure with the indicator's decimals; where others are meant, state them in `decimals` of its row."
    ),
)
