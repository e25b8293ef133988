"""What everything is measured against: a plain script that writes the cells and formats of the shipped edition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbook_builder.commands.build import Order, build
from workbook_builder.grid import Cell, Sheet, Style, Workbook
from workbook_builder.outputs.xlsx import writer
from workbook_builder.outputs.xlsx.writer import _properties
from workbook_builder.styles import Looks


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


def dump_cells(project: Path, edition: str, target: Path) -> int:
    """Write the cells that `build` writes as JSON; how many there are."""
    taken: list[tuple[Workbook, Looks]] = []
    written, writer.write = writer.write, lambda book, looks, path: (taken.append((book, looks)), path.touch())[0]
    try:
        build(Order(project, edition, output=target.with_suffix(".xlsx")))
    finally:
        writer.write = written
    [(workbook, looks)] = taken
    cells = _Cells(looks)
    sheets = [cells.sheet(sheet) for sheet in workbook.sheets]
    target.write_text(json.dumps([sheets, cells.properties()]), encoding="utf-8")
    return sum(len(sheet["cells"]) for sheet in sheets)
