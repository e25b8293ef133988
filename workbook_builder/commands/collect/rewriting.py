"""Writes texts into a CSV file of commentary and leaves every other row of it as it is, byte for byte."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbook_builder.inputs.cells import guarded, unguarded
from workbook_builder.inputs.commentary import FORM, CommentKey
from workbook_builder.names import folded


@dataclass(frozen=True)
class Text:
    """A text about an indicator in a section of a page, who wrote it, and the figures they saw."""

    key: CommentKey
    text: str
    author: str
    figures: str

    @property
    def cells(self) -> dict[str, str]:
        """What a row states of it, by column."""
        stated = (*self.key, self.text, self.author, self.figures)
        return dict(zip(FORM.columns, map(guarded, stated), strict=True))


@dataclass(frozen=True)
class Change:
    """What a file shall state of an indicator: texts in the place of its row, or else in rows below that."""

    texts: tuple[Text, ...]
    replaces: bool


@dataclass(frozen=True)
class _Record:
    """A row: as it stands in the file, its cells, and what it is about (None: the header, or nothing)."""

    raw: str
    cells: tuple[str, ...]
    key: CommentKey | None = None
    has_text: bool = False


def rewritten(old: str, changes: Mapping[CommentKey, Change], order: Sequence[CommentKey]) -> str:
    """The file with the changes, new rows standing in that order; `old` is "" where there is no file yet."""
    line_end = "\r\n" if "\r\n" in old else "\n"
    columns, records = _with_all_columns(list(_records(old)), line_end)
    ranks = {_folded(key): rank for rank, key in enumerate(order)}
    for key in sorted(changes, key=lambda key: ranks[_folded(key)]):
        _state(records, columns, changes[key], ranks, line_end)
    return "".join(record.raw for record in records)


def _state(
    records: list[_Record], columns: Sequence[str], change: Change, ranks: Mapping[CommentKey, int], line_end: str
) -> None:
    key = _folded(change.texts[0].key)
    own = [n for n, record in enumerate(records) if record.key == key]
    own = [n for n in own if records[n].has_text] or own
    if own and (change.replaces or not records[own[0]].has_text):
        at, last, old = own[0], own[0] + 1, records[own[0]].cells
    elif own:
        at, last, old = own[-1] + 1, own[-1] + 1, ()
    else:
        later = (n for n, record in enumerate(records) if record.key and ranks.get(record.key, -1) > ranks[key])
        at = last = next(later, len(records))
        old = ()
    made = [_record(columns, text, old if n == 0 else (), line_end) for n, text in enumerate(change.texts)]
    records[at:last] = made


def _record(columns: Sequence[str], text: Text, old: Sequence[str], line_end: str) -> _Record:
    """A row that states the text; in columns that are not its own it says what the old one said."""
    stated = dict(zip(columns, old, strict=False)) | text.cells
    return _written([stated.get(column, "") for column in columns], line_end, _folded(text.key))


def _written(cells: Sequence[str], line_end: str, key: CommentKey | None, has_text: bool = True) -> _Record:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator=line_end).writerow(cells)
    return _Record(file.getvalue(), tuple(cells), key, has_text)


def _with_all_columns(records: list[_Record], line_end: str) -> tuple[list[str], list[_Record]]:
    """The names of the columns, and the rows; where a column is lacking it is added to all of them."""
    header = next((n for n, record in enumerate(records) if any(cell.strip() for cell in record.cells)), None)
    if header is None:
        return list(FORM.columns), [_written(FORM.columns, line_end, None)]
    names = [name.strip().casefold() for name in records[header].cells]
    while not names[-1]:
        names.pop()
    lacking = [name for name in FORM.columns if name not in names]
    columns = names + lacking
    known = [record if n <= header else _understood(record, names) for n, record in enumerate(records)]
    if lacking:
        known = [_widened(record, len(names), len(columns), line_end) for record in known]
        known[header] = _written(columns, line_end, None)
    elif known and not known[-1].raw.endswith(("\n", "\r")):
        known[-1] = replace(known[-1], raw=known[-1].raw + line_end)
    return columns, known


def _widened(record: _Record, old: int, new: int, line_end: str) -> _Record:
    cells = [*record.cells[:old], *[""] * (new - min(old, len(record.cells)))]
    return _written(cells, line_end, record.key, record.has_text)


def _understood(record: _Record, names: Sequence[str]) -> _Record:
    stated = dict(zip(names, (cell.strip() for cell in record.cells), strict=False))
    key = (stated.get("page", ""), stated.get("section", ""), stated.get("indicator", ""))
    return replace(record, key=_folded(key) if any(key) else None, has_text=bool(stated.get("text")))


def _folded(key: CommentKey) -> CommentKey:
    page, section, indicator = key
    return folded(unguarded(page)), folded(unguarded(section)), folded(indicator)


def _records(text: str) -> Iterator[_Record]:
    """The rows as they stand in the file, line ends included, with their cells."""
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(iter(lines), strict=True)
    start = 0
    for cells in reader:
        yield _Record("".join(lines[start : reader.line_num]), tuple(cells))
        start = reader.line_num


def appended(old: str, texts: Iterable[Text]) -> str:
    """The file with rows for the texts at its end."""
    columns, records = _with_all_columns(list(_records(old)), "\n")
    made = (_record(columns, text, (), "\n") for text in texts)
    return "".join(record.raw for record in (*records, *made))
