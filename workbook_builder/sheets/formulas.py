"""The live formulas: a rating or an arrow from the cells beside it. They say what `ratings.py` says.

Both sides of every comparison are rounded as displayed, because 0.3 and 0.1 + 0.2 differ between programs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.ratings import Rag, Travel
from workbook_builder.specs.catalogue import Polarity

NO_RATING = Rag.NOT_RATED.value


@dataclass(frozen=True)
class Shown:
    """A figure's cell and the decimals it is displayed with."""

    cell: str
    decimals: int

    @property
    def rounded(self) -> str:
        """The figure as displayed."""
        return rounded(self.cell, self.decimals)


@dataclass(frozen=True)
class StandardCells:
    """Where a target's floor standard and bands stand (on the Targets sheet)."""

    floor: str
    green_from: str
    green_to: str
    amber_from: str
    amber_to: str


def rounded(cell: str, decimals: int) -> str:
    """`ROUND(C5,1)`."""
    return f"ROUND({cell},{decimals})"


def decimals_of(figure: Figure | None, otherwise: int) -> int:
    """The decimals a figure is displayed with; those of its indicator where it is missing."""
    return figure.decimals if isinstance(figure, Number) else otherwise


def rating_formula(figure: Shown, target: Shown, cells: StandardCells, stated: Target, decimals: int) -> str:
    """GREEN, AMBER or RED from the figure, its target, and the floor standard or bands; N/A where one is missing.

    `decimals` are those of a floor or band that is not stated yet, so that one typed in later is judged too.
    """
    needed = standards(cells, stated.polarity)
    if stated.polarity is Polarity.T:
        green = _within(figure, cells.green_from, cells.green_to, stated.green, decimals)
        amber = _within(figure, cells.amber_from, cells.amber_to, stated.amber, decimals)
    else:
        meets = "<=" if stated.polarity is Polarity.L else ">="
        green = f"{figure.rounded}{meets}{target.rounded}"
        amber = f"{figure.rounded}{meets}{rounded(cells.floor, decimals_of(stated.floor, decimals))}"
    known = f"COUNT({','.join([figure.cell, target.cell, *needed])})={2 + len(needed)}"
    return f'=IF({known},IF({green},"GREEN",IF({amber},"AMBER","RED")),"{NO_RATING}")'


def standards(cells: StandardCells, polarity: Polarity | None) -> list[str]:
    """The cells without which nothing is rated: the four ends of the bands, or the floor standard."""
    bands = [cells.green_from, cells.green_to, cells.amber_from, cells.amber_to]
    return bands if polarity is Polarity.T else [cells.floor]


def _within(figure: Shown, lowest: str, highest: str, band: Band | None, otherwise: int) -> str:
    start = rounded(lowest, band.lowest.decimals if band else otherwise)
    end = rounded(highest, band.highest.decimals if band else otherwise)
    return f"AND({figure.rounded}>={start},{figure.rounded}<={end})"


def travel_formula(
    now: Shown, before: Shown, polarity: Polarity, target: Shown | None, arrows: Mapping[Travel, str]
) -> str:
    """An arrow from two figures, compared at the coarser precision; for T from their distances to target."""
    decimals = min(now.decimals, before.decimals)
    new, old = rounded(now.cell, decimals), rounded(before.cell, decimals)
    needed = [now.cell, before.cell]
    if polarity is Polarity.T:
        if target is None:
            return f'="{Travel.UNKNOWN.value}"'
        finest = max(decimals, target.decimals)
        new, old = (rounded(f"ABS({side}-{target.rounded})", finest) for side in (new, old))
        needed.append(target.cell)
    better, worse = (">", "<") if polarity is Polarity.H else ("<", ">")
    known = f"COUNT({','.join(needed)})={len(needed)}"
    changed = f'IF({new}{worse}{old},"{arrows[Travel.WORSENED]}","{arrows[Travel.SAME]}")'
    arrow = f'IF({new}{better}{old},"{arrows[Travel.IMPROVED]}",{changed})'
    return f'=IF({known},{arrow},"{Travel.UNKNOWN.value}")'
