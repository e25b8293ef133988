"""The lists of the exceptions page in words, each line linked to its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder.inputs.figures import Number, Withheld
from workbook_builder.live.references import TITLE, Ref
from workbook_builder.pages.blocks import Cell, Column, Group, Holds, Row, Table
from workbook_builder.pages.cells import target_cell
from workbook_builder.pages.setting import Key, Setting
from workbook_builder.pages.values import MARK
from workbook_builder.scorecards.exceptions import LASTING, Exceptions, LastingRed, NearGreen, NewRed, Unsupplied
from workbook_builder.scorecards.gaps import Gap
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.scorecards.spots import Spot
from workbook_builder.specs.nouns import noun_for

_FIRST_TITLES = 2
_Headings = tuple[tuple[str, Holds], ...]
_RATED: _Headings = (("Area or team", "text"), ("Rating", "rating"), ("Figure", "figure"), ("Target", "figure"))
_COMPARED: _Headings = (("Figure", "figure"), ("County", "figure"), ("Gap", "figure"))


class ExceptionLists:
    """Words the lists of an edition; an output may leave out their last lines."""

    def __init__(self, setting: Setting, page: str, found: Exceptions) -> None:
        self.setting, self.page, self.found = setting, page, found

    def all(self) -> Iterator[Table]:
        """The lists from the top of the page."""
        yield self._new_reds()
        lasting = [self._line(red.spot, _how_long(red)) for red in self.found.lasting_reds]
        title = f"Monthly figures RED for {LASTING} months or more: {len(lasting)}"
        yield self._list("lasting_reds", title, (*_RATED, ("How long", "remark")), lasting)
        near = [self._line(near.spot, _needed(near)) for near in self.found.near_greens]
        title = f"AMBER within reach of GREEN: {len(near)}"
        yield self._list("near_greens", title, (*_RATED, ("Would make it GREEN", "remark")), near)
        if self.found.gaps is not None:
            gaps = list(map(self._gap, self.found.gaps))
            headings: _Headings = (("Worst", "text"), *_COMPARED, ("Best", "remark"))
            yield self._list("gaps", "Largest gaps between districts", headings, gaps)
        count = len({key for page in self.found.unsupplied for key in page.names})
        lines = list(map(self._unsupplied, self.found.unsupplied))
        title = f"Figures still to be supplied: {count}"
        yield self._list("to_be_supplied", title, (("Page", "text"), ("Figures", "figure")), lines)

    def _new_reds(self) -> Table:
        found, scorecard, headings = self.found.new_reds, self.setting.scorecard, (*_RATED, ("Before", "remark"))
        if found is None:
            empty = scorecard.no_previous or "There is no earlier edition."
            return self._list("new_reds", "Newly RED", headings, [], empty)
        lines = [self._line(red.spot, _before(red, scorecard)) for red in found]
        new = sum(red.before is None for red in found)
        title = f"Newly RED: {len(lines)}" + (f", of which {new} newly rated" if new else "")
        return self._list("new_reds", title, headings, lines)

    def _list(self, id: str, title: str, headings: _Headings, rows: Sequence[Row], empty: str = "None") -> Table:
        columns = (Column(("Indicator",), "title"), *(Column((text,), holds) for text, holds in headings))
        groups, name = (Group("", tuple(rows)),), f"{self.page}_{id}"
        return Table(id, title, columns, groups, name, is_excerpt=True, empty=empty)

    def _line(self, spot: Spot, remark: str) -> Row:
        target = spot.row.target
        cells = (
            Cell(spot.row.title),
            self._link(spot.row.place, spot.page.name, spot.key),
            Cell(spot.rating),
            _figure(spot),
            target_cell(target)._replace(live=None) if target else Cell(None),
            Cell(remark),
        )
        return Row((), cells, about=spot.page.name)

    def _gap(self, gap: Gap) -> Row:
        worst, best = gap.worst[0], gap.best[0].row
        figure, decimals = best.figure(best.latest), max(0, -int(gap.points.as_tuple().exponent))
        assert isinstance(figure, Number)
        cells = (
            Cell(worst.row.title),
            self._link(_places(gap.worst), worst.page.name, worst.key),
            _figure(worst),
            _figure(gap.county) if gap.county else Cell(None),
            Cell(Number(gap.points, decimals)),
            Cell(f"{_places(gap.best)}: {figure.text}"),
        )
        return Row((), cells, about=worst.page.name)

    def _unsupplied(self, found: Unsupplied) -> Row:
        names = list(found.names.values())
        more = len(names) - _FIRST_TITLES
        text = "; ".join([*names[:_FIRST_TITLES], *([f"and {more} more"] if more > 0 else [])])
        link = self._link(found.page, found.page, next(iter(found.names)))
        return Row((), (Cell(text), link, Cell(len(names))), about=found.page)

    def _link(self, text: str, page: str, key: Key) -> Cell:
        """A link to the title of a row, which is that of indicator and place on the page."""
        return Cell(text, link=Ref(self.setting.rows[page][key], TITLE))


def _figure(spot: Spot) -> Cell:
    return Cell(spot.row.figure(spot.row.latest), mark=MARK if spot.row.is_small else "")


def _places(spots: Sequence[Spot]) -> str:
    """The districts with the same figure: two by name, of more the first."""
    names = [spot.row.place for spot in spots]
    return ", ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} more"


def _before(red: NewRed, scorecard: Scorecard) -> str:
    """`AMBER in October 2024: 61.0`, `not rated in October 2024`."""
    assert scorecard.previous is not None
    if red.before is None:
        return f"not rated in {scorecard.previous.edition.title}"
    row = red.before.row
    figure = row.figure(row.latest)
    if figure is Withheld.STATED:
        return f"suppressed since {scorecard.previous.edition.title}"
    shown = f": {figure.text}" if isinstance(figure, Number) else ""
    return f"{red.before.rating.value} in {scorecard.previous.edition.title}{shown}"


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
