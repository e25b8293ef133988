"""Cells and headings that several kinds of page and column have in common."""

from __future__ import annotations

from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.live.references import Role
from workbook_builder.pages.blocks import Cell
from workbook_builder.pages.values import Absent
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import Indicator


def code_of(indicator: Indicator) -> Cell:
    """The printed code; the id stands in its place where there is none."""
    return Cell(indicator.code or Absent(indicator.id))


def compared(stated: tuple[Period, Benchmark] | None) -> Cell:
    """What a benchmark group achieved; the same statement may hold for many rows."""
    if stated is None:
        return Cell(None)
    return Cell(stated[1].value, fact=(Role("benchmark"), (str(stated[1].origin),)))


def in_parts(period: Period) -> tuple[str, ...]:
    """`Q2` and `24-25`: a period's label in the parts in which it may be broken."""
    return tuple(period.label.split(" "))
