"""`check`: what looks implausible in an edition; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.commands.stages import checked, commented
from workbook_builder.commands.words import findings_report, warnings
from workbook_builder.findings import Finding, unaccepted
from workbook_builder.project import Project
from workbook_builder.scorecards.previous import lost_comparison


@dataclass(frozen=True)
class Checked:
    """What was found, and why nothing is compared with the previous edition, in words, where that is so."""

    findings: tuple[Finding, ...]
    not_compared: str = ""

    def outcome(self, strict: bool = False, as_json: bool = False) -> Outcome:
        """The findings page by page, and how many are open; `strict`: an open one is left to be mended."""
        still_open = unaccepted(self.findings)
        counted = f"Warnings: {warnings(len(still_open), len(self.findings) - len(still_open))}"
        said = findings_report(self.findings, as_json, counted)
        to_know = (self.not_compared,) if self.not_compared else ()
        return Outcome(said, to_know, is_done=not (strict and still_open))


def check(folder: Path, edition: str, scorecard: str = "") -> Checked:
    """Everything that looks implausible in an edition. Raises `ProblemsFound` as `build` does."""
    project = Project(folder)
    month = project.find(edition)
    known = project.known(month, project.spec(month))
    made = checked(commented(known, scorecard), known)
    return Checked(made.findings, lost_comparison(made))
