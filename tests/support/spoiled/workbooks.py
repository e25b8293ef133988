"""The figures as an inputs.xlsx: damaged, hostile, or with cells that do not say what they seem to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from tests.support.excel import BOOK, SHEET, change, plant, plant_text, to_workbook, zipped
from tests.support.reading import FOLDER, TARGETS
from tests.support.small import SmallProject
from tests.support.spoiled.case import Spoil, Spoiled, Told

FIRST_SHEET = "xl/worksheets/sheet1.xml"
NO_NUMBER = "a number such as 22.4 (at most 15 digits), or one of: N/A, to be supplied, new indicator, suppressed"
SAVE_AGAIN = "open it in Excel and save it again as Excel Workbook (*.xlsx), or ask for it once more"
DAMAGED = (BOOK, "a damaged workbook", "an .xlsx workbook", SAVE_AGAIN)
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE worksheet [<!ENTITY e0 "ha">{ENTITIES}]><worksheet '


def edited(edit: Callable[[Path], object]) -> Spoil:
    """The tables as a workbook, then edited."""
    return lambda small: edit(to_workbook(small))


def cell(xml: str) -> Spoil:
    """Another cell, as XML, in the place of D4, the county's PLANS in November."""
    return edited(lambda path: plant(path, "D4", xml))


def damaged(damage: Callable[[bytes], bytes]) -> Spoil:
    """The workbook's bytes as they are after damage."""
    return edited(lambda path: path.write_bytes(damage(path.read_bytes())))


def merge(path: Path) -> None:
    """Merge the county's name over two rows."""
    book = load_workbook(path)
    book["observations"].merge_cells("B2:B3")
    book.save(path)


def laugh(path: Path) -> None:
    """A cell that takes 200 GB when its entities are written out."""
    plant_text(path, FIRST_SHEET, "<worksheet ", LAUGHS)
    plant_text(path, FIRST_SHEET, "</sheetData>", '<row r="30"><c r="A30" t="str"><v>&e11;</v></c></row></sheetData>')


def both(small: SmallProject) -> None:
    """A table as a file and as a sheet."""
    text = small.text(TARGETS)
    to_workbook(small)
    small.write(TARGETS, text)


def in_d4(found: str) -> list[Told]:
    """One problem in D4."""
    return [(f"{SHEET}, row 4, column measure", found, NO_NUMBER)]


WORKBOOKS: Spoiled = {
    "a workbook that is text": (
        damaged(lambda data: b"indicator,area\n"),
        [
            (
                BOOK,
                "text, as in a CSV file",
                "an .xlsx workbook",
                "open it in Excel and save it as Excel Workbook (*.xlsx)",
            )
        ],
    ),
    "half a workbook": (
        damaged(lambda data: data[: len(data) // 2]),
        [DAMAGED],
    ),
    "an empty workbook": (damaged(lambda data: b""), [(BOOK, "an empty file")]),
    "a zip bomb": (
        damaged(lambda data: zipped({FIRST_SHEET: bytes(150_000_000)})),
        [(BOOK, "150 MB when unpacked", "at most 100 MB", "save the tables in a new workbook")],
    ),
    "entities without end": (edited(laugh), [DAMAGED]),
    "a formula that was never calculated": (
        edited(lambda path: change(path, {"D4": ("=100*E4/F4", "0.0")})),
        [(f"{SHEET}, row 4, column D", "a formula without its value", "a calculated value")],
    ),
    "merged cells": (edited(merge), [(f"{SHEET}, row 3, column area", '""')]),
    "a percentage in Excel": (edited(lambda path: change(path, {"D4": (0.615, "0.0%")})), in_d4('"61.5%"')),
    "an error in Excel": (cell('<c r="D4" t="e"><v>#DIV/0!</v></c>'), in_d4('"#DIV/0!"')),
    "infinity in Excel": (cell('<c r="D4"><v>1e999</v></c>'), in_d4('"Infinity"')),
    "a huge number in Excel": (cell('<c r="D4"><v>1e300</v></c>'), in_d4(f'"1{"0" * 58}…"')),
    "no number in Excel": (cell('<c r="D4"><v>NaN</v></c>'), [DAMAGED]),
    "a style that is not there": (
        cell('<c r="D4" s="999"><v>1</v></c>'),
        [DAMAGED],
    ),
    "a cell at the far end": (
        edited(lambda path: change(path, {"XFD1048576": ("x", "General")})),
        [(f"{SHEET}, row 1048576", "16384 values under 8 columns", "a value for each column")],
    ),
    "a table as a file and as a sheet": (both, [(FOLDER, "targets.csv and a sheet targets in inputs.xlsx")]),
}
