"""`list`: what a project has."""

from __future__ import annotations

from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.project import Project


def list_project(folder: Path) -> Outcome:
    """Its editions, scorecards, areas and styles. Raises `ProblemsFound` with what is wrong with its spec."""
    project = Project(folder)
    spec = project.spec()
    lines = {
        "Editions": map(str, project.editions),
        "Scorecards": [scorecard.id for scorecard in spec.scorecards],
        "Areas": [area.name for area in spec.areas],
        "Styles": project.style_names,
    }
    return Outcome("\n".join(f"{name + ':':<12}{', '.join(names)}" for name, names in lines.items()))
