"""Which way is better."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum


class Polarity(Enum):
    """Which way is better: the highest, the lowest, or closest to target (guidance notes, key to polarity)."""

    H = "H"
    L = "L"
    T = "T"

    @property
    def is_nearest_best(self) -> bool:
        """Whether neither higher nor lower is better, but closer to the target."""
        return self is Polarity.T

    @property
    def is_lowest_best(self) -> bool:
        """Whether lower is better, so that words of height and of merit part."""
        return self is Polarity.L

    def merit(self, value: Decimal, target: Decimal | None) -> Decimal | None:
        """How good a value is: of two the greater is better. None where a target is needed, and there is none."""
        if self is Polarity.T:
            return None if target is None else -abs(value - target)
        return -value if self is Polarity.L else value

    def is_met(self, value: Decimal, limit: Decimal) -> bool:
        """Whether a value is as good as a limit; closest to target is met by the target itself only."""
        return {Polarity.H: value >= limit, Polarity.L: value <= limit, Polarity.T: value == limit}[self]

    def in_words(self, target: str) -> str:
        """`higher is better`, `closer to 20.0 is better`."""
        return {"H": "higher is better", "L": "lower is better"}.get(self.value, f"closer to {target} is better")


LETTERS = "H, L or T"
