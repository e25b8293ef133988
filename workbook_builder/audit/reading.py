"""Reads what was published, whichever of the two forms the file has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbook_builder.audit.printed import PrintedRow, read_cells
from workbook_builder.problems import Report
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import Scorecard

_ZIP = b"PK\x03\x04"


def read_printed(path: Path, scorecard: Scorecard, symbols: Mapping[str, Travel]) -> tuple[PrintedRow, ...]:
    """The printed rows of a CSV file or of a workbook. `symbols` are the arrows of its style.

    Raises `ProblemsFound` with all that cannot be read.
    """
    report = Report()
    if _is_workbook(path):
        from workbook_builder.audit.own_workbook import read_workbook

        rows = read_workbook(path, scorecard, symbols, report)
    else:
        rows = read_cells(path, symbols, report)
    report.raise_if_any()
    return tuple(rows)


def _is_workbook(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP or path.suffix.casefold() in (".xlsx", ".xlsm")
    except OSError:  # the reader of CSV files says what is wrong
        return False
