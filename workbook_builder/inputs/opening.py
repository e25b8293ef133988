"""Opens an .xlsx workbook: the one way in which inputs, returned copies and audited workbooks are read.

openpyxl is imported only here, and only when a workbook is opened, because importing it takes long. Sheets are read
row by row and hold filled cells only, so that a million formatted rows without content cost little.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from workbook_builder.inputs.kinds import what_it_is

MOST_CELLS = 1_000_000
_MOST_BYTES = 100_000_000
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_RECALCULATED = re.compile(rb"""\bfullCalcOnLoad\s*=\s*["'](?:1|true)["']""")

Refusal = tuple[str, str, str]
"""What was found in the place of a workbook that can be read, what is allowed, what to do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a sheet; rows and columns count from 1.

    `value` is text, a number, a truth value or a date; of a formula it is the value that the workbook was saved with.
    A formula that `is_calculated` may have the value None: its result is a text without characters.
    """

    row: int
    column: int
    value: Any = None
    number_format: str = "General"
    formula: str = ""
    is_calculated: bool = True

    @property
    def stands_at_zero(self) -> bool:
        """Whether it is a formula with the value 0, which libraries write that cannot calculate."""
        return bool(self.formula) and self.value == 0 and not isinstance(self.value, bool)

    @property
    def letters(self) -> str:
        """The letters of its column: `D`."""
        letters, number = "", self.column
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters

    @property
    def address(self) -> str:
        """`D4`."""
        return f"{self.letters}{self.row}"


@dataclass(frozen=True)
class Sheet:
    """A sheet: its filled cells by row and column, in order, and the names defined on it."""

    title: str
    rows: Mapping[int, Mapping[int, Cell]]
    names: Mapping[str, Any] = field(default_factory=dict)

    @property
    def cells(self) -> Iterator[Cell]:
        """The filled cells, row after row."""
        return (cell for row in self.rows.values() for cell in row.values())

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a place, filled or not."""
        return self.rows.get(row, {}).get(column) or Cell(row, column)

    @cached_property
    def max_row(self) -> int:
        """The last row with a filled cell; 0 where there is none."""
        return max(self.rows, default=0)

    @cached_property
    def max_column(self) -> int:
        """The last column with a filled cell; 0 where there is none."""
        return max((max(row) for row in self.rows.values()), default=0)


@dataclass(frozen=True)
class Workbook:
    """A workbook's sheets in order, charts left out, and the names defined in it.

    `is_recalculated` says that the file asks Excel to calculate all its formulas when it is opened, as libraries do
    that cannot calculate: what it has as their values may never have been calculated.
    """

    sheets: tuple[Sheet, ...]
    names: Mapping[str, Any]
    is_recalculated: bool

    @cached_property
    def by_title(self) -> Mapping[str, Sheet]:
        """The sheets by their titles."""
        return {sheet.title: sheet for sheet in self.sheets}


def open_workbook(path: Path) -> Workbook | Refusal:
    """The workbook, or what is wrong with it. A file that has not changed is read once."""
    try:
        stamp = path.stat()
    except OSError:
        return what_it_is(path)
    return _opened(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=4)
def _opened(path: Path, changed: int, size: int) -> Workbook | Refusal:
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as parts, warnings.catch_warnings(action="ignore"):
            unpacked = sum(part.file_size for part in parts.infolist())
            if unpacked > _MOST_BYTES:
                found = f"{unpacked // 1_000_000} MB when unpacked"
                return found, "at most 100 MB", "save the tables in a new workbook"
            book = _read(file, parts)
        return book if book.sheets else what_it_is(path)
    except _TooManyCells as error:
        allowed = f"at most {MOST_CELLS:,} filled cells"
        return f"more than that in the sheet {error}", allowed, "copy the cells that are needed to a new workbook"
    except Exception:  # a damaged workbook fails in as many ways as it has parts
        return what_it_is(path)


class _TooManyCells(Exception):
    """Raised with the name of the sheet where there are too many."""


def _read(file: BinaryIO, parts: zipfile.ZipFile) -> Workbook:
    import openpyxl

    with closing(openpyxl.load_workbook(file, read_only=True, data_only=True)) as book:
        sheets = [Sheet(s.title, _filled(s), dict(s.defined_names)) for s in book.worksheets]
        names = dict(book.defined_names)
    asks = any(_RECALCULATED.search(parts.read(name)) for name in parts.namelist() if name.endswith("workbook.xml"))
    if any(_FORMULA.search(parts.read(name)) for name in parts.namelist() if "/worksheets/" in name):
        with closing(openpyxl.load_workbook(file, read_only=True)) as book:
            sheets = [_with_formulas(sheet, _filled(book[sheet.title], formulas_only=True)) for sheet in sheets]
    if asks and not any(cell.value for sheet in sheets for cell in sheet.cells if cell.formula):
        sheets = [_uncalculated(sheet) for sheet in sheets]
    return Workbook(tuple(sheets), names, asks)


def _filled(sheet: Any, formulas_only: bool = False) -> dict[int, dict[int, Cell]]:
    """The cells with a value, also those of a formula whose result is a text without characters (of type `str`)."""
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    rows: dict[int, dict[int, Cell]] = {}
    count = 0
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.data_type == "f" if formulas_only else cell.value is not None or cell.data_type == "str":
                rows.setdefault(cell.row, {})[cell.column] = _cell(cell)
                count += 1
        if count > MOST_CELLS:
            raise _TooManyCells(sheet.title)
    return rows


def _cell(cell: Any) -> Cell:
    value = getattr(cell.value, "text", cell.value)  # an array's formula is in a `text`
    formula = str(value) if cell.data_type == "f" else ""
    return Cell(cell.row, cell.column, value, str(cell.number_format), formula)


def _with_formulas(sheet: Sheet, formulas: Mapping[int, Mapping[int, Cell]]) -> Sheet:
    """The sheet's values, with what those that are formulas calculate; a formula without a value is a cell, too."""
    rows: dict[int, dict[int, Cell]] = {row: dict(cells) for row, cells in sheet.rows.items()}
    for cell in (cell for cells in formulas.values() for cell in cells.values()):
        saved = rows.setdefault(cell.row, {}).get(cell.column)
        without = replace(cell, value=None, is_calculated=False)
        rows[cell.row][cell.column] = replace(saved, formula=cell.formula) if saved else without
    return replace(sheet, rows={row: dict(sorted(cells.items())) for row, cells in sorted(rows.items())})


def _uncalculated(sheet: Sheet) -> Sheet:
    """The sheet, its formulas without the values that nobody has calculated."""

    def without(cells: Iterable[Cell]) -> dict[int, Cell]:
        return {c.column: replace(c, value=None, is_calculated=False) if c.stands_at_zero else c for c in cells}

    return replace(sheet, rows={row: without(cells.values()) for row, cells in sheet.rows.items()})
