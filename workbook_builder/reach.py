"""How far a figure is from GREEN, counted in children: how many more or fewer would make it GREEN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.inputs.figures import Figure, Number, rounded
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.ratings import Rag, rate
from workbook_builder.specs.catalogue import Indicator, Making, Polarity


@dataclass(frozen=True)
class Reach:
    """How many in the numerator, at the same denominator, are lacking for GREEN (positive) or too many (negative)."""

    lacking: int

    @property
    def count(self) -> int:
        """How many, without a sign; 0 where the figure is GREEN."""
        return abs(self.lacking)


def reach_of(indicator: Indicator, latest: Observation | None, target: Target | None) -> Reach | None:
    """The reach of a percentage made of whole numbers; None where it cannot be known.

    That is where the measure is not what its numerator and denominator make, where a number is missing or
    nothing tells GREEN from AMBER, and where no numerator would do (as between the ends of a narrow band).
    """
    if indicator.measure is not Making.PERCENTAGE or latest is None or target is None:
        return None
    measure, part, whole = latest.measure, _whole(latest.numerator), _whole(latest.denominator)
    if not isinstance(measure, Number) or part is None or not whole or part > whole:
        return None

    def made(count: int) -> Number:
        return Number(rounded(Decimal(100 * count) / whole, measure.decimals), measure.decimals)

    def rated(count: int) -> Rag:
        return rate(made(count), target)

    if made(part).shown != measure.shown:
        return None
    now = rated(part)
    if now is Rag.GREEN:
        return Reach(0)
    return None if now is Rag.NOT_RATED else _nearest(part, whole, rated, _wants_more(measure, target))


def _wants_more(measure: Number, target: Target) -> bool:
    if target.polarity is Polarity.T:
        assert target.green is not None
        return measure.shown < target.green.lowest.shown
    return target.polarity is Polarity.H


def _nearest(part: int, whole: int, rated: Callable[[int], Rag], more: bool) -> Reach | None:
    """The nearest count that is GREEN: ratings change once on the way there, and may change back in a band."""
    counts = range(part + 1, whole + 1) if more else range(part - 1, -1, -1)
    for count in counts:
        if rated(count) is Rag.GREEN:
            return Reach(count - part)
    return None


def _whole(figure: Figure | None) -> int | None:
    if not isinstance(figure, Number) or figure.value != figure.value.to_integral_value():
        return None
    return int(figure.value)
