"""A value that is stated with more or fewer decimals than its indicator has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.stated import Role, Stated
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number, rounded

_WITHOUT_OWN = (Role.NUMERATOR, Role.DENOMINATOR)
"""What the `decimals` of a row say nothing about."""


def _check(context: Context) -> Iterator[Finding]:
    series: dict[tuple[object, ...], list[Stated]] = {}
    for value in context.stated:
        if _is_off(value, context.inputs):
            key = (value.row.indicator.id, value.row.place, value.role, value.limit, value.group)
            together: tuple[object, ...] = () if _is_a_manner(value, context.inputs) else key
            series.setdefault(together, []).append(value)
    for together, values in series.items():
        if together:
            yield _finding(context, _others(values), *sorted(values, key=lambda value: value.period))
        else:
            first, *others = sorted(values, key=lambda value: (value.origin.file, value.origin.row))
            yield _finding(context, _in_rows(others), first)


def _is_off(value: Stated, inputs: Inputs) -> bool:
    number, indicator = value.number, value.row.indicator
    if not value.role.is_standard:
        return number.stated not in (None, number.decimals)  # what a figure is made of is shown as it is written
    if number.stated is None or number.stated != indicator.target_decimals:
        return number.stated is not None
    return value.role is Role.TARGET and _has_a_finer_target(value, inputs)


def _is_a_manner(value: Stated, inputs: Inputs) -> bool:
    """Whether a standard only is written in another manner: what it says is exact, and its like are written so.

    Councils that set their targets in whole numbers do it everywhere: they are told of it once.
    """
    if not value.role.is_standard or rounded(value.number.value, value.row.indicator.decimals) != value.number.value:
        return False
    return value.role is not Role.TARGET or not _has_a_finer_target(value, inputs)


def _has_a_finer_target(value: Stated, inputs: Inputs) -> bool:
    """Whether another target of the indicator has its decimals, so that this one has lost a 0."""
    indicator = value.row.indicator
    targets = [target.target for key, target in inputs.targets.items() if key[0] == indicator.id]
    return any(isinstance(t, Number) and t.decimals == indicator.decimals and t.stated is None for t in targets)


def _others(values: Sequence[Stated]) -> str:
    """The earlier values of a series, with where they stand."""
    *earlier, _ = sorted(values, key=lambda value: value.period)
    return ", ".join(f"{value.written} of {value.period.label} ({value.origin})" for value in earlier)


def _in_rows(values: Sequence[Stated]) -> str:
    """Where values stand that are written in the same manner: `2 more (inputs/2024-11/targets.csv, rows 3, 4)`."""
    rows: dict[str, set[int]] = {}
    for value in values:
        rows.setdefault(value.origin.file, set()).add(value.origin.row)
    files = (
        f"{file}, row{'s' if len(own) > 1 else ''} {', '.join(map(str, sorted(own)))}" for file, own in rows.items()
    )
    return f"{len(values)} more ({'; '.join(files)})" if values else ""


def _finding(context: Context, others: str, *values: Stated) -> Finding:
    """One about the latest of some values; the others are named in it."""
    last = values[-1]
    number, law = last.number, last.row.indicator.decimals
    decimals = number.decimals if number.stated is None else number.stated
    found = f"{last.written}, stated {_with(decimals)}"
    expected = f"{rounded(number.value, law):,f}: the indicator is stated {_with(law)}"
    shown = "so" if number.decimals == law else "as it is written"
    own = "" if last.role in _WITHOUT_OWN else ", or state `decimals` in its row"
    also = f"; likewise {others}" if others else ""
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
        "saves a CSV file, a calculated cell has many), a target, floor standard or band likewise, and none of its "
        "own in `decimals` or the spec's `target_decimals`; standards that are all written so, as whole numbers are, "
        "are told in one warning"
    ),
    remedy=(
        "Write the figure with the indicator's decimals; where others are meant (a target of 60 for figures such as "
        "61.5), state them in `decimals` of its row, or for all of an indicator's targets in `target_decimals` of "
        "the spec."
    ),
)
