"""How a cell looks: its style and number format follow from what it says and what its column holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbook_builder.grid import Cell, Style
from workbook_builder.outputs.marking import marked
from workbook_builder.outputs.xlsx.numbers import MOST_DECIMALS, SIGNED, number_format, plain_value
from workbook_builder.pages import blocks
from workbook_builder.pages.blocks import Column
from workbook_builder.pages.values import (
    Absent,
    Direction,
    Draft,
    Missing,
    Number,
    Rag,
    Signed,
    Total,
    Travel,
    Withheld,
)
from workbook_builder.styles import Looks

TRAVEL_STYLES = {
    Travel.IMPROVED: Style.TRAVEL_IMPROVED,
    Travel.WORSENED: Style.TRAVEL_WORSENED,
    Travel.SAME: Style.TRAVEL_SAME,
}
Draw = Callable[[blocks.Cell], Cell]


def arrows(looks: Looks) -> Mapping[Travel, str]:
    """The style's arrow for each direction of travel."""
    symbols = looks.symbols
    return {Travel.IMPROVED: symbols.improved, Travel.WORSENED: symbols.worsened, Travel.SAME: symbols.same}


def in_words(travel: Travel, looks: Looks) -> str:
    """`⇧ improved`: an arrow with its word."""
    return f"{arrows(looks)[travel]} {travel.value}"


class Pen:
    """Draws the cells of a column: for each word of `Holds` a method. `link` is how links look on its page."""

    def __init__(self, column: Column, looks: Looks, link: Style) -> None:
        self.looks, self.link, self.arrows = looks, link, arrows(looks)
        self.number, self.missing, self.rag = (
            (Style.NUMBER_PREVIOUS, Style.MISSING_PREVIOUS, Style.RAG_PREVIOUS)
            if column.is_past
            else (Style.NUMBER, Style.MISSING, Style.RAG)
        )
        self.blank = Cell(None, self.number)
        self.draw: Draw = getattr(self, f"_{column.holds}")

    def _mark(self, cell: blocks.Cell) -> str:
        return marked(cell.marks, self.looks)

    def _code(self, cell: blocks.Cell) -> Cell:
        if isinstance(cell.value, Absent):
            return Cell(cell.value.text, Style.MISSING)
        return Cell(_words(cell), Style.LABEL)

    def _label(self, cell: blocks.Cell) -> Cell:
        match cell.value:
            case True:
                return Cell(self.looks.symbols.tick, Style.LABEL)
            case Direction():
                return Cell(cell.value.value, Style.MISSING if cell.value is Direction.UNKNOWN else Style.LABEL)
        return Cell(_words(cell), Style.LABEL)

    def _text(self, cell: blocks.Cell) -> Cell:
        if isinstance(cell.value, Total):
            return Cell(cell.value.text, Style.TERM)
        return Cell(_words(cell), self.link if cell.link else Style.TEXT)

    _title = _text

    def _remark(self, cell: blocks.Cell) -> Cell:
        return Cell(_words(cell), Style.NOTE)

    def _figure(self, cell: blocks.Cell) -> Cell:
        match cell.value:
            case Number(value, decimals) as number:
                mark, unit = number.after + self._mark(cell), number.before
                shown = number_format(decimals, cell.sign, mark, cell.when, unit=unit)
                return Cell(plain_value(value), self.number, shown)
            case Missing() | Withheld():
                return Cell(cell.value.value, self.missing)
            case Signed(number):
                return Cell(number, self.number, SIGNED)
            case int():
                return Cell(cell.value, self.number, number_format(0))
            case str():
                return Cell(cell.value, self.missing)
        return self.blank

    def _limit(self, cell: blocks.Cell) -> Cell:
        """A number that is judged as it is shown: one that is typed over it more finely shows all its decimals."""
        if not isinstance(cell.value, Number):
            return self._figure(cell)
        decimals, shown = cell.value.decimals, plain_value(cell.value.shown)
        unit, after = cell.value.before, cell.value.after
        usual = number_format(decimals, cell.sign, after, cell.when, unit=unit)
        finer = number_format(decimals + 1, cell.sign, after, cell.when, MOST_DECIMALS - decimals - 1, unit)
        return Cell(shown, self.number, usual, finer=finer if decimals < MOST_DECIMALS else "")

    def _signed(self, cell: blocks.Cell) -> Cell:
        """A number with its sign; what is missing may become one as figures are edited."""
        if isinstance(cell.value, Missing) and cell.live:
            return Cell(cell.value.value, self.missing, SIGNED)
        return self._figure(cell)

    def _aside(self, cell: blocks.Cell) -> Cell:
        if isinstance(cell.value, Number):
            after, unit = cell.value.after + self._mark(cell), cell.value.before
            inside = number_format(cell.value.decimals, mark=f"{after})", unit=unit)
            return Cell(plain_value(cell.value.value), self.number, f'"("{inside}')
        return self._figure(cell)

    def _rating(self, cell: blocks.Cell) -> Cell:
        if isinstance(cell.value, Rag):
            return Cell(cell.value.value, self.missing if cell.value is Rag.NOT_RATED else self.rag)
        return Cell(_words(cell), self.missing)

    def _travel(self, cell: blocks.Cell) -> Cell:
        if isinstance(cell.value, Travel):
            arrow = self.arrows.get(cell.value)
            return Cell(arrow or cell.value.value, Style.TRAVEL if arrow else Style.MISSING)
        return Cell(_words(cell), Style.TRAVEL)

    def _line(self, cell: blocks.Cell) -> Cell:
        return Cell(None, Style.SPARKLINE)

    def _change(self, cell: blocks.Cell) -> Cell:
        match cell.value:
            case Rag():
                return self._rating(cell)
            case Travel():
                return Cell(in_words(cell.value, self.looks), Style.TRAVEL)
            case Absent(text):
                return Cell(text, Style.MISSING)
            case str():
                return Cell(cell.value, Style.TEXT)
        return self._figure(cell)

    def _choice(self, cell: blocks.Cell) -> Cell:
        """What is chosen, which line of a list that is, or a text about it."""
        if isinstance(cell.value, Number):
            return Cell(plain_value(cell.value.value), Style.NOTE, number_format(cell.value.decimals, cell.sign))
        return Cell(_words(cell), Style.CHOICE if cell.choices else Style.NOTE)

    def _chosen(self, cell: blocks.Cell) -> Cell:
        """A figure of any indicator, with the decimals that it has."""
        if isinstance(cell.value, Number):
            return Cell(plain_value(cell.value.shown), self.number)
        return self._figure(cell)._replace(number_format="")

    def _commentary(self, cell: blocks.Cell) -> Cell:
        if isinstance(cell.value, Draft):
            return Cell(cell.value.text, Style.COMMENTARY_DRAFT)
        return Cell(_words(cell), Style.COMMENTARY)


def _words(cell: blocks.Cell) -> str | None:
    """The text of a cell that may hold nothing else."""
    assert cell.value is None or isinstance(cell.value, str)
    return cell.value
