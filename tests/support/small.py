"""A small project that builds, written file by file so that a test can change or spoil any part of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support.places import ROOT

SPEC = """\
areas:
  - {name: Shire, level: county}
  - {name: Eastham, level: district}
teams:
  - {name: Eastham CSWT, kind: CSWT, districts: [Eastham]}
benchmark_groups:
  - {id: england, heading: England}
column_sets:
  - id: M
    columns:
      - {kind: code}
      - {kind: indicator}
      - {kind: polarity}
      - {kind: data_period}
      - {kind: qpr}
      - {kind: trend, periods: 2}
      - {kind: measure}
      - {kind: numerator}
      - {kind: denominator}
      - {kind: dot}
      - {kind: target, year: this}
      - {kind: rag, year: this}
      - {kind: outturn, year: previous}
      - {kind: target, year: previous}
      - {kind: rag, year: previous}
      - {kind: benchmark, group: england}
indicators:
  - id: PLANS
    code: P1
    title: Percentage of plans issued in time
    polarity: H
    data_period: MS
    qpr: true
    unit: percent
    counted: plans
    decimals: 1
    measure: percentage
    source: Case system
    definition: Plans issued in time as a percentage of all plans.
    target_decimals: 0
    exists: [county, district]
  - id: REPEAT
    title: Percentage of repeat referrals
    polarity: L
    data_period: R12M
    unit: percent
    counted: referrals
    decimals: 1
    measure: percentage
    source: Case system
    definition: Referrals that follow another as a percentage of all referrals.
    target_decimals: 0
    exists: [county, CSWT]
  - id: SECOND
    title: Percentage of second plans
    polarity: T
    data_period: R12M
    unit: percent
    counted: children
    decimals: 1
    measure: percentage
    source: Case system
    definition: Children with a second plan as a percentage of all starting one.
    exists: [county]
scorecards:
  - id: Small_Scorecard
    title: Small Scorecard
    produced_by: Management Information
    contact: mi@example.gov.uk
    pages:
      - {kind: cover, name: Cover}
      - {kind: contents, name: Contents}
      - kind: tables
        name: County
        title: "{area} indicators"
        areas: [county]
        tables:
          - id: monthly
            title: Monthly
            columns: M
            year: financial
            sections:
              - indicators: [PLANS, REPEAT, SECOND]
            notes: [A note.]
      - kind: tables
        name: "{area}"
        title: "{area} indicators"
        areas: [district]
        tables:
          - id: plans
            title: Plans
            columns: M
            year: financial
            sections:
              - indicators: [PLANS]
          - id: social_care
            title: Social care
            columns: M
            year: financial
            sections:
              - teams: CSWT
                indicators: [REPEAT, SECOND]
      - {kind: targets, name: Targets}
      - {kind: sources, name: Sources}
      - {kind: definitions, name: Definitions}
    groups:
      - title: Indicators
        indicators: [PLANS, REPEAT, SECOND]
"""

EDITION = """\
month: 2024-11
published: 2025-01-22
status: draft
"""

OBSERVATIONS = """\
indicator,area,period,measure,numerator,denominator,status,decimals
PLANS,Shire,2024-09,58.0,,,,
PLANS,Shire,2024-10,60.0,,,,
PLANS,Shire,2024-11,61.5,123,200,,
PLANS,Shire,2023-24,50.0,,,,
PLANS,Eastham,2024-09,40.0,,,,
PLANS,Eastham,2024-10,41.0,,,,
PLANS,Eastham,2024-11,41.0,41,100,,
REPEAT,Shire,2024-09,22.0,,,,
REPEAT,Shire,2024-10,21.0,,,,
REPEAT,Shire,2024-11,28.0,28,100,,
REPEAT,Eastham CSWT,2024-09,22.0,,,,
REPEAT,Eastham CSWT,2024-10,,,,N/A,
REPEAT,Eastham CSWT,2024-11,,,,to be supplied,
SECOND,Shire,2024-09,17.0,,,,
SECOND,Shire,2024-10,18.0,,,,
SECOND,Shire,2024-11,21.0,21,100,,
"""

TARGETS = """\
indicator,year,target,area,polarity,floor,green_from,green_to,amber_from,amber_to,floor_basis,display
PLANS,2023-24,55,,,45,,,,,published,
PLANS,2024-25,60,,,50,,,,,published,
REPEAT,2024-25,25.0,,,30,,,,,inferred,
SECOND,2024-25,20.0,,,,17.5,22.5,12.5,27.5,inferred,
"""

BENCHMARKS = """\
indicator,group,period,value,area
PLANS,england,2023-24,50.3,
"""

SOURCES = """\
indicator,latest_data,released
PLANS,Month of November 2024,Dec 2024
REPEAT,Rolling 12 months up to Nov 2024,Dec 2024
"""

FILES = {
    "indicator_specs.yaml": SPEC,
    "inputs/2024-11/edition.yaml": EDITION,
    "inputs/2024-11/observations.csv": OBSERVATIONS,
    "inputs/2024-11/targets.csv": TARGETS,
    "inputs/2024-11/benchmarks.csv": BENCHMARKS,
    "inputs/2024-11/sources.csv": SOURCES,
}


class SmallProject:
    """The project in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)
        (folder / "styles").mkdir()
        shutil.copy(ROOT / "styles" / "kent.yaml", folder / "styles")

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file of the project; its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def text(self, name: str) -> str:
        """What a file of the project says."""
        return (self.folder / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace one passage of a file, which must be there."""
        text = self.text(name)
        assert old in text, f"{name} does not say {old!r}"
        self.write(name, text.replace(old, new, 1))
