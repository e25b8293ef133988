"""What was published, changed in one place, and what an audit then finds that it did not find before."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tests.support.differences import row_name
from tests.support.printed_cells import CELLS, Printed, key_of, printed_rows
from workbook_builder.audit import Edition, audit
from workbook_builder.audit.cells_file import COLUMNS
from workbook_builder.audit.reading import read_printed
from workbook_builder.commands.stages import checked, commented
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.project import Project
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

Auditor = Callable[[Path], tuple[Finding, ...]]
Told = tuple[str, str, str, str, str, str]


def auditor(scorecard: Scorecard, inputs: Inputs, looks: Looks) -> Auditor:
    """Audits a file against an edition; of a workbook the scorecard must be complete, as `complete` makes it."""
    edition = Edition(scorecard, inputs, looks)
    return lambda path: audit(edition, read_printed(path, edition))


def complete(folder: Path, edition: str = "2024-11", area: str = "", style: str = "kent") -> Edition:
    """An edition with everything that its workbook says, or with one area's part of it."""
    project = Project(folder)
    month = project.find(edition)
    known = project.known(month, project.spec(month))
    return Edition(checked(commented(known, area=area), known), known.inputs, project.style(style))


def auditor_of(project: Path, edition: str = "2024-11", area: str = "", style: str = "kent") -> Auditor:
    """Audits a workbook against an edition of a project."""
    made = complete(project, edition, area, style)
    return lambda path: audit(made, read_printed(path, made))


def cells_file(folder: Path, rows: Iterable[Printed]) -> Path:
    """A file of printed cells, called as the published one."""
    path = folder / CELLS.name
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, extrasaction="raise")
        writer.writeheader()
        writer.writerows(rows)
    return path


def published(changes: Mapping[str, Mapping[str, str]]) -> list[Printed]:
    """The published rows with other contents in some cells, by row (`Kent / annual / EY14`) and column."""
    names = [row_name(*key_of(row)) for row in printed_rows()]
    assert set(changes) <= set(names), f"no such rows: {sorted(set(changes) - set(names))}"
    return [row | dict(changes.get(name, {})) for name, row in zip(names, printed_rows(), strict=True)]


def added(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings that are new, wherever they stand; none of those before may have gone."""
    old, new = ([replace(finding, where="") for finding in findings] for findings in (before, after))
    gone = [finding for finding in old if finding not in new]
    assert gone == []
    return [finding for finding in after if replace(finding, where="") not in old]


def told(findings: Iterable[Finding]) -> list[Told]:
    """Page, rule, place, and what a finding says."""
    return [(f.page, f.rule, f.place, f.found, f.expected, f.difference) for f in findings]
