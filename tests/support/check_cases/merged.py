"""The rule that reads rows about districts that were merged."""

from __future__ import annotations

from tests.support.check_cases.case import HEADER, SPEC, Cases, Edit, Found
from tests.support.reading import BENCHMARKS, OBSERVATIONS, TARGETS
from tests.support.small import EDITION

_OCTOBER: list[Edit] = [
    (SPEC, "{name: Eastham,", "{name: Eastham, formerly: [Oldham, Newham],"),
    ("inputs/2024-10/edition.yaml", "", EDITION.replace("2024-11", "2024-10")),
    (
        "inputs/2024-10/observations.csv",
        "",
        f"{HEADER}PLANS,Oldham,2024-10,40.0,,,,\nPLANS,Newham,2024-10,42.0,,,,\n",
    ),
]


def _eastham(when: str, where: str, what: str) -> Found:
    expected = "one of Eastham, into which Oldham was merged"
    return f"PLANS Eastham {when}", where, f"{what} of Oldham", expected, "passed over"


MERGED: Cases = {
    "a figure of a part": (
        [*_OCTOBER, (OBSERVATIONS, "", "PLANS,Oldham,2024-11,43.0,,,,\n")],
        [_eastham("Nov-24", "observations.csv, row 18", "a figure")],
    ),
    "a target of a part": (
        [*_OCTOBER, (TARGETS, "", "PLANS,2024-25,61,Oldham,,51,,,,,published,\n")],
        [_eastham("2024-25", "targets.csv, row 6", "a target")],
    ),
    "a benchmark of a part": (
        [*_OCTOBER, (BENCHMARKS, "", "PLANS,england,2023-24,49.0,Oldham\n")],
        [_eastham("2023-24", "benchmarks.csv, row 3", "a benchmark")],
    ),
    "rows of an earlier edition": (_OCTOBER, []),
    "a former name": (
        [
            (SPEC, "{name: Eastham,", "{name: Eastham, formerly: Oldham,"),
            (OBSERVATIONS, "PLANS,Eastham,2024-11", "PLANS,Oldham,2024-11"),
        ],
        [],
    ),
}
