"""The rule that adds up districts and teams."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, Edit, Found, latest, plans
from tests.support.reading import OBSERVATIONS


def adds_up(over: str, how: str) -> list[Edit]:
    """What the spec says of the districts' PLANS, or of the teams' REPEAT."""
    exists = f"    exists: [county, {over}]\n"
    return [(SPEC, exists, f"{exists}    adds_up: {{over: {over}, {how}}}\n")]


def two_districts(westham: str, how: str = "numerator: 0, denominator: 0") -> list[Edit]:
    """A second district, with such figures of PLANS in November beside 41 of 100 in Eastham and 123 of 200 in all."""
    rows = [f"PLANS,Westham,2024-{month}\n" for month in ("09,18.0,,,,", "10,19.0,,,,", f"11,{westham},,")]
    eastham = "  - {name: Eastham, level: district}\n"
    return [
        (SPEC, eastham, eastham + "  - {name: Westham, level: district}\n"),
        *adds_up("district", how),
        (OBSERVATIONS, "", "".join(rows)),
    ]


def two_teams(moor: str) -> list[Edit]:
    """A team of two districts, with such figures of REPEAT beside 10 of 50 in Eastham's and 28 of 100 in all."""
    rows = [f"REPEAT,Moor CSWT,2024-{month}\n" for month in ("09,,,,N/A,", "10,,,,N/A,", f"11,{moor},,")]
    return [
        *two_districts("82.0,82,100")[:1],
        *adds_up("CSWT", "numerator: 0"),
        (SPEC, "teams:\n", "teams:\n  - {name: Moor CSWT, kind: CSWT, districts: [Eastham, Westham]}\n"),
        (OBSERVATIONS, "", "".join(rows) + two_districts("82.0,82,100")[-1][-1]),
        (OBSERVATIONS, "REPEAT,Eastham CSWT,2024-11,,,,to be supplied,", "REPEAT,Eastham CSWT,2024-11,20.0,10,50,,"),
    ]


def repeat(*said: str) -> Found:
    """What is said of the county's REPEAT in November."""
    found, expected, difference = said
    return "REPEAT Shire Nov-24", "observations.csv, row 11", found, expected, difference


_COUNTY = "11,719, the county's, with at most 2% of it unallocated"
_IN_EASTHAM_ONLY = [
    *two_districts("", "numerator: 0")[:2],
    (SPEC, "exists: [county, district]", "exists: [county, Eastham]"),
]
RECONCILIATION: Cases = {
    "a digit lost, with a remainder allowed": (
        [*two_districts("55.8,10550,18921", "numerator: 2, denominator: 0"), *latest("61.6,11719,19021")],
        [plans("districts add up to a numerator of 10,591", _COUNTY, "1,128 too few (9.6%)")],
    ),
    "one too few": (
        two_districts("81.0,81,100"),
        [plans("districts add up to a numerator of 122", "123, the county's", "1 too few (0.8%)")],
    ),
    "too many, which no remainder explains": (
        two_districts("82.2,83,101", "numerator: 2, denominator: 2"),
        [
            plans(
                "districts add up to a numerator of 124",
                "123, the county's, with at most 2% of it unallocated",
                "1 too many (0.8%)",
            ),
            plans(
                "districts add up to a denominator of 201",
                "200, the county's, with at most 2% of it unallocated",
                "1 too many (0.5%)",
            ),
        ],
    ),
    "a remainder larger than is allowed": (
        [*two_districts("75.0,75,100", "numerator: 2.5"), *latest("60.0,120,200")],
        [
            plans(
                "districts add up to a numerator of 116",
                "120, the county's, with at most 2.5% of it unallocated",
                "4 too few (3.3%)",
            )
        ],
    ),
    "counts": (
        two_districts("20.0,,", "measure: 0"),
        [plans("districts add up to 61.0", "61.5, the county's", "0.5 too few (0.8%)")],
    ),
    "nothing in the county": (
        [*two_districts("82.0,82,100", "numerator: 0"), *latest("0.0,0,200")],
        [plans("districts add up to a numerator of 123", "0, the county's", "123 too many")],
    ),
    "teams": (
        two_teams("34.0,17,50"),
        [repeat("CSWTs add up to a numerator of 27", "28, the county's", "1 too few (3.6%)")],
    ),
    "those where it exists": (
        [*_IN_EASTHAM_ONLY, *latest("42.0,42,100")],
        [plans("districts add up to a numerator of 41", "42, the county's", "1 too few (2.4%)")],
    ),
    "not those where it does not exist": ([*_IN_EASTHAM_ONLY, *latest("41.0,41,100")], []),
    "as stated": (two_districts("82.0,82,100"), []),
    "a remainder as large as is allowed": (
        [*two_districts("76.0,76,100", "numerator: 2.5"), *latest("60.0,120,200")],
        [],
    ),
    "each team once": (two_teams("36.0,18,50"), []),
    "what the spec does not add up": (two_districts("81.0,81,100", "denominator: 0"), []),
    "one of which a number is missing": (two_districts("82.0,N/A,100"), []),
    "counts that are rounded": (two_districts("20.4,,", "measure: 0"), []),
    "workers that are rounded": ([*two_districts("82.0,82,100.0"), *latest("61.5,123,200.1")], []),
}
