"""Districts or teams that do not add up to the county."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Row
from workbook_builder.specs.catalogue import AddsUp

_PARTS = ("measure", "numerator", "denominator")


def _check(context: Context) -> Iterator[Finding]:
    county = context.scorecard.catalogue.county
    for (_, place), (_, _, row) in context.rows.items():
        if row.indicator.adds_up and place == county:
            for period, _ in context.series(row.indicator, place):
                yield from _check_period(context, row, row.indicator.adds_up, period)


def _check_period(context: Context, row: Row, rule: AddsUp, period: Period) -> Iterator[Finding]:
    stated = context.inputs.observations
    whole = stated[row.indicator.id, row.place, period]
    catalogue = context.scorecard.catalogue
    places = [place for place in catalogue.places_of(rule.over) if catalogue.exists(row.indicator, place)]
    parts = [stated.get((row.indicator.id, place, period)) for place in places]
    for name in _PARTS:
        allowed = getattr(rule, name)
        figures = [getattr(part, name) if part else None for part in parts]
        if allowed is not None and (fault := _fault(getattr(whole, name), figures, Decimal(str(allowed)))):
            total, apart = fault
            what = "" if name == "measure" else f" a {name} of"
            found = f"{rule.over}s add up to{what} {total:,f}"
            remainder = f", with at most {allowed:g}% of it unallocated" if allowed else ""
            expected = f"{getattr(whole, name).text}, the county's{remainder}"
            numbers, unit = (total, getattr(whole, name).value), "" if name == "measure" else "count"
            yield context.finding(row, period, whole.origin, found, expected, apart, numbers, unit)


def _fault(whole: Figure | None, parts: list[Figure | None], allowed: Decimal) -> tuple[Decimal, str] | None:
    """The total and how far it is off; None where it fits, or where a figure is missing."""
    numbers = [part for part in parts if isinstance(part, Number)]
    if not isinstance(whole, Number) or not numbers or len(numbers) < len(parts):
        return None
    total = sum((number.value for number in numbers), Decimal(0))
    rounding = sum((_half_unit(number) for number in [*numbers, whole]), Decimal(0))
    apart = whole.value - total
    unallocated = abs(whole.value) * allowed / 100  # what belongs to no place explains too few, never too many
    if -rounding <= apart <= unallocated + rounding:
        return None
    share = f" ({abs(apart) / abs(whole.value) * 100:.1f}%)" if whole.value else ""
    return total, f"{abs(apart):,f} {'too few' if apart > 0 else 'too many'}{share}"


def _half_unit(number: Number) -> Decimal:
    """What rounding may hide: nothing of a whole number, half the last digit of another."""
    return Decimal(5).scaleb(-number.decimals - 1) if number.decimals else Decimal(0)


RULE = Rule(
    "reconciliation",
    "Where every child belongs to one district or team, these add up to the county; the spec says where (`adds_up`).",
    "The districts' numerators add up to 10,591, the county's is 11,719: a district has lost a digit.",
    _check,
    finds="districts or teams that do not add up to the county, where the spec says they should (`adds_up`)",
    remedy=(
        "Compare the rows of the districts or teams with their source; where some belong to none of them, allow "
        "for it in `adds_up`."
    ),
)
