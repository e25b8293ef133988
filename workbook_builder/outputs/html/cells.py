"""A cell as HTML: its text as in the workbook, and a class that says what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbook_builder.outputs.html.anchors import anchor_of
from workbook_builder.outputs.html.lines import small_line
from workbook_builder.outputs.html.markup import Content, Html, joined, tag
from workbook_builder.outputs.marking import marked
from workbook_builder.outputs.prose import YES, text_of
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.values import (
    Absent,
    Direction,
    Draft,
    Missing,
    Number,
    Points,
    Rag,
    Signed,
    Total,
    Travel,
    Value,
    Withheld,
)
from workbook_builder.styles import Looks

CENTRED = {"code", "label", "figure", "limit", "signed", "aside", "rating", "travel", "line", "change", "chosen"}
"""What columns hold whose cells stand in the middle."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How values are drawn: the symbols of a style, and the ids to which links may lead."""

    looks: Looks
    anchors: frozenset[str]

    def marked(self, text: str) -> str:
        """A text with the style's marks in the places that are left for them."""
        return marked(text, self.looks)

    def cell(self, cell: Cell, column: Column) -> Html:
        """What stands in a cell, with the link that it carries."""
        content = self.value(cell, column)
        goal = anchor_of(cell.link) if cell.link else ""
        return tag("a", content, href=f"#{goal}") if content and goal in self.anchors else content

    def value(self, cell: Cell, column: Column) -> Html:
        """What stands in a cell; arrows, ticks and lines are said in words, too."""
        match cell.value:
            case Travel() as travel if travel is not Travel.UNKNOWN:
                return self.travel(travel, is_said=column.holds == "change")
            case bool() as is_ticked:
                return in_words(self.looks.symbols.tick, YES) if is_ticked else Html()
            case Points() as points:
                return small_line(points)
        return joined([self.marked(text_of(cell._replace(mark=self.marked(cell.mark)), column))])

    def travel(self, travel: Travel, is_said: bool = False) -> Html:
        """An arrow, its word beside it where that is said to all."""
        symbols = self.looks.symbols
        arrows = {Travel.IMPROVED: symbols.improved, Travel.WORSENED: symbols.worsened, Travel.SAME: symbols.same}
        return joined([f"{arrows[travel]} {travel.value}"]) if is_said else in_words(arrows[travel], travel.value)


def in_words(sign: Content, words: str) -> Html:
    """A sign for those who see it, words for those who do not."""
    return joined([tag("span", sign, aria_hidden="true"), tag("span", words, class_="unseen")])


def meaning(value: Value) -> str:
    """The class of a value; "" of what is plain text."""
    match value:
        case Rag():
            return "" if value is Rag.NOT_RATED else f"rag {value.value.lower()}"
        case Travel():
            return "missing" if value is Travel.UNKNOWN else f"travel {value.value}"
        case Missing() | Withheld() | Absent():
            return "missing"
        case Direction():
            return "missing" if value is Direction.UNKNOWN else ""
        case Draft():
            return "drafted"
        case Total():
            return "total"
    return ""


def classes(cell: Cell, column: Column) -> str | None:
    """The classes of a cell, None where it has none."""
    return " ".join(_classes(cell, column)) or None


def _classes(cell: Cell, column: Column) -> Iterator[str]:
    if found := meaning(cell.value):
        yield found
    if cell.value is Rag.NOT_RATED:
        yield "missing"
    if column.holds in CENTRED:
        yield "mid"
    if column.is_past:
        yield "past"
    if column.holds in ("code", "commentary"):
        yield f"of-{column.holds}"


def sort_key(cell: Cell, shown: str) -> str | None:
    """What a cell is sorted by, where its text does not begin with the number that it says."""
    match cell.value:
        case Number():
            key = f"{cell.value.shown:f}"
        case Signed(number):
            key = str(number)
        case _:
            return None
    return key if key != shown else None
