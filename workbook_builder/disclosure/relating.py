"""The relations that a spec says, or periods imply, between the numbers of one indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from workbook_builder.disclosure.relations import Cell, Linear, Ratio, Relation, Rising, Same, Sum
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.observations import PARTS, Key, Observation
from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.problems import listed
from workbook_builder.specs.catalogue import DataPeriod, Indicator, Making, Unit
from workbook_builder.specs.model import Spec
from workbook_builder.suppression import facts as known
from workbook_builder.suppression.facts import Part, counted
from workbook_builder.suppression.relations import Table, relations_over_places
from workbook_builder.suppression.series import relations_over_time

OWN_ROW = "the rest of its own row"
_OF_A_YEAR = (DataPeriod.YTD, DataPeriod.R12M)  # in a year's last month they cover that year


def relations_of(
    spec: Spec, indicator: Indicator, stated: Mapping[Key, Observation], allows: bool
) -> tuple[Relation, ...]:
    """All relations of an indicator's numbers. `allows`: with what `adds_up` lets belong to no place."""
    basis = spec.year_bases.get(indicator.id, YearBasis.FINANCIAL)
    periods = sorted({period for _, _, period in stated}, key=lambda period: (period.year, period.part))
    sums = (each for period in periods for each in _sums(spec, indicator, period, allows))
    return (
        *_ratios(indicator, stated),
        *sums,
        *_running(indicator, stated, basis),
        *_outturns(indicator, stated, basis),
    )


def relations_between(spec: Spec, stated: Mapping[Key, Observation]) -> Iterator[Linear]:
    """What readers know of several rows: districts and their teams count the same, a total is that of its months.

    They are those by which the suppression of public editions is proved (`suppression/`).
    """
    names = {name for name, _, _ in stated}
    none = frozenset(key for key, one in stated.items() if one.measure is Missing.NOT_AVAILABLE)
    rows = [key for key in stated if key not in none]
    cells = (known.Cell(*key, part) for key in rows for part in Part if counted(spec.indicator_by_id[key[0]], part))
    table = Table(frozenset(cells), none)
    totals = spec.suppress.totals if spec.suppress else ()
    for each in (*relations_over_places(spec, table, names), *relations_over_time(spec, table, totals, names)):
        over = [cell for _, cell in each.terms]
        is_county = spec.county in {cell.place for cell in over} and len({cell.place for cell in over}) > 1
        is_of_one = len({(cell.indicator, cell.place) for cell in over}) == 1
        if not is_county and not is_of_one:  # how places add up to the county, and series run, is said above
            terms = tuple((times, (cell.row, cell.part.value)) for times, cell in each.terms)
            yield Linear(_in_words(spec, over), terms, each.least, each.most)


def _in_words(spec: Spec, cells: list[known.Cell]) -> str:
    """`Kent's REFERRALS-R12M and REFERRALS`, `Eastham and Eastham CSWT of Nov-24`."""
    names = list(dict.fromkeys(cell.indicator for cell in cells))
    places = list(dict.fromkeys(cell.place for cell in cells))
    if len(names) > 1:
        return f"{places[0]}'s {names[0]} and the months of {listed(names[1:])}"
    own = [place for place in places if place in spec.places]
    return f"districts and teams of {cells[0].period.label} that count the same: {listed(own)}"


def linked(spec: Spec, name: str) -> set[str]:
    """An indicator with those that are sums over its months, or that it is such a sum of."""
    totals = spec.suppress.totals if spec.suppress else ()
    pairs = [{total.total, total.of} for total in totals]
    return {name}.union(*(pair for pair in pairs if name in pair))


def _ratios(indicator: Indicator, stated: Mapping[Key, Observation]) -> Iterator[Ratio]:
    if indicator.measure is not Making.NONE:
        factor = indicator.measure.factor
        for key in stated:
            measure, numerator, denominator = ((key, part) for part in PARTS)
            yield Ratio(OWN_ROW, measure, numerator, denominator, factor)


def _sums(spec: Spec, indicator: Indicator, period: Period, allows: bool) -> Iterator[Sum]:
    rule = indicator.adds_up
    if rule is None:
        return
    places = [place for place in spec.places_of(rule.over) if spec.exists(indicator, place)]
    rows = f"{spec.county} and its {rule.over}s of {period.label}: {listed(places)}"
    for part in PARTS:
        share = getattr(rule, part)
        if share is not None and places:
            whole, *parts = (((indicator.id, place, period), part) for place in (spec.county, *places))
            yield Sum(rows, whole, tuple(parts), Fraction(Decimal(str(share))) / 100 if allows else Fraction(0))


def _running(indicator: Indicator, stated: Mapping[Key, Observation], basis: YearBasis) -> Iterator[Rising]:
    """A year to date only rises until its year ends: its neighbours bound it. A measure that is no count may fall."""
    if indicator.data_period is not DataPeriod.YTD:
        return
    is_count = indicator.measure is Making.NONE and indicator.unit is Unit.COUNT
    parts = {Making.NONE: PARTS[:1] if is_count else (), Making.PERCENTAGE: PARTS[1:]}.get(indicator.measure, ())
    months = sorted((key for key in stated if key[2].frequency is Frequency.MONTH), key=lambda key: (key[1], key[2]))
    for before, after in pairwise(months):
        if before[1] == after[1] and before[2].year_of(basis) == after[2].year_of(basis):
            rows = f"{before[1]}'s years to date of {before[2].label} and {after[2].label}"
            yield from (Rising(rows, (before, part), (after, part)) for part in parts)


def _outturns(indicator: Indicator, stated: Mapping[Key, Observation], basis: YearBasis) -> Iterator[Same]:
    """The outturn of a year is what its last month states of the year so far, or of the twelve months."""
    if indicator.data_period not in _OF_A_YEAR:
        return
    for name, place, year in stated:
        last = (name, place, year.last_month(basis))
        if year.frequency is Frequency.YEAR and last in stated:
            rows = f"{place}'s outturn of {year.label} and its {last[2].label}"
            for part in PARTS:
                one: Cell = ((name, place, year), part)
                yield Same(rows, one, (last, part))
