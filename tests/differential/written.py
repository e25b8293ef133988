"""Writes a made project as the files that a user would have: a spec (JSON is YAML), a folder an edition, a style."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.differential.calendar_of import When
from tests.differential.made import Made, Row
from tests.support.places import ROOT

COLUMNS = {
    "observations": ["indicator", "area", "period", "measure", "numerator", "denominator", "status"],
    "targets": [
        *("indicator", "year", "target", "area", "polarity", "floor"),
        *("green_from", "green_to", "amber_from", "amber_to", "floor_basis"),
    ],
    "benchmarks": ["indicator", "group", "period", "value", "area"],
}


def write(made: Made, folder: Path, as_workbook: bool = False) -> Path:
    """The project below a folder; its tables as CSV files, or as sheets of inputs.xlsx."""
    folder.mkdir(parents=True)
    (folder / "indicator_specs.yaml").write_text(json.dumps(_spec(made), indent=1), encoding="utf-8")
    (folder / "styles").mkdir()
    shutil.copy(ROOT / "styles" / "kent.yaml", folder / "styles")
    for month, tables in made.editions.items():
        edition = folder / "inputs" / month.written
        edition.mkdir(parents=True)
        (edition / "edition.yaml").write_text(_edition(month), encoding="utf-8")
        (_as_workbook if as_workbook else _as_csv)(tables, edition)
    return folder


def _edition(month: When) -> str:
    return f"month: {month.written}\npublished: {month.back(-2).written}-22\nstatus: draft\n"


def _as_csv(tables: dict[str, list[Row]], folder: Path) -> None:
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[name], restval="")
            writer.writeheader()
            writer.writerows(rows)


def _as_workbook(tables: dict[str, list[Row]], folder: Path) -> None:
    """Numbers as numbers with a format that shows their decimals, as Excel would hold them."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        sheet.append(COLUMNS[name])
        for number, row in enumerate(rows, 2):
            for column, key in enumerate(COLUMNS[name], 1):
                _put(sheet.cell(number, column), key, row.get(key, ""))
    book.save(folder / "inputs.xlsx")


def _put(cell: Any, key: str, text: str) -> None:
    if key in ("indicator", "area", "period", "year", "group", "status", "polarity", "floor_basis") or not text:
        cell.value, cell.number_format = text or None, "@"
    elif text == "N/A":
        cell.value = text
    else:
        decimals = len(text.partition(".")[2])
        cell.value, cell.number_format = float(text), "0." + "0" * decimals if decimals else "0"


def _spec(made: Made) -> dict[str, Any]:
    return {
        "areas": [{"name": a, "level": "district" if n else "county"} for n, a in enumerate(made.areas)],
        **({"teams": [{"name": n, "kind": k, "districts": d} for n, k, d in made.teams]} if made.teams else {}),
        "benchmark_groups": [{"id": "england", "heading": "England"}],
        "column_sets": [{"id": name, "columns": columns} for name, columns in made.sets.items()],
        "indicators": [_indicator(name, facts) for name, facts in made.indicators.items()],
        "scorecards": [_scorecard(made)],
    }


def _indicator(name: str, facts: dict[str, Any]) -> dict[str, Any]:
    words = {"counted": "children", "source": "Case system", "definition": "Children counted."}
    known = {key: value for key, value in facts.items() if value not in (None, "")}
    return {"id": name, **known, **words}


def _scorecard(made: Made) -> dict[str, Any]:
    pages: list[dict[str, Any]] = [{"kind": "contents", "name": "Contents"}]
    for page in made.pages:
        tables = [_table(table) for table in page["tables"]]
        pages.append({"kind": "tables", **{k: page[k] for k in ("name", "title", "areas")}, "tables": tables})
    pages += [{"kind": kind, "name": kind.capitalize()} for kind in ("exceptions", "targets", "definitions")]
    return {
        "id": "Made",
        "title": "Made scorecard",
        "produced_by": "Management Information",
        "contact": "Management Information",
        "pages": pages,
        "groups": [{"title": "Indicators", "indicators": list(made.indicators)}],
    }


def _table(table: dict[str, Any]) -> dict[str, Any]:
    section = {"indicators": table["indicators"], **({"teams": table["teams"]} if table["teams"] else {})}
    return {**{key: table[key] for key in ("id", "title", "columns", "year")}, "sections": [section]}
