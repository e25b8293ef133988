"""What the latest figures are made of: what `numerator` and `denominator` have in common."""

from __future__ import annotations

from collections.abc import Callable

from workbook_builder.inputs.figures import Figure, Missing
from workbook_builder.inputs.observations import Observation
from workbook_builder.live.references import Role
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs, fact_of, latest_group
from workbook_builder.scorecards.model import Row, Table


def part(kind: str, table: Table, stated: Callable[[Observation], Figure | None]) -> ColumnMaker:
    """A column of one of the two parts; where a figure is missing, the reason why."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        latest, fact = row.figures.get(row.latest), fact_of(row, Role(kind, str(row.latest)))
        if latest is None or isinstance(latest.measure, Missing):
            return Cell(row.figure(row.latest), fact=fact)
        return Cell(stated(latest), fact=fact)

    column = Column((kind.capitalize(),), "figure", kind, latest_group(table), shows=Shows(kind))
    return ColumnMaker(column, cell, lambda row: (part_of(kind),))


def part_of(kind: str) -> Role:
    """The role of a latest figure's numerator or denominator."""
    return Role(kind)
