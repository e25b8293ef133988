"""How far a percentage is from GREEN, counted in children: how many more or fewer would make it GREEN."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.figures import Figure, Number, rounded
from workbook_builder.rating.expressions import Expression, Known
from workbook_builder.rating.scheme import Rag, Step
from workbook_builder.rating.schemes import Judge, rule_of

_LARGEST = 10**15


@dataclass(frozen=True)
class ToGreen:
    """How many in the numerator, at the same denominator, are lacking for GREEN (positive) or too many (negative)."""

    lacking: int

    @property
    def count(self) -> int:
        """How many, without a sign; 0 where the figure is GREEN."""
        return abs(self.lacking)


@dataclass(frozen=True)
class Percentage:
    """A percentage as it is stated, and what it is made of."""

    measure: Figure | None
    numerator: Figure | None
    denominator: Figure | None

    @property
    def is_contradicted(self) -> bool:
        """Whether it is not what its numerator and denominator make, both being known."""
        part, whole = _whole(self.numerator), _whole(self.denominator)
        if not isinstance(self.measure, Number) or part is None or not whole:
            return False
        return _made(part, whole, self.measure.decimals).shown != self.measure.shown


def to_green(stated: Percentage, judge: Judge | None, goal: Rag = Rag.GREEN) -> ToGreen | None:
    """How many it lacks for GREEN (or for another `goal`); None where that cannot be known.

    That is where the measure is not what its whole numbers make, where a number is missing or nothing is rated, and
    where no numerator would do (as between the ends of a narrow band).
    """
    measure, part, whole = stated.measure, _whole(stated.numerator), _whole(stated.denominator)
    rule = rule_of(judge)
    if rule is None or judge is None or not isinstance(measure, Number):
        return None
    if part is None or not whole or not 0 <= part <= whole or stated.is_contradicted:
        return None
    known = {**judge.known, "figure": _made(part, whole, measure.decimals)}
    step = rule.step(goal)
    if step is None or rule.rate(known) is Rag.NOT_RATED:
        return None
    if step.holds(known):
        return ToGreen(0)
    count = _nearest(part, whole, measure.decimals, step, known)
    is_enough = count is not None and step.holds({**known, "figure": _made(count, whole, measure.decimals)})
    return ToGreen(count - part) if count is not None and is_enough else None


def _made(part: int, whole: int, decimals: int) -> Number:
    return Number(rounded(Decimal(100 * part) / whole, decimals), decimals)


def _nearest(part: int, whole: int, decimals: int, step: Step, known: Known) -> int | None:
    """The nearest count whose percentage is not on the wrong side: it rises with every one that is added."""
    lowest, highest = _limit(step.lowest, "-Infinity", known), _limit(step.highest, "Infinity", known)
    more = _made(part, whole, decimals).shown < lowest
    counts = range(part + 1, whole + 1) if more else range(part - 1, -1, -1)

    def is_reached(count: int) -> bool:
        shown = _made(count, whole, decimals).shown
        return shown >= lowest if more else shown <= highest

    position = bisect_left(counts, True, key=is_reached)
    return counts[position] if position < len(counts) else None


def _limit(limit: Expression | None, otherwise: str, known: Known) -> Decimal:
    return limit.value(known) if limit else Decimal(otherwise)


def _whole(figure: Figure | None) -> int | None:
    """A whole number that a cell can hold exactly."""
    if not isinstance(figure, Number) or abs(figure.value) >= _LARGEST or figure.value % 1:
        return None
    return int(figure.value)
