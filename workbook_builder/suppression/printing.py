"""What an edition prints of its figures: counts rounded, percentages made of them, and a mark where a row goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import ROUND_HALF_UP, Decimal

from workbook_builder.inputs.figures import Missing, Number, rounded
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import Indicator, Making, Unit
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Suppress
from workbook_builder.suppression.facts import Cell, Facts, Part, Publication, counted
from workbook_builder.suppression.rules import settled


def printed(
    spec: Spec, suppress: Suppress | None, edition: Period, facts: Facts, withheld: Collection[Key]
) -> Publication:
    """The edition as it is printed, without the rows that are `withheld`."""
    rules = settled(suppress)
    hidden = frozenset(withheld)
    base = rules.rounding or 0
    frame = Publication(edition, {}, rounding=base, county_rounding=rules.county_rounding or 0)
    figures: dict[Cell, Decimal | None] = {}
    for key, stated in facts.items():
        indicator = spec.indicator_by_id[key[0]]
        row = dict(_row(indicator, key, stated, rules, frame.base(key[1], spec.county)))
        figures |= _withheld(row, indicator, rules) if key in hidden else row
    absent = {key for key, stated in facts.items() if stated.measure is Missing.NOT_AVAILABLE}
    gone = frozenset(absent - {cell.row for cell in figures})
    return Publication(edition, figures, gone, frame.rounding, frame.county_rounding)


def _row(
    indicator: Indicator, key: Key, stated: Observation, rules: Suppress, base: int
) -> Iterator[tuple[Cell, Decimal | None]]:
    parts = {part: getattr(stated, part.value) for part in Part}
    counts = {
        part: to_nearest(figure.value, base)
        for part, figure in parts.items()
        if isinstance(figure, Number) and counted(indicator, part)
    }
    for part, figure in parts.items():
        if figure is Missing.SUPPRESSED:
            yield from ((Cell(*key, hidden), None) for hidden in _parts_of(indicator, part))
        elif part in counts:
            yield Cell(*key, part), counts[part]
        elif isinstance(figure, Number) and (shown := _measure(indicator, figure, counts, rules, base)) is not None:
            yield Cell(*key, part), shown


def _parts_of(indicator: Indicator, part: Part) -> list[Part]:
    """What has no number where a part is suppressed in the inputs: with a measure also what makes it."""
    return list(Part) if part is Part.MEASURE and indicator.measure is not Making.NONE else [part]


def _measure(
    indicator: Indicator, figure: Number, counts: dict[Part, Decimal], rules: Suppress, base: int
) -> Decimal | None:
    """A measure as printed: of rounded counts where counts are rounded, None where these leave none to divide by."""
    is_cut = indicator.unit is Unit.PERCENT and rules.decimals is not None
    decimals = min(figure.decimals, rules.decimals) if is_cut and rules.decimals is not None else figure.decimals
    value = figure.value if is_cut else figure.shown
    if base and indicator.measure.factor and Part.NUMERATOR in counts and Part.DENOMINATOR in counts:
        if not counts[Part.DENOMINATOR]:
            return None
        value = indicator.measure.factor * counts[Part.NUMERATOR] / counts[Part.DENOMINATOR]
    return rounded(value, decimals)


def _withheld(row: dict[Cell, Decimal | None], indicator: Indicator, rules: Suppress) -> dict[Cell, Decimal | None]:
    """A row with marks; a count that readers know no mark to stand for stays."""
    return {
        cell: value if _stays(indicator, cell.part, value, rules.suppressed_at_least) else None
        for cell, value in row.items()
    }


def _stays(indicator: Indicator, part: Part, value: Decimal | None, least: int) -> bool:
    return value is not None and counted(indicator, part) and value < least


def to_nearest(value: Decimal, base: int) -> Decimal:
    """A count to the nearest `base`, half away from zero; 0: as it is."""
    return (value / base).quantize(Decimal(1), ROUND_HALF_UP) * base if base else value
