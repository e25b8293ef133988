"""What stands in a published table, figure by figure: the rows of an edition, and what was printed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import Indicator, Making, Unit
from workbook_builder.specs.model import Spec


class Part(Enum):
    """Which figure of a row: its measure, or the numerator or denominator beside it."""

    MEASURE = "measure"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"

    __hash__ = object.__hash__


class Cell(NamedTuple):
    """One figure: of an indicator, an area or team, and a period."""

    indicator: str
    place: str
    period: Period
    part: Part

    @property
    def row(self) -> Key:
        """The row that it stands in."""
        return self.indicator, self.place, self.period


Facts = Mapping[Key, Observation]
"""What the inputs state of every row that this edition or an earlier one prints."""
Printed = Mapping[Cell, Decimal | None]


@dataclass(frozen=True)
class Publication:
    """One public edition as it was printed: each figure, None where a mark stands in its place.

    A percentage has as many decimals as were printed. Counts were rounded to the nearest `rounding` (0: not at all),
    the county's to `county_rounding`. `not_available` are rows printed as such, which count as 0 in a sum.
    """

    edition: Period
    figures: Printed
    not_available: frozenset[Key] = frozenset()
    rounding: int = 0
    county_rounding: int = 0
    withheld: frozenset[Key] = field(init=False)

    def __post_init__(self) -> None:
        hidden = frozenset(cell.row for cell, figure in self.figures.items() if figure is None)
        object.__setattr__(self, "withheld", hidden)

    def base(self, place: str, county: str) -> int:
        """What a place's counts were rounded to."""
        return self.county_rounding if place == county else self.rounding


def figures_of(key: Key, stated: Observation) -> Iterator[tuple[Cell, Decimal]]:
    """Each figure that a row states, exactly as it states it."""
    for part in Part:
        if isinstance(figure := getattr(stated, part.value), Number):
            yield Cell(*key, part), figure.shown if part is Part.MEASURE else figure.value


def counted(indicator: Indicator, part: Part) -> bool:
    """Whether a figure is a count, which sums are made of: no percentage, average or score."""
    if part is not Part.MEASURE:
        return True
    return indicator.unit is Unit.COUNT and indicator.measure is Making.NONE


def counts_of(spec: Spec, facts: Facts) -> dict[Cell, Decimal]:
    """Every count that the inputs state."""
    return {
        cell: value
        for key, stated in facts.items()
        for cell, value in figures_of(key, stated)
        if counted(spec.indicator_by_id[cell.indicator], cell.part)
    }


def decimals_of(value: Decimal) -> int:
    """How many decimals a number needs: none, if it is whole."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimals_shown(value: Decimal) -> int:
    """How many decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def scales(counts: Iterable[tuple[Cell, Decimal | None]]) -> dict[tuple[str, Part], int]:
    """By indicator and part, how many units make one: 10 where some are counted in tenths (of a post, say)."""
    found: dict[tuple[str, Part], int] = {}
    for cell, value in counts:
        family = cell.indicator, cell.part
        needed = 10 ** decimals_of(value) if value is not None else 1
        found[family] = max(found.get(family, 1), needed)
    return found
