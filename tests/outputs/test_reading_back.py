"""Another program (pandas with calamine) reads every published figure back from the workbook as the same number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.published.printed import LIMIT, Row, published_rows
from tests.support.places import PUBLISHED
from tests.support.tables import PrintedTable, printed_tables

KENT_TABLES = {
    "send monthly": ["SEND_monthly"],
    "ics monthly": ["Kent_KPIs___ICS_monthly"],
    "quarterly": ["Kent_KPIs___ICS_quarterly"],
    "education monthly": ["Kent_KPIs___Education_monthly"],
    "termly": ["Kent_KPIs___Education_termly"],
    "annual": ["Kent_KPIs___Education_annual"],
    "vulnerable learners": ["Vulnerable_learners_primary", "Vulnerable_learners_secondary"],
}
DISTRICT_TABLES = {
    "ics monthly": "social_care",
    "quarterly": "quarterly",
    "education monthly": "education_monthly",
    "termly": "education_termly",
    "annual": "education_annual",
}
RETITLED = {  # print calls one indicator two names; the workbook keeps to the county's
    "Number of permanent exclusions from the secondary phase - all Year 7 to Year 14 pupils": (
        "Number of pupils permanently excluded from the secondary phase - all Year 7 to Year 14 pupils"
    )
}
COLUMNS = {  # which of the columns with such a heading holds the fact
    "measure": ("Measure|Rate", 0),
    "numerator": ("Numerator", 0),
    "denominator": ("Denominator", 0),
    "target": ("Target", 0),
    "prev_target": ("Target", 1),
    "next_target": ("Target", 1),
    "outturn": (".*Outturn", 0),
}
MEASURED = ("trend", "measure", "numerator", "denominator")
Shown = str | float | None
Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Compared:
    """A published fact, the line it stands on, and what was read in its place."""

    line: int
    indicator: str
    what: str
    published: str
    read: Shown

    @property
    def same(self) -> bool:
        """Whether the workbook says what was published: the very number, N/A, or nothing."""
        return self.read == shown(self.published)


@pytest.fixture(scope="module")
def frames(built: Path) -> Frames:
    """Every sheet as pandas reads it, empty cells and N/A told apart."""
    return pd.read_excel(
        built, engine="calamine", sheet_name=None, header=None, dtype=object, keep_default_na=False, na_values=[]
    )


@pytest.fixture(scope="module")
def compared(built: Path, frames: Frames) -> list[Compared]:
    """Every figure, N/A and blank of the published tables beside what the workbook holds."""
    tables = printed_tables(built)
    rows = published_rows(PUBLISHED, "cells")
    return [fact for line, row in enumerate(rows, start=2) for fact in facts(line, row, tables, frames)]


def facts(line: int, row: Row, tables: dict[str, PrintedTable], frames: Frames) -> Iterator[Compared]:
    """What one published row states, each fact in its column of the row with that team and title."""
    title = RETITLED.get(row["indicator"], row["indicator"])
    [table] = [t for t in tables_of(row, tables) if (row["team"], title) in titles(t)]
    number = table.row(row["team"], title).number
    frame = frames[table.sheet.title]
    trend = [f"trend {position}" for position, _ in enumerate(table.trend())]
    published = dict(zip(trend, row["trend"].split(";"), strict=True)) | {what: row[what] for what in COLUMNS}
    columns = dict(zip(trend, table.trend(), strict=True)) | columns_of(table)
    published |= {what: row[what] for what in ("benchmark", "national")}
    for what, value in published.items():
        if what in columns:
            yield Compared(line, row["id"], what, value, cell(frame, number, columns[what]))
        else:
            assert not value, f"line {line}: {table.name} has no column for the {what} {value}"


def tables_of(row: Row, tables: dict[str, PrintedTable]) -> list[PrintedTable]:
    """The tables that a published section became."""
    if row["page"] == "Kent":
        return [tables[name] for name in KENT_TABLES[row["section"]]]
    return [tables[f"{row['page'].replace(' ', '_')}_{DISTRICT_TABLES[row['section']]}"]]


def titles(table: PrintedTable) -> set[tuple[str, str]]:
    return {(row.team, row.title) for row in table.rows()}


def columns_of(table: PrintedTable) -> dict[str, int]:
    """The columns of a table by the fact that they hold."""
    other = "next_target" if "Annual Trends" in table.groups else "prev_target"
    wanted = {what: where for what, where in COLUMNS.items() if what not in {"next_target", "prev_target"} - {other}}
    headed = {what: (table.columns_headed(pattern), n) for what, (pattern, n) in wanted.items()}
    columns = {what: found[n] for what, (found, n) in headed.items() if n < len(found)}
    if "Termly Trends" not in table.groups:
        columns |= {"benchmark": table.right - 1, "national": table.right}
    return columns


def cell(frame: pd.DataFrame, row: int, column: int) -> Shown:
    """One cell as pandas has it; None where it is empty."""
    value: Any = frame.iat[row - 1, column - 1]
    return None if value == "" or pd.isna(value) else value


def shown(published: str) -> Shown:
    """A published text as a workbook should hold it."""
    text = published.removeprefix(LIMIT).replace(",", "")
    if text in ("", "N/A"):
        return text or None
    return float(text)


@pytest.fixture(scope="module")
def report() -> str:
    """What became of every published fact when the edition was converted into inputs."""
    return (PUBLISHED / "conversion_report.txt").read_text(encoding="utf-8")


def test_every_published_figure_is_read_back_as_the_same_number(compared: list[Compared], report: str) -> None:
    dropped = re.findall(r"dropped: ([^,]+), .*, measure ([^ ]+) \(.*, line (\d+)\); kept ([^ ]+) ", report)
    twice = Counter((indicator, int(line), value, float(kept)) for indicator, value, line, kept in dropped)
    differing = [fact for fact in compared if fact.published and not fact.same]
    assert Counter((f.indicator, f.line, f.published, f.read) for f in differing) == twice
    assert len(twice) == 3


def test_no_published_fact_is_passed_over(compared: list[Compared], report: str) -> None:
    [stated] = re.findall(r"Printed facts of the cells file.*\n(?:  .*\n)*?  (\d+) in all", report)
    assert sum(bool(fact.published) for fact in compared) == int(stated) == 6600


def test_where_print_has_nothing_only_indicators_that_do_not_exist_there_say_so(
    compared: list[Compared], report: str
) -> None:
    said = [fact for fact in compared if not fact.published and fact.read is not None]
    assert {fact.read for fact in said} == {"N/A"}
    assert {fact.what for fact in said} == {"target", "outturn", "prev_target"}
    lines = {fact.line for fact in said}
    assert {fact.read for fact in compared if fact.line in lines and fact.what.startswith(MEASURED)} == {"N/A"}
    [rows] = re.findall(r"  (\d+) of indicators that do not exist at the level", report)
    assert len(lines) == int(rows) == 75
