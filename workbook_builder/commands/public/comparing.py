"""The rows of two editions of the same scorecard, cell by cell: what the one says and the other does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from workbook_builder.pages import blocks
from workbook_builder.pages.publication import Publication as Pages
from workbook_builder.pages.values import Direction, Missing, Number, Points, Rag, Travel, Value
from workbook_builder.periods import parse_period
from workbook_builder.suppression import Cell, Part, Publication

_PARTS = {"figure": Part.MEASURE, "numerator": Part.NUMERATOR, "denominator": Part.DENOMINATOR}
_SAYS_NOTHING = (None, Missing.SUPPRESSED, Rag.NOT_RATED, Travel.UNKNOWN, Direction.UNKNOWN)


class Kind(Enum):
    """Whether a difference is a suppression, a rounding by rule, or something else."""

    SUPPRESSED = "suppressed"
    ROUNDED = "rounded"
    OTHER = "other"


@dataclass(frozen=True)
class Difference:
    """A cell that the two say differently: where it stands, and what is said of it."""

    where: str
    kind: Kind
    said: str = ""


@dataclass(frozen=True)
class _Row:
    """A row of either edition under the columns of its table."""

    row: blocks.Row
    columns: tuple[blocks.Column, ...]


def differences(managers: Pages, public: Pages, published: Publication) -> Iterator[Difference]:
    """Every difference of the public edition's rows from the managers'; `published` is what may be told."""
    ours, theirs = dict(_rows(managers)), dict(_rows(public))
    for id in ours.keys() ^ theirs.keys():
        yield Difference(", ".join(id[1:]), Kind.OTHER, "a row of one of the two editions")
    for id, mine in ours.items():
        if id in theirs:
            yield from _between(", ".join(id[1:]), mine, theirs[id], published)


def _rows(pages: Pages) -> Iterator[tuple[tuple[str, ...], _Row]]:
    for page in pages.pages:
        for table in page.tables:
            for row in table.rows:
                if row.id and row.id[0] == "row":
                    yield row.id, _Row(row, table.columns)


def _between(where: str, mine: _Row, other: _Row, published: Publication) -> Iterator[Difference]:
    is_touched = any(each is None for each in _told(mine.row, published).values())
    cells = zip(mine.columns, mine.row.cells, other.row.cells, _roles(mine.row), strict=True)
    for column, now, then, figures in cells:
        if not _is_alike(now.value, then.value):
            heading = " ".join(str(getattr(part, "value", part)) for part in column.heading)
            kind = _kind(now.value, then.value, figures, published, is_touched)
            yield Difference(where, kind, f"{heading or column.kind} is not what the managers' edition says")


def _kind(now: Value, then: Value, figures: list[Cell], published: Publication, is_touched: bool) -> Kind:
    if isinstance(then, Number) and figures:
        return Kind.ROUNDED if then.value == published.figures.get(figures[0]) else Kind.OTHER
    if figures and isinstance(now, Number):
        is_withheld = published.figures.get(figures[0]) is None
        return Kind.SUPPRESSED if is_withheld and then is Missing.SUPPRESSED else Kind.OTHER
    if isinstance(then, Points):  # a line over cells of the row, which are compared by themselves
        return Kind.SUPPRESSED if is_touched else Kind.ROUNDED
    return Kind.SUPPRESSED if is_touched and then in _SAYS_NOTHING else Kind.OTHER


def _is_alike(one: Value, other: Value) -> bool:
    """Whether both are displayed alike."""
    if isinstance(one, Number) and isinstance(other, Number):
        return one.text == other.text
    if isinstance(one, Points) and isinstance(other, Points):
        return len(one.figures) == len(other.figures) and all(map(_is_alike, one.figures, other.figures))
    return one == other


def _roles(row: blocks.Row) -> Iterator[list[Cell]]:
    """The figures that each cell of a row states."""
    indicator, place = row.id[-2:]
    for roles in row.roles or ((),) * len(row.cells):
        dated = ((role, parse_period(role.when)) for role in roles if role.name in _PARTS)
        yield [Cell(indicator, place, period, _PARTS[role.name]) for role, period in dated if period]


def _told(row: blocks.Row, published: Publication) -> dict[Cell, object]:
    """What is told of each figure of a row that anybody states."""
    cells = (cell for cells in _roles(row) for cell in cells)
    return {cell: published.figures[cell] for cell in cells if cell in published.figures}
