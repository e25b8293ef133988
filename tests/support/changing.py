"""The small project with a December that follows its November: as it was, or changed."""

from __future__ import annotations

from dataclasses import replace

from tests.support.laying_out import lay_out
from tests.support.reading import inputs_of, scorecard_of
from tests.support.recipes import compared
from tests.support.small import EDITION, SPEC, SmallProject
from workbook_builder.checks import check_scorecard
from workbook_builder.grid import Workbook
from workbook_builder.periods import month
from workbook_builder.scorecards.changes import Change, Kind, find_changes
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import load_style

PAGE = "What changed"
DECEMBER = month(2024, 12)
HEADER = "indicator,area,period,measure,numerator,denominator,status,decimals\n"
AS_BEFORE = {  # PLANS and REPEAT rated and going as in November
    "PLANS,Shire": "62.0",
    "PLANS,Eastham": "41.0",
    "REPEAT,Shire": "29.0",
    "REPEAT,Eastham CSWT": "to be supplied",
    "SECOND,Shire": "20.5",
}
NEW = """\
  - id: FRESH
    title: Fresh
    data_period: MS
    unit: count
    counted: plans
    decimals: 0
    measure: none
    source: Case system
    definition: Fresh plans.
    exists: [county]
"""


def follow(small: SmallProject, figures: dict[str, str] | None = None, restated: str = "", targets: str = "") -> None:
    """Give the small project its December; November keeps the spec of its time."""
    small.write("inputs/2024-11/indicator_specs.yaml", SPEC)
    small.write("inputs/2024-12/edition.yaml", EDITION.replace("2024-11", "2024-12"))
    december = AS_BEFORE | (figures or {})
    rows = [f"{key},2024-12,{value},,,,\n" for key, value in december.items() if value]
    small.write("inputs/2024-12/observations.csv", HEADER + "".join(rows) + restated)
    if targets:
        small.write(
            "inputs/2024-12/targets.csv", small.text("inputs/2024-11/targets.csv").splitlines()[0] + "\n" + targets
        )


def december(small: SmallProject, area: str = "") -> Scorecard:
    """The edition of December with the one before it."""
    return compared(scorecard_of(small, DECEMBER, area), small.folder, inputs_of(small, DECEMBER))


def changes_of(small: SmallProject, area: str = "") -> dict[Kind, tuple[Change, ...]]:
    """What changed from November to December."""
    now = december(small, area)
    assert now.previous is not None
    return find_changes(now.previous, now)


def add_page(small: SmallProject) -> None:
    """Give the small project's spec, and that of its November, the page of changes."""
    for file in ("indicator_specs.yaml", "inputs/2024-11/indicator_specs.yaml"):
        contents = "      - {kind: contents, name: Contents}\n"
        small.change(file, contents, f"{contents}      - {{kind: changes, name: {PAGE}}}\n")


def change_much(small: SmallProject) -> None:
    """Give the small project a December with changes of nearly every kind, and the page that tells them."""
    follow(
        small,
        {"PLANS,Shire": "61.4", "PLANS,Eastham": "55.0", "REPEAT,Eastham CSWT": "24.0", "SECOND,Shire": ""}
        | {"FRESH,Shire": "7", "REPEAT,Shire": "to be supplied"},
        "PLANS,Shire,2024-10,1059.5,,,,\nREPEAT,Eastham CSWT,2024-11,26.0,,,,\n",
        "PLANS,2024-25,61,,,50,,,,,published,\nREPEAT,2024-25,25.0,,,30,,,,,inferred,<= 25\n",
    )
    start, end = SPEC.index("  - id: SECOND"), SPEC.index("scorecards:")
    spec = f"{SPEC[:start]}{NEW}{SPEC[end:]}".replace("[PLANS, REPEAT, SECOND]", "[PLANS, REPEAT, FRESH]")
    spec = spec.replace("[REPEAT, SECOND]", "[REPEAT]").replace("of repeat referrals", "of referrals that repeat")
    small.write("indicator_specs.yaml", spec)
    edition = small.text("inputs/2024-11/edition.yaml")
    small.write("inputs/2024-11/edition.yaml", f"{edition}note: Put together by hand.\n")
    add_page(small)


def workbook_of(small: SmallProject, area: str = "") -> Workbook:
    """The edition of December, laid out."""
    made = december(small, area)
    findings = check_scorecard(made, inputs_of(small, DECEMBER))
    return lay_out(replace(made, findings=findings), load_style(small.folder, "kent"))


ACTIVITY = "Activity"
VOLUMES = """\
  - id: VISITS
    title: Number of visits
    data_period: MS
    unit: count
    counted: visits
    decimals: 0
    measure: none
    source: Case system
    definition: Visits.
    exists: [county]
  - id: PLACES
    title: Number of places
    data_period: T
    unit: count
    counted: places
    decimals: 0
    measure: none
    source: Census
    definition: Places.
    exists: [county]
scorecards:
"""
_ACTIVITY_PAGE = f"""\
      - kind: activity
        name: {ACTIVITY}
        title: "{{area}}: activity"
        area: Shire
        periods: 6
        groups:
          - title: Volumes
            indicators: [VISITS, PLACES]
            charts:
              - {{title: Visits, indicators: [VISITS]}}
      - {{kind: targets, name: Targets}}
"""


def add_activity(small: SmallProject, november: str, december: str) -> None:
    """Give the project a page of activity, known in November too, and rows that state its figures in each edition.

    It must follow `follow`.
    """
    for file in ("indicator_specs.yaml", "inputs/2024-11/indicator_specs.yaml"):
        small.change(file, "scorecards:\n", VOLUMES)
        small.change(file, "      - {kind: targets, name: Targets}\n", _ACTIVITY_PAGE)
    for edition, rows in (("2024-11", november), ("2024-12", december)):
        file = f"inputs/{edition}/observations.csv"
        small.write(file, small.text(file) + rows)
