"""Figures as they are stated: a number with its precision, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum


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
    """A number and the decimals it is displayed with; a provisional one may still change, and is as large as any."""

    value: Decimal
    decimals: int
    is_provisional: bool = field(default=False, compare=False)

    @property
    def shown(self) -> Decimal:
        """The number as displayed."""
        return rounded(self.value, self.decimals)

    @property
    def text(self) -> str:
        """The number as displayed, thousands separated: `1,138`, `-0.15`."""
        return f"{self.shown:,f}"


Figure = Number | Missing | Withheld
_ANY_LENGTH = Context(prec=100)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Rounded half away from zero, as Excel's ROUND does."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ANY_LENGTH)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement stands in the inputs."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}"
