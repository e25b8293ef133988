"""The lists of the exceptions in words, each line linked to its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbook_builder.inputs.figures import Missing, Number, Withheld
from workbook_builder.live.references import TITLE, Ref, RowId
from workbook_builder.pages.blocks import Cell, Column, Group, Holds, Row, Table, Whole
from workbook_builder.pages.cells import target_cell
from workbook_builder.pages.setting import Key, Setting
from workbook_builder.pages.values import MARK, Signed
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import LASTING, Exceptions, LastingRed, NearGreen, Unsupplied
from workbook_builder.scorecards.gaps import Gap
from workbook_builder.scorecards.rated_twice import Moved
from workbook_builder.scorecards.spots import Spot
from workbook_builder.specs.nouns import noun_for

_FIRST_TITLES = 2
_Headings = tuple[tuple[str, Holds], ...]
_RATED: _Headings = (
    ("Area or team", "text"),
    ("Rating", "rating"),
    ("Figure", "figure"),
    ("Target", "figure"),
    ("Lacking", "figure"),
)


@dataclass(frozen=True)
class _List:
    """One list: its title, what its columns hold after that of the title, its lines, what is said instead of them."""

    id: str
    title: str
    headings: _Headings
    rows: tuple[Row, ...]
    empty: str = "None"


class ExceptionLists:
    """Words the lists of an edition; an output may leave out their last lines. `whole` is where all of them stand."""

    def __init__(self, setting: Setting, page: str, found: Exceptions, whole: str = "") -> None:
        self.setting, self.page, self.found, self.whole = setting, page, found, whole

    def all(self) -> Iterator[Table]:
        """The lists from the top of the page."""
        return map(self._table, self._lists())

    def groups(self) -> Iterator[Group]:
        """The same lists as the groups of one table, each figure that is to be supplied in a line of its own."""
        for one in self._lists(is_short=False):
            if one.rows:
                yield Group(one.title, one.rows, group_id(self.page, one.id))

    def nothing(self) -> str:
        """The lists in which nothing is, in words; "" where there is something in each."""
        titles = [one.title for one in self._lists(is_short=False) if not one.rows]
        return f"Nothing is in these lists: {'; '.join(titles)}." if titles else ""

    def _lists(self, is_short: bool = True) -> Iterator[_List]:
        found = self.found
        yield self._moved("became_red", "Became RED", found.became_red)
        lasting = tuple(self._line(red.spot, _how_long(red)) for red in found.lasting_reds)
        title = f"Monthly figures RED for {LASTING} months or more: {len(lasting)}"
        yield _List("lasting_reds", title, (*_RATED, ("How long", "remark")), lasting)
        yield self._moved("first_rated", "First rated now", found.first_rated)
        near = tuple(self._line(near.spot, _needed(near)) for near in found.near_greens)
        title = f"AMBER within reach of GREEN: {len(near)}"
        yield _List("near_greens", title, (*_RATED, ("Would make it GREEN", "remark")), near)
        yield self._moved("left_red", "RED no longer", found.left_red)
        if found.gaps is not None:
            gaps = tuple(map(self._gap, found.gaps))
            headings = (("Worst", "text"), *_RATED[1:], ("Points apart, best and county", "remark"))
            yield _List("gaps", f"Largest gaps between districts: {len(gaps)}", headings, gaps)
        yield self._to_be_supplied(is_short)

    def _moved(self, id: str, title: str, found: Sequence[Moved] | None) -> _List:
        """Rows that are rated otherwise than before, or for the first time."""
        headings: _Headings = (*_RATED, ("Before", "remark"))
        if found is None:
            empty = self.setting.scorecard.no_previous or "There is no earlier edition."
            return _List(id, title, headings, (), empty)
        lines = tuple(self._line(moved.spot, self._before(moved)) for moved in found)
        reds = sum(moved.spot.rating is Rag.RED for moved in found) if id == "first_rated" else 0
        return _List(id, f"{title}: {len(lines)}" + (f", of which {reds} RED" if reds else ""), headings, lines)

    def _to_be_supplied(self, is_short: bool) -> _List:
        found = self.found.unsupplied
        title = f"Figures still to be supplied: {len({key for page in found for key in page.names})}"
        if is_short:
            rows = tuple(map(self._unsupplied, found))
            return _List("to_be_supplied", title, (("Page", "text"), ("Figures", "figure")), rows)
        return _List("to_be_supplied", title, _RATED, tuple(row for page in found for row in self._each(page)))

    def _table(self, one: _List) -> Table:
        columns = (Column(("Indicator",), "title"), *(Column((text,), holds) for text, holds in one.headings))
        whole = Whole(self.whole, Ref(group_id(self.whole, one.id))) if self.whole else None
        table = Table(one.id, one.title, columns, (Group("", one.rows),), f"{self.page}_{one.id}", is_excerpt=True)
        return replace(table, empty=one.empty, whole=whole)

    def _line(self, spot: Spot, remark: str) -> Row:
        cells = (
            Cell(spot.row.title),
            self._link(spot.row.place, spot.page.name, spot.key),
            *_rated(spot),
            Cell(remark),
        )
        return Row((), cells, about=spot.page.name)

    def _gap(self, gap: Gap) -> Row:
        """The worst district, then how far it is from the best, and the county's figure."""
        worst, best = gap.worst[0], gap.best[0].row
        figure = best.figure(best.latest)
        assert isinstance(figure, Number)
        county = gap.county.row.figure(gap.county.row.latest) if gap.county else None
        ours = f"; {gap.county.row.place}: {county.text}" if gap.county and isinstance(county, Number) else ""
        cells = (
            Cell(worst.row.title),
            self._link(_places(gap.worst), worst.page.name, worst.key),
            *_rated(worst),
            Cell(f"{gap.points} from {_places(gap.best)}: {figure.text}{ours}"),
        )
        return Row((), cells, about=worst.page.name)

    def _unsupplied(self, found: Unsupplied) -> Row:
        names = list(found.names.values())
        more = len(names) - _FIRST_TITLES
        text = "; ".join([*names[:_FIRST_TITLES], *([f"and {more} more"] if more > 0 else [])])
        link = self._link(found.page, found.page, next(iter(found.names)))
        return Row((), (Cell(text), link, Cell(len(names))), about=found.page)

    def _each(self, found: Unsupplied) -> Iterator[Row]:
        for key, title in found.names.items():
            cells = Cell(title), self._link(found.page, found.page, key), Cell(None), Cell(Missing.TO_BE_SUPPLIED)
            yield Row((), cells, about=found.page)

    def _before(self, moved: Moved) -> str:
        """`AMBER in October 2024: 61.0`, `not rated in October 2024`."""
        assert self.setting.scorecard.previous is not None
        title = self.setting.scorecard.previous.edition.title
        if moved.before is None:
            return f"not rated in {title}"
        row = moved.before.row
        figure = row.figure(row.latest)
        if figure is Withheld.STATED:
            return f"suppressed since {title}"
        shown = f": {figure.text}" if isinstance(figure, Number) else ""
        return f"{moved.before.rating.value} in {title}{shown}"

    def _link(self, text: str, page: str, key: Key) -> Cell:
        """A link to the title of a row, which is that of indicator and place on the page."""
        return Cell(text, link=Ref(self.setting.rows[page][key], TITLE))


def group_id(page: str, id: str) -> RowId:
    """The list of a page that has all lines."""
    return "exceptions", page, id


def rated_headings(remark: str) -> Iterable[tuple[str, Holds]]:
    """What stands after the title of a row in every list, and what its last column is called."""
    return *_RATED, (remark, "remark")


def _rated(spot: Spot) -> Iterator[Cell]:
    """Rating, figure, target and how many more or fewer would make the row GREEN."""
    row, target = spot.row, spot.row.target
    yield Cell(spot.rating)
    yield Cell(row.figure(row.latest), mark=MARK if row.is_small else "")
    yield target_cell(target)._replace(live=None) if target else Cell(None)
    yield Cell(Signed(row.to_green.lacking) if row.to_green and row.to_green.lacking else None)


def _places(spots: Sequence[Spot]) -> str:
    """The districts with the same figure: two by name, of more the first."""
    names = [spot.row.place for spot in spots]
    return ", ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} more"


def _how_long(red: LastingRed) -> str:
    """`7 months or more, since May-24 or earlier`, `4 months, since Aug-24`."""
    if red.is_open:
        return f"{red.months} months or more, since {red.since.label} or earlier"
    return f"{red.months} months, since {red.since.label}"


def _needed(near: NearGreen) -> str:
    """`12 more plans, of 1,234`, `1 fewer referral, of 30`."""
    count = near.to_green.count
    more = "more" if near.to_green.lacking > 0 else "fewer"
    return f"{count:,} {more} {noun_for(count, near.spot.row.indicator.counted)}, of {near.whole:,}"
