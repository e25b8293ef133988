"""The live formula of where a row of figures is going. It says what `trends.py` says."""

from __future__ import annotations

from workbook_builder.sheets.formulas import Shown
from workbook_builder.specs.catalogue import Polarity
from workbook_builder.specs.columns import LEAST_FIGURES
from workbook_builder.trends import DIGITS, LEAST_EXPLAINED, Direction


def direction_formula(cells: str, periods: int, polarity: Polarity, target: Shown | None, least: float) -> str:
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
