"""The column kind `to_green`: how many more or fewer in the numerator would make the latest figure GREEN."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Missing
from workbook_builder.live.judging import Lacking
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs
from workbook_builder.pages.columns.parts import part_of
from workbook_builder.pages.values import Signed
from workbook_builder.reach import contradicts
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.catalogue import Making
from workbook_builder.specs.columns import PlainColumn
from workbook_builder.specs.model import Spec


def makers(column: PlainColumn, table: Table, spec: Spec) -> Iterator[ColumnMaker]:
    """One column: a number with its sign, 0 where the figure is GREEN, N/A where it cannot be known. Ours alone."""

    def cell(row: Row, refs: RowRefs) -> Cell:
        lacking = Signed(row.reach.lacking) if row.reach else Missing.NOT_AVAILABLE
        return Cell(lacking, live=_lacking(row, refs))

    yield ColumnMaker(Column(("More (+) or fewer (-) for GREEN",), "signed", column.kind), cell)


def _lacking(row: Row, refs: RowRefs) -> Lacking | None:
    """Over numerator, denominator and target; over the figure too where it is not what they make."""
    latest, target = row.figures.get(row.latest), row.targets.get(row.year)
    part, whole = refs.ref(part_of("numerator")), refs.ref(part_of("denominator"))
    if row.indicator.measure is not Making.PERCENTAGE or latest is None or target is None or not part or not whole:
        return None
    beside, figure = refs.target(row.year), refs.figure(row.latest)
    if target.polarity is None or not beside or not figure:
        return None
    doubted = figure if contradicts(latest) else None
    return Lacking(part, whole, figure.decimals, beside, doubted, target, row.indicator.decimals)
