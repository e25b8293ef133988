"""The recipes of commands, cut short for tests."""

from __future__ import annotations

from pathlib import Path

from workbook_builder.commands import check as checking
from workbook_builder.commands.stages import commented
from workbook_builder.disclosure import Disclosed, disclose_earlier
from workbook_builder.findings import Finding
from workbook_builder.project import Project
from workbook_builder.scorecards import Scorecard
from workbook_builder.scorecards.previous import with_previous


def check(folder: Path, edition: str, scorecard: str = "") -> tuple[Finding, ...]:
    """Everything that looks implausible in an edition."""
    return checking.check(folder, edition, scorecard).findings


def scorecard_of(folder: Path, edition: str, scorecard: str = "") -> tuple[Scorecard, Disclosed]:
    """An edition's scorecard with what is said of its rows, and what it was made from."""
    project = Project(folder)
    month = project.find(edition)
    known = project.known(month, project.spec(month))
    return commented(known, scorecard), known.inputs


def compared(made: Scorecard, folder: Path, inputs: Disclosed) -> Scorecard:
    """A scorecard beside its previous edition."""
    return with_previous(made, inputs, disclose_earlier(folder, inputs))
