"""A figure: a number with the decimals it is displayed with, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import lru_cache


class Missing(Enum):
    """Why there is no figure (guidance notes, key to incomplete data)."""

    NOT_AVAILABLE = "N/A"
    TO_BE_SUPPLIED = "to be supplied"
    NEW_INDICATOR = "new indicator"
    SUPPRESSED = "suppressed"


class Withheld(Enum):
    """Instead of a number that an earlier edition stated and that is suppressed since: no input states it so."""

    STATED = "stated"


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the decimals it is displayed with.

    `stated` are the decimals that it was written with, where its indicator has others; a provisional one may still
    change. Neither is a difference between two numbers, nor is what is printed `before` and `after`: `£`, `m`.
    """

    value: Decimal
    decimals: int
    stated: int | None = field(default=None, compare=False)
    is_provisional: bool = field(default=False, compare=False)
    before: str = field(default="", compare=False)
    after: str = field(default="", compare=False)

    @property
    def written(self) -> str:
        """The number with the decimals it was written with, thousands separated: `10`, which is displayed as 10.0."""
        return f"{rounded(self.value, self.decimals if self.stated is None else self.stated):,f}"

    @property
    def shown(self) -> Decimal:
        """The number as displayed."""
        return rounded(self.value, self.decimals)

    @property
    def text(self) -> str:
        """The number as displayed, thousands separated: `1,138`, `-0.15`, `-£412.50`."""
        sign = "-" if self.shown < 0 and self.before else ""
        return f"{sign}{self.before}{abs(self.shown) if sign else self.shown:,f}{self.after}"


Figure = Number | Missing | Withheld
_ANY_LENGTH = Context(prec=400)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Rounded half away from zero, as Excel's ROUND does."""
    return value.quantize(_unit(decimals), ROUND_HALF_UP, _ANY_LENGTH)


@lru_cache(maxsize=64)
def _unit(decimals: int) -> Decimal:
    """The last place that is kept: 0.01 of two decimals."""
    return Decimal(1).scaleb(-decimals)
