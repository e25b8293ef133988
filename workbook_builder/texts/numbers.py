"""Numbers as a text states them: how precisely, how cautiously, in what unit; and whether a figure bears them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.specs.catalogue import Indicator, Unit

_MOST_TIMES = 6


class Said(Enum):
    """What stands behind a number: nothing, a percent sign, points, or the noun of what the indicator counts."""

    BARE = "bare"
    PERCENT = "percent"
    POINTS = "points"
    COUNTED = "counted"


class Hedge(Enum):
    """How a number is hedged: not at all, about, nearly, just over, more than, less than."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True)
class Stated:
    """A number that a text states, with the decimals it has there."""

    value: Decimal
    decimals: int
    said: Said
    hedge: Hedge

    def agrees(self, number: Number) -> bool:
        """Whether it is true of a figure, in the precision of the coarser of the two."""
        return any(self._holds(value) for value in (number.shown, number.value)) or self._is_finer(number)

    def agrees_with_any(self, numbers: Iterable[Number]) -> bool:
        """Whether it is true of one of the figures."""
        return any(self.agrees(number) for number in numbers)

    def _is_finer(self, number: Number) -> bool:
        """The text knows more decimals than the table shows, and they round to what it shows."""
        finer = self.decimals > number.decimals
        return finer and rounded(self.value, number.decimals) == number.shown

    def _holds(self, value: Decimal) -> bool:
        step = Decimal(1).scaleb(-self.decimals)
        if abs(value - self.value) * 2 <= step:
            return True
        apart, coarse = value - self.value, self._coarse
        return {
            Hedge.EXACT: False,
            Hedge.ABOUT: abs(apart) * 2 <= coarse,
            Hedge.NEARLY: -coarse <= apart <= 0,
            Hedge.JUST_OVER: 0 <= apart <= coarse,
            Hedge.OVER: apart >= 0,
            Hedge.UNDER: apart <= 0,
        }[self.hedge]

    @property
    def _coarse(self) -> Decimal:
        """The unit of its last digit that is not 0: 10 of 380."""
        whole = format(self.value.to_integral_value(), "f").lstrip("-")
        zeros = len(whole) - len(whole.rstrip("0")) if not self.decimals and self.value else -self.decimals
        return Decimal(1).scaleb(zeros)


def is_level(stated: Stated, indicator: Indicator) -> bool:
    """Whether a number can be a figure of the indicator, going by its unit."""
    if indicator.unit is Unit.PERCENT:
        return stated.said is Said.PERCENT or (stated.said is Said.BARE and stated.decimals > 0)
    return stated.said is not Said.PERCENT or indicator.unit is Unit.RATE


def is_comparable(stated: Stated, number: Number) -> bool:
    """Whether a number is of the size of a figure, and not surely of another measure."""
    sizes = sorted((abs(stated.value), abs(number.value)))
    return sizes[1] <= _MOST_TIMES * sizes[0] or sizes[1] <= _MOST_TIMES


def is_limit(stated: Stated, indicator: Indicator) -> bool:
    """Whether a number can be a target, a floor standard or a benchmark; they are often written without a unit."""
    return is_level(stated, indicator) or stated.said is Said.BARE


def is_difference(stated: Stated, indicator: Indicator) -> bool:
    """Whether a number can be the difference of two figures of the indicator."""
    if indicator.unit in (Unit.PERCENT, Unit.PERCENTAGE_POINTS):
        return stated.said is not Said.COUNTED and (stated.said is not Said.BARE or stated.decimals > 0)
    return stated.said is not Said.PERCENT


def read_number(digits: str, unit: str, hedge: str) -> Stated:
    """The number that was found: `-1,016.5`, the words behind it, the words before it."""
    plain = re.sub(r"^(?:minus |[-−–])", "-", digits.casefold()).replace(",", "")
    _, _, decimals = plain.partition(".")
    return Stated(Decimal(plain), len(decimals), _said(unit.casefold()), _hedge(hedge.casefold()))


def _said(unit: str) -> Said:
    if not unit.strip():
        return Said.BARE
    if re.search(r"point|\bpp", unit):
        return Said.POINTS
    return Said.PERCENT if re.search(r"%|per ?cent", unit) else Said.COUNTED


_HEDGES = (
    (r"just (?:under|below)|nearly|almost|close to|approaching", Hedge.NEARLY),
    (r"just (?:over|above)|slightly (?:over|above|more than)", Hedge.JUST_OVER),
    (r"about|around|approximately|roughly|circa|some\b", Hedge.ABOUT),
    (r"over|above|more than|at least", Hedge.OVER),
    (r"under|below|less than|fewer than|at most", Hedge.UNDER),
)
HEDGE = "|".join(words for words, _ in _HEDGES)


def _hedge(words: str) -> Hedge:
    return next((hedge for pattern, hedge in _HEDGES if re.match(pattern, words)), Hedge.EXACT)
