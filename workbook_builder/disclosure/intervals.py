"""What a reader knows of a number: between which bounds it lies. All arithmetic is exact."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workbook_builder.inputs.figures import Number

_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Interval:
    """The numbers from `low` to `high`; None where nothing bounds them on that side.

    The upper end is that of what was rounded half up: 83.35 of a printed 83.3, which it does not reach.
    """

    low: Fraction | None = None
    high: Fraction | None = None

    @staticmethod
    def at(value: Fraction | Decimal | int) -> Interval:
        """One number."""
        return Interval(Fraction(value), Fraction(value))

    @staticmethod
    def printed(number: Number, is_exact: bool) -> Interval:
        """What a printed number may have been rounded from; a count is exact."""
        half = Fraction(0) if is_exact else _HALF / 10**number.decimals
        shown = Fraction(number.shown)
        return Interval(shown - half, shown + half)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low is not None and self.high is not None and self.low > self.high

    def narrowed(self, other: Interval, is_whole: bool) -> Interval:
        """What lies in both; of whole numbers, from the first to the last."""
        low = max((end for end in (self.low, other.low) if end is not None), default=None)
        high = min((end for end in (self.high, other.high) if end is not None), default=None)
        if not is_whole:
            return Interval(low, high)
        return Interval(
            None if low is None else Fraction(math.ceil(low)), None if high is None else Fraction(math.floor(high))
        )

    def displayed(self, decimals: int) -> Decimal | None:
        """The number as it is displayed, where every number in it is displayed so; None where they differ."""
        if self.low is None or self.high is None:
            return None
        scale = 10**decimals
        first = math.floor(self.low * scale + _HALF)
        last = first if self.low == self.high else math.ceil(self.high * scale - _HALF)
        return Decimal(first).scaleb(-decimals) if last <= first else None

    def holds_fewer_than(self, count: int) -> bool:
        """Whether fewer whole numbers than that lie in it, ends included."""
        return self.low is not None and self.high is not None and self.high - self.low < count - 1
