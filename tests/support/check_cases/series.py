"""The rules that look at a series: figures that repeat, jump, or differ from what was stated before."""

from __future__ import annotations

from tests.support.check_cases.case import HEADER, SPEC, Cases, Edit, Found, latest, plans
from tests.support.reading import OBSERVATIONS

OCTOBER = "inputs/2024-10/observations.csv"
SEPTEMBER = "inputs/2024-09/observations.csv"


def as_in_october(october: str, november: str) -> list[Edit]:
    """The county's PLANS of two months, with their numerators and denominators."""
    return [(OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,", f"PLANS,Shire,2024-10,{october}"), *latest(november)]


_OWN = "figures of its own", "none"
UNCHANGED: Cases = {
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


def monthly(*figures: str) -> list[Edit]:
    """The county's REPEAT of so many months up to November, each with its numbers or without."""
    old = "REPEAT,Shire,2024-09,22.0,,,,\nREPEAT,Shire,2024-10,21.0,,,,\nREPEAT,Shire,2024-11,28.0,28,100,,\n"
    first = 12 - len(figures)
    stated = [f"REPEAT,Shire,2024-{first + n:02d},{figure}" for n, figure in enumerate(figures)]
    return [(OBSERVATIONS, old, "".join(f"{row}{',' * (7 - row.count(','))}\n" for row in stated))]


def jumped(row: int, found: str, most: str, usual: str, beyond: str) -> list[Found]:
    """What is said of the county's REPEAT in November."""
    expected = f"a change of at most {most}; the usual one is {usual}"
    return [("REPEAT Shire Nov-24", f"observations.csv, row {row}", found, expected, f"{beyond} beyond that")]


REPEAT_PERCENT = "title: Percentage of repeat referrals\n    polarity: L\n    data_period: R12M\n    unit: percent"
REPEAT_DAYS = REPEAT_PERCENT.replace("percent", "days")
_STEADY = ("20.0", "20.3", "20.0", "20.3", "20.0", "20.3")
_STEPS = ("84.8", "84.8", "85.7", "85.7", "86.7", "86.7")
JUMP: Cases = {
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
        monthly(*_STEPS, "89.4"),
        jumped(15, "89.4, a change of +2.7", "2.6", "1.0", "0.1"),
    ),
    "in the second decimal": (
        monthly(*(f"{figure},,,,2" for figure in ("0.10", "0.11", "0.10", "0.11", "0.10", "0.11", "0.40"))),
        jumped(15, "0.40, a change of +0.29", "0.17", "0.01", "0.12"),
    ),
    "in thousands": (
        [(SPEC, REPEAT_PERCENT, REPEAT_DAYS), *monthly(*(f"{n},,,,0" for n in (20000, 20003) * 3), "1203,,,,0")],
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
REVISION: Cases = {
    "lower": ([october("23.1,,,,"), restated("22.9,,,,")], revised("22.9", "23.1", "-0.2")),
    "higher": ([october("12.0,,,,"), restated("60.0,,,,")], revised("60.0", "12.0", "+48.0")),
    "with more decimals": ([october("60,,,,0"), restated("60.2,,,,")], revised("60.2", "60", "+0.2")),
    "withdrawn": ([october("60.0,,,,"), restated(",,,N/A,")], revised("N/A", "60.0", _NO_FIGURE)),
    "known after all": ([october(",,,N/A,"), restated("60.0,,,,")], revised("60.0", "N/A", _NO_FIGURE)),
    "supplied": ([october(",,,to be supplied,"), restated("60.0,,,,")], []),
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
