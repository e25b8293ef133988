"""What changed between two editions: every kind of change, each told once, and nothing where nothing changed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.support.changing import NEW, changes_of, follow
from tests.support.places import ROOT
from tests.support.recipes import compared
from tests.support.small import SPEC, SmallProject
from workbook_builder.disclosure import Disclosed
from workbook_builder.inputs.figures import Missing, Number, Withheld
from workbook_builder.rating.scheme import Band, Rag
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.changes import Change, Kind, find_changes
from workbook_builder.scorecards.changes.model import Limit, Value
from workbook_builder.scorecards.model import Row, Scorecard

PLANS, REPEAT = "P1 Percentage of plans issued in time", "Percentage of repeat referrals"
Told = tuple[str, str, str, str, str, str]


def told(changes: Iterable[Change]) -> list[Told]:
    """What, page, title, place, before and now."""
    return [(c.what, c.page, c.title, c.place, said(c.before), said(c.now)) for c in changes]


def only(small: SmallProject, kind: Kind, area: str = "") -> list[Told]:
    """The changes of a kind; there must be no others."""
    changes = changes_of(small, area)
    assert [other for other, found in changes.items() if found and other is not kind] == []
    return told(changes[kind])


def said(value: Value) -> str:
    match value:
        case Limit():
            return f"{value.sign} {value.number.shown}"
        case Number():
            return str(value.shown)
        case Band():
            return f"{value.lowest.shown} to {value.highest.shown}"
        case Rag() | Travel() | Missing() | Withheld():
            return value.value
    return value or "none"


def test_an_edition_like_the_last_has_no_changes(small: SmallProject) -> None:
    follow(small)
    assert changes_of(small) == dict.fromkeys(Kind, ())


def test_ratings_that_moved_are_better_or_worse(small: SmallProject) -> None:
    follow(small, {"PLANS,Shire": "62.0", "PLANS,Eastham": "55.0", "SECOND,Shire": "23.0"})
    changes = changes_of(small)
    assert told(changes[Kind.MOVED]) == [
        ("worse", "County", "Percentage of second plans", "Shire", "GREEN", "AMBER"),
        ("better", "Eastham", PLANS, "Eastham", "RED", "AMBER"),
    ]
    assert [change.detail for change in changes[Kind.MOVED]] == [
        "Nov-24: 21.0, Dec-24: 23.0 (best near 20.0)",
        "Nov-24: 41.0, Dec-24: 55.0",
    ]
    assert [change.row for change in changes[Kind.MOVED]] == [("SECOND", "Shire"), ("PLANS", "Eastham")]


def test_a_rating_that_was_not_given_is_new_and_one_no_longer_given_is_told(small: SmallProject) -> None:
    follow(small, {"REPEAT,Eastham CSWT": "24.0", "REPEAT,Shire": "to be supplied"})
    changes = changes_of(small)
    assert told(changes[Kind.NEWLY_RATED]) == [("newly rated", "Eastham", REPEAT, "Eastham CSWT", "N/A", "GREEN")]
    assert told(changes[Kind.NO_LONGER_RATED]) == [("no longer rated", "County", REPEAT, "Shire", "AMBER", "N/A")]
    assert changes[Kind.MOVED] == ()


def test_arrows_that_moved_are_told_where_both_editions_have_one(small: SmallProject) -> None:
    follow(small, {"PLANS,Shire": "61.5", "PLANS,Eastham": "40.0", "REPEAT,Shire": "27.0"})
    assert only(small, Kind.TRAVEL) == [
        ("now the same", "County", PLANS, "Shire", "improved", "same"),
        ("now improving", "County", REPEAT, "Shire", "worsened", "improved"),
        ("now worsening", "Eastham", PLANS, "Eastham", "same", "worsened"),
    ]


def test_figures_of_the_same_period_that_differ_are_revised(small: SmallProject) -> None:
    follow(small, restated="PLANS,Shire,2024-10,59.0,,,,\nPLANS,Eastham,2024-11,41.0,42,101,,\n")
    assert only(small, Kind.REVISED) == [
        ("figure of Oct-24", "County", PLANS, "Shire", "60.0", "59.0"),
        ("numerator of Nov-24", "Eastham", PLANS, "Eastham", "41", "42"),
        ("denominator of Nov-24", "Eastham", PLANS, "Eastham", "100", "101"),
    ]


@pytest.mark.parametrize("restated", ["60,,,,", "60.00,,,,", "60.0,6,10,,"])
def test_a_figure_that_reads_the_same_is_not_revised(small: SmallProject, restated: str) -> None:
    follow(small, restated=f"PLANS,Shire,2024-10,{restated}\n")
    assert only(small, Kind.REVISED) == []


def test_a_figure_that_was_missing_is_supplied_and_one_withdrawn_is_revised(small: SmallProject) -> None:
    follow(small, restated="REPEAT,Eastham CSWT,2024-11,26.0,,,,\nSECOND,Shire,2024-10,,,,suppressed,\n")
    changes = changes_of(small)
    assert told(changes[Kind.SUPPLIED]) == [
        ("figure of Nov-24", "Eastham", REPEAT, "Eastham CSWT", "to be supplied", "26.0")
    ]
    assert told(changes[Kind.REVISED]) == [
        ("figure of Oct-24", "County", "Percentage of second plans", "Shire", "stated", "suppressed")
    ]


def test_a_target_that_holds_everywhere_is_told_once(small: SmallProject) -> None:
    follow(small, targets="PLANS,2024-25,61,,,50,,,,,published,\n")
    assert only(small, Kind.STANDARD) == [("target 2024-25", "County", PLANS, "", "60", "61")]


def test_floors_bands_and_limits_are_told_by_year(small: SmallProject) -> None:
    follow(
        small,
        targets="PLANS,2023-24,55,,,44,,,,,published,\n"
        "REPEAT,2024-25,25.0,,,30,,,,,inferred,<= 25\n"
        "SECOND,2024-25,20.0,,,,17,23,12.5,27.5,inferred,\n",
    )
    assert only(small, Kind.STANDARD) == [
        ("floor standard 2023-24", "County", PLANS, "", "45", "44"),
        ("target 2024-25", "County", REPEAT, "", "25.0", "<= 25.0"),
        ("green band 2024-25", "County", "Percentage of second plans", "", "17.5 to 22.5", "17 to 23"),
    ]


def test_a_target_of_one_place_is_told_for_that_place(small: SmallProject) -> None:
    follow(small, targets="PLANS,2024-25,70,Eastham,,50,,,,,published,\nREPEAT,2023-24,20,,,25,,,,,published,\n")
    assert only(small, Kind.STANDARD) == [
        ("target 2023-24", "County", REPEAT, "", "none", "20"),
        ("floor standard 2023-24", "County", REPEAT, "", "none", "25"),
        ("target 2024-25", "Eastham", PLANS, "Eastham", "60", "70"),
    ]


@pytest.mark.parametrize("target", ["60.0,,,50.0", "60,,,50"])
def test_a_target_that_reads_the_same_has_not_changed(small: SmallProject, target: str) -> None:
    follow(small, targets=f"PLANS,2024-25,{target},,,,,published,\n")
    assert only(small, Kind.STANDARD) == []


@pytest.mark.parametrize("bands", ["20,,,,17.50,22.5,12.5,27.50", "20.00,,,,17.5,22.500,12.50,27.5"])
def test_bands_that_read_the_same_have_not_changed(small: SmallProject, bands: str) -> None:
    follow(small, targets=f"SECOND,2024-25,{bands},inferred,\n")
    assert only(small, Kind.STANDARD) == []


@pytest.mark.parametrize("end", range(4))
def test_either_end_of_either_band_may_have_changed(small: SmallProject, end: int) -> None:
    ends = ["17.5", "22.5", "12.5", "27.5"]
    ends[end] = ends[end].replace(".5", ".4")
    follow(small, targets=f"SECOND,2024-25,20.0,,,,{','.join(ends)},inferred,\n")
    [(what, *_, before, now)] = only(small, Kind.STANDARD)
    assert (what, before != now) == (("green band", "amber band")[end // 2] + " 2024-25", True)


def test_no_target_and_a_target_that_is_not_available_are_the_same(small: SmallProject) -> None:
    follow(small, targets="REPEAT,2023-24,N/A,,,,,,,,,\n")
    assert only(small, Kind.STANDARD) == []


def test_a_target_where_there_was_none_says_so(small: SmallProject) -> None:
    small.write(
        "inputs/2024-11/targets.csv", small.text("inputs/2024-11/targets.csv") + "REPEAT,2023-24,N/A,,,,,,,,,\n"
    )
    follow(small, targets="REPEAT,2023-24,20,,,25,,,,,published,\n")
    assert only(small, Kind.STANDARD)[0] == ("target 2023-24", "County", REPEAT, "", "none", "20")


@pytest.mark.parametrize(
    ("targets", "old", "new", "remark"),
    [
        ("", "polarity: H", "polarity: L", "polarity changed"),
        ("PLANS,2024-25,70,,,50,,,,,published,\n", "", "", "target changed"),
        ("PLANS,2024-25,70,,,64,,,,,published,\n", "", "", "target, floor standard changed"),
        (
            "PLANS,2024-25,70,,,50,,,,,published,\n",
            "Plans issued in time as",
            "Plans as",
            "definition, target changed",
        ),
    ],
)
def test_a_rating_that_moved_since_it_is_judged_otherwise_says_so(
    small: SmallProject, targets: str, old: str, new: str, remark: str
) -> None:
    follow(small, targets=targets)
    small.change("indicator_specs.yaml", old, new)
    [moved] = [change for change in changes_of(small)[Kind.MOVED] if change.place == "Shire"]
    assert (moved.what, moved.detail) == ("worse", f"Nov-24: 61.5, Dec-24: 62.0; {remark}")


def test_a_target_that_has_not_been_judged_by_is_no_reason(small: SmallProject) -> None:
    follow(
        small,
        {"PLANS,Shire": "55.0"},
        targets="PLANS,2023-24,55,,,44,,,,,published,\nPLANS,2024-25,60.0,,,50,,,,,,>= 60\n",
    )
    [moved] = changes_of(small)[Kind.MOVED]
    assert moved.detail == "Nov-24: 61.5, Dec-24: 55.0"


def test_an_arrow_that_turned_with_the_polarity_says_so(small: SmallProject) -> None:
    follow(small, targets="REPEAT,2024-25,24.0,,,30,,,,,inferred,\n")
    small.change("indicator_specs.yaml", "polarity: H", "polarity: L")
    arrows = {change.row: change.detail for change in changes_of(small)[Kind.TRAVEL]}
    assert arrows["PLANS", "Shire"] == "Nov-24: 61.5, Dec-24: 62.0; polarity changed"


def test_an_arrow_depends_on_the_target_only_where_that_is_to_be_met(small: SmallProject) -> None:
    follow(
        small,
        {"REPEAT,Shire": "27.0", "SECOND,Shire": "20.0"},
        targets="REPEAT,2024-25,24.0,,,30,,,,,inferred,\nSECOND,2024-25,24.0,,,,21,27,12.5,27.5,inferred,\n",
    )
    arrows = {change.row: change.detail for change in changes_of(small)[Kind.TRAVEL]}
    assert arrows == {
        ("REPEAT", "Shire"): "Nov-24: 28.0, Dec-24: 27.0",
        ("SECOND", "Shire"): "Nov-24: 21.0, Dec-24: 20.0 (best near 24.0); target changed",
    }


def test_what_is_rare_and_weighty_is_told_before_what_is_frequent() -> None:
    order = list(Kind)
    weighty = [Kind.NEW, Kind.DROPPED, Kind.REDEFINED, Kind.STANDARD, Kind.REVISED, Kind.MOVED, Kind.NEWLY_RATED]
    assert order[: len(weighty)] == weighty
    assert order[-1] is Kind.TRAVEL
    assert order.index(Kind.SUPPLIED) > order.index(Kind.NEWLY_RATED)


def test_a_dropped_indicator_is_told_once_without_its_rows(small: SmallProject) -> None:
    follow(small, {"SECOND,Shire": ""})
    start, end = SPEC.index("  - id: SECOND"), SPEC.index("scorecards:")
    small.write("indicator_specs.yaml", (SPEC[:start] + SPEC[end:]).replace(", SECOND", ""))
    definition = "Children with a second plan as a percentage of all starting one."
    expected = ("dropped", "County", "Percentage of second plans", "", definition, "none")
    assert only(small, Kind.DROPPED) == [expected]
    assert changes_of(small)[Kind.DROPPED][0].row is None


def test_a_new_indicator_is_told_with_its_definition(small: SmallProject) -> None:
    follow(small, {"FRESH,Shire": "7"})
    spec = SPEC.replace("scorecards:\n", f"{NEW}scorecards:\n").replace(
        "[PLANS, REPEAT, SECOND]", "[PLANS, REPEAT, SECOND, FRESH]"
    )
    small.write("indicator_specs.yaml", spec)
    assert only(small, Kind.NEW) == [("new", "County", "Fresh", "", "none", "Fresh plans.")]
    (change,) = changes_of(small)[Kind.NEW]
    assert change.row == ("FRESH", "Shire")


@pytest.mark.parametrize(
    ("old", "new", "what", "before", "now"),
    [
        ("title: Percentage of plans issued in time", "title: Plans in time", "title", PLANS[3:], "Plans in time"),
        ("code: P1", "code: P2", "code", "P1", "P2"),
        ("as a percentage of all plans.", "in per cent.", "definition", None, "Plans issued in time in per cent."),
        ("data_period: MS", "data_period: R12M", "data period", "MS", "R12M"),
        (
            "unit: percent\n    counted: plans",
            "unit: percentage_points\n    counted: plans",
            "unit",
            "percent",
            "percentage points",
        ),
        ("decimals: 1", "decimals: 2", "decimals", "1", "2"),
        ("measure: percentage", "measure: ratio", "measure", "percentage", "ratio"),
    ],
)
def test_an_indicator_that_is_defined_otherwise_is_told(
    small: SmallProject, old: str, new: str, what: str, before: str | None, now: str
) -> None:
    follow(small)
    small.change("indicator_specs.yaml", old, new)
    (change,) = changes_of(small)[Kind.REDEFINED]
    assert (change.what, change.place, change.row) == (what, "", ("PLANS", "Shire"))
    assert change.before == (before or "Plans issued in time as a percentage of all plans.")
    assert change.now == now


def test_a_polarity_is_told_as_a_definition_not_as_a_standard(small: SmallProject) -> None:
    follow(small)
    small.change("indicator_specs.yaml", "polarity: H", "polarity: L")
    changes = changes_of(small)
    assert [(c.what, c.before, c.now) for c in changes[Kind.REDEFINED]] == [("polarity", "H", "L")]
    assert changes[Kind.STANDARD] == ()


def test_a_polarity_of_a_year_is_told_as_a_standard(small: SmallProject) -> None:
    follow(small, targets="PLANS,2023-24,55,,L,60,,,,,published,\n")
    assert ("polarity 2023-24", "County", PLANS, "", "H", "L") in only(small, Kind.STANDARD)


def test_a_team_that_is_new_or_gone_is_told_once_for_all_its_rows(small: SmallProject) -> None:
    follow(small, {"REPEAT,Eastham CSWT": "", "REPEAT,North CSWT": "29.0"})
    small.change("indicator_specs.yaml", "{name: Eastham CSWT,", "{name: North CSWT,")
    changes = changes_of(small)
    every = "every indicator of this area or team"
    assert told(changes[Kind.ADDED]) == [("new: 2 rows", "Eastham", every, "North CSWT", "not there", "there")]
    assert told(changes[Kind.REMOVED]) == [
        ("no longer there: 2 rows", "Eastham", every, "Eastham CSWT", "there", "not there")
    ]


def test_rows_that_stand_on_other_pages_are_told(small: SmallProject) -> None:
    follow(small)
    small.change(
        "indicator_specs.yaml",
        "              - indicators: [PLANS]\n",
        "              - indicators: [PLANS, REPEAT]\n",
    )
    small.change("indicator_specs.yaml", "indicators: [REPEAT, SECOND]", "indicators: [REPEAT]")
    changes = changes_of(small)
    assert told(changes[Kind.ADDED]) == [("new on this page", "Eastham", REPEAT, "Eastham", "not there", "there")]
    assert told(changes[Kind.REMOVED]) == [
        ("no longer on this page", "Eastham", "Percentage of second plans", "Eastham CSWT", "there", "not there")
    ]


def test_where_an_indicator_begins_to_exist_is_told(small: SmallProject) -> None:
    follow(small, {"SECOND,Eastham CSWT": "20.0"})
    small.change(
        "indicator_specs.yaml", "starting one.\n    exists: [county]", "starting one.\n    exists: [county, CSWT]"
    )
    assert told(changes_of(small)[Kind.ADDED]) == [
        ("measured here from now on", "Eastham", "Percentage of second plans", "Eastham CSWT", "not there", "there")
    ]


def test_the_county_is_told_first_wherever_its_page_stands(small: SmallProject) -> None:
    follow(small, {"PLANS,Shire": "61.5", "PLANS,Eastham": "40.0"})
    county, district = (
        SPEC.index("      - kind: tables\n        name: County"),
        SPEC.index('      - kind: tables\n        name: "{area}"'),
    )
    end = SPEC.index("      - {kind: targets")
    spec = SPEC[:county] + SPEC[district:end] + SPEC[county:district] + SPEC[end:]
    for file in ("indicator_specs.yaml", "inputs/2024-11/indicator_specs.yaml"):
        small.write(file, spec)
    assert [place for _, _, _, place, _, _ in only(small, Kind.TRAVEL)] == ["Shire", "Eastham"]


def test_of_one_area_only_its_own_changes(small: SmallProject) -> None:
    follow(small, {"PLANS,Shire": "61.5", "PLANS,Eastham": "40.0"})
    assert only(small, Kind.TRAVEL, "Eastham") == [("now worsening", "Eastham", PLANS, "Eastham", "same", "worsened")]


def test_of_one_area_no_indicator_that_its_pages_do_not_show(small: SmallProject) -> None:
    follow(small, {"FRESH,Shire": "7", "SECOND,Shire": ""})
    start, end = SPEC.index("  - id: SECOND"), SPEC.index("scorecards:")
    spec = f"{SPEC[:start]}{NEW}{SPEC[end:]}".replace("[PLANS, REPEAT, SECOND]", "[PLANS, REPEAT, FRESH]")
    small.write("indicator_specs.yaml", spec.replace("[REPEAT, SECOND]", "[REPEAT]"))
    assert only(small, Kind.DROPPED, "Eastham") == [
        (
            "dropped",
            "Eastham",
            "Percentage of second plans",
            "",
            "Children with a second plan as a percentage of all starting one.",
            "none",
        )
    ]
    assert [change.page for change in changes_of(small)[Kind.NEW]] == ["County"]


# The shipped editions, compared anew from nothing but their rows.


@pytest.fixture(scope="module")
def shipped(scorecard: Scorecard, inputs: Disclosed) -> tuple[Scorecard, Scorecard]:
    """October and November 2024."""
    previous = compared(scorecard, ROOT, inputs).previous
    assert previous is not None
    return previous, scorecard


def rated(scorecard: Scorecard) -> dict[tuple[str, str], Row]:
    """Each indicator and place, at its first row that is rated, or else its first."""
    rows = sorted(scorecard.rows, key=lambda row: row.latest not in row.ratings)
    return {(row.indicator.id, row.place): row for row in reversed(rows)}


def test_novembers_ratings_and_arrows_are_those_that_differ_from_octobers(
    shipped: tuple[Scorecard, Scorecard],
) -> None:
    before, now = map(rated, shipped)
    changes = find_changes(*shipped)
    ratings = {
        key: (before[key].ratings.get(before[key].latest), row.ratings.get(row.latest)) for key, row in now.items()
    }
    differing = {key: pair for key, pair in ratings.items() if pair[0] is not pair[1]}
    found = [c for kind in (Kind.MOVED, Kind.NEWLY_RATED, Kind.NO_LONGER_RATED) for c in changes[kind]]
    assert {change.row: (change.before, change.now) for change in found} == differing
    assert len(found) == len(differing) == 102
    arrows = {key: (before[key].travel, row.travel) for key, row in now.items()}
    told = {key: tuple(None if one is Travel.UNKNOWN else one for one in pair) for key, pair in arrows.items()}
    moved = {key: pair for key, pair in told.items() if pair[0] is not pair[1]}
    given = [pair for pair in moved.values() if None in pair]
    assert {change.row: (change.before, change.now) for change in changes[Kind.TRAVEL]} == moved
    assert (len(changes[Kind.TRAVEL]), len(moved), len(given)) == (191, 191, 70)


@pytest.mark.parametrize(
    ("basis", "was", "is_now"),
    [("inferred", "published", "not published"), ("published", "not published", "published")],
)
def test_a_floor_standard_that_is_published_now_or_only_inferred_is_told(
    small: SmallProject, basis: str, was: str, is_now: str
) -> None:
    name = PLANS if basis == "inferred" else REPEAT
    row = "PLANS,2024-25,60,,,50," if basis == "inferred" else "REPEAT,2024-25,25.0,,,30,"
    follow(small, targets=f"{row},,,,{basis},\n")
    assert only(small, Kind.STANDARD) == [("basis of the floor standard 2024-25", "County", name, "", was, is_now)]


def test_an_arrow_that_was_not_given_before_is_told(small: SmallProject) -> None:
    small.change("inputs/2024-11/observations.csv", "PLANS,Shire,2024-10,60.0,,,,", "PLANS,Shire,2024-10,,,,N/A,")
    follow(small)
    arrows = [
        change for change in told(changes_of(small)[Kind.TRAVEL]) if change[3] == "Shire" and change[2] == PLANS
    ]
    assert arrows == [("now improving, without an arrow before", "County", PLANS, "Shire", "none", "improved")]


def test_an_arrow_that_is_given_no_more_is_told(small: SmallProject) -> None:
    follow(small, {"PLANS,Shire": "N/A"})
    arrows = [
        change for change in told(changes_of(small)[Kind.TRAVEL]) if change[3] == "Shire" and change[2] == PLANS
    ]
    assert arrows == [("no arrow any more", "County", PLANS, "Shire", "improved", "none")]


def test_november_revises_nothing_and_supplies_what_october_lacked(shipped: tuple[Scorecard, Scorecard]) -> None:
    changes = find_changes(*shipped)
    before, now = map(rated, shipped)
    supplied = {
        key
        for key, row in now.items()
        if before[key].figure(row.latest) is Missing.TO_BE_SUPPLIED and isinstance(row.figure(row.latest), Number)
    }
    newly = {change.row for change in changes[Kind.NEWLY_RATED]}
    told = [change.row for change in changes[Kind.SUPPLIED] if change.what.startswith("figure")]
    assert set(told) | (newly & supplied) == supplied
    assert not set(told) & newly
    assert len(told) + len(newly & supplied) == len(supplied) == 70
    told_kinds = {kind for kind, found in changes.items() if found}
    assert told_kinds == {Kind.MOVED, Kind.NEWLY_RATED, Kind.TRAVEL, Kind.SUPPLIED}


def test_every_change_of_november_is_told_once_and_the_county_first(shipped: tuple[Scorecard, Scorecard]) -> None:
    for found in find_changes(*shipped).values():
        keys = [(change.row, change.what) for change in found]
        assert len(set(keys)) == len(keys)
        below = [change.place not in ("", "Kent") for change in found]
        assert below == sorted(below)
