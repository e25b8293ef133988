"""`public.csv`: what a public edition printed, kept in its folder so that every later one knows it.

A row for each row that was printed; `withheld` where the mark stood, nothing where nothing was printed. An edition
that was printed again, otherwise, adds a `printing`: readers have both. The format is pinned: each row says which it
is (`1`), and a file of another is refused: what was published must be read right.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from workbook_builder.inputs.cells import guarded, parse_number, unguarded
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.observations import Key
from workbook_builder.inputs.tables import Row, TableForm, read_file
from workbook_builder.periods import Period, parse_period
from workbook_builder.problems import Report, quoted
from workbook_builder.specs.model import Spec
from workbook_builder.suppression.facts import Cell, Part, Publication

FORMAT = "1"
FORM = TableForm(
    "public", ("format", "printing", "indicator", "area", "period", *(part.value for part in Part), "rounding"), 9
)
WITHHELD = "withheld"
_NOT_AVAILABLE = Missing.NOT_AVAILABLE.value
_REMEDY = "put the file back as the build wrote it (from a backup, say): nobody should edit it"


def public_csv(publication: Publication, county: str, before: str = "") -> str:
    """The text of the file, the rows in order; after what was printed `before`, where that was something else."""
    lines = before.splitlines(keepends=True) or [_line(FORM.columns)]
    printing = 1 + _last_printing(lines)
    new = [_line((FORMAT, str(printing), *row)) for row in _rows(publication, county)]
    return before if printing > 1 and _said(lines, printing - 1) == _said(new, printing) else "".join((*lines, *new))


def _rows(publication: Publication, county: str) -> Iterator[tuple[str, ...]]:
    rows: dict[Key, dict[Part, str]] = {key: {Part.MEASURE: _NOT_AVAILABLE} for key in publication.not_available}
    for cell, value in publication.figures.items():
        rows.setdefault(cell.row, {})[cell.part] = WITHHELD if value is None else f"{value:f}"
    for key in sorted(rows, key=lambda key: tuple(map(str, key))):
        figures = (rows[key].get(part, "") for part in Part)
        name, place, period = key
        yield name, guarded(place), str(period), *figures, str(publication.base(place, county))


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _last_printing(lines: Sequence[str]) -> int:
    return int(lines[-1].split(",")[1]) if len(lines) > 1 else 0


def _said(lines: Iterable[str], printing: int) -> list[str]:
    """The rows of a printing, without its number."""
    mark = f"{FORMAT},{printing},"
    return [line.removeprefix(mark) for line in lines if line.startswith(mark)]


def read_publications(path: Path, shown: str, edition: Period, spec: Spec, report: Report) -> tuple[Publication, ...]:
    """What an edition printed, time after time; `shown` is the file's name for messages, problems go to `report`.

    Rows of indicators, areas and teams that the spec no longer has are passed over.
    """
    rows = [row for row in read_file(path, shown, FORM, report) if _is_readable(row, report)]
    printings = sorted({int(row.cells["printing"]) for row in rows})
    return tuple(
        _publication(edition, spec, [row for row in rows if int(row.cells["printing"]) == n]) for n in printings
    )


def _publication(edition: Period, spec: Spec, rows: Iterable[Row]) -> Publication:
    known = [(key, row) for row in rows if (key := _key(row, spec))]
    figures = {cell: value for key, row in known for cell, value in _figures(key, row)}
    absent = {key for key, row in known if row.cells.get(Part.MEASURE.value) == _NOT_AVAILABLE}
    bases = {key[1] == spec.county: int(row.cells["rounding"]) for key, row in known}
    rounding = bases.get(False, 0)
    return Publication(edition, figures, frozenset(absent), rounding, bases.get(True, rounding))


def _is_readable(row: Row, report: Report) -> bool:
    faults = list(_faults(row))
    for column, allowed in faults:
        report.add(row.where(column), quoted(row.cells.get(column, "")), allowed, _REMEDY)
    return not faults


def _faults(row: Row) -> Iterator[tuple[str, str]]:
    """The columns of a row that cannot be what a build wrote, with what they may be."""
    cells = row.cells
    if cells.get("format") != FORMAT:
        yield "format", FORMAT
        return
    if parse_period(cells.get("period", "")) is None:
        yield "period", "a month, quarter, term or year"
    for column in ("printing", "rounding"):
        if not cells.get(column, "").isdecimal():
            yield column, "a whole number"
    for part in Part:
        text = cells.get(part.value, "")
        is_reason = text in ("", WITHHELD) or (part is Part.MEASURE and text == _NOT_AVAILABLE)
        if not is_reason and parse_number(text) is None:
            yield part.value, f"a number, {WITHHELD} or nothing"


def _key(row: Row, spec: Spec) -> Key | None:
    """The row's indicator, place by its present name, and period; None where the spec has it no more."""
    place = spec.place_called(unguarded(row.cells.get("area", "")))
    period = parse_period(row.cells["period"])
    name = row.cells.get("indicator", "")
    return (name, place, period) if place and period and name in spec.indicator_by_id else None


def _figures(key: Key, row: Row) -> Iterable[tuple[Cell, Decimal | None]]:
    for part in Part:
        text = row.cells.get(part.value, "")
        if text == WITHHELD:
            yield Cell(*key, part), None
        elif (number := parse_number(text)) is not None:
            yield Cell(*key, part), number
