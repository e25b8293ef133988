"""The rule that reads what is said of the data behind an annual figure."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, Edit, Found
from tests.support.reading import OBSERVATIONS, SOURCES

_YEARLY = """\
          - id: yearly
            title: Yearly
            columns: A
            year: academic
            sections: [{indicators: [SECOND]}]
"""
_COLUMNS = "  - id: A\n    columns: [{kind: indicator}, {kind: trend, periods: 1}, {kind: measure}]\n"
_TEAMS = "              - teams: CSWT\n                indicators: [REPEAT"
_MONTHS = [f"SECOND,Shire,2024-{month}\n" for month in ("09,17.0,,,,", "10,18.0,,,,", "11,21.0,21,100,,")]
_YEARS = [f"SECOND,{place},20{year},,,,\n" for place in ("Shire", "Eastham") for year in ("22-23,20.0", "23-24,21.0")]


def annual(words: str, figure: str = "21.0,,,,") -> list[Edit]:
    """An annual SECOND of county and district on a table of its own, with a figure of 2023-24 and such a source."""
    return [
        (SPEC, "polarity: T\n    data_period: R12M", "polarity: T\n    data_period: A"),
        (SPEC, "exists: [county]", "exists: [county, district]"),
        (SPEC, "indicators:\n  - id", f"{_COLUMNS}indicators:\n  - id"),
        (
            SPEC,
            "REPEAT, SECOND]\n            notes: [A note.]\n",
            f"REPEAT]\n            notes: [A note.]\n{_YEARLY}",
        ),
        (SPEC, f"{_TEAMS}, SECOND]\n", f"{_TEAMS}]\n{_YEARLY}"),
        *((OBSERVATIONS, row, "") for row in _MONTHS),
        (OBSERVATIONS, "", "".join(_YEARS).replace("2023-24,21.0,,,,", f"2023-24,{figure}")),
        (SOURCES, "", f"SECOND,{words},Feb 2024\n"),
    ]


def second(latest: str, apart: str, place: str = "Shire") -> Found:
    """What is said of SECOND once: of the county's, where that has a figure."""
    expected = f"data of 2023-24: the source's latest is {latest}"
    return f"SECOND {place} 2023-24", "sources.csv, row 4", "a figure of 2023-24", expected, apart


SOURCE: Cases = {
    "last year's": (annual("2022-23 DfE Published (LA) & 2022-23 NPD (District)"), [second("2022-23", "1 year")]),
    "years of several ages": (
        annual("2021-22 NPD (District)/2020-21 DfE Published (LA)"),
        [second("2021-22", "2 years")],
    ),
    "a district's figure alone": (
        [*annual("2022-23 NPD (District)"), (OBSERVATIONS, "Shire,2023-24,21.0,,,,", "Shire,2023-24,,,,N/A,")],
        [second("2022-23", "1 year", "Eastham")],
    ),
    "one of them that year's": (annual("2022-23 NPD (District)/2023-24 DfE Published (LA)"), []),
    "a later year's": (annual("Offers data for academic year 2024-25"), []),
    "no year": (annual("Children counted in Spring"), []),
    "a date": (annual("Snapshot as at January 2024"), []),
    "a year and a date": (annual("2022-23 DfE Published (LA) & MI Calcs of Nov-23 (District)"), []),
    "a year and what may be a month": (annual("2021-22 DfE Published (LA) & 2011-12 NPD (District)"), []),
    "years written otherwise": (annual("2022/23 DfE Published (LA)"), []),
    "no figure": (annual("2022-23 DfE Published (LA)", ",,,to be supplied,"), []),
    "figures of every month": ([(SOURCES, "Month of November 2024", "2022-23 DfE Published (LA)")], []),
}
