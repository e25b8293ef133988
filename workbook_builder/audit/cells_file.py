"""Reads a CSV file of printed cells: a row for each indicator row, a column for what it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from workbook_builder.audit.printed import (
    DENOMINATOR,
    DOT,
    MEASURE,
    NUMERATOR,
    POLARITY,
    Heading,
    PrintedRow,
    Slot,
    arrow_of,
)
from workbook_builder.inputs.tables import Row, TableForm, read_file
from workbook_builder.problems import Report
from workbook_builder.rating.travel import Travel

_SLOTS: dict[str, Slot] = {
    "polarity": POLARITY,
    "measure": MEASURE,
    "numerator": NUMERATOR,
    "denominator": DENOMINATOR,
    "dot": DOT,
    "target": ("target", 0),
    "rag": ("rag", 0),
    "outturn": ("outturn", 1),
    "prev_target": ("target", 1),
    "prev_rag": ("rag", 1),
    "next_target": ("target", -1),
    "benchmark": ("benchmark", 1),
    "national": ("benchmark", 2),
}
COLUMNS = (
    *("page", "team", "section", "id", "code", "indicator", "polarity", "data_period", "qpr"),
    *("trend_periods", "trend", "measure_period", "measure", "numerator", "denominator", "dot"),
    *("target", "rag", "outturn", "prev_target", "prev_rag", "next_target", "benchmark", "national"),
)
_SAYS_NOTHING_BLANK = ("polarity", "dot", "rag")  # an illegible arrow, say
_DAY_FIRST = re.compile(r"(\d\d)-([A-Za-z]{3})")


def read_cells(path: Path, symbols: Mapping[str, Travel], report: Report) -> list[PrintedRow]:
    """The rows of a CSV file, one for each indicator row printed."""
    form = TableForm(path.stem, COLUMNS, needed=len(COLUMNS))
    before = len(report.problems)
    rows = [_printed(row, symbols, report) for row in read_file(path, path.name, form, report)]
    if not rows and len(report.problems) == before:
        report.add(path.name, "no rows", "a row for each indicator row printed", "fill in the printed figures")
    return rows


def _printed(row: Row, symbols: Mapping[str, Travel], report: Report) -> PrintedRow:
    cells = row.cells
    stated = {
        slot: cells.get(column, "")
        for column, slot in _SLOTS.items()
        if cells.get(column) or slot[0] not in _SAYS_NOTHING_BLANK
    }
    if DOT in stated:
        stated[DOT] = arrow_of(stated[DOT], symbols)
    places = {slot: f"column {column}" for column, slot in _SLOTS.items()}
    labels, values = (_split(cells.get(column, "")) for column in ("trend_periods", "trend"))
    if len(labels) != len(values):
        found = f"periods: {len(labels)}; values: {len(values)}"
        report.add(row.where("trend"), found, "a value for each period, separated by ;", "write N/A where none is")
    earlier: list[Slot] = [("measure", steps) for steps in range(len(labels), 0, -1)]
    headings = [Heading(slot, label, "column trend_periods") for slot, label in zip(earlier, labels, strict=True)]
    latest = _DAY_FIRST.sub(r"\2-\1", cells.get("measure_period", ""))  # 24-Nov is what Excel makes of Nov-24
    headings.append(Heading(MEASURE, latest, "column measure_period"))
    return PrintedRow(
        page=cells.get("page", ""),
        section=cells.get("section", ""),
        team=cells.get("team", ""),
        id=cells.get("id", ""),
        title=cells.get("indicator", ""),
        origin=str(row.origin),
        cells=stated | dict(zip(earlier, values, strict=False)),
        places=places | dict.fromkeys(earlier, "column trend"),
        headings=tuple(heading for heading in headings if heading.text),
    )


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";")] if text else []
