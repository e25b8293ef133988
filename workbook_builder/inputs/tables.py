"""Reads the input tables of an edition, in whichever of the `formats` it states them.

Cells come out as text, with the precision Excel displays where the file is a workbook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from workbook_builder.inputs.csv_files import read_csv
from workbook_builder.inputs.figures import Origin
from workbook_builder.inputs.formats import FORMATS, Format
from workbook_builder.inputs.raw import Place, RawTable
from workbook_builder.periods import Period
from workbook_builder.problems import NO_CONTROL, Report, has_control, listed, nearest, quoted

FOR_READING_ONLY = ("title", "last_value")
_OTHER_SEPARATORS = {";": ";", "\t": "tabs"}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TableForm:
    """What a table is called and which columns it has; the first `needed` may not be left out.

    `longest` is how many characters a cell may have; `holds` and `meanings` (of each column, in their order) say in
    words what the table and its columns are for.
    """

    name: str
    columns: tuple[str, ...]
    needed: int
    longest: int = 2000
    holds: str = ""
    meanings: tuple[str, ...] = ()

    @staticmethod
    def described(name: str, holds: str, columns: Mapping[str, str], needed: int, longest: int = 2000) -> TableForm:
        """The form of a table that users fill in: `columns` with what each of them means."""
        return TableForm(name, tuple(columns), needed, longest, holds, tuple(columns.values()))

    @property
    def file(self) -> str:
        """The file that holds it, where the edition is not one workbook."""
        return f"{self.name}.csv"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: text by column, where it stands, and the decimals that Excel displays of a number by column.

    None are decimals that the cell's format leaves open; a number that was written as text is not listed. `dates` are
    the periods that a date may stand for, by column; a date that was written as text is not listed.
    """

    cells: Mapping[str, str]
    origin: Origin
    decimals: Mapping[str, int | None] = field(default_factory=dict)
    dates: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)

    def where(self, column: str) -> str:
        """`inputs/2024-11/observations.csv, row 14, column measure`."""
        return f"{self.origin}, column {column}"


def read_rows(folder: Path, shown: str, form: TableForm, report: Report) -> Iterator[Row]:
    """The rows of one table of an edition's folder; none where the edition does not state it.

    `shown` is the folder's name for messages. Problems go to `report`.
    """
    stated = [(format_.place(form.name), table) for format_, table in _stated(folder, shown, form, report)]
    if len(stated) > 1:
        found = " and ".join(place for place, _ in stated)
        report.add(shown, found, "one of them", "delete what is out of date")
    for _, table in stated[:1]:
        yield from _understood(table, form, report)


def _stated(folder: Path, shown: str, form: TableForm, report: Report) -> Iterator[tuple[Format, RawTable]]:
    """The table in each format in which the folder has it."""
    for format_ in FORMATS:
        file = format_.file(form.name)
        if _is_there(folder / file) and (table := format_.read(folder / file, f"{shown}/{file}", form.name, report)):
            yield format_, table


def read_file(path: Path, shown: str, form: TableForm, report: Report) -> Iterator[Row]:
    """The rows of a CSV file that stands by itself, outside an edition's folder."""
    if table := read_csv(path, shown, form.name, report):
        yield from _understood(table, form, report)


def _is_there(path: Path) -> bool:
    """Whether there is such a file; a link that leads nowhere is there, and cannot be read."""
    return path.exists() or path.is_symlink()


def _understood(table: RawTable, form: TableForm, report: Report) -> Iterator[Row]:
    if not table.rows:
        report.add(table.file, "an empty table", f"the columns {listed(form.columns)}", "write the header row")
        return
    number, header = table.rows[0]
    names = [name.strip().casefold() for name in header]
    while not names[-1]:
        names.pop()
    if _header_fits(names, Origin(table.file, number), form, report):
        yield from _rows(table, names, table.rows[1:], form.longest, report)


def _header_fits(names: Sequence[str], origin: Origin, form: TableForm, report: Report) -> bool:
    known = (*form.columns, *FOR_READING_ONLY)
    separators = [name for mark, name in _OTHER_SEPARATORS.items() if len(names) == 1 and mark in names[0]]
    if separators:
        found, allowed = f"columns separated by {separators[0]}", "columns separated by commas"
        report.add(str(origin), found, allowed, 'save it as "CSV UTF-8"')
        return False
    before = len(report.problems)
    for name in dict.fromkeys(names):
        if name not in known and name:
            remedy = nearest(name, known, "remove the column")
            report.add(str(origin), f"the unknown column {quoted(name)}", listed(form.columns, 20), remedy)
        elif names.count(name) > 1:
            report.add(str(origin), f"the column {quoted(name)} twice", "each column once", "remove one of them")
    for name in form.columns[: form.needed]:
        if name not in names:
            report.add(str(origin), f"no column {name}", listed(form.columns, 20), "add the column")
    return len(report.problems) == before


def _rows(
    table: RawTable, names: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], longest: int, report: Report
) -> Iterator[Row]:
    for number, cells in rows:
        origin = Origin(table.file, number)
        if fault := None if _is_sound(names, cells, longest) else _fault(names, cells, longest, origin):
            report.add(*fault)
            continue
        values = dict(zip(names, map(str.strip, cells), strict=False))
        if table.decimals or table.dates:
            places = {name: (number, position) for position, name in enumerate(names)}
            yield Row(values, origin, _of_row(table.decimals, places), _of_row(table.dates, places))
        else:
            yield Row(values, origin)


def _is_sound(names: Sequence[str], cells: Sequence[str], longest: int) -> bool:
    """Whether all is well at a glance, as with nearly every row."""
    text = "".join(cells)
    return len(cells) == len(names) and "" not in names and len(text) <= longest and not has_control(text)


def _fault(
    names: Sequence[str], cells: Sequence[str], longest: int, origin: Origin
) -> tuple[str, str, str, str] | None:
    """What is wrong with a row; None if nothing is."""
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        found = f"{len(cells)} values under {len(names)} columns"
        return str(origin), found, "a value for each column", 'put values with commas in "quotes"'
    if lost := next((c for name, c in zip(names, cells, strict=False) if c.strip() and not name), None):
        found = f"{quoted(lost)} in a column without a heading"
        return str(origin), found, "a heading above each column", "write the heading, or empty the column"
    if long := next((c for c in cells if len(c) > longest), None):
        found = f"{len(long)} characters in one cell: {quoted(long, 30)}"
        return str(origin), found, f"at most {longest} characters", "shorten the text"
    if odd := next((pair for pair in zip(names, cells, strict=False) if has_control(pair[1])), None):
        return f"{origin}, column {odd[0]}", quoted(odd[1]), *NO_CONTROL
    return None


def _of_row(known: Mapping[Place, T], places: Mapping[str, Place]) -> dict[str, T]:
    """What is known of the cells of a row, by column."""
    return {name: known[place] for name, place in places.items() if place in known}
