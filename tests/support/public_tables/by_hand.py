"""Tables written down figure by figure: a county with districts, and teams of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tests.support.public_tables.making import COUNTY, NOVEMBER, ORIGIN, indicator_of, spec_of
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import Indicator, Making
from workbook_builder.suppression import Cell, Decision, Part

COUNT = indicator_of(Making.NONE)
PERCENTAGE = indicator_of(Making.PERCENTAGE)
A, B, C, D = (f"District {n}" for n in range(4))


def number(value: str | int | None, decimals: int = 0) -> Figure | None:
    """A figure as the inputs state it."""
    return None if value is None else Number(Decimal(value), decimals)


def counts(indicator: Indicator = COUNT, period: Period = NOVEMBER, **places: int) -> dict[Key, Observation]:
    """A count for each place, the county's their sum unless it is given; `A=3` is District 0's."""
    named = {"A": A, "B": B, "C": C, "D": D, "county": COUNTY}
    values = {named.get(place, place.replace("_", " ")): value for place, value in places.items()}
    values.setdefault(COUNTY, sum(value for place, value in values.items() if place.startswith("District")))
    return {
        (indicator.id, place, period): Observation(Number(Decimal(value), 0), None, None, ORIGIN)
        for place, value in values.items()
    }


def row(
    measure: str | Missing,
    numerator: str | int | None = None,
    denominator: str | int | None = None,
    decimals: int = 1,
) -> Observation:
    """A row with its parts."""
    stated = measure if isinstance(measure, Missing) else Number(Decimal(measure), decimals)
    return Observation(stated, number(numerator), number(denominator), ORIGIN)


def withheld(decision: Decision) -> set[str]:
    """The places of the rows that are withheld."""
    return {place for _, place, _ in decision.pattern}


def figure(place: str, indicator: Indicator = COUNT, period: Period = NOVEMBER, part: Part = Part.MEASURE) -> Cell:
    """One figure of a place."""
    return Cell(indicator.id, place, period, part)


def figures(values: Mapping[str, int | None], period: Period = NOVEMBER) -> dict[Cell, Decimal | None]:
    """What is printed of counts; None: withheld."""
    return {figure(place, period=period): None if n is None else Decimal(n) for place, n in values.items()}


SHIRE = spec_of(4, [], COUNT)
