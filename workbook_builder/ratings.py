"""Ratings and direction of travel: pure functions of figures and what they are judged by.

Rules (guidance notes of the published edition): everything is judged on the value as displayed, rounded half
up; what is missing is never rated and has no direction.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from workbook_builder.inputs.figures import Figure, Number, rounded
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.specs.catalogue import Polarity


class Rag(Enum):
    """A rating against target and floor standard. The value is the word that is printed."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    NOT_RATED = "N/A"


class Travel(Enum):
    """Direction of travel since the previous period shown."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    SAME = "same"
    UNKNOWN = "N/A"


def rate(figure: Figure | None, target: Target | None) -> Rag:
    """The rating of a figure by its year's target.

    H and L: GREEN where the target is met, AMBER where only the floor standard is, else RED.
    T: GREEN inside the green band, AMBER inside the amber band, else RED. NOT_RATED where the figure or the
    target is missing, or where nothing tells AMBER from RED (no floor standard, no bands).
    """
    if not isinstance(figure, Number) or target is None or not isinstance(target.target, Number):
        return Rag.NOT_RATED
    if target.polarity is Polarity.T and target.green and target.amber:
        return _rate_by_bands(figure.shown, target.green, target.amber)
    if target.polarity in (Polarity.H, Polarity.L) and target.floor:
        return _rate_by_floor(figure.shown, target.target.shown, target.floor.shown, target.polarity)
    return Rag.NOT_RATED


def _rate_by_floor(value: Decimal, target: Decimal, floor: Decimal, polarity: Polarity) -> Rag:
    if polarity is Polarity.L:
        value, target, floor = -value, -target, -floor
    if value >= target:
        return Rag.GREEN
    return Rag.AMBER if value >= floor else Rag.RED


def _rate_by_bands(value: Decimal, green: Band, amber: Band) -> Rag:
    if green.lowest.shown <= value <= green.highest.shown:
        return Rag.GREEN
    return Rag.AMBER if amber.lowest.shown <= value <= amber.highest.shown else Rag.RED


def travel(now: Figure | None, before: Figure | None, polarity: Polarity | None, target: Figure | None) -> Travel:
    """The direction from one figure to the next, compared at the coarser of the two precisions shown.

    Improved is higher for H, lower for L, and closer to `target` for T; UNKNOWN where a figure, the polarity or
    (for T) the target is missing.
    """
    if not isinstance(now, Number) or not isinstance(before, Number) or polarity is None:
        return Travel.UNKNOWN
    decimals = min(now.decimals, before.decimals)
    new, old = rounded(now.value, decimals), rounded(before.value, decimals)
    if polarity is Polarity.T:
        if not isinstance(target, Number):
            return Travel.UNKNOWN
        new, old = -abs(new - target.shown), -abs(old - target.shown)
    if polarity is Polarity.L:
        new, old = -new, -old
    if new == old:
        return Travel.SAME
    return Travel.IMPROVED if new > old else Travel.WORSENED
