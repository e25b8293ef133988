"""What deserves attention first: counts, new and lasting REDs, AMBERs near GREEN, gaps, figures to be supplied."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from tests.scorecards.test_previous import add_october
from tests.support.places import ROOT
from tests.support.reading import NOVEMBER, OBSERVATIONS, TARGETS, inputs_of, scorecard_of
from tests.support.recipes import compared
from tests.support.recipes import scorecard_of as shipped_scorecard
from tests.support.small import EDITION, SmallProject
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.periods import Period, month
from workbook_builder.rating.scheme import USUAL, Rag
from workbook_builder.scorecards import Scorecard
from workbook_builder.scorecards.exceptions import Exceptions, find_exceptions
from workbook_builder.scorecards.rated_twice import Counts
from workbook_builder.scorecards.spots import Spot

SPEC = "indicator_specs.yaml"
OF_SHIRE = "PLANS,Shire,2024-11,61.5,123,200"
EASTHAM = "  - {name: Eastham, level: district}\n"
SECOND_PAGE = """\
      - kind: tables
        name: Again
        title: "{area} again"
        areas: [county]
        tables:
          - {id: again, title: Again, columns: M, year: financial, sections: [{indicators: [REPEAT, PLANS]}]}
"""


def exceptions_of(small: SmallProject, edition: Period = NOVEMBER, only_area: str = "") -> Exceptions:
    """The exceptions of an edition of the project, with the edition before it."""
    made = scorecard_of(small, edition, only_area)
    return find_exceptions(compared(made, small.folder, inputs_of(small, edition)))


def keys(found: list[Spot]) -> list[str]:
    """`PLANS Shire` for each."""
    return [" ".join(spot.key) for spot in found]


def numbers(counts: Counts | None) -> list[int]:
    """How many are RED, AMBER and GREEN."""
    assert counts is not None
    return [counts.get(rating, 0) for rating in USUAL]


def test_each_page_counts_its_own_rows_and_the_total_each_once(small: SmallProject) -> None:
    small.change(
        SPEC, "      - {kind: targets, name: Targets}\n", f"{SECOND_PAGE}      - {{kind: targets, name: Targets}}\n"
    )
    found = exceptions_of(small)
    assert {page.page: numbers(page.now) for page in found.pages} == {
        "County": [0, 1, 2],
        "Eastham": [1, 0, 0],
        "Again": [0, 1, 1],
    }
    assert numbers(found.total.now) == [1, 1, 2]
    assert [page.before for page in (*found.pages, found.total)] == [None] * 4


def test_the_shipped_counts_are_those_of_the_rows(scorecard: Scorecard) -> None:
    found = find_exceptions(scorecard)
    for page in found.pages:
        [shown] = [p for p in scorecard.pages if p.name == page.page]
        rated = Counter(row.ratings.get(row.latest) for table in shown.tables for row in table.rows)
        assert numbers(page.now) == [rated[rating] for rating in USUAL]
    once = {(row.indicator.id, row.place): row.ratings.get(row.latest) for row in scorecard.rows}
    assert numbers(found.total.now) == [list(once.values()).count(rating) for rating in USUAL]
    assert sum(sum(numbers(page.now)) for page in found.pages) > sum(numbers(found.total.now)) > 400


def test_the_previous_edition_is_counted_beside(small: SmallProject) -> None:
    add_october(small)
    small.change(
        SPEC, "      - {kind: targets, name: Targets}\n", f"{SECOND_PAGE}      - {{kind: targets, name: Targets}}\n"
    )
    assert [numbers(page.before) for page in exceptions_of(small).pages] == [[0, 0, 3], [1, 0, 0], [0, 0, 2]]


def test_only_what_is_rated_in_both_editions_is_compared(small: SmallProject) -> None:
    unrated_in_october(small)
    small.change(OBSERVATIONS, OF_SHIRE, "PLANS,Shire,2024-11,49.0,98,200")
    total = exceptions_of(small).total
    assert [numbers(counts) for counts in (total.now, total.first, total.before)] == [[2, 1, 1], [1, 0, 0], [1, 0, 2]]
    assert [total.both[rating] for rating in USUAL] == [1, 1, 1]


def test_what_is_rated_no_longer_is_no_change_of_the_others(small: SmallProject) -> None:
    add_october(small)
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100,,", "PLANS,Eastham,2024-11,,,,N/A,")
    found = exceptions_of(small)
    assert numbers(found.total.before) == [0, 0, 3]
    assert keys(list(found.unrated)) == ["PLANS Eastham"]


def test_without_a_previous_edition_it_is_not_known_what_became_red(small: SmallProject) -> None:
    found = exceptions_of(small)
    assert (found.became_red, found.left_red, found.first_rated) == (None, None, None)
    assert (found.total.first, found.total.before) == (None, None)


def unrated_in_october(small: SmallProject) -> None:
    """An October in which the county's plans were not rated."""
    add_october(small)
    october = small.text("inputs/2024-10/observations.csv")
    small.write(
        "inputs/2024-10/observations.csv",
        october.replace("PLANS,Shire,2024-10,60.0,,,,", "PLANS,Shire,2024-10,,,,N/A,"),
    )


def test_what_was_rated_otherwise_became_red(small: SmallProject) -> None:
    add_october(small)
    assert exceptions_of(small).became_red == ()
    small.change(OBSERVATIONS, OF_SHIRE, "PLANS,Shire,2024-11,49.0,98,200")
    [red] = exceptions_of(small).became_red or ()
    assert keys([red.spot]) == ["PLANS Shire"]
    assert red.before is not None
    assert (red.before.rating, red.before.row.figure(month(2024, 10))) == (Rag.GREEN, number("60.0"))


def test_what_was_red_and_is_rated_otherwise_left_it(small: SmallProject) -> None:
    add_october(small)
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,51.0,51,100")
    found = exceptions_of(small)
    [left] = found.left_red or ()
    assert keys([left.spot]) == ["PLANS Eastham"]
    assert (left.spot.rating, left.before and left.before.rating) == (Rag.AMBER, Rag.RED)
    assert found.became_red == ()


def number(text: str) -> Number:
    """The number with the decimals that it is written with."""
    return Number(Decimal(text), len(text.partition(".")[2]))


def test_what_is_first_rated_is_no_red_that_was_something_else(small: SmallProject) -> None:
    unrated_in_october(small)
    small.change(OBSERVATIONS, OF_SHIRE, "PLANS,Shire,2024-11,49.0,98,200")
    small.change(
        OBSERVATIONS, "REPEAT,Eastham CSWT,2024-11,,,,to be supplied,", "REPEAT,Eastham CSWT,2024-11,20.0,2,10,,"
    )
    small.change(OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100", "REPEAT,Shire,2024-11,31.0,31,100")
    found = exceptions_of(small)
    assert keys([moved.spot for moved in found.became_red or ()]) == ["REPEAT Shire"]
    first = found.first_rated or ()
    assert keys([moved.spot for moved in first]) == ["PLANS Shire", "REPEAT Eastham CSWT"]
    assert [moved.before for moved in first] == [None, None]


def test_reds_are_sorted_by_how_many_people_they_are_from_green(small: SmallProject) -> None:
    add_october(small)
    small.change(OBSERVATIONS, OF_SHIRE, "PLANS,Shire,2024-11,49.0,98,200")  # 22 plans
    small.change(OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100", "REPEAT,Shire,2024-11,55.0,55,100")  # 30 referrals
    assert keys([moved.spot for moved in exceptions_of(small).became_red or ()]) == ["REPEAT Shire", "PLANS Shire"]
    small.change(OBSERVATIONS, "REPEAT,Shire,2024-11,55.0,55,100", "REPEAT,Shire,2024-11,55.0,,")  # not known
    assert keys([moved.spot for moved in exceptions_of(small).became_red or ()]) == ["PLANS Shire", "REPEAT Shire"]


def test_the_shipped_headline_counts_rows_rated_in_both_editions(with_october: Scorecard) -> None:
    """Counted anew from the rows of both editions, as the issue that asked for it did by hand."""
    assert with_october.previous is not None
    now, before = (
        {key: row.rating for row in one.rows if (key := (row.indicator.id, row.place)) and row.latest in row.ratings}
        for one in (with_october, with_october.previous)
    )
    both = {key for key in now if now[key] in USUAL and before.get(key) in USUAL}
    became = {key for key in both if now[key] is Rag.RED is not before[key]}
    left = {key for key in both if before[key] is Rag.RED is not now[key]}
    found = find_exceptions(with_october)
    assert {moved.spot.key for moved in found.became_red or ()} == became
    assert {moved.spot.key for moved in found.left_red or ()} == left
    assert (len(both), len(became), len(left)) == (333, 3, 11)
    assert found.total.both[Rag.RED] - (found.total.before or {})[Rag.RED] == -8
    assert len(found.first_rated or ()) == sum(rating in USUAL for rating in now.values()) - len(both)


@pytest.fixture(scope="module")
def with_october() -> Scorecard:
    """The shipped November beside its October."""
    made, inputs = shipped_scorecard(ROOT, "2024-11")
    return compared(made, ROOT, inputs)


@pytest.mark.parametrize(
    ("september", "october", "months"),
    [("40.0", "41.0", 3), ("50.0", "41.0", None), ("40.0", "50.0", None), ("49.9", "49.9", 3)],
)
def test_red_in_each_of_three_months_lasts(
    small: SmallProject, september: str, october: str, months: int | None
) -> None:
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-09,40.0", f"PLANS,Eastham,2024-09,{september}")
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-10,41.0", f"PLANS,Eastham,2024-10,{october}")
    found = exceptions_of(small).lasting_reds
    assert [(*red.spot.key, red.months, red.since) for red in found] == (
        [("PLANS", "Eastham", months, month(2024, 9))] if months else []
    )
    assert all(red.is_open for red in found)  # no earlier month is shown


def test_an_earlier_month_that_was_not_red_tells_since_when(small: SmallProject) -> None:
    small.change(SPEC, "periods: 2", "periods: 3")
    add = "PLANS,Eastham,2024-08,55.0,,,,\nPLANS,Shire,2024-08,58.0,,,,\nPLANS,Shire,2023-24"
    small.change(OBSERVATIONS, "PLANS,Shire,2023-24", add)
    [red] = exceptions_of(small).lasting_reds
    assert (red.months, red.since, red.is_open) == (3, month(2024, 9), False)


def test_it_is_open_where_the_month_before_has_no_figure(small: SmallProject) -> None:
    small.change(SPEC, "periods: 2", "periods: 3")
    add = "PLANS,Eastham,2024-08,,,,N/A,\nPLANS,Shire,2024-08,58.0,,,,\nPLANS,Shire,2023-24"
    small.change(OBSERVATIONS, "PLANS,Shire,2023-24", add)
    [red] = exceptions_of(small).lasting_reds
    assert (red.months, red.since, red.is_open) == (3, month(2024, 9), True)


def test_a_month_without_a_figure_ends_the_red(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-10,41.0,,,,", "PLANS,Eastham,2024-10,,,,N/A,")
    assert exceptions_of(small).lasting_reds == ()


@pytest.mark.parametrize(
    ("old", "new", "lasts"),
    [("60,,,50", "60,,,50", True), ("40,,,30", "60,,,50", False), ("60,,,50", "40,,,30", False)],
    ids=["RED by both years", "RED by the new target only", "RED by the old target only"],
)
def test_each_month_is_judged_by_the_target_of_its_own_year(
    small: SmallProject, old: str, new: str, lasts: bool
) -> None:
    april = month(2025, 4)
    places = ("Shire", "Eastham")
    monthly = [f"PLANS,{place},2025-0{n},45.0,,,," for place in places for n in (2, 3, 4)]
    others = [
        f"{row},2025-0{n},,,,N/A,"
        for n in (2, 3, 4)
        for row in ("REPEAT,Shire", "REPEAT,Eastham CSWT", "SECOND,Shire")
    ]
    header = small.text(OBSERVATIONS).splitlines()[0]
    small.write("inputs/2025-04/observations.csv", "\n".join([header, *monthly, *others]) + "\n")
    small.write(
        "inputs/2025-04/edition.yaml", EDITION.replace("2024-11", "2025-04").replace("2025-01-22", "2025-06-22")
    )
    small.change(TARGETS, "PLANS,2024-25,60,,,50", f"PLANS,2024-25,{old}")
    head = small.text(TARGETS).splitlines()[0]
    small.write("inputs/2025-04/targets.csv", f"{head}\nPLANS,2025-26,{new},,,,,published,\n")
    found = exceptions_of(small, april).lasting_reds
    assert keys([red.spot for red in found]) == (["PLANS Shire", "PLANS Eastham"] if lasts else [])


@pytest.mark.parametrize(
    ("figures", "lacking"),
    [
        ("57.0,57,100", 3),
        ("55.0,55,100", 5),
        ("54.0,54,100", None),  # 6 of 100 are more than one in 20
        ("60.0,60,100", None),  # GREEN already
        ("55.6,5,9", 1),  # a single one is within reach of however few
        ("50.0,4,8", 1),
        ("57.5,57,100", None),  # not what they make
        ("57.0,,", None),
    ],
)
def test_an_amber_is_near_green_where_one_in_twenty_would_do(
    small: SmallProject, figures: str, lacking: int | None
) -> None:
    small.change(OBSERVATIONS, "28.0,28,100", "21.0,21,100")
    small.change(OBSERVATIONS, "61.5,123,200", figures)
    found = exceptions_of(small).near_greens
    assert [(*near.spot.key, near.to_green.lacking) for near in found] == (
        [("PLANS", "Shire", lacking)] if lacking else []
    )


def test_those_that_lack_the_fewest_people_come_first(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "61.5,123,200", "59.5,119,200")
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,58.0,58,100")
    found = exceptions_of(small).near_greens
    assert [(*near.spot.key, near.to_green.lacking, near.whole) for near in found] == [
        ("PLANS", "Shire", 1, 200),
        ("PLANS", "Eastham", 2, 100),
        ("REPEAT", "Shire", -3, 100),
    ]


@pytest.fixture
def districts(small: SmallProject) -> SmallProject:
    """The small project with two districts more: 41.0, 80.0 and 90.0 of plans in time."""
    more = "".join(f"  - {{name: {name}, level: district}}\n" for name in ("Westham", "Northam"))
    small.change(SPEC, EASTHAM, EASTHAM + more)
    rows = [
        f"PLANS,{name},2024-{n:02},{value},{part},{whole},,"
        for name, value, part, whole in (("Westham", "80.0", 80, 100), ("Northam", "90.0", 90, 100))
        for n in (9, 10, 11)
    ]
    small.write(OBSERVATIONS, small.text(OBSERVATIONS) + "\n".join(rows) + "\n")
    return small


def gaps(small: SmallProject) -> list[tuple[str, ...]]:
    """Best, worst and how far they are apart."""
    return [
        (*(", ".join(spot.row.place for spot in spots) for spots in (gap.best, gap.worst)), str(gap.points))
        for gap in exceptions_of(small).gaps or ()
    ]


def test_the_gap_is_between_the_best_and_the_worst_district(districts: SmallProject) -> None:
    assert gaps(districts) == [("Northam", "Eastham", "49.0")]
    [gap] = exceptions_of(districts).gaps or ()
    assert gap.county is not None
    assert gap.county.row.figure(month(2024, 11)) == number("61.5")


def test_districts_that_are_as_good_are_all_named(districts: SmallProject) -> None:
    districts.change(OBSERVATIONS, "PLANS,Westham,2024-11,80.0,80,100", "PLANS,Westham,2024-11,90.0,90,100")
    assert gaps(districts) == [("Westham, Northam", "Eastham", "49.0")]


def test_districts_on_either_side_of_their_target_are_not_named_with_one_figure(districts: SmallProject) -> None:
    districts.change(SPEC, "polarity: H", "polarity: T")
    districts.change(TARGETS, "PLANS,2023-24,55,,,45,,,,", "PLANS,2023-24,55,,,,50,60,45,65")
    districts.change(TARGETS, "PLANS,2024-25,60,,,50,,,,", "PLANS,2024-25,60,,,,55,65,50,70")
    districts.change(OBSERVATIONS, "PLANS,Northam,2024-11,90.0,90,100", "PLANS,Northam,2024-11,79.0,79,100")
    districts.change(OBSERVATIONS, "PLANS,Westham,2024-11,80.0,80,100", "PLANS,Westham,2024-11,60.0,60,100")
    assert gaps(districts) == [("Westham", "Eastham", "19.0")]


def test_gaps_between_groups_are_compared_too(districts: SmallProject) -> None:
    districts.change(SPEC, "unit: percent\n", "unit: percentage_points\n")
    assert gaps(districts) == [("Northam", "Eastham", "49.0")]


def test_where_lower_is_better_the_lowest_is_best(districts: SmallProject) -> None:
    districts.change(SPEC, "polarity: H", "polarity: L")
    districts.change(TARGETS, "PLANS,2023-24,55,,,45", "PLANS,2023-24,55,,,65")
    districts.change(TARGETS, "PLANS,2024-25,60,,,50", "PLANS,2024-25,60,,,70")
    assert gaps(districts) == [("Eastham", "Northam", "49.0")]


def test_where_closest_to_target_is_best_the_nearest_is(districts: SmallProject) -> None:
    districts.change(SPEC, "polarity: H", "polarity: T")
    districts.change(TARGETS, "PLANS,2023-24,55,,,45,,,,", "PLANS,2023-24,55,,,,50,60,45,65")
    districts.change(TARGETS, "PLANS,2024-25,60,,,50,,,,", "PLANS,2024-25,60,,,,55,65,50,70")
    assert gaps(districts) == [("Eastham", "Northam", "49.0")]


def test_districts_rated_on_few_are_left_out_of_gaps(districts: SmallProject) -> None:
    districts.change(OBSERVATIONS, "PLANS,Northam,2024-11,90.0,90,100", "PLANS,Northam,2024-11,90.0,9,10")
    assert gaps(districts) == [("Westham", "Eastham", "39.0")]


def test_what_is_no_percentage_is_not_compared_between_districts(districts: SmallProject) -> None:
    districts.change(SPEC, "unit: percent\n", "unit: rate\n")
    assert gaps(districts) == []


def test_one_district_alone_has_no_gap(small: SmallProject) -> None:
    assert gaps(small) == []


def test_a_workbook_of_one_area_compares_no_districts(districts: SmallProject) -> None:
    found = exceptions_of(districts, only_area="Eastham")
    assert found.gaps is None
    assert [page.page for page in found.pages] == ["Eastham"]


def test_figures_to_be_supplied_are_listed_by_page(small: SmallProject) -> None:
    found = exceptions_of(small).unsupplied
    title = "Percentage of repeat referrals"
    assert [(page.page, dict(page.names)) for page in found] == [("Eastham", {("REPEAT", "Eastham CSWT"): title})]


def test_the_figures_of_activity_that_are_to_be_supplied_are_among_them(scorecard: Scorecard) -> None:
    found = {page.page: len(page.names) for page in find_exceptions(scorecard).unsupplied}
    for page in scorecard.pages:
        if page.activity:
            tables = page.activity.tables
            latest = [row.figures.get(t.periods[-1]) for t in tables for group in t.groups for row in group.rows]
            assert found[page.name] == latest.count(Missing.TO_BE_SUPPLIED) > 20
