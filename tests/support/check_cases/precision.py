"""The rules on how a value is written: its decimals, and where its decimal point stands."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, Edit, Found, caseload, latest, plans, second
from tests.support.check_cases.series import REPEAT_DAYS, REPEAT_PERCENT
from tests.support.reading import BENCHMARKS, OBSERVATIONS, TARGETS

_LAW = "the indicator is stated with 1 decimal"
_SO = "shown and judged so: write it so, or state `decimals` in its row"
_OWN = ", or state `decimals` in its row"
_AS_WRITTEN = f"shown and judged as it is written: write it so{_OWN}"


def _october(figures: str) -> Edit:
    return OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,,,", f"PLANS,Shire,2024-10,{figures}"


def _of_october(*said: str) -> Found:
    found, expected, difference = said
    return "PLANS Shire Oct-24", "observations.csv, row 3", found, expected, difference


def _of_target(row: int, *said: str) -> Found:
    found, expected, difference = said
    year = {2: "PLANS Shire 2023-24", 3: "PLANS Shire 2024-25", 5: "SECOND Shire 2024-25"}[row]
    return year, f"targets.csv, row {row}", found, expected, difference


def _target(target: str, floor: str = "50") -> Edit:
    """This year's target of the county's PLANS, which was 55 the year before, with its floor standard."""
    return TARGETS, "PLANS,2024-25,60,,,50,", f"PLANS,2024-25,{target},,,{floor},"


def _benchmark(value: str) -> Edit:
    """England's PLANS, in a table that has the column decimals."""
    old = "value,area\nPLANS,england,2023-24,50.3,"
    return BENCHMARKS, old, f"value,area,decimals\nPLANS,england,2023-24,{value}"


def _of_benchmark(*said: str) -> Found:
    found, expected, difference = said
    return "PLANS Shire 2023-24", "benchmarks.csv, row 2", found, expected, difference


_WHOLE_PLANS = "    target_decimals: 0\n    exists: [county, district]"
_WHOLE_REPEAT = "    target_decimals: 0\n    exists: [county, CSWT]"
PRECISION: Cases = {
    "the last 0 lost": (
        [
            (OBSERVATIONS, "PLANS,Eastham,2024-10,41.0", "PLANS,Eastham,2024-10,2.9"),
            (OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,3,3,100"),
        ],
        [
            (
                "PLANS Eastham Nov-24",
                "observations.csv, row 8",
                "3, stated without decimals",
                f"3.0: {_LAW}",
                _SO,
            )
        ],
    ),
    "of an earlier month": (
        [_october("60,,,,")],
        [_of_october("60, stated without decimals", f"60.0: {_LAW}", _SO)],
    ),
    "of two months": (
        [(OBSERVATIONS, "PLANS,Shire,2024-09,58.0", "PLANS,Shire,2024-09,58"), _october("60,,,,")],
        [
            _of_october(
                "60, stated without decimals",
                f"60.0: {_LAW}",
                f"{_SO}; likewise 58 of Sep-24 (inputs/2024-11/observations.csv, row 2)",
            )
        ],
    ),
    "of an outturn": (
        [(OBSERVATIONS, "PLANS,Shire,2023-24,50.0", "PLANS,Shire,2023-24,50")],
        [
            (
                "PLANS Shire 2023-24",
                "observations.csv, row 5",
                "50, stated without decimals",
                f"50.0: {_LAW}",
                _SO,
            )
        ],
    ),
    "calculated and not rounded": (
        [_october("59.9666666666667,,,,")],
        [_of_october("59.9666666666667, stated with 13 decimals", f"60.0: {_LAW}", _SO)],
    ),
    "two decimals for one": (
        latest("61.50,123,200"),
        [plans("61.50, stated with 2 decimals", f"61.5: {_LAW}", _SO)],
    ),
    "none for two": (
        [
            (SPEC, "counted: referrals\n    decimals: 1", "counted: referrals\n    decimals: 2"),
            (OBSERVATIONS, "REPEAT,Shire,2024-11,28.0,28,100", "REPEAT,Shire,2024-11,28,28,100"),
            *((OBSERVATIONS, f",{n}.0,,,,\nREPEAT", f",{n}.00,,,,\nREPEAT") for n in (22, 21)),
            (OBSERVATIONS, "CSWT,2024-09,22.0", "CSWT,2024-09,22.00"),
            (TARGETS, "REPEAT,2024-25,25.0", "REPEAT,2024-25,25"),
        ],
        [
            (
                "REPEAT Shire Nov-24",
                "observations.csv, row 11",
                "28, stated without decimals",
                "28.00: the indicator is stated with 2 decimals",
                _SO,
            )
        ],
    ),
    "a target between two figures": (
        [_target("60.25")],
        [_of_target(3, "a target of 60.25, stated with 2 decimals", f"60.3: {_LAW}", _AS_WRITTEN)],
    ),
    "a target that was calculated": (
        [_target("60.0000000000001")],
        [
            _of_target(
                3,
                "a target of 60.0000000000001, stated with 13 decimals",
                f"60.0: {_LAW}",
                f"shown and judged so: write it so{_OWN}",
            )
        ],
    ),
    "a floor standard between two figures": (
        [_target("60", "50.05")],
        [_of_target(3, "a floor standard of 50.05, stated with 2 decimals", f"50.1: {_LAW}", _AS_WRITTEN)],
    ),
    "a band that ends between two figures": (
        [(TARGETS, "17.5,22.5,", "17.55,22.5,")],
        [_of_target(5, "a green band from 17.55, stated with 2 decimals", f"17.6: {_LAW}", _AS_WRITTEN)],
    ),
    "a target without the 0 of another": (
        [_target("60.0")],
        [_of_target(2, "a target of 55, stated without decimals", f"55.0: {_LAW}", _AS_WRITTEN)],
    ),
    "a benchmark in whole per cent": (
        [_benchmark("50,,")],
        [_of_benchmark("a benchmark of 50, stated without decimals", f"50.0: {_LAW}", _SO)],
    ),
    "a benchmark in hundredths": (
        [_benchmark("50.25,,")],
        [_of_benchmark("a benchmark of 50.25, stated with 2 decimals", f"50.3: {_LAW}", _SO)],
    ),
    "a numerator that was calculated": (
        caseload("21.1,633.3333333,30"),
        [
            second(
                "a numerator of 633.3333333, stated with 7 decimals",
                f"633.3: {_LAW}",
                "shown and judged so: write it so",
            )
        ],
    ),
    "workers in hundredths": (caseload("21.0,540.75,25.75"), []),
    "the decimals that are meant": ([_october("60,,,,0")], []),
    "the decimals that are meant, of a benchmark": ([_benchmark("50,,0")], []),
    "the decimals that are meant, of a target": (
        [
            _target("60.0"),
            (TARGETS, "display\n", "display,decimals\n"),
            (TARGETS, "PLANS,2023-24,55,,,45,,,,,published,", "PLANS,2023-24,55,,,45,,,,,published,,0"),
        ],
        [],
    ),
    "whole targets, all of them": ([_target("61")], []),
    "a floor standard with a 0 too many": (
        [_target("60", "50.00")],
        [_of_target(3, "a floor standard of 50.00, stated with 2 decimals", f"50.0: {_LAW}", _AS_WRITTEN)],
    ),
    "standards in whole numbers, told once": (
        [(SPEC, _WHOLE_PLANS, "    exists: [county, district]"), (SPEC, _WHOLE_REPEAT, "    exists: [county, CSWT]")],
        [
            _of_target(
                2,
                "a target of 55, stated without decimals",
                f"55.0: {_LAW}",
                f"{_AS_WRITTEN}; likewise 4 more (inputs/2024-11/targets.csv, rows 2, 3, 4)",
            )
        ],
    ),
    "bands in whole numbers": (
        [(TARGETS, "17.5,22.5,12.5,27.5", "17.0,23.0,12,28.0")],
        [_of_target(5, "an amber band from 12, stated without decimals", f"12.0: {_LAW}", _AS_WRITTEN)],
    ),
    "one target in whole numbers, without another to compare": (
        [(TARGETS, "SECOND,2024-25,20.0", "SECOND,2024-25,20")],
        [_of_target(5, "a target of 20, stated without decimals", f"20.0: {_LAW}", _AS_WRITTEN)],
    ),
    "whole standards beside the decimals that are meant": (
        [
            (SPEC, _WHOLE_REPEAT, "    exists: [county, CSWT]"),
            (TARGETS, "display\n", "display,decimals\n"),
            (TARGETS, "REPEAT,2024-25,25.0,,,30,,,,,inferred,", "REPEAT,2024-25,25,,,30,,,,,inferred,,0"),
        ],
        [],
    ),
    "made by the builder": (latest(",123,200"), []),
}


def _plain(figure: str) -> list[Edit]:
    """The county's PLANS of November without its numbers."""
    return latest(f"{figure},,")


def _like(found: str, like: str, times: str) -> list[Found]:
    return [plans(found, f"like {like}", f"{times} that")]


_BEFORE = "58.0 to 60.0, the others"
_LAST_YEAR = "55 of 2023-24"
_RESTLESS: list[Edit] = [
    (SPEC, "unit: percent\n    counted: plans", "unit: days\n    counted: plans"),
    (OBSERVATIONS, "PLANS,Shire,2024-09,58.0", "PLANS,Shire,2024-08,114.0,,,,\nPLANS,Shire,2024-09,38.0"),
]
DECIMAL_POINT: Cases = {
    "a target": (
        [(TARGETS, "PLANS,2023-24,55,,,45", "PLANS,2023-24,8,,,5"), _target("85", "8")],
        [_of_target(3, "a target of 85", "like 8 of 2023-24", "about 10 times that")],
    ),
    "a tenth": (_plain("6.2"), _like("6.2", _BEFORE, "about a tenth of")),
    "a hundredth": (_plain("0.6"), _like("0.6", _BEFORE, "about a hundredth of")),
    "a hundred times": (
        [
            (SPEC, "unit: percent\n    counted: plans", "unit: days\n    counted: plans"),
            *_plain("6150.0"),
        ],
        _like("6,150.0", _BEFORE, "about 100 times"),
    ),
    "an earlier month": (
        [_october("5.9,,,,"), *_plain("61.5")],
        [
            (
                "PLANS Shire Oct-24",
                "observations.csv, row 3",
                "5.9",
                "like 58.0 to 61.5, the others",
                "about a tenth of that",
            )
        ],
    ),
    "a target that lost a digit": (
        [_target("6", "5")],
        [
            _of_target(3, "a target of 6", f"like {_LAST_YEAR}", "about a tenth of that"),
            _of_target(3, "a floor standard of 5", "like 45 of 2023-24", "about a tenth of that"),
        ],
    ),
    "a floor standard beside its target": (
        [(SPEC, REPEAT_PERCENT, REPEAT_DAYS), (TARGETS, "REPEAT,2024-25,25.0,,,30", "REPEAT,2024-25,25.0,,,300")],
        [
            (
                "REPEAT Shire 2024-25",
                "targets.csv, row 4",
                "a floor standard of 300",
                "like 25.0 of 2024-25",
                "about 10 times that",
            ),
        ],
    ),
    "a benchmark beside the figures": (
        [_benchmark("5.0,,")],
        [_of_benchmark("a benchmark of 5.0", "like 58.0 to 61.5, the others", "about a tenth of that")],
    ),
    "a tenth in a restless series": (
        [*_RESTLESS, *_plain("11.4")],
        [
            (
                "PLANS Shire Nov-24",
                "observations.csv, row 5",
                "11.4",
                "like 38.0 to 114.0, the others",
                "about a tenth of that",
            )
        ],
    ),
    "a restless series in which its neighbour fell as well": (
        [*_RESTLESS, *_plain("11.4"), (OBSERVATIONS, "2024-11,41.0,41,100", "2024-11,30.0,,")],
        [],
    ),
    "a restless series whose neighbour is as small": (
        [*_RESTLESS, *_plain("11.4"), (OBSERVATIONS, "2024-11,41.0,41,100", "2024-11,20.0,,")],
        [],
    ),
    "a restless series that was as small last year": (
        [
            *_RESTLESS,
            *_plain("11.4"),
            (OBSERVATIONS, "PLANS,Shire,2024-09", "PLANS,Shire,2023-11,12.0,,,,\nPLANS,Shire,2024-09"),
        ],
        [],
    ),
    "doubled": (_plain("99.0"), []),
    "all of them": ([(OBSERVATIONS, "58.0", "9.0"), _october("10.0,,,,"), *_plain("100.0")], []),
    "as its own numbers make it": (latest("6.0,12,200"), []),
    "a restless series": ([(OBSERVATIONS, "58.0", "20.0"), *_plain("4.0")], []),
    "small numbers": ([(OBSERVATIONS, "58.0", "0.1"), _october("0.2,,,,"), *_plain("2.0")], []),
}
