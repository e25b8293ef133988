"""The shipped November figures, and the same with more small counts, as a public edition withholds them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random

import pytest

from tests.support.places import ROOT
from workbook_builder.inputs import read_inputs
from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.periods import month
from workbook_builder.specs import load_spec
from workbook_builder.specs.catalogue import Making
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Preset, Suppress
from workbook_builder.suppression import Facts, Part, Publication, Why, primary, printed, prove, suppress
from workbook_builder.suppression.rules import settled

NOVEMBER = month(2024, 11)
RULES = [None, Suppress(complement=True), Suppress(preset=Preset.NHS)]


@cache
def november() -> tuple[Spec, dict[Key, Observation]]:
    """The shipped spec and figures."""
    spec = load_spec(ROOT)
    return spec, read_inputs(spec, ROOT, NOVEMBER).observations


def with_more_small_counts(seed: int) -> tuple[Spec, dict[Key, Observation]]:
    """Three districts in twenty with one to five in a numerator instead, and the county with as many fewer."""
    spec, facts = november()
    random, made = Random(seed), dict(facts)
    for key in sorted(facts, key=str):
        indicator = spec.indicator_by_id[key[0]]
        is_added_up = indicator.adds_up and indicator.measure is Making.PERCENTAGE and key[1] in spec.area_by_name
        has_parts = isinstance(facts[key].numerator, Number) and key[1] != spec.county and key[2] == NOVEMBER
        if is_added_up and has_parts and random.random() < 0.15:
            fewer = _add(made, key, random.randint(1, 5) - _numerator(made[key]))
            _add(made, (key[0], spec.county, key[2]), fewer)
    return spec, made


def _numerator(stated: Observation) -> int:
    assert isinstance(stated.numerator, Number)
    return int(stated.numerator.value)


def _add(facts: dict[Key, Observation], key: Key, more: int) -> int:
    stated, count = facts[key], _numerator(facts[key]) + more
    assert isinstance(stated.denominator, Number)
    measure = Number(rounded(Decimal(100 * count) / stated.denominator.value, 1), 1)
    facts[key] = replace(stated, numerator=Number(Decimal(count), 0), measure=measure)
    return more


def only_numerators_withheld(spec: Spec, facts: Facts) -> Publication:
    """Small numerators withheld, with everything else printed."""
    small = primary(spec, facts, settled(None)).rows
    marked = printed(spec, None, NOVEMBER, facts, small)
    all_of_it = printed(spec, None, NOVEMBER, facts, ())
    kept = {cell: all_of_it.figures[cell] for cell in marked.figures if cell.part is not Part.NUMERATOR}
    return Publication(NOVEMBER, {**marked.figures, **kept})


@pytest.mark.parametrize("rules", RULES, ids=["dfe", "dfe and complement", "nhs"])
def test_november_is_proved_safe_and_no_county_figure_goes_for_others(rules: Suppress | None) -> None:
    spec, facts = november()
    decision = suppress(spec, rules, facts)
    demands = primary(spec, facts, settled(rules)).demands
    proof = prove(spec, rules, [printed(spec, rules, NOVEMBER, facts, decision.pattern)], demands)
    assert len(demands) > 100
    assert decision.unmet == ()
    assert proof.is_safe
    assert spec.county not in {place for (_, place, _), why in decision.reasons.items() if why is Why.OTHERS}


@pytest.mark.parametrize("seed", range(3))
def test_november_with_more_small_counts_is_found_out_naively_and_not_by_the_pattern(seed: int) -> None:
    spec, facts = with_more_small_counts(seed)
    demands = [d for d in primary(spec, facts, settled(None)).demands if d.terms[0][1].part is Part.NUMERATOR]
    naive = prove(spec, None, [only_numerators_withheld(spec, facts)], demands)
    assert len(naive.exposed) == len(demands) >= 5
    decision = suppress(spec, None, facts)
    assert prove(spec, None, [printed(spec, None, NOVEMBER, facts, decision.pattern)], demands).is_safe
    assert spec.county not in {place for _, place, _ in decision.pattern}
