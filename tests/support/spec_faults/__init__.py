"""Faults that a user can make in the small project's spec, each with what the report must say of it."""

from __future__ import annotations

from typing import NamedTuple

from tests.support.small import SmallProject

SPEC = "indicator_specs.yaml"
PLANS = "indicators → PLANS"
PAGES = "scorecards → Small_Scorecard → pages"
COUNTY = f"{PAGES} → County"
DISTRICT = f"{PAGES} → {{area}}"


class Fault(NamedTuple):
    """One passage of the spec replaced, and the problem that this is: `line` is a part of the line it stands on."""

    what: str
    old: str
    new: str
    line: str
    trail: str
    found: str
    allowed: str
    remedy: str

    def make(self, project: SmallProject, file: str = SPEC) -> None:
        """Make the fault in a file of a project."""
        project.change(file, self.old, self.new)
