"""The rules on what cannot be: beyond what is possible, fewer than before within a year, not yet known."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, Edit, Found, latest
from tests.support.reading import BENCHMARKS, OBSERVATIONS, TARGETS

_PERCENT = "unit: percent\n    counted: plans"


def _october(figure: str) -> Edit:
    """The county's PLANS of October, which state no numbers behind them."""
    return OBSERVATIONS, "PLANS,Shire,2024-10,60.0", f"PLANS,Shire,2024-10,{figure}"


def _of_october(*said: str) -> Found:
    found, expected, difference = said
    return "PLANS Shire Oct-24", "observations.csv, row 3", found, expected, difference


def _above(by: str) -> tuple[str, str]:
    return "at most 100", f"{by} above that: correct it, or state `highest_possible` in the spec"


def _of_plans(row: str, when: str, *said: str) -> Found:
    found, expected, difference = said
    return f"PLANS Shire {when}", row, found, expected, difference


OUT_OF_RANGE: Cases = {
    "more than all": ([_october("104.2")], [_of_october("104.2", *_above("4.2"))]),
    "less than nothing": ([_october("-4.2")], [_of_october("-4.2", "at least 0", "4.2 below that")]),
    "a negative number of days": (
        [(SPEC, _PERCENT, "unit: days\n    counted: plans"), _october("-60.0")],
        [_of_october("-60.0", "at least 0", "60.0 below that")],
    ),
    "a target": (
        [(TARGETS, "PLANS,2024-25,60,", "PLANS,2024-25,160,")],
        [_of_plans("targets.csv, row 3", "2024-25", "a target of 160", *_above("60"))],
    ),
    "a floor standard": (
        [(TARGETS, "REPEAT,2024-25,25.0,,,30", "REPEAT,2024-25,25.0,,,101")],
        [("REPEAT Shire 2024-25", "targets.csv, row 4", "a floor standard of 101", *_above("1"))],
    ),
    "a benchmark": (
        [(BENCHMARKS, "50.3", "150.3")],
        [_of_plans("benchmarks.csv, row 2", "2023-24", "a benchmark of 150.3", *_above("50.3"))],
    ),
    "more than the spec allows": (
        [(SPEC, _PERCENT, f"highest_possible: 120\n    {_PERCENT}"), _october("120.1")],
        [_of_october("120.1", "at most 120", "0.1 above that: correct it, or state `highest_possible` in the spec")],
    ),
    "less than the spec allows": (
        [(SPEC, _PERCENT, f"lowest_possible: -10\n    {_PERCENT}"), _october("-10.1")],
        [_of_october("-10.1", "at least -10", "0.1 below that")],
    ),
    "all of them": ([_october("100.0")], []),
    "none of them": ([_october("0.0")], []),
    "what the spec allows": (
        [
            (SPEC, _PERCENT, f"highest_possible: 120.5\n    {_PERCENT}"),
            _october("110.0"),
            *latest("110.0,220,200"),
        ],
        [],
    ),
    "points, which may be negative": (
        [(SPEC, _PERCENT, "unit: percentage_points\n    counted: plans"), _october("-60.0")],
        [],
    ),
    "a band that reaches beyond": ([(TARGETS, "17.5,22.5,12.5,27.5", "17.5,22.5,-12.5,127.5")], []),
}

_MONTHLY = (
    "data_period: MS\n    qpr: true\n    unit: percent\n    counted: plans\n    decimals: 1\n    measure: percentage"
)
_COUNTED = "data_period: YTD\n    qpr: true\n    unit: count\n    counted: plans\n    decimals: 1\n    measure: none"
_SHARE = _MONTHLY.replace("MS", "YTD")
_FEWER = "fewer: is it the month's own count?"


def _counts(september: str, october: str, november: str) -> list[Edit]:
    """The county's PLANS as the count of the year so far."""
    return [
        (SPEC, _MONTHLY, _COUNTED),
        (OBSERVATIONS, "PLANS,Shire,2024-09,58.0", f"PLANS,Shire,2024-09,{september}"),
        _october(october),
        (OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200", f"PLANS,Shire,2024-11,{november},,"),
    ]


YEAR_TO_DATE: Cases = {
    "the month's own count": (
        _counts("950.0", "1074.0", "63.0"),
        [
            _of_plans(
                "observations.csv, row 4",
                "Nov-24",
                "63.0 in the year to Nov-24",
                "at least 1,074.0, that to Oct-24",
                f"1,011.0 {_FEWER}",
            )
        ],
    ),
    "in an earlier month": (
        _counts("950.0", "63.0", "1074.0"),
        [
            _of_plans(
                "observations.csv, row 3",
                "Oct-24",
                "63.0 in the year to Oct-24",
                "at least 950.0, that to Sep-24",
                f"887.0 {_FEWER}",
            )
        ],
    ),
    "beside a month without a figure": (
        _counts("950.0", "N/A", "949.0"),
        [
            _of_plans(
                "observations.csv, row 4",
                "Nov-24",
                "949.0 in the year to Nov-24",
                "at least 950.0, that to Sep-24",
                f"1.0 {_FEWER}",
            )
        ],
    ),
    "numerator and denominator of a share": (
        [
            (SPEC, _MONTHLY, _SHARE),
            (OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,", "PLANS,Shire,2024-10,60.0,126,210"),
        ],
        [
            _of_plans(
                "observations.csv, row 4",
                "Nov-24",
                "a numerator of 123 in the year to Nov-24",
                "at least 126, that to Oct-24",
                f"3 {_FEWER}",
            ),
            _of_plans(
                "observations.csv, row 4",
                "Nov-24",
                "a denominator of 200 in the year to Nov-24",
                "at least 210, that to Oct-24",
                f"10 {_FEWER}",
            ),
        ],
    ),
    "the same": (_counts("950.0", "950.0", "950.0"), []),
    "a share that falls": ([(SPEC, _MONTHLY, _SHARE), _october("62.0")], []),
    "figures of single months": (_counts("95.0", "97.0", "63.0")[1:], []),
    "a new year": (
        [
            *_counts("950.0", "950.0", "951.0"),
            (OBSERVATIONS, "PLANS,Shire,2024-09", "PLANS,Shire,2024-03,1074.0,,,,\nPLANS,Shire,2024-09"),
        ],
        [],
    ),
}
_DATED = (SPEC, "group: england}", "group: england, dated: as_at}")
AHEAD: Cases = {
    "a benchmark": (
        [_DATED, (BENCHMARKS, "PLANS,england,2023-24", "PLANS,england,2024-12-31")],
        [
            _of_plans(
                "benchmarks.csv, row 2",
                "31 December 2024",
                "a benchmark of 50.3 of 31 December 2024",
                "of a period that had ended by Nov-24",
                "it ends in Dec-24",
            )
        ],
    ),
    "the outturn of a year that has not ended": (
        [
            (
                OBSERVATIONS,
                "PLANS,Shire,2023-24,50.0,,,,\n",
                "PLANS,Shire,2023-24,50.0,,,,\nPLANS,Shire,2024-25,55.0,,,,\n",
            )
        ],
        [
            _of_plans(
                "observations.csv, row 6",
                "2024-25",
                "55.0 of 2024-25",
                "of a period that had ended by Nov-24",
                "it ends in Mar-25",
            )
        ],
    ),
    "an outturn to come, of which nothing is known": (
        [
            (
                OBSERVATIONS,
                "PLANS,Shire,2023-24,50.0,,,,\n",
                "PLANS,Shire,2023-24,50.0,,,,\nPLANS,Shire,2024-25,,,,N/A,\n",
            )
        ],
        [],
    ),
    "a benchmark of the month itself": (
        [_DATED, (BENCHMARKS, "PLANS,england,2023-24", "PLANS,england,2024-11-30")],
        [],
    ),
}
