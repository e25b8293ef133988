"""The finished public workbook, read as anybody reads it: the figures that its cells print, and nothing of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from workbook_builder.accessibility.reading import read_workbook
from workbook_builder.accessibility.workbook import Cell as Filled
from workbook_builder.accessibility.workbook import Workbook
from workbook_builder.outputs.accessible.places import Spot
from workbook_builder.outputs.accessible.spots import Layout
from workbook_builder.outputs.accessible.words import Short
from workbook_builder.periods import Period, parse_period
from workbook_builder.problems import Problem, ProblemsFound, quoted
from workbook_builder.suppression import Cell, Part, Publication

_PARTS = {"figure": Part.MEASURE, "numerator": Part.NUMERATOR, "denominator": Part.DENOMINATOR}
_DECIMALS = re.compile(r"0\.(0+)")
_MOST = 10


@dataclass(frozen=True)
class Finished:
    """A finished workbook, and what it prints of each figure; where several cells print one, the first.

    `unlike` are figures that it prints twice, and otherwise.
    """

    book: Workbook
    printed: Publication
    unlike: tuple[Cell, ...]


def read_finished(path: Path, layout: Layout, month: Period, mark: str) -> Finished:
    """What the workbook at `path` prints, `mark` for what is withheld.

    Raises `ProblemsFound` where it is not one of this layout.
    """
    book = read_workbook(path)
    _refuse_another(path, book, layout)
    figures: dict[Cell, Decimal | None] = {}
    absent: set[Cell] = set()
    unlike: dict[Cell, None] = {}
    for cell, spot in places_of(layout):
        found = at(book, spot)
        if _says(found, Short.NOT_AVAILABLE):
            absent.add(cell)
        for value in _values(found, mark):
            if figures.setdefault(cell, value) != value:
                unlike[cell] = None
    rows = {cell.row for cell in figures}
    gone = frozenset(cell.row for cell in absent if cell.part is Part.MEASURE) - rows
    return Finished(book, Publication(month, figures, gone), tuple(unlike))


def places_of(layout: Layout) -> Iterator[tuple[Cell, Spot]]:
    """The figures that the layout has cells for."""
    for (_, _, _, indicator, place), role, spot in layout.cells:
        period = parse_period(role.when)
        if role.name in _PARTS and period:
            yield Cell(indicator, place, period, _PARTS[role.name]), spot


def at(book: Workbook, spot: Spot) -> Filled | None:
    """The cell of a place; None where nothing stands."""
    sheet = book.sheet(spot[0])
    return sheet.cell(spot[1], spot[2]) if sheet else None


def _values(found: Filled | None, mark: str) -> Iterator[Decimal | None]:
    """A number as displayed, None for the mark of what is withheld; nothing for any other text."""
    if found is not None and found.text.strip() == mark:
        yield None
    elif found is not None and (found.is_number or _says(found, Short.LOW)):
        value = Decimal(repr(found.value)) if found.is_number else Decimal(0)
        shown = found.look.number_format
        decimals = _DECIMALS.search(shown)
        exponent = Decimal(1).scaleb(-len(decimals[1]) if decimals else 0)
        yield value if shown == "General" else value.quantize(exponent)


def _says(found: Filled | None, *words: Short) -> bool:
    return found is not None and found.text.strip() in [word.value for word in words]


def _refuse_another(path: Path, book: Workbook, layout: Layout) -> None:
    """Raises `ProblemsFound` where its tables have other headings or rows than this edition's."""
    problems = []
    for spot in sorted(layout.labels):
        wanted, found = layout.texts[spot], at(book, spot)
        if (found.text if found else "") != wanted and not (found and found.is_number):
            where = f"{path.name}, sheet {spot[0]}, row {spot[1] + 1}, column {spot[2] + 1}"
            said = quoted(found.text) if found else "nothing"
            remedy = "build it anew, and let nobody touch the file after that"
            problems.append(Problem(where, said, f"{quoted(wanted)}, as `build --public` writes it", remedy))
    if problems:
        raise ProblemsFound(problems[:_MOST])
