"""The lists of the exceptions page in words, each line linked to its row on the sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbook_builder.grid import Cell, Sheet, Style, address
from workbook_builder.inputs.figures import Number, Withheld
from workbook_builder.scorecards.exceptions import LASTING, Exceptions, LastingRed, NearGreen, NewRed, Unsupplied
from workbook_builder.scorecards.gaps import Gap
from workbook_builder.scorecards.model import SMALL_MARK, Scorecard
from workbook_builder.scorecards.spots import Spot
from workbook_builder.sheets.cells import figure_cell, link_cell, number_format, plain_value
from workbook_builder.specs.nouns import noun_for

_FIRST_TITLES = 2


@dataclass(frozen=True)
class ExceptionList:
    """A list: a word for its defined name, its headings, its lines with the pages that they are about.

    `empty` is what stands there instead of any.
    """

    name: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, list[Cell]], ...]
    empty: str = "None"


class ExceptionLists:
    """Words the lists of an edition, each line linked to its row on the sheets."""

    def __init__(self, scorecard: Scorecard, exceptions: Exceptions, sheets: Mapping[str, Sheet]) -> None:
        self.scorecard, self.exceptions, self.sheets = scorecard, exceptions, sheets

    def all(self) -> Iterator[ExceptionList]:
        """The lists from the top of the page."""
        found = self.exceptions
        rated = ("Area or team", "Rating", "Figure", "Target")
        known = found.new_reds is not None
        lines = [self._line(red.spot, _before(red, self.scorecard)) for red in found.new_reds or ()]
        new = sum(red.before is None for red in found.new_reds or ())
        title = _titled("Newly RED", lines, known) + (f", of which {new} newly rated" if new else "")
        empty = "None" if known else self.scorecard.no_previous or "There is no earlier edition."
        yield ExceptionList("new_reds", (title, *rated, "Before"), tuple(lines), empty)
        lines = [self._line(red.spot, _how_long(red)) for red in found.lasting_reds]
        title = _titled(f"Monthly figures RED for {LASTING} months or more", lines)
        yield ExceptionList("lasting_reds", (title, *rated, "How long"), tuple(lines))
        lines = [self._line(near.spot, _needed(near)) for near in found.near_greens]
        title = _titled("AMBER within reach of GREEN", lines)
        yield ExceptionList("near_greens", (title, *rated, "Would make it GREEN"), tuple(lines))
        if found.gaps is not None:
            gaps = tuple(map(self._gap, found.gaps))
            title = "Largest gaps between districts"
            yield ExceptionList("gaps", (title, "Worst", "Figure", "County", "Gap", "Best"), gaps)
        rows = {key for page in found.unsupplied for key in page.names}
        title = f"Figures still to be supplied: {len(rows)}"
        yield ExceptionList(
            "to_be_supplied", (title, "Page", "Figures"), tuple(map(self._unsupplied, found.unsupplied))
        )

    def _line(self, spot: Spot, remark: str) -> tuple[str, list[Cell]]:
        row = spot.row
        target = row.targets.get(row.year)
        return spot.page.name, [
            Cell(row.title, Style.TEXT),
            self._place(spot),
            Cell(spot.rating.value, Style.RAG),
            _figure(spot),
            figure_cell(target.target if target else None, sign=target.sign if target else ""),
            Cell(remark, Style.NOTE),
        ]

    def _gap(self, gap: Gap) -> tuple[str, list[Cell]]:
        decimals = max(0, -int(gap.points.as_tuple().exponent))
        best, worst = gap.best[0].row, gap.worst[0]
        figure = best.figure(best.latest)
        assert isinstance(figure, Number)
        return worst.page.name, [
            Cell(worst.row.title, Style.TEXT),
            self._link(_places(gap.worst), worst.page.name, worst.key, worst.row.title),
            _figure(worst),
            _figure(gap.county) if gap.county else figure_cell(None),
            Cell(plain_value(gap.points), Style.NUMBER, number_format(decimals)),
            Cell(f"{_places(gap.best)}: {figure.text}", Style.NOTE),
        ]

    def _unsupplied(self, found: Unsupplied) -> tuple[str, list[Cell]]:
        names = list(found.names.values())
        more = len(names) - _FIRST_TITLES
        text = "; ".join([*names[:_FIRST_TITLES], *([f"and {more} more"] if more > 0 else [])])
        return found.page, [
            Cell(text, Style.TEXT),
            self._link(found.page, found.page, next(iter(found.names)), found.title),
            Cell(len(names), Style.NUMBER, number_format(0)),
        ]

    def _link(self, text: str, page: str, key: tuple[str, str], title: str) -> Cell:
        """A link to the title of a row, which is that of indicator and place on the page."""
        row = self.sheets[page].anchors[key]
        titled = (n for n, cell in enumerate(self.sheets[page].rows[row].cells) if cell and cell.value == title)
        return link_cell(text, page, address(row, next(titled, 0)), Style.TEXT_LINK)

    def _place(self, spot: Spot) -> Cell:
        return self._link(spot.row.place, spot.page.name, spot.key, spot.row.title)


def _places(spots: Sequence[Spot]) -> str:
    """`Canterbury`, `Canterbury, Tunbridge Wells`, `Canterbury and 2 more`."""
    names = [spot.row.place for spot in spots]
    return ", ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} more"


def _titled(title: str, lines: Sequence[object], known: bool = True) -> str:
    return f"{title}: {len(lines)}" if known else title


def _figure(spot: Spot) -> Cell:
    return figure_cell(spot.row.figure(spot.row.latest), mark=SMALL_MARK if spot.row.is_small else "")


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
    count = near.reach.count
    more = "more" if near.reach.lacking > 0 else "fewer"
    return f"{count:,} {more} {noun_for(count, near.spot.row.indicator.counted)}, of {near.whole:,}"
