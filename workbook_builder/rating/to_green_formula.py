"""The formula of how many more or fewer make a percentage GREEN. It says what `to_green.py` says, without searching.

A percentage rises by equal steps. With a limit of L in units of the percentage's last decimal, whatever rounds to L
begins half a unit below it: the fewest of D that reach it are D * (2L - 1) / 2 of the units of 100 per cent, rounded
up. All is done in whole numbers, which no program rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook_builder.rating.expressions import Cells, Decimals, Expression, Shown, counted
from workbook_builder.rating.scheme import Rag, Rule, Step

UNKNOWN = "N/A"


@dataclass(frozen=True)
class PercentageCells:
    """Where a row has a percentage's numerator and denominator.

    `decimals` are those of the percentage; a `figure` is named where it must first be what the two make.
    """

    numerator: str
    denominator: str
    decimals: int
    figure: Shown | None = None


def to_green_formula(stated: PercentageCells, rule: Rule, cells: Cells, decimals: Decimals) -> str:
    """How many more (positive) or fewer (negative) than the numerator make it GREEN; N/A where that is not known.

    `cells` and `decimals` are those of the target and its standards.
    """
    part, whole, green = stated.numerator, stated.denominator, rule.step(Rag.GREEN)
    assert green is not None
    needed = [part, whole, *(cells[role] for role in rule.needs if role != "figure")]
    sound = f"{whole}>0,{part}>=0,{part}<={whole},{part}=INT({part}),{whole}=INT({whole})"
    conditions = [counted(needed), f"AND({sound})"]
    if stated.figure:
        made = f"ROUND(100*{part}/{whole},{stated.decimals})={stated.figure.rounded}"
        conditions += [counted([stated.figure.cell]), made]
    possible, count = _count(stated, green, cells, decimals)
    return "=" + _where([*conditions, possible], count)


def _where(conditions: Sequence[str], value: str) -> str:
    for condition in reversed(conditions):
        value = f'IF({condition},{value},"{UNKNOWN}")'
    return value


def _count(stated: PercentageCells, green: Step, cells: Cells, decimals: Decimals) -> tuple[str, str]:
    """Whether any numerator is GREEN, and how many more or fewer the nearest one has."""
    part, whole = stated.numerator, stated.denominator
    least = most = ""
    if green.lowest:
        least = _fewest(stated, f"2*{_units(green.lowest, stated, cells, decimals, up=True)}-1")
    if green.highest:
        most = _fewest(stated, f"2*{_units(green.highest, stated, cells, decimals, up=False)}+1") + "-1"
    more, fewer = f"MAX(0,{least}-{part})", f"MIN(0,{most}-{part})"
    if not most:
        return f"{least}<={whole}", more
    if not least:
        return f"{most}>=0", fewer
    return f"MAX(0,{least})<=MIN({whole},{most})", f"{more}+{fewer}"


def _units(limit: Expression, stated: PercentageCells, cells: Cells, decimals: Decimals, up: bool) -> str:
    """A limit in units of the percentage's last decimal; one that is stated more finely is rounded up or down.

    Up by adding: programs differ in the INT of what is below zero (HyperFormula 3.5.0 cuts, Excel goes down).
    """
    finest = max(limit.places(decimals), stated.decimals)
    units = f"ROUND({limit.formula(cells, decimals)}*{10**finest},0)"
    if finest == stated.decimals:
        return units
    parts = 10 ** (finest - stated.decimals)
    return f"INT(({units}+{parts - 1})/{parts})" if up else f"INT({units}/{parts})"


def _fewest(stated: PercentageCells, half_units: str) -> str:
    """The fewest of the denominator that make at least so many half units: their quotient rounded up."""
    whole = 200 * 10**stated.decimals
    return f"INT(({stated.denominator}*({half_units})+{whole - 1})/{whole})"
