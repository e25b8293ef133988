"""Suppressed figures that follow from what is printed, and such as do not."""

from __future__ import annotations

from tests.support.check_cases.case import Cases, Edit, Found, latest
from tests.support.check_cases.reconciliation import two_districts
from tests.support.reading import OBSERVATIONS

_COUNTY = "Shire and its districts of Nov-24: Eastham, Westham"
_EASTHAM = "PLANS,Eastham,2024-11,41.0,41,100,,"


def _found(who: str, row: int, parts: str, rows: str, how: str = "exactly, as it would be displayed") -> Found:
    verb = "follow" if " and " in parts else "follows"
    found = f"a suppressed {parts} that {verb} from what is printed"
    return (
        who,
        f"observations.csv, row {row}",
        found,
        f"nothing printed that it follows from: {rows}",
        f"it follows {how}",
    )


def _eastham(cells: str) -> Edit:
    return OBSERVATIONS, _EASTHAM, f"PLANS,Eastham,2024-11,{cells},"


def _beside(cells: str, part: str) -> tuple[list[Edit], list[Found]]:
    return [_eastham(cells)], [_found("PLANS Eastham Nov-24", 8, part, "the rest of its own row")]


_ALL = "measure, numerator and denominator"
DERIVABLE: Cases = {
    "the county less the other district": (
        [*two_districts("82.0,82,100"), _eastham(",,,suppressed")],
        [_found("PLANS Eastham Nov-24", 8, _ALL, _COUNTY)],
    ),
    "the districts together": (
        [*two_districts("82.0,82,100"), *latest(",,,suppressed,")],
        [_found("PLANS Shire Nov-24", 4, _ALL, _COUNTY)],
    ),
    "a numerator, by measure and denominator": _beside("41.0,suppressed,100,", "numerator"),
    "a denominator, by measure and numerator": _beside("41.0,41,suppressed,", "denominator"),
    "but for a small share that belongs to no district": (
        [*two_districts("82.0,82,100", "numerator: 1, denominator: 0"), _eastham(",,,suppressed")],
        [_found("PLANS Eastham Nov-24", 8, "denominator", _COUNTY)],
    ),
    "fewer than five, for the share is small": (
        [*two_districts("82.0,82,100", "numerator: 1"), _eastham(",,,suppressed")],
        [_found("PLANS Eastham Nov-24", 8, "numerator", _COUNTY, "to within fewer than 5 whole numbers")],
    ),
    "a district where nothing was counted": (
        [*two_districts("N/A,N/A,N/A"), _eastham(",,,suppressed")],
        [_found("PLANS Eastham Nov-24", 8, _ALL, _COUNTY)],
    ),
    "a share that leaves five and more": (
        [*two_districts("82.0,82,100", "numerator: 4, denominator: 4"), _eastham(",,,suppressed")],
        [],
    ),
    "two districts": (
        [*two_districts("suppressed,,"), _eastham(",,,suppressed")],
        [],
    ),
    "districts that do not add up, says the spec": (
        [*two_districts("82.0,82,100", "measure: 100"), _eastham(",,,suppressed")],
        [],
    ),
    "a large denominator, by a rounded measure": (
        [_eastham("41.0,4100,suppressed,")],
        [],
    ),
    "only a denominator beside it": ([_eastham("suppressed,,,")], []),
}
