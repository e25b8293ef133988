"""The rules that look at one figure: its measure beside its numerator and denominator."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, caseload, latest, plans, second
from tests.support.reading import OBSERVATIONS

RATIO: Cases = {
    "one number corrected alone": (
        latest("28.1,9,31"),
        [plans("28.1", "29.0, from 9 / 31", "0.88 more than rounding explains")],
    ),
    "a tenth": (latest("61.4,123,200"), [plans("61.4", "61.5, from 123 / 200", "0.05 more than rounding explains")]),
    "rounded down": (
        latest("40.0,119,297"),
        [plans("40.0", "40.1, from 119 / 297", "0.017 more than rounding explains")],
    ),
    "far off": (latest("80.0,9,31"), [plans("80.0", "29.0, from 9 / 31", "51 more than rounding explains")]),
    "half up": (latest("14,1,8"), [plans("14", "13, from 1 / 8", "1.0 more than rounding explains")]),
    "thousands": (
        caseload("1300.0,2469,2"),
        [second("1,300.0", "1,234.5, from 2,469 / 2", "65 more than rounding explains")],
    ),
    "more than the rounding of workers explains": (
        caseload("24.5,560,23.0"),
        [second("24.5", "24.3, from 560 / 23.0", "0.049 more than rounding explains")],
    ),
    "an outturn": (
        [(OBSERVATIONS, "PLANS,Shire,2023-24,50.0,,", "PLANS,Shire,2023-24,50.0,9,31")],
        [
            (
                "PLANS Shire 2023-24",
                "observations.csv, row 5",
                "50.0",
                "29.0, from 9 / 31",
                "21 more than rounding explains",
            )
        ],
    ),
    "as made": (latest("61.5,123,200"), []),
    "made by the builder": (latest(",9,31"), []),
    "a half rounded up": (latest("13,1,8"), []),
    "a half rounded down": (latest("12,1,8"), []),
    "workers that may be rounded": (caseload("24.4,560,23.0"), []),
    "cases that may be rounded": (caseload("24.4,560.9,23"), []),
    "more decimals than are shown": (
        [(OBSERVATIONS, "61.5,123,200,,", "61.8,123,200,,0")],
        [],
    ),
    "numbers that are not available": (latest("61.4,N/A,200"), []),
    "a figure that is not available": (latest(",123,200,N/A"), []),
    "a measure that is not made of them": (
        [*latest("28.1,9,31"), (SPEC, "measure: percentage", "measure: none")],
        [],
    ),
}

UNIT_SLIP: Cases = {
    "a digit lost": (latest("67.1,112,1671"), [plans("67.1", "6.7, from 112 / 1,671", "about 10 times that")]),
    "a fraction": (latest("0.6,123,200"), [plans("0.6", "61.5, from 123 / 200", "about a hundredth of that")]),
    "a point too far left": (latest("6.2,123,200"), [plans("6.2", "61.5, from 123 / 200", "about a tenth of that")]),
    "a point left out": (latest("615,123,2000"), [plans("615", "6, from 123 / 2,000", "about 100 times that")]),
    "thousands": (
        caseload("24.3,560000,23.0"),
        [second("24.3", "24,347.8, from 560,000 / 23.0", "about a thousandth of that")],
    ),
    "none of anything": (latest("0.0,0,200"), []),
}

NUMERATOR_ABOVE_DENOMINATOR: Cases = {
    "columns that have changed places": (
        latest("115.9,131,113"),
        [plans("a numerator of 131", "at most 113, the denominator", "18 more")],
    ),
    "all of them": (latest("100.0,200,200"), []),
    "a ratio": (caseload("24.3,560,23.0"), []),
    "a number that is not available": (latest("N/A,131,N/A"), []),
}

_TEAM = "REPEAT,Eastham CSWT,2024-11,,,,to be supplied,"
ZERO_DENOMINATOR: Cases = {
    "no cases": (
        [(OBSERVATIONS, _TEAM, "REPEAT,Eastham CSWT,2024-11,0.0,0,0,,")],
        [
            (
                "REPEAT Eastham CSWT Nov-24",
                "observations.csv, row 14",
                "0.0 with a denominator of 0",
                "no figure: status N/A",
                "cannot be measured",
            )
        ],
    ),
    "no cases, and said so": ([(OBSERVATIONS, _TEAM, "REPEAT,Eastham CSWT,2024-11,,0,0,N/A,")], []),
}
