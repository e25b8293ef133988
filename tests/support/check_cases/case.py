"""What a case of a rule is: edits of the small project, and everything that is then found."""

from __future__ import annotations

from tests.support.reading import OBSERVATIONS

SPEC = "indicator_specs.yaml"
HEADER = "indicator,area,period,measure,numerator,denominator,status,decimals\n"

Edit = tuple[str, str, str]
"""A file, a passage of it, and what stands in its place; without a passage, it is added to the file's end."""
Found = tuple[str, str, str, str, str]
"""Of whom and when, where that stands (in `inputs/2024-11`), what was found, what was expected, how far apart."""
Cases = dict[str, tuple[list[Edit], list[Found]]]


def latest(figures: str) -> list[Edit]:
    """Other figures of the county's PLANS in November: measure, numerator, denominator and, if any, the status.

    A measure without decimals is meant to have none.
    """
    old, new = "PLANS,Shire,2024-11,61.5,123,200,,", f"PLANS,Shire,2024-11,{figures}"
    own = "0" if figures.split(",")[0].isdigit() else ""
    return [(OBSERVATIONS, old, new + "," * (7 - new.count(",")) + own)]


def caseload(figures: str) -> list[Edit]:
    """Figures of the county's SECOND, which is made a ratio, as a caseload is: cases per worker."""
    title = "title: Percentage of second plans\n    polarity: T\n    data_period: R12M\n    unit: percent\n"
    counted = "    counted: children\n    decimals: 1\n    measure: "
    cases = title.replace("unit: percent", "unit: cases_per_worker")
    old, new = "SECOND,Shire,2024-11,21.0,21,100", f"SECOND,Shire,2024-11,{figures}"
    return [(SPEC, f"{title}{counted}percentage", f"{cases}{counted}ratio"), (OBSERVATIONS, old, new)]


def plans(*said: str) -> Found:
    """What is said of the county's PLANS in November."""
    found, expected, difference = said
    return "PLANS Shire Nov-24", "observations.csv, row 4", found, expected, difference


def second(*said: str) -> Found:
    """What is said of the county's SECOND in November."""
    found, expected, difference = said
    return "SECOND Shire Nov-24", "observations.csv, row 17", found, expected, difference
