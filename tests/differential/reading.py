"""Reads built workbooks with programs that are not ours: calamine what is stored, IronCalc what formulas make."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import ironcalc
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.differential.expected import Shown, ShownRow
from tests.differential.made import half_up


def stored(file: Path) -> dict[str, list[list[Any]]]:
    """Every sheet's cells as calamine reads them."""
    book = CalamineWorkbook.from_path(file)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def rows_about(cells: list[list[Any]], titles: set[str]) -> list[list[Any]]:
    """The rows of tables: those whose second cell is an indicator's title."""
    return [row for row in cells if len(row) > 1 and row[1] in titles]


def agrees(cell: Any, shown: Shown) -> bool:
    """Whether a stored cell shows what is expected: a number as a reader sees it rounded, a word as it is."""
    if isinstance(shown, Decimal):
        decimals = -int(shown.as_tuple().exponent)
        return isinstance(cell, int | float) and half_up(Decimal(repr(float(cell))), decimals) == shown
    return cell == (shown or "")


def differences(cells: list[list[Any]], rows: list[ShownRow]) -> Iterator[str]:
    """Where a sheet does not show the expected rows."""
    found = rows_about(cells, {row.title for row in rows})
    if len(found) != len(rows):
        yield f"{len(found)} rows, expected {len(rows)}"
        return
    for cells_found, row in zip(found, rows, strict=True):
        for cell, (column, shown) in zip(cells_found, row.cells, strict=False):
            is_free = column == "code" and not shown
            if not is_free and not agrees(cell, shown):
                yield f"{row.title}, {row.place}, {column}: {cell!r}, expected {shown!r}"


def recalculated_otherwise(file: Path) -> list[str]:
    """The cells whose formula IronCalc makes something else of than is stored."""
    model = ironcalc.load_from_xlsx(str(file), "en", "UTC", "en")
    model.evaluate()
    formulas, values = load_workbook(file), load_workbook(file, data_only=True)
    wrong = []
    for number, sheet in enumerate(formulas):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            kept, made = (
                values[sheet.title][cell.coordinate].value,
                model.get_cell_value(number, cell.row, cell.column),
            )
            if not _same(kept, made):
                wrong.append(f"{sheet.title}!{cell.coordinate}: stored {kept!r}, calculated {made!r}")
    return wrong


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return (one if one is not None else "") == (other if other is not None else "")
