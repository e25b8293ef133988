"""The live formula of how many more or fewer make a percentage GREEN. It says what `reach.py` says.

A percentage rises by equal steps, so the fewest that reach a limit are found without searching. With a limit of L in
units of the percentage's last decimal, whatever rounds to L begins half a unit below it: the fewest of D are
D * (2L - 1) / 2 of the units of 100 per cent, rounded up. All is done in whole numbers, which no program rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook_builder.inputs.targets import Band, Target
from workbook_builder.sheets.formulas import Shown, StandardCells, standards
from workbook_builder.specs.catalogue import Polarity

UNKNOWN = "N/A"


@dataclass(frozen=True)
class ReachCells:
    """Where a row has its numerator and denominator, its target, and that target's floor standard and bands.

    `decimals` are those of the percentage; a `figure` is named where it must first be what the two make.
    """

    numerator: str
    denominator: str
    decimals: int
    target: Shown
    standards: StandardCells
    figure: Shown | None = None


def reach_formula(cells: ReachCells, stated: Target, decimals: int) -> str:
    """How many more (positive) or fewer (negative) than the numerator make it GREEN; N/A where that is not known.

    `decimals` are those of a band that is not stated yet.
    """
    part, whole = cells.numerator, cells.denominator
    needed = [part, whole, cells.target.cell, *standards(cells.standards, stated.polarity)]
    counted = f"{whole}>0,{part}>=0,{part}<={whole},{part}=INT({part}),{whole}=INT({whole})"
    conditions = [f"COUNT({','.join(needed)})={len(needed)}", f"AND({counted})"]
    if cells.figure:
        made = f"ROUND(100*{part}/{whole},{cells.decimals})={cells.figure.rounded}"
        conditions += [f"COUNT({cells.figure.cell})=1", made]
    possible, count = _count(cells, stated, decimals)
    return "=" + _where([*conditions, possible], count)


def _where(conditions: Sequence[str], value: str) -> str:
    for condition in reversed(conditions):
        value = f'IF({condition},{value},"{UNKNOWN}")'
    return value


def _count(cells: ReachCells, stated: Target, decimals: int) -> tuple[str, str]:
    """Whether any numerator is GREEN, and how many more or fewer the nearest one has."""
    part, whole = cells.numerator, cells.denominator
    lowest = highest = cells.target
    if stated.polarity is Polarity.T:
        lowest, highest = _band(cells.standards, stated.green, decimals)
    least = _fewest(cells, f"2*{_units(lowest, cells, up=True)}-1")
    most = _fewest(cells, f"2*{_units(highest, cells, up=False)}+1") + "-1"
    more, fewer = f"MAX(0,{least}-{part})", f"MIN(0,{most}-{part})"
    if stated.polarity is Polarity.H:
        return f"{least}<={whole}", more
    if stated.polarity is Polarity.L:
        return f"{most}>=0", fewer
    return f"MAX(0,{least})<=MIN({whole},{most})", f"{more}+{fewer}"


def _band(cells: StandardCells, band: Band | None, decimals: int) -> tuple[Shown, Shown]:
    start, end = (band.lowest.decimals, band.highest.decimals) if band else (decimals, decimals)
    return Shown(cells.green_from, start), Shown(cells.green_to, end)


def _units(limit: Shown, cells: ReachCells, up: bool) -> str:
    """A limit in units of the percentage's last decimal; one that is stated more finely is rounded up or down."""
    finest = max(limit.decimals, cells.decimals)
    units = f"ROUND({limit.rounded}*{10**finest},0)"
    if finest == cells.decimals:
        return units
    parts = 10 ** (finest - cells.decimals)
    return f"(-INT(-{units}/{parts}))" if up else f"INT({units}/{parts})"


def _fewest(cells: ReachCells, half_units: str) -> str:
    """The fewest of the denominator that make at least so many half units: their quotient rounded up."""
    whole = 200 * 10**cells.decimals
    return f"INT(({cells.denominator}*({half_units})+{whole - 1})/{whole})"
