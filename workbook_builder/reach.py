"""How far a figure is from GREEN, counted in children: how many more or fewer would make it GREEN."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal

from workbook_builder.inputs.figures import Figure, Number, rounded
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.ratings import Rag, rate
from workbook_builder.specs.catalogue import Indicator, Making, Polarity

_LARGEST = 10**15


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
    if not isinstance(measure, Number) or part is None or not whole or not 0 <= part <= whole:
        return None
    now = _percentage(part, whole, measure.decimals)
    if now.shown != measure.shown:
        return None
    rating = rate(now, target)
    if rating in (Rag.GREEN, Rag.NOT_RATED):
        return Reach(0) if rating is Rag.GREEN else None
    count = _nearest(part, whole, now, target)
    is_green = count is not None and rate(_percentage(count, whole, measure.decimals), target) is Rag.GREEN
    return Reach(count - part) if count is not None and is_green else None


def floor_reach_of(indicator: Indicator, latest: Observation | None, target: Target | None) -> Reach | None:
    """How many more or fewer would meet the floor standard; None where it cannot be known, or bands tell RED."""
    if target is None or target.floor is None or target.polarity not in (Polarity.H, Polarity.L):
        return None
    return reach_of(indicator, latest, replace(target, target=target.floor))


def contradicts(latest: Observation) -> bool:
    """Whether a stated percentage is not what its numerator and denominator make."""
    measure, part, whole = latest.measure, _whole(latest.numerator), _whole(latest.denominator)
    if not isinstance(measure, Number) or part is None or not whole:
        return False
    return _percentage(part, whole, measure.decimals).shown != measure.shown


def _percentage(part: int, whole: int, decimals: int) -> Number:
    return Number(rounded(Decimal(100 * part) / whole, decimals), decimals)


def _nearest(part: int, whole: int, now: Number, target: Target) -> int | None:
    """The nearest count whose percentage is not on the wrong side of GREEN: it rises with every one that is added."""
    lowest, highest = _green(target)
    more = now.shown < lowest
    counts = range(part + 1, whole + 1) if more else range(part - 1, -1, -1)

    def is_reached(count: int) -> bool:
        shown = _percentage(count, whole, now.decimals).shown
        return shown >= lowest if more else shown <= highest

    position = bisect_left(counts, True, key=is_reached)
    return counts[position] if position < len(counts) else None


def _green(target: Target) -> tuple[Decimal, Decimal]:
    """The lowest and the highest figure that is GREEN by a target that rates figures."""
    if target.polarity is Polarity.T and target.green:
        return target.green.lowest.shown, target.green.highest.shown
    assert isinstance(target.target, Number)
    limit = target.target.shown
    return (limit, Decimal("Infinity")) if target.polarity is Polarity.H else (Decimal("-Infinity"), limit)


def _whole(figure: Figure | None) -> int | None:
    """A whole number that a cell can hold exactly."""
    if not isinstance(figure, Number) or abs(figure.value) >= _LARGEST or figure.value % 1:
        return None
    return int(figure.value)
