"""The column kind `rag`: the rating of a year's figure, over the cells beside it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.targets import Target
from workbook_builder.live.judging import Judged
from workbook_builder.live.references import RATING
from workbook_builder.pages.blocks import Cell, Column, Shows
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs, nothing, year_parts
from workbook_builder.periods import Period
from workbook_builder.ratings import Rag
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import WhichYear, YearColumn
from workbook_builder.specs.model import Spec


def makers(column: YearColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column; empty where there is no target. That of this year holds the edition's ratings."""
    year, is_this = table.year_at(column.year), column.year is WhichYear.THIS

    def cell(row: Row, refs: RowRefs) -> Cell:
        target = row.targets.get(year)
        if target is None:
            return Cell(None if row.exists else Rag.NOT_RATED)
        return Cell(row.ratings[year], live=_judged(row, refs, year, target))

    heading = Column(
        heading=("RAG", *year_parts(table, column.year)),
        holds="rating",
        kind=column.kind,
        is_past=column.year is WhichYear.PREVIOUS,
        role=RATING.name if is_this else "",
        shows=Shows("rag", column.year.steps_back),
    )
    yield ColumnMaker(heading, cell, (lambda latest: (RATING,)) if is_this else nothing)


def _judged(row: Row, refs: RowRefs, year: Period, target: Target) -> Judged | None:
    """None where the table does not show both figure and target, or no way is better."""
    figure, beside = refs.figure(row.judged(year)), refs.target(year)
    if target.polarity is None or not figure or not beside:
        return None
    return Judged(figure, beside, target, row.indicator.decimals)
