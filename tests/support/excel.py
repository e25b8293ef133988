"""Makes an inputs.xlsx of the small project's tables, and changes or damages it, for the tests of Excel inputs."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.support.reading import FOLDER, figures, shown
from tests.support.small import SmallProject
from workbook_builder.inputs import Inputs
from workbook_builder.periods import month

BOOK = f"{FOLDER}/inputs.xlsx"
TABLES = ("observations", "targets", "benchmarks", "sources")
SHEET = f"{BOOK}, sheet observations"
Typed = Callable[[str], tuple[Any, str]]


def as_text(text: str) -> tuple[Any, str]:
    """The text as it is."""
    return text, "General"


def as_excel(text: str) -> tuple[Any, str]:
    """What Excel makes of a text that is typed: a number with its decimals, a date, or the text."""
    if text.replace(".", "", 1).isdigit():
        places = len(text.partition(".")[2])
        return float(text), "0." + "0" * places if places else "0"
    if text.startswith("2024-") and text[5:].isdigit() and int(text[5:]) <= 12:
        return datetime(2024, int(text[5:]), 1), "mmm\\-yy"
    return text or None, "General"


def to_workbook(small: SmallProject, typed: Typed = as_excel, tables: tuple[str, ...] = TABLES) -> Path:
    """Put the project's tables into one workbook, in the place of the CSV files."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        file = small.folder / FOLDER / f"{table}.csv"
        sheet = book.create_sheet(table)
        for number, row in enumerate(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))), 1):
            for position, text in enumerate(row, 1):
                cell = sheet.cell(number, position)
                cell.value, cell.number_format = typed(text)
        file.unlink()
    path = small.folder / BOOK
    book.save(path)
    return path


def change(path: Path, cells: dict[str, tuple[Any, str]], sheet: str = "observations") -> None:
    """Type other values, with their number formats, into cells of a sheet."""
    book = load_workbook(path)
    for address, (value, number_format) in cells.items():
        book[sheet][address].value = value
        book[sheet][address].number_format = number_format
    book.save(path)


def latest(inputs: Inputs) -> str:
    """The county's PLANS of November 2024, as displayed."""
    return shown(inputs.observations["PLANS", "Shire", month(2024, 11)].measure)


def stated(inputs: Inputs) -> tuple[Any, ...]:
    """All that the inputs say, wherever it stands."""
    targets = {key: (t.polarity, t.target, t.limits, t.basis, t.sign) for key, t in inputs.targets.items()}
    benchmarks = {key: benchmark.value for key, benchmark in inputs.benchmarks.items()}
    sources = {key: (source.latest_data, source.released) for key, source in inputs.sources.items()}
    return figures(inputs), targets, benchmarks, sources


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def plant_text(path: Path, part: str, pattern: str, new: str) -> None:
    """Replace what matches in a part of the workbook, which must be there."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text, count = re.subn(pattern, lambda _: new, parts[part].decode("utf-8"))
    assert count, f"{part} has no {pattern}"
    path.write_bytes(zipped(parts | {part: text.encode("utf-8")}))


def plant(path: Path, address: str, cell: str) -> None:
    """Put a cell, as XML, in the place of one of the first sheet."""
    plant_text(path, "xl/worksheets/sheet1.xml", rf'<c r="{address}"[^>]*>.*?</c>', cell)
