"""The tables of figures as CSV files: not tables at all, rows that cannot be, numbers that are none."""

from __future__ import annotations

from tests.support.excel import zipped
from tests.support.reading import BENCHMARKS, FOLDER, OBSERVATIONS, SOURCES, TARGETS
from tests.support.small import OBSERVATIONS as ROWS
from tests.support.small import SmallProject
from tests.support.spoiled.case import NO_CONTROL, Spoil, Spoiled, Told, a_folder, added, removed, replaced, written

LATEST = "PLANS,Shire,2024-11,61.5,123,200,,"
HEADER = ROWS.splitlines()[0]
NOT_TEXT = ("bytes that are not text", "text", 'save the file as "CSV UTF-8"')
NO_NUMBER = "a number such as 22.4 (at most 15 digits), or one of: N/A, to be supplied, new indicator, suppressed"
STATED = f"{FOLDER}, table observations"
MISSING: list[Told] = [
    (STATED, f"no {key} of 2024-{month} for {places}")
    for key, places in (("PLANS", "Shire, Eastham"), ("REPEAT", "Shire, Eastham CSWT"), ("SECOND", "Shire"))
    for month in ("09", "10", "11")
]


def row(text: str) -> Spoil:
    """Another row in the place of the county's PLANS in November."""
    return replaced(OBSERVATIONS, LATEST, text)


def figure(text: str) -> tuple[Spoil, list[Told]]:
    """A measure that is no number."""
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    where = f"{OBSERVATIONS}, row 4, column measure"
    return row(f'PLANS,Shire,2024-11,"{text}",,,,'), [(where, f'"{shown}"', NO_NUMBER)]


def column(name: str, *told: str) -> list[Told]:
    """One problem in a column of the county's PLANS in November."""
    return [(f"{OBSERVATIONS}, row 4, column {name}", *told)]


def in_row(number: int, *told: str, file: str = OBSERVATIONS) -> list[Told]:
    """One problem in a row."""
    return [(f"{file}, row {number}", *told)]


def several(small: SmallProject) -> None:
    """A fault in every table."""
    small.change(OBSERVATIONS, "61.5", "many")
    small.change(OBSERVATIONS, "2024-10,60.0", "2024-13,60.0")
    small.change(TARGETS, "60,,,50", "sixty,,,50")
    small.change(BENCHMARKS, "england", "wales")
    small.change(SOURCES, ",Dec 2024", ",")


TABLES: Spoiled = {
    "no table of figures": (removed(OBSERVATIONS), MISSING),
    "a table of nothing but its header": (written(OBSERVATIONS, f"{HEADER}\n"), MISSING),
    "an empty file": (written(OBSERVATIONS, ""), [(OBSERVATIONS, "an empty table")]),
    "a folder for a table": (a_folder(TARGETS), [(TARGETS,)]),
    "an .xlsx called .csv": (
        written(OBSERVATIONS, zipped({"xl/workbook.xml": b"<workbook/>"})),
        [(OBSERVATIONS, "an Excel workbook", "text", 'save it as "CSV UTF-8", or name it inputs.xlsx')],
    ),
    "a table in UTF-16": (
        lambda small: small.write(OBSERVATIONS, small.text(OBSERVATIONS).encode("utf-16")),
        [(OBSERVATIONS, *NOT_TEXT)],
    ),
    "a table in no encoding": (
        lambda small: small.write(SOURCES, small.text(SOURCES).replace("Month", "M\x81nth").encode("latin-1")),
        [(SOURCES, *NOT_TEXT)],
    ),
    "semicolons": (
        lambda small: small.write(OBSERVATIONS, small.text(OBSERVATIONS).replace(",", ";")),
        in_row(1, "columns separated by ;", "columns separated by commas", 'save it as "CSV UTF-8"'),
    ),
    "tabs": (
        lambda small: small.write(SOURCES, small.text(SOURCES).replace(",", "\t")),
        in_row(1, "columns separated by tabs", "columns separated by commas", file=SOURCES),
    ),
    "an unclosed quote": (row('PLANS,Shire,2024-11,"61.5'), in_row(4, "unexpected end of data")),
    "a cell of 5,000 characters": (
        replaced(SOURCES, "Month of", "x" * 5_000),
        in_row(2, f'5014 characters in one cell: "{"x" * 29}…"', "at most 2000 characters", file=SOURCES),
    ),
    "a cell of 200,000 characters": (
        replaced(SOURCES, "Month of", "x" * 200_000),
        in_row(2, "field larger than field limit (131072)", file=SOURCES),
    ),
    "control characters in a text": (
        replaced(SOURCES, "Month of", "Month\x01\x1b[31m of"),
        [(f"{SOURCES}, row 2, column latest_data", r'"Month\x01\x1b[31m of November 2024"', *NO_CONTROL)],
    ),
    "control characters in a figure": (row("PLANS,Shire,2024-11,6\x081.5,,,,"), column("measure", r'"6\x081.5"')),
    "a NUL": (row("PLANS,Shire,2024-11,6\x001.5,,,,"), [(OBSERVATIONS, *NOT_TEXT)]),
    "more values than columns": (
        row("PLANS,Shire,2024-11,1,234,5,,,,6"),
        in_row(4, "10 values under 8 columns"),
    ),
    "a column twice": (replaced(OBSERVATIONS, "decimals", "status"), in_row(1, 'the column "status" twice')),
    "an unknown column": (replaced(OBSERVATIONS, "decimals", "decimal"), in_row(1, 'the unknown column "decimal"')),
    "a column that is missing": (replaced(OBSERVATIONS, "period", "title"), in_row(1, "no column period")),
    "a row twice": (
        added(OBSERVATIONS, f"{LATEST}\n"),
        in_row(18, "PLANS, Shire, 2024-11 for the second time (first in row 4)"),
    ),
    "a target twice": (
        added(TARGETS, "PLANS,2024-25,61,,,50,,,,,,\n"),
        in_row(6, "PLANS, 2024-25 for the second time (first in row 3)", file=TARGETS),
    ),
    "text for a figure": figure("many"),
    "NaN": figure("NaN"),
    "infinity": figure("-inf"),
    "a power of ten": figure("1e400"),
    "a huge number": figure("9" * 1_000),
    "a tiny number": figure(f"0.{'0' * 40}1"),
    "a percentage": figure("61.5%"),
    "a comma for a point": figure("61,5"),
    "a formula": figure("=123/200"),
    "a negative number of plans": (
        row("PLANS,Shire,2024-11,61.5,123,-200,,"),
        column("denominator", '"-200"', "0 or more", "correct the cell"),
    ),
    "fewer plans in time than none": (
        row("PLANS,Shire,2024-11,61.5,-123,200,,"),
        column("numerator", '"-123"', "0 or more", "correct the cell"),
    ),
    "a figure of nothing": (row("PLANS,Shire,2024-11,,0,0,,"), column("measure", "no figure and no reason why")),
    "a figure and a reason": (
        row("PLANS,Shire,2024-11,61.5,,,N/A,"),
        column("measure", "a figure and a reason why it is missing"),
    ),
    "an absurd number of decimals": (row("PLANS,Shire,2024-11,61.5,,,,99"), column("decimals", '"99"')),
    "a month that is none": (row("PLANS,Shire,0000-00,61.5,,,,"), column("period", '"0000-00"')),
    "a thirteenth month": (row("PLANS,Shire,2024-13,61.5,,,,"), column("period", '"2024-13"')),
    "a year of three": (row("PLANS,Shire,2022-25,61.5,,,,"), column("period", '"2022-25"')),
    "the future": (
        added(OBSERVATIONS, "PLANS,Shire,2024-12,61.5,,,,\n"),
        [(f"{OBSERVATIONS}, row 18, column period", '"2024-12"')],
    ),
    "an unknown area": (row("PLANS,Shyre,2024-11,61.5,,,,"), column("area", '"Shyre"')),
    "an unknown indicator": (row("PLAN,Shire,2024-11,61.5,,,,"), column("indicator", '"PLAN"')),
    "an indicator where it does not exist": (
        added(OBSERVATIONS, "SECOND,Eastham,2024-11,61.5,,,,\n"),
        [(f"{OBSERVATIONS}, row 18, column area", '"Eastham"')],
    ),
    "a month that is missing": (
        replaced(OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,,,\n", ""),
        [(STATED, "no PLANS of 2024-10 for Shire", "a figure, or the reason why there is none")],
    ),
    "a target without a floor": (
        replaced(TARGETS, "60,,,50", "60,,,"),
        in_row(3, "PLANS 2024-25: a target that cannot rate its figures", file=TARGETS),
    ),
    "one end of a band": (
        replaced(TARGETS, "17.5,22.5", "17.5,"),
        [(f"{TARGETS}, row 5, column green_from", "one end of the green band")],
    ),
    "a benchmark of nobody": (
        replaced(BENCHMARKS, "england", "wales"),
        [(f"{BENCHMARKS}, row 2, column group", '"wales"')],
    ),
    "a fault in every table": (
        several,
        [
            (f"{OBSERVATIONS}, row 3, column period", '"2024-13"'),
            (f"{OBSERVATIONS}, row 4, column measure", '"many"'),
            (f"{TARGETS}, row 3, column target", '"sixty"'),
            (f"{BENCHMARKS}, row 2, column group", '"wales"'),
            (f"{SOURCES}, row 2, column released", "nothing"),
        ],
    ),
}
