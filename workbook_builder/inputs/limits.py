"""What stands beside a target in `targets.csv`: the numbers that schemes of rating ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Number, as_written
from workbook_builder.inputs.tables import Row
from workbook_builder.problems import quoted
from workbook_builder.rating.scheme import Standard
from workbook_builder.rating.schemes import all_standards
from workbook_builder.specs.catalogue import Indicator, Unit


def meanings_of(standard: Standard) -> dict[str, str]:
    """What the columns of a standard mean: a number that is to be met, or a band from one number to another."""
    name, rating = standard.name, standard.rating.value
    if len(standard.roles) == 1:
        usual = f"the {name}: a figure that meets it but not the target is {rating}"
        return {standard.roles[0]: standard.meaning or usual}
    lowest, highest = standard.roles
    return {
        lowest: f"where the {name} begins: a figure within it, ends included, is {rating}",
        highest: "where it ends",
    }


def read_limits(row: Row, indicator: Indicator, own: int | None, reader: Reader) -> Iterator[tuple[str, Number]]:
    """Every number that any scheme asks for, by role; a band has both ends or neither.

    `own` are the decimals that the row states for its target: what stands beside it may have as many.
    """
    for standard in all_standards():
        ends = {role: _limit(row, role, standard, indicator, own, reader) for role in standard.roles}
        if len({bool(row.cells.get(role)) for role in standard.roles}) > 1:
            found = f"one end of the {standard.name}"
            reader.report.add(row.where(standard.roles[0]), found, "both ends, or neither", "fill in the other end")
        yield from ((role, end) for role, end in ends.items() if end and all(ends.values()))


def _limit(
    row: Row, column: str, standard: Standard, indicator: Indicator, own: int | None, reader: Reader
) -> Number | None:
    text = row.cells.get(column, "")
    if text.endswith("%"):
        if not standard.is_percent and indicator.unit is not Unit.PERCENT:
            _refuse_share(row, column, standard, reader)
            return None
        if standard.is_percent:
            row = replace(row, cells={**row.cells, column: text.removesuffix("%").rstrip()})
    number = as_written(reader.number(row, column, indicator.decimals), indicator.decimals)
    if not isinstance(number, Number):
        return None
    is_meant = own is not None and number.stated is not None and number.stated <= max(own, indicator.decimals)
    number = replace(number, stated=None) if is_meant else number
    before, after = ("", "") if standard.is_percent else indicator.unit.dress
    return replace(number, before=before, after=after)


def _refuse_share(row: Row, column: str, standard: Standard, reader: Reader) -> None:
    """`5%` for what is no percentage: 5 would be another limit, which nobody meant."""
    allowed = f"a {standard.name} in the unit of the figure, since that is no percentage"
    remedy = "write the figure itself; 5% of the target is tolerated by `rating: tolerance` and `tolerance` 5%"
    reader.report.add(row.where(column), quoted(row.cells[column]), allowed, remedy)
