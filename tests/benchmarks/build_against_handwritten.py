"""Times the whole `workbook-builder build` against `handwritten.py`, which writes the same cells and formats.

    python tests/benchmarks/build_against_handwritten.py [RUNS]

Whole processes, runs interleaved, medians; peak memory of each process. A report, not a test: it gates nothing.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from workbook_builder.grid import Cell, Sheet, Style
from workbook_builder.inputs import read_inputs
from workbook_builder.outputs.xlsx import lay_out
from workbook_builder.outputs.xlsx.writer import _properties
from workbook_builder.pages import make_pages
from workbook_builder.periods import month
from workbook_builder.scorecards import find_scorecard, make_scorecard
from workbook_builder.specs import load_spec
from workbook_builder.styles import Looks, load_style

ROOT = Path(__file__).parents[2]
EDITION = "2024-11"


class _Cells:
    """The laid-out workbook as plain lists, for a script that knows nothing of the package."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.formats: dict[tuple[Style, str], int] = {}

    def number(self, style: Style, number_format: str = "") -> int:
        return self.formats.setdefault((style, number_format), len(self.formats))

    def cell(self, row: int, column: int, cell: Cell) -> list[Any]:
        number = self.number(cell.style, cell.number_format)
        if cell.link:
            return [row, column, "link", str(cell.value), f"internal:{cell.link}", number]
        if cell.formula:
            return [row, column, "formula", cell.value, cell.formula, number]
        kind = "blank" if cell.value is None else "text" if isinstance(cell.value, str) else "number"
        return [row, column, kind, cell.value, "", number]

    def sheet(self, sheet: Sheet) -> dict[str, Any]:
        return {
            "name": sheet.name,
            "widths": sheet.widths,
            "heights": [row.height for row in sheet.rows],
            "cells": [self.cell(*place) for place in sheet.cells()],
            "highlights": [
                [" ".join(a.address.replace("$", "") for a in h.areas), h.text, self.number(h.style)]
                for h in sheet.highlights
            ],
        }

    def properties(self) -> list[dict[str, Any]]:
        return [
            _properties(self.looks[style]) | ({"num_format": number} if number else {})
            for style, number in self.formats
        ]


def dump_cells(target: Path) -> int:
    """Write the edition's cells as JSON; how many there are."""
    spec, looks = load_spec(ROOT), load_style(ROOT, "kent")
    scorecard = make_scorecard(spec, read_inputs(spec, ROOT, month(2024, 11)), find_scorecard(spec))
    cells = _Cells(looks)
    sheets = [cells.sheet(sheet) for sheet in lay_out(make_pages(scorecard), looks).sheets]
    target.write_text(json.dumps([sheets, cells.properties()]), encoding="utf-8")
    return sum(len(sheet["cells"]) for sheet in sheets)


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one run of a command."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def main(runs: int) -> None:
    """Print medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        cells = Path(folder) / "cells.json"
        count = dump_cells(cells)
        output = str(Path(folder) / "out.xlsx")
        plain = [sys.executable, str(Path(__file__).with_name("handwritten.py")), str(cells), output]
        ours = [sys.executable, "-m", "workbook_builder", "build", EDITION, "--output", output, "--quiet"]
        measured = [(timed(plain), timed(ours)) for _ in range(runs + 1)][1:]
    seconds = [statistics.median(run[side][0] for run in measured) for side in (0, 1)]
    memory = [max(run[side][1] for run in measured) for side in (0, 1)]
    ratio = statistics.median(run[1][0] / run[0][0] for run in measured)
    print(f"{count} cells, {runs} interleaved runs, medians of whole processes")
    print(f"hand-written XlsxWriter script: {seconds[0]:.2f} s, {memory[0]:.0f} MB")
    print(f"workbook-builder build:         {seconds[1]:.2f} s, {memory[1]:.0f} MB")
    print(f"ratio: {ratio:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
