"""The column kind `rag`: the rating of a year's figure, over the cells beside it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.judging import Judged, judge_of
from workbook_builder.live.references import RATING
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs, nothing, shows_year, year_parts
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import is_judged
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import YearColumn
from workbook_builder.specs.model import Spec


def makers(column: YearColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column; empty where there is no target. That of this year holds the edition's ratings."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        period, year = table.judged(row, column.year)
        target = row.targets.get(year)
        if is_judged(row.indicator.rating):
            return Cell(row.ratings[period] if row.exists else Rag.NOT_RATED)
        if target is None:
            return Cell(None if row.exists else Rag.NOT_RATED)
        figure, judge = refs.figure(period), judge_of(target, refs.target(target))
        return Cell(row.ratings[period], Judged(figure, judge) if figure and judge else None)

    heading = Column(
        heading=("RAG", *year_parts(table, column.year)),
        holds="rating",
        kind=column.kind,
        is_past=table.year_at(column.year) < table.year,
        role=RATING.name if column.is_this else "",
        shows=shows_year("rag", table, column.year),
    )
    yield ColumnMaker(heading, cell, (lambda row: (RATING,)) if column.is_this else nothing)
