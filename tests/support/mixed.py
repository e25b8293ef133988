"""The small project with a table of several frequencies, whose rows lie in different years."""

from __future__ import annotations

from tests.support.reading import OBSERVATIONS, TARGETS
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC

_COLUMNS = """\
  - id: S
    columns:
      - {kind: indicator}
      - {kind: data_period}
      - {kind: earlier}
      - {kind: latest}
      - {kind: dot}
      - {kind: target, year: this}
      - {kind: rag, year: this}
      - {kind: outturn, year: previous}
      - {kind: target, year: previous}
      - {kind: rag, year: previous}
indicators:
"""
_INDICATOR = """\
  - id: {id}
    title: {title}
    polarity: H
    data_period: {covers}
    unit: percent
    counted: children
    decimals: 1
    measure: percentage
    source: Case system
    definition: Children as a percentage of all.
    exists: [county]
"""
_TABLE = """\
            notes: [A note.]
          - id: mixed
            title: Mixed
            columns: S
            year: financial
            sections:
              - indicators: [PLANS, YEARLY, QUARTERLY]
"""
_FIGURES = """\
YEARLY,Shire,2022-23,71.0,,,,
YEARLY,Shire,2023-24,75.0,,,,
QUARTERLY,Shire,2023-24 Q3,40.0,,,,
QUARTERLY,Shire,2023-24 Q4,44.0,,,,
QUARTERLY,Shire,2023-24,56.0,,,,
"""
_TARGETS = """\
YEARLY,2023-24,74,,,60,,,,,published,
YEARLY,2024-25,80,,,78,,,,,published,
QUARTERLY,2023-24,45,,,40,,,,,published,
QUARTERLY,2024-25,55,,,52,,,,,published,
"""


def mix(small: SmallProject) -> SmallProject:
    """A table of a monthly, an annual and a quarterly indicator; the last two have no figure of 2024-25."""
    small.change(SPEC, "indicators:\n", _COLUMNS)
    for name, covers in (("YEARLY", "A"), ("QUARTERLY", "Q")):
        entry = _INDICATOR.format(id=name, title=f"Percentage {name.lower()}", covers=covers)
        small.change(SPEC, "scorecards:\n", f"{entry}scorecards:\n")
    small.change(SPEC, "            notes: [A note.]\n", _TABLE)
    small.change(
        SPEC,
        "        indicators: [PLANS, REPEAT, SECOND]\n",
        "        indicators: [PLANS, REPEAT, SECOND, YEARLY, QUARTERLY]\n",
    )
    small.write(OBSERVATIONS, small.text(OBSERVATIONS) + _FIGURES)
    small.write(TARGETS, small.text(TARGETS) + _TARGETS)
    return small
