"""Reads a returned copy of a workbook: what stands in its commentary, and what somebody typed around it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workbook_builder.commentary.draft import DRAFT_MARK
from workbook_builder.commentary.figures_seen import number as number_of
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.shown import decoded
from workbook_builder.inputs.typed import TypedCell, TypedRows, read_typed
from workbook_builder.pages.commentary import FIGURES, ID, TEXT, VERSION
from workbook_builder.problems import Report, has_control, without_control
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.versions import checksum, read_version

_ID, _TEXT, _VERSION = (name.casefold() for name in (ID, TEXT, VERSION))
_FIGURES = tuple(name.casefold() for name in FIGURES)
_WHOLE = (
    "choose the whole workbook that `build` made of a draft: that of one area (--area) has no page of commentary, a "
    "final edition no versions"
)
_LINE_ENDS = re.compile("\r\n|\r|\x0b|\x0c")
_WORDS = {word.casefold() for kind in (Rag, Missing) for word in [member.value for member in kind]}


@dataclass(frozen=True)
class Returned:
    """A row of commentary in a returned copy. `edition` and `base` (the checksum of the text as it was built) are ""
    where the row's version cannot be read; `figures` are rating, figure and target as displayed, "" where unknown.
    """

    file: str
    author: str
    sheet: str
    indicator: str
    edition: str
    base: str
    cell: TypedCell
    figures: tuple[str, ...]

    @property
    def where(self) -> str:
        """`North.xlsx, sheet Commentary, cell F12 (PLANS)`."""
        return f"{place(self.file, self.sheet, self.cell)} ({self.indicator or 'no id'})"

    @cached_property
    def typed(self) -> str:
        """What stands in the cell, line ends as line feeds and without what shows nothing."""
        return without_control(_LINE_ENDS.sub("\n", decoded(self.cell.text)))

    @property
    def text(self) -> str:
        """The text that was typed, without the mark of a draft that it may have been typed over."""
        return self.typed.strip().removesuffix(DRAFT_MARK).strip()

    @property
    def is_changed(self) -> bool:
        """Whether the text is another than was built: one in which `_x000D_` stood as it is has not changed."""
        return self.base not in (checksum(self.typed), checksum(self.cell.text))

    @property
    def is_uncalculated(self) -> bool:
        """Whether the cell holds a formula that says nothing."""
        return self.cell.kind == "error"

    @property
    def has_lost_control(self) -> bool:
        """Whether something that shows nothing was left out."""
        return has_control(_LINE_ENDS.sub("\n", decoded(self.cell.text)))


@dataclass(frozen=True)
class Copy:
    """A returned file: its rows of commentary, and the other cells of their sheets, each with its place."""

    file: str
    rows: tuple[Returned, ...]
    others: tuple[tuple[str, str], ...]


def place(file: str, sheet: str, cell: TypedCell) -> str:
    """`North.xlsx, sheet Commentary, cell F12`."""
    return f"{file}, sheet {sheet}, cell {cell.address}"


def read_copy(path: Path, is_only: bool, report: Report) -> Copy:
    """A copy with its commentary; what makes it unreadable goes to `report`. A sheet is known by its header row.

    `is_only` says that no other copy has its name; else it is called by its folder, too.
    """
    file = path.name if is_only else str(path)
    if problem := _no_file(path):
        report.add(str(path), *problem)
        return Copy(file, (), ())
    before = len(report.problems)
    sheets = read_typed(path, str(path), report)
    headed = {name: (cells, header) for name, cells in sheets.items() if (header := _header(cells))}
    if not headed and len(report.problems) == before:
        allowed = f"a sheet with the columns {ID}, {TEXT} and {VERSION}"
        report.add(str(path), "no sheet of commentary", allowed, _WHOLE)
    author = _in_a_line(path.stem if is_only else f"{path.parent.name}/{path.stem}")
    rows: list[Returned] = []
    others: list[tuple[str, str]] = []
    for name, (cells, header) in headed.items():
        rows.extend(_rows(file, author, name, cells, header))
        others.extend((place(file, name, cell), text) for cell, text in _others(cells, header))
    return Copy(file, tuple(rows), tuple(others))


def _no_file(path: Path) -> tuple[str, str, str] | None:
    """What is found instead of a file, what is allowed, what to do; None where there is a file."""
    if path.name.startswith("~$"):
        remedy = "save and close the workbook, then collect again"
        return "Excel's mark that this workbook is open", "a closed workbook", remedy
    if path.is_dir():
        return "a folder", "returned copies of a workbook", f"name the files in it: {path / '*.xlsx'}"
    return None if path.is_file() else ("no such file", "a returned copy of a workbook", "check the name")


@dataclass(frozen=True)
class _Header:
    """Where the header row stands: its number, the number of each column, the letters of that of commentary."""

    row: int
    columns: Mapping[str, int]
    text_letters: str


def _header(rows: TypedRows) -> _Header | None:
    """The first row that names id, commentary and version, wherever their columns stand."""
    for row, cells in rows.items():
        texts = {plain(cell.text): column for column, cell in sorted(cells.items(), reverse=True)}
        if {_ID, _TEXT, _VERSION} <= set(texts):
            columns = {name: texts[name] for name in (_ID, _TEXT, _VERSION, *_FIGURES) if name in texts}
            return _Header(row, columns, cells[texts[_TEXT]].address.rstrip("0123456789"))
    return None


def _rows(file: str, author: str, sheet: str, rows: TypedRows, header: _Header) -> Iterator[Returned]:
    for number, cells in rows.items():
        if number > header.row and _is_commentary(cells, header):
            named = {name: cells.get(column) for name, column in header.columns.items()}
            edition, base = read_version(_text(named[_VERSION])) or ("", "")
            cell = named[_TEXT] or TypedCell(f"{header.text_letters}{number}", "", "", "text")
            figures = tuple(_shown(named.get(name), is_limit=name == _FIGURES[-1]) for name in _FIGURES)
            yield Returned(file, author, sheet, _text(named[_ID]), edition, base, cell, figures)


def _is_commentary(cells: Mapping[int, TypedCell], header: _Header) -> bool:
    version = read_version(_text(cells.get(header.columns[_VERSION])))
    return bool(version) or header.columns[_TEXT] in cells


def _text(cell: TypedCell | None) -> str:
    return _in_a_line(decoded(cell.text)) if cell else ""


def _shown(cell: TypedCell | None, is_limit: bool) -> str:
    """What a cell shows; a limit all the decimals that were typed."""
    if cell is None or cell.kind == "error":
        return ""
    is_finer = is_limit and len(cell.text.partition(".")[2]) > len(cell.shown.partition(".")[2])
    return _in_a_line(cell.text if is_finer else cell.shown)


def _in_a_line(text: str) -> str:
    return " ".join(without_control(text).split())


def _others(rows: TypedRows, header: _Header) -> Iterator[tuple[TypedCell, str]]:
    """The cells, with their texts, that hold neither commentary nor what the builder writes beside it."""
    for number, cells in rows.items():
        passed = _passed_over(cells, header) if number > header.row else set()
        for column, cell in cells.items() if number != header.row else ():
            text = without_control(decoded(cell.text)).strip()
            if text and column not in passed:
                yield cell, text


def _passed_over(cells: Mapping[int, TypedCell], header: _Header) -> set[int]:
    """The columns of a row that hold commentary, its id and version, and the figures beside it."""
    if not _is_commentary(cells, header):
        return set()
    versions = header.columns[_VERSION]
    passed = {header.columns[_ID], header.columns[_TEXT]}
    passed |= {versions} if read_version(_text(cells.get(versions))) else set()
    for column in (header.columns[name] for name in _FIGURES if name in header.columns):
        cell = cells.get(column)
        if cell and (cell.kind in ("number", "error") or _is_figure(cell.text)):
            passed.add(column)
    return passed


def _is_figure(text: str) -> bool:
    """Whether a text is a rating, a reason why there is no figure, or a number as displayed: `10.4†`."""
    return text.strip().casefold() in _WORDS or number_of(text) is not None


def unknown(copy: Copy, known: Container[str]) -> list[tuple[str, str]]:
    """The texts of other cells that are none of the `known` ones: somebody typed them."""
    return [(where, text) for where, text in copy.others if plain(text) not in known]


def plain(text: str) -> str:
    """The text without regard to white space and capitals."""
    return " ".join(text.split()).casefold()
