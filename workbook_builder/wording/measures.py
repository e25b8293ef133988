"""Figures, units and nouns as words of a sentence: `54.7%`, `10.3 percentage points`, `1 more plan`."""

from __future__ import annotations

from decimal import Decimal

from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.specs.catalogue import Indicator, Unit
from workbook_builder.specs.nouns import noun_for, singular

_DIFFERENCES = {Unit.PERCENT: "percentage points", Unit.PERCENTAGE_POINTS: "percentage points"} | {
    Unit.DAYS: "days",
    Unit.POINTS: "points",
}
_LIMITS = {"<=": "at most ", ">=": "at least ", "<": "less than ", ">": "more than "}


def quantity(number: Number, indicator: Indicator) -> str:
    """A measure with its unit: `54.7%`, `382.3 days`, `15.9 cases per worker`, `21`, `54.7% (provisional)`."""
    return _in_unit(number.text, indicator) + _standing(number)


def _in_unit(text: str, indicator: Indicator) -> str:
    if indicator.unit is Unit.PERCENT:
        return f"{text}%"
    if indicator.measure.name.startswith("PER_"):
        return f"{text} per {indicator.measure.factor:,}"
    if any(indicator.unit.dress):
        return _money(text, indicator)
    if indicator.unit is Unit.CASES_PER_WORKER:
        return f"{text} {_noun(text, indicator.counted)} per worker"
    unit = _DIFFERENCES.get(indicator.unit)
    return f"{text} {_noun(text, unit)}" if unit else text


def _money(text: str, indicator: Indicator) -> str:
    """An amount with its signs, if it has none yet: `£412.50`, `-£1.2m`."""
    before, after = indicator.unit.dress
    return text if before in text else f"{'-' if text.startswith('-') else ''}{before}{text.lstrip('-')}{after}"


def compared(number: Number, indicator: Indicator) -> str:
    """A measure beside one whose unit has been said: `60.0%`, else the number alone."""
    return (f"{number.text}%" if indicator.unit is Unit.PERCENT else number.text) + _standing(number)


def _standing(number: Number) -> str:
    """What a sentence adds to a figure that may still change."""
    return " (provisional)" if number.is_provisional else ""


def limit(number: Number, sign: str, indicator: Indicator) -> str:
    """A target with its sign in words: `60.0%`, `at most 25.0%`."""
    return f"{_LIMITS.get(sign, '')}{compared(number, indicator)}"


def difference(size: Decimal, indicator: Indicator) -> str:
    """A difference of two measures, without its sign: `10.3 percentage points`, `43.7 days`, `0.9 cases`, `4`."""
    text = f"{abs(size):,f}"
    if any(indicator.unit.dress):
        return _money(text, indicator)
    unit = indicator.counted if indicator.unit is Unit.CASES_PER_WORKER else _DIFFERENCES.get(indicator.unit)
    return f"{text} {_noun(text, unit)}" if unit else text


def how_many(count: int, word: str, noun: str) -> str:
    """`1 more plan`, `1,428 fewer pupils`; `noun` is a plural."""
    return f"{count:,} {word} {noun_for(count, noun)}"


def apart(value: Number, standard: Number) -> Decimal:
    """How far a value is above a target (below, where negative): with the value's decimals, as far as they do.

    A target is exact however it is written: 62 is 2 above 60.0, and 78.9 is 18.9 above 60.
    """
    size = value.shown - standard.shown
    short = rounded(size, value.decimals)
    return short if short == size else size


def change(now: Number, before: Number) -> Decimal:
    """How much a figure has changed: at the coarser of the two precisions, as arrows compare them."""
    decimals = min(now.decimals, before.decimals)
    return rounded(now.value, decimals) - rounded(before.value, decimals)


def capitalised(text: str) -> str:
    """The text with a capital at its start, and no letter changed after it."""
    return text[:1].upper() + text[1:]


def _noun(text: str, plural: str) -> str:
    """The noun after a number as displayed: 1 and -1 are one, 1.0 is not."""
    return singular(plural) if text.lstrip("-") == "1" else plural
