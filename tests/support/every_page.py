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


_ENGLAND = "{id: england, heading: England, members: SN or SE}"
