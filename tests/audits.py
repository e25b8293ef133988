"""What was published, changed in one place, and what an audit then finds that it did not find before."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tests.differences import row_name
from tests.printed_cells import CELLS, Printed, key_of, printed_rows
from workbook_builder.audit import audit
from workbook_builder.audit.printed import COLUMNS
from workbook_builder.audit.reading import read_printed
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.outputs.xlsx.drawing import arrows
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

Auditor = Callable[[Path], tuple[Finding, ...]]
Told = tuple[str, str, str, str, str, str]


def auditor(scorecard: Scorecard, inputs: Inputs, looks: Looks) -> Auditor:
    """Audits a file against an edition."""
    symbols = {symbol: travel for travel, symbol in arrows(looks).items()}
    return lambda path: audit(scorecard, inputs, read_printed(path, scorecard, symbols))


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
