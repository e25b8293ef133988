"""Every draft, whatever the figures: it is well formed, and its numbers and words agree with those of the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.drafts import rated_facts
from tests.support.judging import floor_of, with_floor
from workbook_builder.commentary.draft import DRAFT_MARK, draft_of
from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.inputs.targets import Basis
from workbook_builder.periods import YearBasis, month, year
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import rate
from workbook_builder.rating.travel import Travel, travel
from workbook_builder.scorecards import Scorecard
from workbook_builder.scorecards.judging import to_green_of
from workbook_builder.specs.catalogue import DataPeriod
from workbook_builder.texts import contradictions

_NUMBER = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?")
_PERIODS = re.compile(
    r"in the 12 months to \w+ \d{4}|from (?:\w+ |\w+ \d{4} )?to \w+ \d{4}|(?:in|In|as at|As at) [A-Z][a-z]+ \d{4}"
    r"|(?:as at|As at|at|At) \d+ \w+ \d{4}|\d{4}-\d\d|quarter \d of"
)
_MISSHAPEN = [
    re.compile(pattern)
    for pattern in (
        r"  |--|, ,|,,|\.\.|\(\)| [,.;]|\( | \)",
        r"\b(?:by|With) -|\bby 0(?:\.0+)?(?![\d.])",
        r"(?<![\d.,])1 (?:more |fewer )?(?:\w+ )?(?:plans|children|pupils|points|days|cases|audits|families)\b",
        r"\bNone\b|\bN/A\b|Decimal|<",
    )
]


@pytest.fixture(scope="module")
def rated(scorecard: Scorecard, inputs: Inputs) -> list[Facts]:
    """The facts of every rated row of every page of the shipped edition."""
    return rated_facts(scorecard, inputs)


def misshapen(text: str) -> list[str]:
    """Whatever no careful writer lets stand."""
    return [found[0] for pattern in _MISSHAPEN for found in pattern.finditer(text)]


@pytest.mark.parametrize(
    "text",
    ["a  b", "by --0.3", "x, , y", "by 0 from", "by 0.0 percentage", "With 1 more plans", "by 1 days", "None"],
)
def test_a_misshapen_text_is_found(text: str) -> None:
    assert misshapen(text)


def test_every_rated_row_of_november_has_a_well_formed_draft(rated: list[Facts]) -> None:
    assert len(rated) > 400
    for facts in rated:
        check_draft(facts)


def test_no_draft_contradicts_its_table(rated: list[Facts], scorecard: Scorecard) -> None:
    places = tuple(scorecard.catalogue.places)
    for facts in rated:
        text = draft_of(facts)
        assert list(contradictions(text, facts, places)) == [], text


def check_draft(facts: Facts) -> None:
    """Whether a draft is well formed, and says what the facts say."""
    text = draft_of(facts)
    assert text.startswith(f"{facts.rating.value}: ")
    assert text.endswith(f" {DRAFT_MARK}")
    assert misshapen(text) == [], text
    assert len(re.findall(r"[a-z)%\d]\.\)?(?= )", text)) <= 4, text
    unknown = [found for found in numbers_in(text, facts) if found not in set(known_numbers(facts))]
    assert unknown == [], text
    check_sides(text, facts)
    check_changes(text, facts)


def numbers_in(text: str, facts: Facts) -> list[str]:
    """The numbers of a draft that are figures: not those of its subject, of periods and of places."""
    subject = facts.row.indicator.subject or facts.row.title
    for name in (subject, subject[:1].upper() + subject[1:], subject[:1].lower() + subject[1:]):
        text = text.replace(name, "")
    return [found.rstrip(",") for found in _NUMBER.findall(_PERIODS.sub("", text))]


def known_numbers(facts: Facts) -> Iterator[str]:
    """Every number that a draft may state, worked out here from the figures."""
    value, target = facts.value, facts.target
    assert value
    assert target
    assert isinstance(target.target, Number)
    outturn = [facts.outturn[1]] if facts.outturn else []
    stated = [value, facts.numerator, facts.denominator, target.target, *facts.series.values(), *outturn]
    stated += [figure for _, _, figure in facts.benchmarks]
    if target.basis is not Basis.INFERRED:
        stated += target.limits.values()
    yield from (f"{figure.shown:,f}" for figure in stated if figure)
    yield f"{abs(value.shown - target.target.shown):,f}"
    yield f"{rounded(abs(value.shown - target.target.shown), value.decimals):,f}"
    for before in [*facts.series.values(), *outturn]:
        decimals = min(value.decimals, before.decimals)
        yield f"{abs(rounded(value.value, decimals) - rounded(before.value, decimals)):,f}"
    if facts.to_green and facts.numerator:
        yield f"{facts.to_green.count:,}"
        yield f"{facts.numerator.shown + facts.to_green.lacking:,f}"


def check_sides(text: str, facts: Facts) -> None:
    """Whether above and below are the right way round."""
    assert facts.value
    assert facts.target
    assert isinstance(facts.target.target, Number)
    standards = {"target": facts.target.target, "floor standard": floor_of(facts.target)}
    for side, name in re.findall(r"(above|below|at|on) the (target|floor standard) of", text):
        standard = standards[name]
        assert standard
        words = {1: {"above"}, -1: {"below"}, 0: {"at", "on"}}
        assert side in words[int(facts.value.shown.compare(standard.shown))], text
    inside = re.search(r"(inside|outside) the (green|amber) band", text)
    if inside:
        assert inside[1] == ("outside" if facts.rating is Rag.RED else "inside")
        assert inside[2] == ("green" if facts.rating is Rag.GREEN else "amber")


_DIRECTIONS = {
    Travel.IMPROVED: r"improved by|by|(rose|fell) .*\(closer to (the|this year's) target\)",
    Travel.WORSENED: r"worsened by|by|(rose|fell) .*\(further from (the|this year's) target\)",
    Travel.SAME: r"was|unchanged|about|(rose|fell|by) .*\(as far from (the|this year's) target\)",
}


def check_changes(text: str, facts: Facts) -> None:
    """Whether each comparison has the direction that an arrow would have."""
    changes = re.search(r"\. It (.+?)\. ", text)
    is_running = facts.row.indicator.data_period is DataPeriod.YTD  # of which only a year earlier covers as much
    compared = (facts.last_year,) if is_running else (facts.previous, facts.last_year, facts.outturn)
    earlier = list(dict.fromkeys(filter(None, compared)))
    assert bool(changes) == bool(earlier), text
    clauses = (
        re.split(r", (?:and |but )?(?=(?:by|was|unchanged|about|improved|worsened|rose|fell)\b)", changes[1])
        if changes
        else []
    )
    assert len(clauses) == len(earlier), text
    assert facts.value
    assert facts.target
    verbs = ""
    for clause, (_, before) in zip(clauses, earlier, strict=True):
        verbs = clause if re.match("improved|worsened|rose|fell|was", clause) else verbs
        direction = travel(facts.value, before, facts.target.polarity, facts.target.target)
        assert re.match(_DIRECTIONS[direction], clause), text
        if direction is not Travel.SAME and facts.target.polarity is not Polarity.T:
            assert verbs.startswith(direction.value), text


@given(data=st.data())
def test_every_draft_is_true_whatever_the_figures(rated: list[Facts], data: st.DataObject) -> None:
    check_draft(changed(data.draw(st.sampled_from(rated)), data))


_DECIMALS = st.integers(0, 2)
_VALUES = st.integers(-300, 30000)


def changed(base: Facts, data: st.DataObject) -> Facts:
    """A rated row with other figures, other periods behind it, another target."""

    def drawn() -> Number:
        decimals = data.draw(_DECIMALS)
        return Number(Decimal(data.draw(_VALUES)).scaleb(-data.draw(st.integers(0, 3))), decimals)

    assert base.target
    value, latest = drawn(), month(2024, data.draw(st.integers(1, 12)))
    basis = data.draw(st.sampled_from(list(Basis)))
    target = replace(base.target, target=drawn(), basis=basis)
    target = with_floor(target, drawn() if floor_of(target) else None)
    rating = rate(value, target)
    series = {latest.back(n): drawn() for n in data.draw(st.sets(st.sampled_from([1, 2, 12])))}
    covers = data.draw(st.sampled_from([DataPeriod.MS, DataPeriod.R12M, DataPeriod.YTD]))
    row = replace(base.row, latest=latest, indicator=replace(base.row.indicator, data_period=covers))
    return replace(
        base,
        row=row,
        rating=rating,
        value=value,
        target=target,
        series=series | {latest: value},
        outturn=data.draw(st.sampled_from([None, (year(2023), drawn())])),
        to_green=None if rating is Rag.GREEN else base.to_green,
        basis=data.draw(st.sampled_from(list(YearBasis))),
    )


def test_the_reach_that_a_draft_states_is_that_of_its_row(rated: list[Facts]) -> None:
    stated = 0
    for facts in rated:
        found = re.search(r"With ([\d,]+) (?:more|fewer) .*?\(([\d,.]+) of [\d,.]+\)", draft_of(facts))
        reach = to_green_of(facts.row.indicator, facts.row.figures.get(facts.row.latest), facts.target)
        assert bool(found) == bool(reach and reach.lacking), draft_of(facts)
        if found and facts.numerator and reach:
            assert Decimal(found[2].replace(",", "")) - facts.numerator.value == reach.lacking
            assert int(found[1].replace(",", "")) == abs(reach.lacking)
            stated += 1
    assert stated > 100
