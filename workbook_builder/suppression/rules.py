"""What must be withheld first, whatever readers can reckon: small counts, and percentages that may be of few.

The rules are those that publishers state (`specs/suppress.py` says whose); `settled` puts the preset's in where the
spec says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any

from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.specs.catalogue import Indicator, Making, Unit
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import OTHERWISE, PRESETS, Suppress, UnknownNumerators, Zeros
from workbook_builder.suppression.facts import Cell, Facts, Part, counted


class Why(Enum):
    """Why a row is withheld. Secret itself: the public edition has one mark for all of them."""

    SMALL = "a small count"
    COMPLEMENT = "a few who are not in the numerator"
    UNKNOWN = "a percentage that may be of few"
    STATED = "suppressed in the inputs"
    KEPT = "withheld in an earlier edition"
    OTHERS = "for the sake of other rows"


@dataclass(frozen=True)
class Demand:
    """What must stay possible: that a count, or the rest of a whole, is at most `low`, and that it is `high` or more.

    `terms` are the cells with their signs: the count itself, or the denominator less the numerator.
    """

    terms: tuple[tuple[int, Cell], ...]
    low: int
    high: int

    @property
    def row(self) -> Key:
        """The row whose figure it protects."""
        return self.terms[0][1].row


@dataclass(frozen=True)
class Primary:
    """What must be withheld by rule: each row with the reason, and what must stay possible of its counts."""

    rows: Mapping[Key, Why]
    demands: tuple[Demand, ...]


def settled(suppress: Suppress | None) -> Suppress:
    """The rules with the preset's, where the spec says nothing; a spec without any is `dfe`."""
    stated = suppress or Suppress()
    defaults: dict[str, Any] = {**OTHERWISE, **PRESETS[stated.preset]}
    missing = {name: value for name, value in defaults.items() if getattr(stated, name) is None}
    rules = replace(stated, **missing)
    return rules if rules.county_rounding is not None else replace(rules, county_rounding=rules.rounding)


def confidential(rules: Suppress) -> tuple[int, int]:
    """The smallest and the largest count that is confidential."""
    assert rules.from_ is not None
    assert rules.to is not None
    return (0 if rules.zeros is Zeros.WITHHELD else rules.from_), rules.to


def primary(spec: Spec, facts: Facts, rules: Suppress) -> Primary:
    """What the rules withhold of an edition; `rules` are settled."""
    wholes = _known_denominators(facts)
    rows: dict[Key, Why] = {}
    demands: list[Demand] = []
    for key, stated in facts.items():
        if not in_scope(spec, key, rules):
            continue
        for why, demand in _reasons(spec, key, stated, rules, wholes.get(key[:2], ())):
            rows.setdefault(key, why)
            demands += [demand] if demand else []
    return Primary(rows, tuple(demands))


def in_scope(spec: Spec, key: Key, rules: Suppress) -> bool:
    """Whether small counts of a row's indicator and place are confidential."""
    name, place, _ = key
    words = spec.places.get(place, set())
    if spec.indicator_by_id[name].measure is Making.SHARE_MET:
        return False  # it counts indicators, not people
    return name not in rules.except_indicators and (not rules.areas or not words.isdisjoint(rules.areas))


def _reasons(
    spec: Spec, key: Key, stated: Observation, rules: Suppress, wholes: Collection[Decimal]
) -> Iterator[tuple[Why, Demand | None]]:
    low, high = confidential(rules)
    indicator = spec.indicator_by_id[key[0]]
    if Missing.SUPPRESSED in (stated.measure, stated.numerator, stated.denominator):
        yield Why.STATED, None
    for part in Part:
        if _is_confidential(_count(indicator, stated, part), low, high):
            yield Why.SMALL, Demand(((1, Cell(*key, part)),), low, high)
    if rules.complement and _is_confidential(_rest(indicator, stated), low, high):
        whole, counted_in = Cell(*key, Part.DENOMINATOR), Cell(*key, Part.NUMERATOR)
        yield Why.COMPLEMENT, Demand(((1, whole), (-1, counted_in)), low, high)
    if _is_of_few(indicator, key, stated, rules, spec.county, wholes):
        yield Why.UNKNOWN, None


def _count(indicator: Indicator, stated: Observation, part: Part) -> Decimal | None:
    """A row's count of people; None where the part is none: cases per worker have workers in the denominator."""
    is_staff = part is Part.DENOMINATOR and indicator.unit is Unit.CASES_PER_WORKER
    figure = getattr(stated, part.value)
    return figure.value if isinstance(figure, Number) and counted(indicator, part) and not is_staff else None


def _rest(indicator: Indicator, stated: Observation) -> Decimal | None:
    """How many of the whole are not in the numerator."""
    numerator, denominator = stated.numerator, stated.denominator
    if indicator.measure is not Making.PERCENTAGE or not isinstance(numerator, Number):
        return None
    return denominator.value - numerator.value if isinstance(denominator, Number) else None


def _is_confidential(count: Decimal | None, low: int, high: int) -> bool:
    return count is not None and low <= count <= high and count == count.to_integral_value()


def _is_of_few(
    indicator: Indicator,
    key: Key,
    stated: Observation,
    rules: Suppress,
    county: str,
    wholes: Collection[Decimal],
) -> bool:
    """Whether a measure without a numerator may be of few people, by what is known of the row's denominators.

    Where none is known it may, but for the county's.
    """
    if not _lacks_a_numerator(indicator, stated) or rules.unknown_numerators is UnknownNumerators.SHOWN:
        return False
    if rules.unknown_numerators is UnknownNumerators.ALL or key[0] in rules.withhold_unknown:
        return True
    own = [stated.denominator.value] if isinstance(stated.denominator, Number) else wholes
    if not own:
        return key[1] != county
    return min(own) < rules.small_denominators or _may_be_small(indicator, stated, own, rules)


def _lacks_a_numerator(indicator: Indicator, stated: Observation) -> bool:
    is_made = indicator.measure is not Making.NONE or indicator.unit is Unit.PERCENT
    is_of_people = indicator.unit is not Unit.CASES_PER_WORKER
    is_stated = isinstance(stated.measure, Number) and not isinstance(stated.numerator, Number)
    return is_made and is_of_people and is_stated


def _may_be_small(indicator: Indicator, stated: Observation, wholes: Collection[Decimal], rules: Suppress) -> bool:
    """Whether a percentage of one of the denominators known for its row would be a confidential count, or close."""
    if indicator.measure is not Making.PERCENTAGE or not isinstance(stated.measure, Number):
        return False
    low, high = confidential(rules)
    share = stated.measure.shown / 100
    fewest, most = (share * whole for whole in (min(wholes), max(wholes)))
    return fewest < high + 1 and most > low - 1 and (share > 0 or rules.zeros is Zeros.WITHHELD)


def _known_denominators(facts: Facts) -> dict[tuple[str, str], list[Decimal]]:
    """The denominators that are stated for any period, by indicator and place."""
    known: dict[tuple[str, str], list[Decimal]] = {}
    for (name, place, _), stated in facts.items():
        if isinstance(stated.denominator, Number):
            known.setdefault((name, place), []).append(stated.denominator.value)
    return known
