"""What a reader can work out: bounds are never wrong, and where they close the figure is known."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.changing import follow
from tests.support.check_cases.case import SPEC
from tests.support.reading import OBSERVATIONS, inputs_of
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.disclosure.intervals import Interval
from workbook_builder.disclosure.relations import Cell, Ratio, Relation, Sum, Worked, solve
from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.periods import month

COUNTS = st.integers(0, 60)
NOVEMBER = month(2024, 11)


def cell(place: str, part: str = "numerator") -> Cell:
    """A number of November of a place."""
    return ("PLANS", place, NOVEMBER), part


def bounds_of(hidden: set[Cell], true: dict[Cell, int], *relations: Relation) -> dict[Cell, Interval]:
    """What follows of the hidden numbers; all others are printed."""
    printed = {one: Interval.at(number) for one, number in true.items() if one not in hidden}
    unknown = {one: Worked(Interval(Fraction(0))) for one in hidden}
    worked = solve(printed, unknown, relations, lambda one: one[1] != "measure")
    return {one: worked[one].bounds for one in hidden}


def holds(interval: Interval, number: Fraction | int) -> bool:
    return (interval.low is None or interval.low <= number) and (interval.high is None or number <= interval.high)


@given(st.lists(COUNTS, min_size=1, max_size=8), st.integers(0, 5), st.data())
def test_sums_never_exclude_the_truth(parts: list[int], unallocated: int, data: st.DataObject) -> None:
    places = [f"D{n}" for n in range(len(parts))]
    total = sum(parts) + unallocated
    share = Fraction(unallocated, total) if total else Fraction(0)
    true = {cell("Shire"): total, **{cell(place): number for place, number in zip(places, parts, strict=True)}}
    hidden = set(data.draw(st.lists(st.sampled_from(list(true)), min_size=1, unique=True)))
    found = bounds_of(hidden, true, Sum("all", cell("Shire"), tuple(map(cell, places)), share))
    assert all(holds(found[one], true[one]) for one in hidden)


@given(st.lists(COUNTS, min_size=1, max_size=8), st.data())
def test_one_that_is_missing_from_a_sum_is_known(parts: list[int], data: st.DataObject) -> None:
    places = [f"D{n}" for n in range(len(parts))]
    true = {cell("Shire"): sum(parts), **{cell(place): number for place, number in zip(places, parts, strict=True)}}
    one = data.draw(st.sampled_from(list(true)))
    found = bounds_of({one}, true, Sum("all", cell("Shire"), tuple(map(cell, places)), Fraction(0)))
    assert found[one] == Interval.at(true[one])


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 2), st.sampled_from(["numerator", "denominator"]))
def test_a_percentage_never_excludes_what_it_is_made_of(part: int, whole: int, decimals: int, hidden: str) -> None:
    shown = Number(rounded(Decimal(100) * part / whole, decimals), decimals)
    true = {"numerator": part, "denominator": whole}
    other = next(name for name in true if name != hidden)
    printed = {cell("A", "measure"): Interval.printed(shown, False), cell("A", other): Interval.at(true[other])}
    ratio = Ratio("own", cell("A", "measure"), cell("A"), cell("A", "denominator"), 100)
    worked = solve(printed, {cell("A", hidden): Worked(Interval(Fraction(0)))}, [ratio], lambda one: True)
    assert holds(worked[cell("A", hidden)].bounds, true[hidden])


@given(st.integers(0, 999), st.integers(1, 999))
def test_a_decimal_pins_the_numerator_of_every_denominator_under_a_thousand(part: int, whole: int) -> None:
    shown = Number(rounded(Decimal(100) * part / whole, 1), 1)
    printed = {cell("A", "measure"): Interval.printed(shown, False), cell("A", "denominator"): Interval.at(whole)}
    ratio = Ratio("own", cell("A", "measure"), cell("A"), cell("A", "denominator"), 100)
    worked = solve(printed, {cell("A"): Worked(Interval(Fraction(0)))}, [ratio], lambda one: True)
    bounds = worked[cell("A")].bounds
    assert holds(bounds, part)
    assert bounds.high is not None
    assert bounds.low is not None
    assert bounds.high - bounds.low <= 1  # two, where a tie of the rounding is possible


def test_a_relation_that_contradicts_what_is_known_proves_nothing() -> None:
    true = {cell("Shire"): 5, cell("A"): 9, cell("B"): 0}
    found = bounds_of({cell("B")}, true, Sum("all", cell("Shire"), (cell("A"), cell("B")), Fraction(0)))
    assert found[cell("B")].low == 0


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("83.25", "83.35", "83.3"),  # what rounds half up to it, the upper end left out
        ("83.26", "83.36", None),
        ("83.35", "83.35", "83.4"),
        ("7", "7.0", "7.0"),
        ("6.9", "7.1", None),
    ],
)
def test_a_figure_is_known_where_all_that_is_possible_is_displayed_alike(
    low: str, high: str, shown: str | None
) -> None:
    found = Interval(Fraction(low), Fraction(high)).displayed(1)
    assert found == (Decimal(shown) if shown else None)


_AS_IT_IS = "data_period: R12M\n    unit: percent\n    counted: children"


def running(small: SmallProject, october: str, *rows: str) -> list[str]:
    """What is derivable of SECOND, a year to date: children of 2024-09 to 2024-11, October's cells as given."""
    small.change(SPEC, _AS_IT_IS, _AS_IT_IS.replace("R12M", "YTD"))
    small.change(OBSERVATIONS, "SECOND,Shire,2024-09,17.0,,,,", "SECOND,Shire,2024-09,17.0,17,100,,")
    small.change(OBSERVATIONS, "SECOND,Shire,2024-10,18.0,,,,", f"SECOND,Shire,2024-10,{october}")
    for old, new in (row.split(" > ") for row in rows):
        small.change(OBSERVATIONS, old, new)
    return [f"{f.period}: {f.found}; {f.expected}" for f in check(small.folder, "2024-11") if f.rule == "derivable"]


def test_a_year_to_date_between_two_equal_ones_is_known(small: SmallProject) -> None:
    [found] = running(small, ",,,suppressed,", "2024-11,21.0,21,100,, > 2024-11,17.0,17,100,,")
    assert "a suppressed measure, numerator and denominator" in found
    assert "Shire's years to date of Sep-24 and Oct-24" in found


def test_a_year_to_date_between_two_others_is_not(small: SmallProject) -> None:
    assert running(small, ",,,suppressed,", "2024-11,21.0,21,100,, > 2024-11,21.0,42,200,,") == []


def test_an_outturn_is_what_the_year_s_last_month_says(small: SmallProject) -> None:
    of_the_year = "SECOND,Shire,2024-03,,,,suppressed,\nSECOND,Shire,2023-24,16.0,,,,\n"
    small.change(OBSERVATIONS, "SECOND,Shire,2024-09", f"{of_the_year}SECOND,Shire,2024-09")
    known = inputs_of(small)
    assert [(str(each.key[2]), each.parts) for each in known.derivable] == [("2024-03", ("measure",))]


def test_what_an_earlier_edition_stated_is_known_and_so_is_what_follows_from_it(small: SmallProject) -> None:
    follow(small, restated="PLANS,Eastham,2024-11,,,,suppressed,\n")
    [found] = [f for f in check(small.folder, "2024-12") if f.rule == "derivable"]
    assert (found.place, found.period) == ("Eastham", "Nov-24")
    assert found.expected == f"nothing printed that it follows from: {OBSERVATIONS}, row 8"
    assert "41" not in str(found)


def test_only_what_the_edition_shows_is_warned_of(small: SmallProject) -> None:
    add_old = "PLANS,Eastham,2024-08,,,,suppressed,\nPLANS,Eastham,2024-09"
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-09", add_old)
    assert [f for f in check(small.folder, "2024-11") if f.rule == "derivable"] == []


def told_of(small: SmallProject) -> list[tuple[str, str, str]]:
    """Whose suppressed figures follow, of when, and what they follow from."""
    found = [each for each in check(small.folder, "2024-11") if each.rule == "derivable"]
    return [
        (each.place, each.period, each.expected.removeprefix("nothing printed that it follows from: "))
        for each in found
    ]


TEAM_ROWS = (
    "PLANS,Shire,2024-11,,,,suppressed,\nPLANS,Eastham,2024-11,,,,suppressed,\n"
    "PLANS,Eastham CSWT,2024-11,41.0,41,100,,\n"
)


def with_teams(small: SmallProject, rows: str) -> None:
    """Let PLANS be stated of the team of Eastham, too, and add up."""
    small.change(
        SPEC,
        "exists: [county, district]",
        "adds_up: {over: district, numerator: 0, denominator: 0}\n    exists: [county, district, CSWT]",
    )
    text = small.text(OBSERVATIONS)
    old = [
        line
        for line in text.splitlines(keepends=True)
        if line.startswith(("PLANS,Shire,2024-11", "PLANS,Eastham,2024-11"))
    ]
    small.write(OBSERVATIONS, "".join(line for line in text.splitlines(keepends=True) if line not in old) + rows)


def test_a_district_that_is_its_team_s_follows_from_that(small: SmallProject) -> None:
    with_teams(small, TEAM_ROWS)
    assert ("Eastham", "Nov-24", "districts and teams of Nov-24 that count the same: Eastham, Eastham CSWT") in [
        (place, period, how.split("; ")[0]) for place, period, how in told_of(small)
    ]


def test_a_district_whose_team_is_suppressed_too_does_not(small: SmallProject) -> None:
    with_teams(small, TEAM_ROWS.replace("41.0,41,100,,", ",,,suppressed,"))
    assert told_of(small) == []


TOTAL = """\
  - id: VISITS
    title: Visits in the month
    data_period: MS
    unit: count
    counted: visits
    decimals: 0
    measure: none
    source: Case system
    definition: Visits.
    exists: [county]
  - id: VISITS-YTD
    title: Visits in the year to date
    data_period: YTD
    unit: count
    counted: visits
    decimals: 0
    measure: none
    source: Case system
    definition: Visits since April.
    exists: [county]
scorecards:
"""


@pytest.mark.parametrize(
    ("totals", "suppressed", "expected"),
    [
        ("suppress: {totals: [{total: VISITS-YTD, of: VISITS}]}\n", ("VISITS",), ["Nov-24"]),
        ("suppress: {totals: [{total: VISITS-YTD, of: VISITS}]}\n", ("VISITS-YTD",), ["Nov-24"]),
        ("suppress: {totals: [{total: VISITS-YTD, of: VISITS}]}\n", ("VISITS", "VISITS-YTD"), []),
        ("", ("VISITS",), []),
    ],
)
def test_a_month_follows_from_the_year_to_date_and_the_other_way_round(
    small: SmallProject, totals: str, suppressed: tuple[str, ...], expected: list[str]
) -> None:
    spec = (
        small.text(SPEC)
        .replace("scorecards:\n", TOTAL, 1)
        .replace("[PLANS, REPEAT, SECOND]", "[PLANS, REPEAT, SECOND, VISITS, VISITS-YTD]")
    )
    small.write(SPEC, totals + spec)
    rows, total = "", 0
    for number in range(4, 12):
        total += 10 + number
        for name, value in (("VISITS", 10 + number), ("VISITS-YTD", total)):
            hidden = name in suppressed and number == 11
            rows += f"{name},Shire,2024-{number:02d},{'' if hidden else value},,,{'suppressed' if hidden else ''},\n"
    small.write(OBSERVATIONS, small.text(OBSERVATIONS) + rows)
    assert [period for _, period, _ in told_of(small)] == expected
