"""Which way a series is going over the months or other periods that are shown, in words.

A straight line is fitted to the figures (least squares, as Excel's SLOPE does, so that a workbook says the same by a
formula). The arrow of a direction of travel moves however small the change is; this needs one that is worth a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from workbook_builder.figures import Figure, Number, rounded
from workbook_builder.rating.expressions import Shown
from workbook_builder.rating.polarity import Polarity

LEAST_FIGURES = 5  # that say where a series is going
LEAST_EXPLAINED = Decimal("0.5")
DIGITS = 6  # to which a change and what the line explains are rounded before they are judged


class Direction(Enum):
    """Where a series is going. The value is the word that is printed."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    NOT_CLEAR = "no clear trend"
    UNKNOWN = "N/A"


@dataclass(frozen=True)
class _Line:
    """The line through a series at its first and last period, and the share of the variation that it explains."""

    start: Fraction
    end: Fraction
    explained: Fraction


def trend_of(
    figures: Sequence[Figure | None], polarity: Polarity | None, target: Figure | None, least: float
) -> Direction:
    """The direction of a window of figures, the earliest first; a gap keeps its place.

    The line must gain at least `least` per cent of the mean size of the figures from the window's first period to
    its last, and explain at least half of their variation. Higher is a gain for H, lower for L, closer to the
    target for T. UNKNOWN with fewer than five figures, without a polarity, and for T without a target.
    """
    known = [(place, Fraction(f.value)) for place, f in enumerate(figures) if isinstance(f, Number)]
    goal = Fraction(target.shown) if isinstance(target, Number) else None
    if len(known) < LEAST_FIGURES or polarity is None or (polarity is Polarity.T and goal is None):
        return Direction.UNKNOWN
    if len({value for _, value in known}) == 1:
        return Direction.NOT_CLEAR
    line = _fitted(known, len(figures))
    size = sum((abs(value) for _, value in known), Fraction()) / len(known)
    gained = _decimal(100 * _gain(line, polarity, goal) / size)
    if _decimal(line.explained) < LEAST_EXPLAINED or abs(gained) < Decimal(str(least)):
        return Direction.NOT_CLEAR
    return Direction.IMPROVING if gained > 0 else Direction.WORSENING


def _fitted(known: Sequence[tuple[int, Fraction]], periods: int) -> _Line:
    middle = Fraction(sum(x for x, _ in known), len(known))
    mean = sum((y for _, y in known), Fraction()) / len(known)
    across = sum(((x - middle) ** 2 for x, _ in known), Fraction())
    upwards = sum(((y - mean) ** 2 for _, y in known), Fraction())
    both = sum(((x - middle) * (y - mean) for x, y in known), Fraction())
    start = mean - both / across * middle
    return _Line(start, start + both / across * (periods - 1), both**2 / (across * upwards))


def _gain(line: _Line, polarity: Polarity, goal: Fraction | None) -> Fraction:
    if polarity is Polarity.T and goal is not None:
        return abs(line.start - goal) - abs(line.end - goal)
    return line.end - line.start if polarity is Polarity.H else line.start - line.end


def _decimal(value: Fraction) -> Decimal:
    return rounded(Decimal(value.numerator) / value.denominator, DIGITS)


def trend_formula(cells: str, periods: int, polarity: Polarity, target: Shown | None, least: float) -> str:
    """A direction in words from so many neighbouring cells (`F5:L5`), of which those without a number are ignored.

    The periods are numbered in the formula, so that a gap keeps its place. T needs a target.
    """
    numbered = "{" + ",".join(str(n) for n in range(1, periods + 1)) + "}"
    needed = f"COUNT({cells})>={LEAST_FIGURES}"
    if polarity is Polarity.T:
        if target is None:
            return f'="{Direction.UNKNOWN.value}"'
        start, end = (f"ABS(FORECAST({n},{cells},{numbered})-{target.rounded})" for n in (1, periods))
        gain, needed = f"({start}-{end})", f"AND({needed},COUNT({target.cell})=1)"
    else:
        steps = periods - 1 if polarity is Polarity.H else 1 - periods
        gain = f"{steps}*SLOPE({cells},{numbered})"
    size = f'(SUMIF({cells},">0")-SUMIF({cells},"<0"))'
    gained = f"ROUND(100*{gain}*COUNT({cells})/{size},{DIGITS})"
    worse = _choice(f"{gained}<=-{least:g}", f'"{Direction.WORSENING.value}"')
    better = f'IF({gained}>={least:g},"{Direction.IMPROVING.value}",{worse})'
    clear = _choice(f"ROUND(RSQ({cells},{numbered}),{DIGITS})>={LEAST_EXPLAINED}", better)
    return f'=IF({needed},{_choice(f"MAX({cells})>MIN({cells})", clear)},"{Direction.UNKNOWN.value}")'


def _choice(condition: str, value: str) -> str:
    return f'IF({condition},{value},"{Direction.NOT_CLEAR.value}")'


def explanation(least: float, periods: str, overlaps: bool) -> Iterator[str]:
    """What a reader is told of a table's directions: `periods` are `7 months`; whether figures of any row overlap."""
    yield (
        f"Trend direction: improving or worsening where a straight line through the {periods} shown changes by at "
        f"least {least:g}% of the mean size of the figures, and explains at least half of their variation; "
        f"it needs {LEAST_FIGURES} figures."
    )
    if overlaps:
        yield (
            "It is N/A for rolling 12-month (R12M) and year-to-date (YTD) figures: neighbouring figures share "
            "months, so that a line through them would show a trend where there is none."
        )
