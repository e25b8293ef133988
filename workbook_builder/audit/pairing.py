"""The rows of a printed table beside ours: the same in all that follows no other cell, else those most alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook_builder.audit.cell_text import words
from workbook_builder.audit.printed import Line, PrintedPage
from workbook_builder.audit.values import same, spelled
from workbook_builder.pages.blocks import Group, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.styles import Looks


@dataclass(frozen=True)
class Pair:
    """A row of one of our tables, and the line that stands for it on the sheet."""

    page: Page
    table: Table
    group: Group
    row: Row
    printed: PrintedPage
    line: Line

    def where(self, column: int) -> str:
        """`scorecard.xlsx, sheet Targets, cell F8`."""
        return f"{self.printed.origin}, cell {self.line.places[column]}"


@dataclass(frozen=True)
class Pairing:
    """The rows of a table that are printed, those of ours that are not, and the lines that stand for none."""

    pairs: tuple[Pair, ...]
    missing: tuple[tuple[Group, Row], ...]
    extra: tuple[Line, ...]


def paired(page: Page, table: Table, printed: PrintedPage, looks: Looks) -> Pairing:
    """Each line beside the row of ours that it stands for."""
    ours = [(group, row) for group in table.groups for row in group.rows]
    lines, found = list(printed.tables[table.id].lines), dict[int, Line]()
    for least in (1.0, 0.5):
        for n, (group, row) in enumerate(ours):
            if n not in found and (line := _likest(table, group, row, lines, looks, least)):
                found[n] = line
                lines.remove(line)
    pairs = tuple(Pair(page, table, *ours[n], printed, line) for n, line in sorted(found.items(), key=lambda f: f[0]))
    missing = tuple(one for n, one in enumerate(ours) if n not in found)
    return Pairing(pairs, missing, tuple(lines))


def _likest(table: Table, group: Group, row: Row, lines: Sequence[Line], looks: Looks, least: float) -> Line | None:
    """The first of the lines that are most like a row, and at least so much; None where none is."""
    best: Line | None = None
    for line in lines:
        likeness = _likeness(table, group, row, line, looks)
        if likeness >= 1.0:
            return line
        if likeness >= least:
            best, least = line, likeness + 1e-9
    return best


def _likeness(table: Table, group: Group, row: Row, line: Line, looks: Looks) -> float:
    """Which part of the cells that follow no other says the same; the same sub-heading counts as one of them."""
    likes = [words(group.title) == line.group]
    for n, cell in enumerate(row.cells):
        if not cell.live and n in line.cells:
            likes.append(same(spelled(cell, table.columns[n], looks), line.cells[n]))
    return sum(likes) / len(likes)
