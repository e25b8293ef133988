"""What the latest figures are made of: what `numerator` and `denominator` have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from workbook_builder.inputs.figures import Figure, Missing
from workbook_builder.inputs.observations import Observation
from workbook_builder.live.references import Role
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs, latest_group
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Row, Table


def part(kind: str, table: Table, stated: Callable[[Observation], Figure | None]) -> ColumnMaker:
    """A column of one of the two parts; where a figure is missing, the reason why."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        latest, fact = row.figures.get(row.latest), refs.fact(part_of(kind, row.latest))
        if latest is None or isinstance(latest.measure, Missing):
            return Cell(row.figure(row.latest), fact=fact)
        return Cell(stated(latest), fact=fact)

    name = kind.capitalize()
    alone = f"{name} {table.latest.label}"
    column = Column((name,), "figure", kind, latest_group(table), shows=Shows(kind), alone=alone)
    return ColumnMaker(column, cell, lambda row: (part_of(kind, row.latest),))


@lru_cache(maxsize=1024)
def part_of(kind: str, period: Period) -> Role:
    """The role of the numerator or denominator of a period's figure."""
    return Role(kind, str(period))
