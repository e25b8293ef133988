"""The kind of page `districts`: one indicator over all districts, chosen from a list; all ratings; what moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.inputs.figures import Figure, Number, rounded
from workbook_builder.live.choosing import Chosen, Position, Spread
from workbook_builder.live.references import RATING, ColumnRef, Ref, Role, RowId
from workbook_builder.pages.blocks import Block, Cell, Chart, Column, Group, Line, Paragraph, Row, Table
from workbook_builder.pages.movements import movements_table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.pages.strips import FIGURES, LABEL, RATINGS_TABLE, StripTables, figure_role, shown_figure
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.districts import Districts, Strip, compared_districts
from workbook_builder.scorecards.model import ScorecardPage

_CHOICE, _FINDING, _LINE = (("choice", name) for name in ("indicator", "finding", "line"))
_NAME, _FIGURE = Role("name"), Role("figure")
_LINE_OF = "Line of the tables below:"
_HOW = Paragraph(
    "The tables below rate every indicator in every district. Indicators that are measured by team stand on the "
    "pages of the districts, and here in the last table only.",
    "Choose another indicator in the coloured cell: the table, the chart and the sentence follow.",
)


def make(setting: Setting, page: ScorecardPage) -> Page:
    """What is chosen, with its chart; then the tables that it is chosen from, and how each indicator moved."""
    found = compared_districts(setting.scorecard)
    assert found is not None
    return setting.page(page, _Comparing(page.name, found, setting.scorecard.ratings).blocks(setting))


@dataclass(frozen=True)
class _Comparing:
    """Makes the blocks of one page. An edition opens on the indicator that is RED in the most districts."""

    page: str
    found: Districts
    ratings: tuple[Rag, ...]

    def blocks(self, setting: Setting) -> Iterator[Block]:
        """From the top."""
        strip = self.found.reddest
        yield _HOW
        yield self._choice(strip)
        compared = self._compared(strip)
        yield compared
        yield self._chart(strip)
        yield from StripTables(self.page, self.found).both()
        yield from movements_table(setting.scorecard, self.page)

    @property
    def _places(self) -> tuple[str, ...]:
        """The county, where it has such rows, and the districts."""
        return (*([self.found.county] if self.found.county else []), *self.found.names)

    def _choice(self, strip: Strip) -> Table:
        labels = ColumnRef(self.page, FIGURES, LABEL.name)
        position = Number(Decimal(self.found.strips.index(strip) + 1), 0)
        chosen = Ref(self._id(_CHOICE), LABEL)
        rows = (
            Row(self._id(_CHOICE), (Cell(strip.label, choices=labels),), ((LABEL,),)),
            Row(self._id(_FINDING), (Cell(self._finding(strip), live=self._spread()),)),
            Row(self._id(_LINE), (Cell(position, live=Position(chosen, labels), sign=_LINE_OF),), ((LABEL,),)),
        )
        columns = (Column(("Indicator compared",), "choice"),)
        return Table("choice", "Indicator", columns, (Group("", rows),), f"{self.page}_choice")

    def _id(self, name: tuple[str, str]) -> RowId:
        return name[0], self.page, name[1]

    def _place(self, name: str) -> RowId:
        return "compared", self.page, name

    def _compared(self, strip: Strip) -> Table:
        columns = (Column(("Area",), "text"), Column(("Figure",), "chosen"), Column(("Rating",), "rating"))
        rows = tuple(self._row(strip, name) for name in self._places)
        return Table("compared", "The indicator by area", columns, (Group("", rows),), f"{self.page}_compared")

    def _row(self, strip: Strip, name: str) -> Row:
        spot = strip.county if name == self.found.county else strip.districts.get(name)
        line = Ref(self._id(_LINE), LABEL)
        follow = [
            Chosen(ColumnRef(self.page, table, figure_role(name).name), line) for table in (FIGURES, RATINGS_TABLE)
        ]
        rating = Cell(spot.rating if spot else None, live=follow[1])
        cells = (Cell(name), Cell(shown_figure(spot), live=follow[0]), rating)
        return Row(self._place(name), cells, ((_NAME,), (_FIGURE,), (RATING,)))

    def _spread(self) -> Spread:
        places = [self._place(name) for name in self.found.names]
        county = self.found.county
        return Spread(
            tuple(Ref(place, _NAME) for place in places),
            tuple(Ref(place, _FIGURE) for place in places),
            tuple(Ref(place, RATING) for place in places),
            tuple(rating.value for rating in self.ratings),
            ((county, Ref(self._place(county), _FIGURE)),) if county else (),
        )

    def _finding(self, strip: Strip) -> str:
        """What the formula says of the indicator on which the page opens."""
        ratings = [spot.rating for spot in strip.districts.values()]
        known = {name: shown_figure(strip.districts.get(name)) for name in self.found.names}
        numbers = {name: figure for name, figure in known.items() if isinstance(figure, Number)}
        if not numbers:
            return "No figure is known."
        counted = ", ".join(f"{rating.value} in {ratings.count(rating)}" for rating in self.ratings)
        highest, lowest = (_end(numbers, rule) for rule in (max, min))
        ours = shown_figure(strip.county)
        county = f"; {self.found.county} {_plain(ours)}" if isinstance(ours, Number) else ""
        return f"{counted}. Highest: {highest}; lowest: {lowest}{county}."

    def _chart(self, strip: Strip) -> Chart:
        ids = [self._place(name) for name in self._places]
        spots = (strip.county if name == self.found.county else strip.districts.get(name) for name in self._places)
        figures: tuple[Figure | None, ...] = tuple(map(shown_figure, spots))
        chosen = Ref(self._id(_CHOICE), LABEL)
        line = Line(strip.label, chosen, tuple(Ref(id, _FIGURE) for id in ids), figures, 0)
        return Chart(
            title=strip.label,
            finding=self._finding(strip),
            over="Area",
            of="Figure",
            from_zero=True,
            labels=tuple((name,) for name in self._places),
            headings=tuple(Ref(id, _NAME) for id in ids),
            lines=(line,),
            has_bars=True,
            named_by=chosen,
            beside="compared",
        )


def _end(numbers: dict[str, Number], rule: object) -> str:
    """`Swale and 2 more 31.6`: the first district at one end, how many others are there, and the figure."""
    end = (max if rule is max else min)(number.shown for number in numbers.values())
    names = [name for name, number in numbers.items() if number.shown == end]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0]}{more} {_plain(Number(end, 0))}"


def _plain(number: Number) -> str:
    """The number as a formula joins it to a text."""
    return f"{rounded(number.value, 6).normalize():f}"
