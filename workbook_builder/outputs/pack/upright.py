"""Which columns of a table of indicators stand on an upright A4 page, as data.

The others (the trend, what a figure is made of, the year before's target and rating) are in the workbook, in the data
and, where full tables are asked for, on landscape pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbook_builder.pages.blocks import Column

_Choice = Callable[[Sequence[Column]], Column | None]


def _first(kind: str, is_past: bool = False) -> _Choice:
    return lambda columns: next((c for c in columns if c.kind == kind and c.is_past is is_past), None)


def _last(kind: str) -> _Choice:
    return lambda columns: next((c for c in reversed(columns) if c.kind == kind), None)


def _last_year(columns: Sequence[Column]) -> Column | None:
    """The outturn of the year before; where a table has none, the same period of that year."""
    latest = next((c.period for c in columns if c.kind == "measure" and c.period), None)
    earlier = (c for c in columns if c.kind == "trend" and latest and c.period == latest.a_year_before)
    return _first("outturn", is_past=True)(columns) or next(earlier, None)


UPRIGHT: tuple[_Choice, ...] = (
    _first("code"),
    _first("indicator"),
    _first("measure"),
    _first("dot"),
    _first("target"),
    _first("rag"),
    _last_year,
    _last("benchmark"),
)
"""Code, indicator, latest figure, direction, target, rating, last year, and the last of the benchmarks: England."""


def upright(columns: Sequence[Column]) -> list[int]:
    """The positions of the columns that stand on an upright page; all of a table that has no latest figure."""
    if not any(column.kind == "measure" for column in columns):
        return drawn(columns)
    chosen = [choice(columns) for choice in UPRIGHT]
    return [columns.index(column) for column in chosen if column is not None]


def drawn(columns: Sequence[Column]) -> list[int]:
    """The positions of all columns but lines: what those are drawn of stands in their row already."""
    return [n for n, column in enumerate(columns) if column.holds != "line"]
