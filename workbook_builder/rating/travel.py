"""Direction of travel: whether a figure is better than the one before it, and the formula that says so."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from workbook_builder.figures import Figure, Number, rounded
from workbook_builder.rating.expressions import Shown, counted, rounding
from workbook_builder.rating.polarity import Polarity


class Travel(Enum):
    """Direction of travel since the previous period shown."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    SAME = "same"
    UNKNOWN = "N/A"


def travel(now: Figure | None, before: Figure | None, polarity: Polarity | None, target: Figure | None) -> Travel:
    """The direction from one figure to the next, compared at the coarser of the two precisions shown.

    UNKNOWN where a figure, the polarity or (where closer to it is better) the target is missing.
    """
    if not isinstance(now, Number) or not isinstance(before, Number) or polarity is None:
        return Travel.UNKNOWN
    decimals = min(now.decimals, before.decimals)
    aim = target.shown if isinstance(target, Number) else None
    new, old = (polarity.merit(rounded(figure.value, decimals), aim) for figure in (now, before))
    if new is None or old is None:
        return Travel.UNKNOWN
    if new == old:
        return Travel.SAME
    return Travel.IMPROVED if new > old else Travel.WORSENED


def travel_formula(
    now: Shown, before: Shown, polarity: Polarity, target: Shown | None, arrows: Mapping[Travel, str]
) -> str:
    """An arrow from two figures, compared at the coarser precision; for T from their distances to target."""
    decimals = min(now.decimals, before.decimals)
    new, old = rounding(now.cell, decimals), rounding(before.cell, decimals)
    needed = [now.cell, before.cell]
    if polarity is Polarity.T:
        if target is None:
            return f'="{Travel.UNKNOWN.value}"'
        finest = max(decimals, target.decimals)
        new, old = (rounding(f"ABS({side}-{target.rounded})", finest) for side in (new, old))
        needed.append(target.cell)
    better, worse = (">", "<") if polarity is Polarity.H else ("<", ">")
    changed = f'IF({new}{worse}{old},"{arrows[Travel.WORSENED]}","{arrows[Travel.SAME]}")'
    arrow = f'IF({new}{better}{old},"{arrows[Travel.IMPROVED]}",{changed})'
    return f'=IF({counted(needed)},{arrow},"{Travel.UNKNOWN.value}")'
