"""What spoils the small project for each rule, and what the rule then says; and near misses, of which it says nothing.

An edit is a file, a passage of it and what stands in its place; without a passage, it is added to the file's end.
"""

from __future__ import annotations

from tests.reading import BENCHMARKS, OBSERVATIONS, TARGETS

SPEC = "indicator_specs.yaml"
OCTOBER = "inputs/2024-10/observations.csv"
SEPTEMBER = "inputs/2024-09/observations.csv"
HEADER = "indicator,area,period,measure,numerator,denominator,status,decimals\n"

Edit = tuple[str, str, str]
Found = tuple[str, str, str, str, str]
"""Of whom and when, where that stands (within `inputs/2024-11`), what was found, what was expected, how far apart."""


def latest(figures: str) -> list[Edit]:
    """Other figures of the county's PLANS in November: measure, numerator, denominator and, if any, the status."""
    old, new = "PLANS,Shire,2024-11,61.5,123,200,,", f"PLANS,Shire,2024-11,{figures}"
    return [(OBSERVATIONS, old, new + "," * (7 - new.count(",")))]


def caseload(figures: str) -> list[Edit]:
    """Figures of the county's SECOND, which is made a ratio, as a caseload is: cases per worker."""
    title = "title: Percentage of second plans\n    polarity: T\n    data_period: R12M\n    unit: percent\n"
    counted = "    counted: children\n    decimals: 1\n    measure: "
    old, new = "SECOND,Shire,2024-11,21.0,21,100", f"SECOND,Shire,2024-11,{figures}"
    return [(SPEC, f"{title}{counted}percentage", f"{title}{counted}ratio"), (OBSERVATIONS, old, new)]


def plans(*said: str) -> Found:
    """What is said of the county's PLANS in November."""
    found, expected, difference = said
    return "PLANS Shire Nov-24", "observations.csv, row 4", found, expected, difference


def second(*said: str) -> Found:
    """What is said of the county's SECOND in November."""
    found, expected, difference = said
    return "SECOND Shire Nov-24", "observations.csv, row 17", found, expected, difference


def of_target(who: str, row: int, *said: str) -> Found:
    """What is said of a row of targets."""
    found, expected, difference = said
    return who, f"targets.csv, row {row}", found, expected, difference


RATIO: dict[str, tuple[list[Edit], list[Found]]] = {
    "one number corrected alone": (
        latest("28.1,9,31"),
        [plans("28.1", "29.0, from 9 / 31", "0.88 more than rounding explains")],
    ),
    "a tenth": (latest("61.4,123,200"), [plans("61.4", "61.5, from 123 / 200", "0.050 more than rounding explains")]),
    "rounded down": (latest("40.0,119,297"), [plans("40.0", "40.1, from 119 / 297", "0.017 more than rounding explains")]),
    "far off": (latest("300.0,9,31"), [plans("300.0", "29.0, from 9 / 31", "271 more than rounding explains")]),
    "half up": (latest("14,1,8"), [plans("14", "13, from 1 / 8", "1 more than rounding explains")]),
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
    "more decimals than are shown": ([(OBSERVATIONS, "61.5,123,200,,", "61.8,123,200,,0")], []),
    "numbers that are not available": (latest("61.4,N/A,200"), []),
    "a figure that is not available": (latest(",123,200,N/A"), []),
    "a measure that is not made of them": ([*latest("28.1,9,31"), (SPEC, "measure: percentage", "measure: none")], []),
}

UNIT_SLIP: dict[str, tuple[list[Edit], list[Found]]] = {
    "a digit lost": (latest("67.1,112,1671"), [plans("67.1", "6.7, from 112 / 1,671", "about 10 times that")]),
    "a fraction": (latest("0.615,123,200"), [plans("0.615", "61.500, from 123 / 200", "about a hundredth of that")]),
    "a point too far left": (latest("6.2,123,200"), [plans("6.2", "61.5, from 123 / 200", "about a tenth of that")]),
    "a point left out": (latest("615,123,2000"), [plans("615", "6, from 123 / 2,000", "about 100 times that")]),
    "thousands": (
        caseload("24.3,560000,23.0"),
        [second("24.3", "24,347.8, from 560,000 / 23.0", "about a thousandth of that")],
    ),
    "none of anything": (latest("0.0,0,200"), []),
}

ABOVE_WHOLE: dict[str, tuple[list[Edit], list[Found]]] = {
    "columns that have changed places": (
        latest("115.9,131,113"),
        [plans("a numerator of 131", "at most 113, the denominator", "18 more")],
    ),
    "all of them": (latest("100.0,200,200"), []),
    "a ratio": (caseload("24.3,560,23.0"), []),
    "a number that is not available": (latest("N/A,131,N/A"), []),
}

_TEAM = "REPEAT,Eastham CSWT,2024-11,,,,to be supplied,"
ZERO_DENOMINATOR: dict[str, tuple[list[Edit], list[Found]]] = {
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

_BANDS = "17.5,22.5,12.5,27.5"
_NESTED = "bands around each other and around the target of 20.0", "the bands do not nest"
STANDARDS: dict[str, tuple[list[Edit], list[Found]]] = {
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
        [(TARGETS, _BANDS, "10,22.5,12.5,27.5")],
        [of_target("SECOND Shire 2024-25", 5, "green 10 to 22.5, amber 12.5 to 27.5", *_NESTED)],
    ),
    "a green band upside down": (
        [(TARGETS, _BANDS, "22.5,17.5,12.5,27.5")],
        [of_target("SECOND Shire 2024-25", 5, "green 22.5 to 17.5, amber 12.5 to 27.5", *_NESTED)],
    ),
    "a target outside its bands": (
        [(TARGETS, _BANDS, "21.0,22.5,12.5,27.5")],
        [of_target("SECOND Shire 2024-25", 5, "green 21.0 to 22.5, amber 12.5 to 27.5", *_NESTED)],
    ),
    "a floor that is the target": ([(TARGETS, "60,,,50", "60,,,60.0")], []),
    "bands that are the same": ([(TARGETS, _BANDS, "12.5,27.5,12.5,27.5")], []),
    "another polarity that year": ([(TARGETS, "55,,,45", "55,,L,65")], []),
    "no target": ([(TARGETS, "60,,,50", "N/A,,,50")], []),
}

_SHOWN = (SPEC, "      - {kind: outturn, year: previous}\n", "      - {kind: target, year: next}\n")
_OTHERS = "REPEAT,2025-26,25.0,,,30,,,,,,\nSECOND,2025-26,20.0,,,,17.5,22.5,12.5,27.5,,\n"
MISSING_TARGET: dict[str, tuple[list[Edit], list[Found]]] = {
    "none set, of everywhere": (
        [_SHOWN, (TARGETS, "PLANS,2024-25,60", "PLANS,2024-25,69.0"), (TARGETS, "", _OTHERS)],
        [
            of_target(
                "PLANS Shire 2025-26", 3, "no target for 2025-26", "a target, as for 2024-25 (69.0)", "missing"
            )
        ],
    ),
    "none shown": ([], []),
    "all set": ([_SHOWN, (TARGETS, "", f"{_OTHERS}PLANS,2025-26,69,,,50,,,,,,\n")], []),
    "one that is not available": ([_SHOWN, (TARGETS, "", f"{_OTHERS}PLANS,2025-26,N/A,,,,,,,,,\n")], []),
    "none this year either": ([_SHOWN, (TARGETS, "", _OTHERS), (TARGETS, "60,,,50", "N/A,,,50")], []),
}

OLDER_BENCHMARK: dict[str, tuple[list[Edit], list[Found]]] = {
    "last year's": (
        [(BENCHMARKS, "", "REPEAT,england,2022-23,21.9,\n")],
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
    "of the same year": ([(BENCHMARKS, "", "REPEAT,england,2023-24,21.9,\n")], []),
    "with one of that year": ([(BENCHMARKS, "", "PLANS,england,2022-23,49.3,\n")], []),
    "under a heading of its own": (
        [(BENCHMARKS, "PLANS,england", "REPEAT,england"), (BENCHMARKS, "2023-24", "2022-23")],
        [],
    ),
}


def as_in_october(october: str, november: str) -> list[Edit]:
    """The county's PLANS of two months, with their numerators and denominators."""
    return [(OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,", f"PLANS,Shire,2024-10,{october}"), *latest(november)]


_OWN = "figures of its own", "none"
UNCHANGED: dict[str, tuple[list[Edit], list[Found]]] = {
    "last month's row": (
        as_in_october("2.9,1138,38847", "2.9,1138,38847"),
        [plans("1,138 of 38,847, as in Oct-24", *_OWN)],
    ),
    "fifty": (as_in_october("62.0,31,50", "62.0,31,50"), [plans("31 of 50, as in Oct-24", *_OWN)]),
    "fewer, which often stay the same": (as_in_october("61.2,30,49", "61.2,30,49"), []),
    "another numerator": (as_in_october("2.9,1137,38847", "2.9,1138,38847"), []),
    "another denominator": (as_in_october("2.9,1138,38848", "2.9,1138,38847"), []),
    "the same figure of other numbers": (as_in_october("61.5,246,400", "61.5,123,200"), []),
    "a figure without its numbers": (as_in_october("61.5,,", "61.5,123,200"), []),
    "earlier months": (
        [
            *as_in_october("61.5,246,400", "61.5,123,200"),
            (OBSERVATIONS, "PLANS,Shire,2024-09,58.0,,", "PLANS,Shire,2024-09,61.5,246,400"),
        ],
        [],
    ),
}


def monthly(*figures: str, decimals: str = "1") -> list[Edit]:
    """The county's REPEAT of so many months up to November, each with its numbers or without."""
    old = "REPEAT,Shire,2024-09,22.0,,,,\nREPEAT,Shire,2024-10,21.0,,,,\nREPEAT,Shire,2024-11,28.0,28,100,,\n"
    first = 12 - len(figures)
    stated = [f"REPEAT,Shire,2024-{first + n:02d},{figure}" for n, figure in enumerate(figures)]
    return [(OBSERVATIONS, old, "".join(f"{row}{',' * (7 - row.count(','))}\n" for row in stated))]


def jumped(row: int, found: str, most: str, usual: str, beyond: str) -> list[Found]:
    """What is said of the county's REPEAT in November."""
    expected = f"a change of at most {most}; the usual one is {usual}"
    return [("REPEAT Shire Nov-24", f"observations.csv, row {row}", found, expected, f"{beyond} beyond that")]


_STEADY = ("20.0", "20.3", "20.0", "20.3", "20.0", "20.3")
_STEPS = ("84.8", "84.8", "85.7", "85.7", "86.7", "86.7")
JUMP: dict[str, tuple[list[Edit], list[Found]]] = {
    "up": (monthly(*_STEADY, "29.4"), jumped(15, "29.4, a change of +9.1", "1.9", "0.3", "7.2")),
    "down": (monthly(*_STEADY, "11.2"), jumped(15, "11.2, a change of -9.1", "1.9", "0.3", "7.2")),
    "just outside": (monthly(*_STEADY, "22.3"), jumped(15, "22.3, a change of +2.0", "1.9", "0.3", "0.1")),
    "of a restless series": (
        monthly("20.0", "24.0", "21.0", "26.0", "20.0", "25.0", "99.0"),
        jumped(15, "99.0, a change of +74.0", "16.9", "5.0", "57.1"),
    ),
    "of a series that never moved": (
        monthly("20.0", "20.0", "20.0", "20.0", "20.0", "21.7"),
        jumped(14, "21.7, a change of +1.7", "1.6", "0.0", "0.1"),
    ),
    "of a series that moves every other month": (
        monthly(*_STEPS, "89.3"),
        jumped(15, "89.3, a change of +2.6", "2.5", "1.0", "0.0"),
    ),
    "in the second decimal": (
        monthly("0.10", "0.11", "0.10", "0.11", "0.10", "0.11", "0.40"),
        jumped(15, "0.40, a change of +0.29", "0.17", "0.01", "0.12"),
    ),
    "in thousands": (
        monthly("20000", "20003", "20000", "20003", "20000", "20003", "1203"),
        jumped(15, "1,203, a change of -18,800", "19.0", "3.0", "18,781.0"),
    ),
    "just inside": (monthly(*_STEADY, "22.2"), []),
    "a step of a series that moves every other month": (monthly(*_STEPS, "88.6"), []),
    "inside a restless series": (monthly("20.0", "24.0", "21.0", "26.0", "20.0", "25.0", "10.0"), []),
    "one child of a few": (monthly(*_STEADY, "30.0,6,20"), []),
    "too few points": (monthly("20.0", "20.3", "20.0", "20.3", "29.4"), []),
    "too few points that are figures": (monthly("20.0", "N/A", "20.3", "20.0", "20.3", "29.4"), []),
    "an earlier month": (monthly("20.0", "20.3", "20.0", "20.3", "29.4", "29.7", "29.4"), []),
    "no figure in the latest month": (monthly("20.0", "20.3", "20.0", "20.3", "20.0", "29.4", "N/A"), []),
}


def october(figures: str) -> Edit:
    """What the October edition says of the county's PLANS in October."""
    return OCTOBER, "", f"{HEADER}PLANS,Shire,2024-10,{figures}\n"


def revised(found: str, expected: str, difference: str) -> list[Found]:
    """What is said of the county's PLANS in October, which November's edition states too."""
    return [
        (
            "PLANS Shire Oct-24",
            "observations.csv, row 3",
            found,
            f"{expected}, stated in inputs/2024-10/observations.csv, row 2",
            difference,
        )
    ]


def restated(figures: str) -> Edit:
    """What November's edition says of the county's PLANS in October."""
    return OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,,,", f"PLANS,Shire,2024-10,{figures}"


_NO_FIGURE = "a figure and a reason why there is none"
REVISION: dict[str, tuple[list[Edit], list[Found]]] = {
    "lower": ([october("23.1,,,,"), restated("22.9,,,,")], revised("22.9", "23.1", "-0.2")),
    "higher": ([october("1200,,,,"), restated("3400,,,,")], revised("3,400", "1,200", "+2,200")),
    "with more decimals": ([october("60,,,,"), restated("60.2,,,,")], revised("60.2", "60", "+0.2")),
    "withdrawn": ([october("60.0,,,,"), restated(",,,N/A,")], revised("N/A", "60.0", _NO_FIGURE)),
    "supplied": ([october(",,,to be supplied,"), restated("60.0,,,,")], revised("60.0", "to be supplied", _NO_FIGURE)),
    "the same": ([october("60.0,,,,")], []),
    "the same to a decimal": ([october("60,,,,")], []),
    "the same of other numbers": ([october("60.0,6,10,,")], []),
    "the same reason": ([october(",,,N/A,"), restated(",,,N/A,")], []),
    "not stated anew": ([october("60.0,,,,"), (OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,,,\n", "")], []),
    "by an earlier edition": (
        [
            (SEPTEMBER, "", f"{HEADER}PLANS,Shire,2024-09,57.0,,,,\n"),
            (OCTOBER, "", f"{HEADER}PLANS,Shire,2024-09,58.0,,,,\n"),
        ],
        [],
    ),
}
