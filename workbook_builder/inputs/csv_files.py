"""Reads a table that is a CSV file of its own, in whichever of the usual encodings programs save it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from workbook_builder.inputs.raw import RawTable
from workbook_builder.inputs.workbook import WORKBOOK
from workbook_builder.problems import Report


def read_csv(path: Path, shown: str, name: str, report: Report) -> RawTable | None:
    """The table that is the whole file, whatever its `name`; None, and a problem, where it is no text."""
    text = read_text(path, shown, report)
    if text is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, Sequence[str]]] = []
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                rows.append((number, cells))
    except csv.Error as error:
        where = f"{shown}, row {number + 1}"
        report.add(where, str(error), "comma-separated values", "close the quotes and save the file as CSV")
    return RawTable(shown, rows)


def refuse_none(path: Path, shown: str, needed: Mapping[str, tuple[str, ...]], report: Report) -> None:
    """A file of one table has nothing beside it."""


def read_text(path: Path, shown: str, report: Report) -> str | None:
    """What a CSV file says, whichever of the usual encodings it has; None, and a problem, where it is no text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        report.add(shown, error.strerror or str(error), "a readable file", "check that it is a file and may be read")
        return None
    if data.startswith(b"PK\x03\x04"):
        report.add(shown, "an Excel workbook", "text", f'save it as "CSV UTF-8", or name it {WORKBOOK}')
        return None
    if b"\0" not in data:
        for encoding in ("utf-8-sig", "cp1252"):
            with suppress(UnicodeDecodeError):
                return data.decode(encoding)
    report.add(shown, "bytes that are not text", "text", 'save the file as "CSV UTF-8"')
    return None
