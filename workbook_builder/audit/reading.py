"""Reads what was published, whichever of the two forms the file has."""

from __future__ import annotations

from pathlib import Path

from workbook_builder.audit.cells_file import read_cells
from workbook_builder.audit.edition import Edition
from workbook_builder.audit.printed import Print
from workbook_builder.audit.workbook import read_workbook
from workbook_builder.problems import Report

_ZIP = b"PK\x03\x04"


def read_printed(path: Path, edition: Edition) -> Print:
    """What a CSV file or a workbook prints of an edition. Raises `ProblemsFound` with all that cannot be read."""
    report = Report()
    if _is_workbook(path):
        printed = read_workbook(path, edition, report)
    else:
        printed = Print(tuple(read_cells(path, edition.symbols, report)))
    report.raise_if_any()
    return printed


def _is_workbook(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP or path.suffix.casefold() in (".xlsx", ".xlsm")
    except OSError:  # the reader of CSV files says what is wrong
        return False
