"""Texts that state, or do not, what September's edition stated of September and October's suppressed."""

from __future__ import annotations

from tests.support.check_cases.case import HEADER, Cases, Edit, Found
from tests.support.check_cases.commentary import plans, text, texts
from tests.support.reading import OBSERVATIONS

_OTHERS = {
    "targets.csv": "indicator,year,target,floor\n",
    "benchmarks.csv": "indicator,group,period,value\n",
    "sources.csv": "indicator,latest_data,released\n",
}


def _edition(month: str, rows: str) -> list[Edit]:
    about = f"month: {month}\npublished: 2024-12-18\nstatus: final\n"
    files = {"edition.yaml": about, "observations.csv": HEADER + rows, **_OTHERS}
    return [(f"inputs/{month}/{file}", "", content) for file, content in files.items()]


def _suppressed(figures: str, reason: str = "suppressed") -> list[Edit]:
    """The county's PLANS of September: first stated so, then suppressed, and in November not spoken of.

    That the figure follows from September's edition is accepted.
    """
    accepted = "accepted:\n  - {rule: derivable, indicator: PLANS, reason: Stated in September already.}\n"
    return [
        *([("inputs/2024-11/edition.yaml", "", accepted)] if reason == "suppressed" else []),
        *_edition("2024-09", f"PLANS,Shire,2024-09,{figures},,\n"),
        *_edition("2024-10", f"PLANS,Shire,2024-09,,,,{reason},\n"),
        (OBSERVATIONS, "PLANS,Shire,2024-09,58.0,,,,\n", ""),
    ]


_FOUND: list[Found] = [
    plans("a figure of Sep-24 that is suppressed", "no figure of Sep-24", "take it out of the text")
]
_STATED = {  # what September's edition stated; what the text says
    "with its decimals": ("57.3,,", "More were in time than in the summer (57.3%)."),
    "with more zeros": ("57.3,,", "It had been 57.30 per cent."),
    "a whole per cent": ("57,,", "It had been 57%."),
    "in thousands": ("1138,,", "It had been 1,138 then."),
    "in thousands without a comma": ("1138,,", "It had been 1138 then."),
    "a whole hundred at a sentence's end": ("369,,", "It had been 369."),
    "without its sign": ("-0.2,,", "It had been minus 0.2 then."),
    "its numerator": ("57.3,573,1000", "All 573 were looked at."),
    "its denominator": ("57.3,573,1001", "All 1,001 were looked at."),
}
_NOT_STATED = {
    "another number": ("57.3,,", "It had been 57.4 then, or 157.3, or 57.35."),
    "a small whole number": ("57,,", "We visited 57 schools."),
    "a year": ("2024,,", "More staff were appointed in 2024."),
    "part of a code": ("369,,", "See form AB369 and 1369."),
}
WITHHELD: Cases = {
    **{name: ([*text(said), *_suppressed(figures)], _FOUND) for name, (figures, said) in _STATED.items()},
    **{name: ([*text(said), *_suppressed(figures)], []) for name, (figures, said) in _NOT_STATED.items()},
    "of another indicator": ([*texts("SECOND,It had been 57.3 then.,,"), *_suppressed("57.3,,")], []),
    "not available": ([*text("It had been 57.3 then."), *_suppressed("57.3,,", "N/A")], []),
}
