"""The column kind `to_green`: how many more or fewer in the numerator would make the latest figure GREEN."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Missing
from workbook_builder.live.judging import Lacking, judge_of
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs
from workbook_builder.pages.columns.parts import part_of
from workbook_builder.pages.values import Signed
from workbook_builder.scorecards.judging import percentage_of
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.catalogue import Making
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column: a number with its sign, 0 where the figure is GREEN, N/A where it cannot be known. Ours alone."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        lacking = Signed(row.to_green.lacking) if row.to_green else Missing.NOT_AVAILABLE
        return Cell(lacking, live=_lacking(row, refs))

    yield ColumnMaker(Column(("More (+) or fewer (-) for GREEN",), "signed", column.kind), cell)


def _lacking(row: Row, refs: RowRefs) -> Lacking | None:
    """Over numerator, denominator and target; over the figure too where it is not what they make."""
    latest, figure = row.figures.get(row.latest), refs.figure(row.latest)
    part, whole = (refs.ref(part_of(kind, row.latest)) for kind in ("numerator", "denominator"))
    judge = judge_of(row.target, refs.target(row.target))
    is_percentage = row.indicator.measure is Making.PERCENTAGE
    if not is_percentage or latest is None or not part or not whole or not figure or not judge:
        return None
    doubted = figure if percentage_of(latest).is_contradicted else None
    return Lacking(part, whole, figure.decimals, doubted, judge)
