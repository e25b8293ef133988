"""The rules that look at what figures are judged by: floors, bands, coming targets, benchmarks."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, Edit, Found
from tests.support.reading import BENCHMARKS, TARGETS


def of_target(who: str, row: int, *said: str) -> Found:
    """What is said of a row of targets."""
    found, expected, difference = said
    return who, f"targets.csv, row {row}", found, expected, difference


_TABLE = """\
          - id: short
            title: In short
            columns: L
            year: financial
            sections: [{indicators: [PLANS, REPEAT]}]
"""


def second_table(column: str) -> list[Edit]:
    """Another table of the county, with PLANS and REPEAT and one more column."""
    columns = f"  - id: L\n    columns: [{{kind: indicator}}, {column}]\n"
    return [
        (SPEC, "indicators:\n  - id", f"{columns}indicators:\n  - id"),
        (SPEC, "            notes: [A note.]\n", f"            notes: [A note.]\n{_TABLE}"),
    ]


_NEXT_YEAR = second_table("{kind: target, year: next}")


_BANDS = "17.5,22.5,12.5,27.5"
_NESTED = "bands around each other and around the target of 20.0", "the bands do not nest"
STANDARDS: Cases = {
    "a floor above a target to be exceeded": (
        [(TARGETS, "PLANS,2024-25,60,,,50", "PLANS,2024-25,85,,,90")],
        [
            of_target(
                "PLANS Shire 2024-25",
                3,
                "a floor standard of 90",
                "below the target of 85 (polarity H)",
                "5 on the wrong side",
            )
        ],
    ),
    "a floor below a limit": (
        [(TARGETS, "25.0,,,30", "25.0,,,24.5")],
        [
            of_target(
                "REPEAT Shire 2024-25",
                4,
                "a floor standard of 24.5",
                "above the target of 25.0 (polarity L)",
                "0.5 on the wrong side",
            )
        ],
    ),
    "last year's": (
        [(TARGETS, "55,,,45", "55,,,65")],
        [
            of_target(
                "PLANS Shire 2023-24",
                2,
                "a floor standard of 65",
                "below the target of 55 (polarity H)",
                "10 on the wrong side",
            )
        ],
    ),
    "a district's own": (
        [(TARGETS, "", "PLANS,2024-25,60,Eastham,,70,,,,,published,\n")],
        [
            of_target(
                "PLANS Eastham 2024-25",
                6,
                "a floor standard of 70",
                "below the target of 60 (polarity H)",
                "10 on the wrong side",
            )
        ],
    ),
    "a green band that leaves the amber one": (
        [(TARGETS, _BANDS, "10.0,22.5,12.5,27.5")],
        [of_target("SECOND Shire 2024-25", 5, "green 10.0 to 22.5, amber 12.5 to 27.5", *_NESTED)],
    ),
    "a green band upside down": (
        [(TARGETS, _BANDS, "22.5,17.5,12.5,27.5")],
        [of_target("SECOND Shire 2024-25", 5, "green 22.5 to 17.5, amber 12.5 to 27.5", *_NESTED)],
    ),
    "a target outside its bands": (
        [(TARGETS, _BANDS, "21.0,22.5,12.5,27.5")],
        [of_target("SECOND Shire 2024-25", 5, "green 21.0 to 22.5, amber 12.5 to 27.5", *_NESTED)],
    ),
    "a target that another table shows": (
        [*_NEXT_YEAR, (TARGETS, "", "PLANS,2025-26,60,,,70,,,,,,\nREPEAT,2025-26,25.0,,,30,,,,,,\n")],
        [
            of_target(
                "PLANS Shire 2025-26",
                6,
                "a floor standard of 70",
                "below the target of 60 (polarity H)",
                "10 on the wrong side",
            )
        ],
    ),
    "a floor that is the target": ([(TARGETS, "60,,,50", "60,,,60.0")], []),
    "bands that are the same": ([(TARGETS, _BANDS, "12.5,27.5,12.5,27.5")], []),
    "another polarity that year": ([(TARGETS, "55,,,45", "55,,L,65")], []),
    "no target": ([(TARGETS, "60,,,50", "N/A,,,50")], []),
}

_OUTTURN = "      - {kind: outturn, year: previous}\n"
_SHOWN = (SPEC, _OUTTURN, f"{_OUTTURN}      - {{kind: target, year: next}}\n")
_OTHERS = "REPEAT,2025-26,25.0,,,30,,,,,,\nSECOND,2025-26,20.0,,,,17.5,22.5,12.5,27.5,,\n"
MISSING_TARGET: Cases = {
    "none set, of everywhere": (
        [_SHOWN, (TARGETS, "PLANS,2024-25,60", "PLANS,2024-25,69"), (TARGETS, "", _OTHERS)],
        [of_target("PLANS Shire 2025-26", 3, "no target for 2025-26", "a target, as for 2024-25 (69)", "missing")],
    ),
    "none set for this year": (
        [(TARGETS, "PLANS,2024-25,60,,,50,,,,,published,\n", "")],
        [of_target("PLANS Shire 2024-25", 2, "no target for 2024-25", "a target, as for 2023-24 (55)", "missing")],
    ),
    "shown by another table": (
        [*_NEXT_YEAR, (TARGETS, "", _OTHERS.splitlines(keepends=True)[0])],
        [of_target("PLANS Shire 2025-26", 3, "no target for 2025-26", "a target, as for 2024-25 (60)", "missing")],
    ),
    "none for last year": ([(TARGETS, "PLANS,2023-24,55,,,45,,,,,published,\n", "")], []),
    "none shown": ([], []),
    "all set": ([_SHOWN, (TARGETS, "", f"{_OTHERS}PLANS,2025-26,69,,,50,,,,,,\n")], []),
    "one that is not available": ([_SHOWN, (TARGETS, "", f"{_OTHERS}PLANS,2025-26,N/A,,,,,,,,,\n")], []),
    "none this year either": ([_SHOWN, (TARGETS, "", _OTHERS), (TARGETS, "60,,,50", "N/A,,,50")], []),
}

OLDER_BENCHMARK: Cases = {
    "last year's, shown on two pages": (
        [(BENCHMARKS, "", "REPEAT,england,2022-23,21.9,\nSECOND,england,2023-24,20.1,\n")],
        [
            (
                "REPEAT Shire 2023-24",
                "benchmarks.csv, row 3",
                "England of 2022-23",
                "that of 2023-24",
                "an older period",
            )
        ],
    ),
    "as at a date, shown by another table": (
        [
            *second_table("{kind: benchmark, group: england, dated: as_at}"),
            (BENCHMARKS, "", "PLANS,england,2023-12,50.1,\nREPEAT,england,2022-12-31,21.9,\n"),
        ],
        [
            (
                "REPEAT Shire Dec-23",
                "benchmarks.csv, row 4",
                "England of 31 December 2022",
                "that of Dec-23",
                "an older period",
            )
        ],
    ),
    "of the same year": ([(BENCHMARKS, "", "REPEAT,england,2023-24,21.9,\n")], []),
    "with one of that year": ([(BENCHMARKS, "", "PLANS,england,2022-23,49.3,\n")], []),
    "under a heading of its own": (
        [(BENCHMARKS, "PLANS,england", "REPEAT,england"), (BENCHMARKS, "2023-24", "2022-23")],
        [],
    ),
}
