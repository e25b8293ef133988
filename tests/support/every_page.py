"""The small project with every kind of page and of column: its edition of December, which follows a November."""

from __future__ import annotations

import random

from tests.support.changing import add_activity, change_much
from tests.support.small import SmallProject

EDITION = "2024-12"
SPEC = "indicator_specs.yaml"
COLUMNS = (
    *("code", "indicator", "polarity", "data_period", "qpr", "trend, periods: 6", "numbers, periods: 2"),
    *(
        "numerator",
        "denominator",
        "earlier",
        "latest",
        "dot",
        "direction",
        "target, year: this",
        "rag, year: this",
        "to_green",
    ),
    *("outturn, year: previous", "target, year: previous", "rag, year: previous", "target, year: next"),
    *("benchmark, group: england", "benchmark, group: england, dated: as_at"),
)
"""Every kind of column with its options, but for the latest figure, which stands right after its trend."""
_PAGES = """\
      - {kind: exceptions, name: Exceptions}
      - {kind: all_exceptions, name: All exceptions}
      - {kind: districts, name: Districts}
      - {kind: all_changes, name: All changes}
      - kind: commentary
        name: Commentary
        sections:
          - page: County
            title: Plans
            indicators: [PLANS, REPEAT]
      - kind: guidance
        name: Guidance
        sections:
          - title: Notes
            paragraphs: [A paragraph., Another one.]
            footnote: A footnote.
          - title: Key
            drawn_as: travel
            terms:
              - {term: improved, meaning: Better than before.}
      - {kind: checks, name: Checks}
      - {kind: targets, name: Targets}
"""


def every_page(small: SmallProject, seed: int | None = None, style: dict[str, str] | None = None) -> SmallProject:
    """The project. A seed shuffles the columns; `style` replaces texts of its style."""
    change_much(small)
    _add_district(small)
    visits = [f"VISITS,Shire,2024-{month:02},{month},,,,\n" for month in range(6, 13)]
    add_activity(small, "".join(visits[:-1]), visits[-1] + "PLACES,Shire,2023-24 Summer,12,,,,\n")
    columns = list(COLUMNS)
    if seed is not None:
        random.Random(seed).shuffle(columns)
    text = small.text(SPEC)
    start, end = text.index("      - {kind: code}\n"), text.index("indicators:\n  - id: PLANS")
    listed = "".join(f"      - {{kind: {column}}}\n" for column in columns)
    listed = listed.replace("periods: 6}\n", "periods: 6}\n      - {kind: measure}\n")
    text = f"{text[:start]}{listed}{text[end:]}".replace("{id: england, heading: England}", _ENGLAND)
    small.write(SPEC, text.replace("      - {kind: targets, name: Targets}\n", _PAGES))
    for old, new in (style or {}).items():
        small.change("styles/kent.yaml", old, new)
    return small


def _add_district(small: SmallProject) -> None:
    """A second district, beside which the first can stand, known in November too."""
    eastham = "  - {name: Eastham, level: district}\n"
    for file in (SPEC, "inputs/2024-11/indicator_specs.yaml"):
        small.change(file, eastham, f"{eastham}  - {{name: Westham, level: district}}\n")
        small.change(file, "districts: [Eastham]", "districts: [Eastham, Westham]")
    months = {"2024-11": (9, 10, 11), EDITION: (12,)}
    for edition, known in months.items():
        rows = "".join(f"PLANS,Westham,2024-{month:02},{60 + month}.5,,,,\n" for month in known)
        small.write(f"inputs/{edition}/observations.csv", small.text(f"inputs/{edition}/observations.csv") + rows)


_ENGLAND = "{id: england, heading: England, members: SN or SE}"
