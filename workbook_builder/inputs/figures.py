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


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the decimals it is displayed with.

    `stated` are the decimals that it was written with, where its indicator has others: no difference between
    two numbers.
    """

    value: Decimal
    decimals: int
    stated: int | None = field(default=None, compare=False)

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
        """The number as displayed, thousands separated: `1,138`, `-0.15`."""
        return f"{self.shown:,f}"


Figure = Number | Missing
MOST_DECIMALS = 6
"""The most that an indicator may have (`decimals` in the spec): what states more was calculated, not written."""
_ANY_LENGTH = Context(prec=100)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Rounded half away from zero, as Excel's ROUND does."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ANY_LENGTH)


def by_law(figure: Figure | None, law: int, own: int | None = None) -> Figure | None:
    """A figure displayed with its indicator's decimals (`law`), or with its `own`, where its row states any.

    So 10, which Excel made of 10.0, is 10.0 again, and 59.9666666666667 is 60.0.
    """
    if not isinstance(figure, Number):
        return figure
    if own is not None:
        return Number(figure.value, own)
    stated = figure.decimals if figure.stated is None else figure.stated
    return Number(figure.value, law, None if stated == law else stated)


def as_written(figure: Figure | None, law: int) -> Figure | None:
    """A standard, numerator or denominator: exact however it is written, 60 as well as 60.0 or 60.25.

    With more decimals than any indicator may have it was calculated, and is displayed by its indicator's `law`.
    """
    if not isinstance(figure, Number):
        return figure
    stated = figure.decimals if figure.stated is None else figure.stated
    return Number(figure.value, stated if stated <= MOST_DECIMALS else law, None if stated == law else stated)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement stands in the inputs."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}"
