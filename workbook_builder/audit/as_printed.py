"""The edition as it is printed: what its pages would say if the printed figures, targets and ratings were ours.

So whatever follows from other cells, of whichever kind of column or page, is compared with what these print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbook_builder.audit.comparison import Published
from workbook_builder.audit.pairing import Pair
from workbook_builder.audit.placed import Standards
from workbook_builder.audit.printed import figure_of
from workbook_builder.inputs.figures import Figure, Missing, Number, Origin
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.live.following import Same
from workbook_builder.live.judging import TARGET, target_id
from workbook_builder.live.references import RATING, Ref, RowId, target
from workbook_builder.pages import blocks, make_pages
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import row_id
from workbook_builder.periods import Period, parse_period
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Row, Scorecard, ScorecardPage, Table
from workbook_builder.scorecards.rejudging import rejudged

_PARTS = ("figure", "numerator", "denominator")


def shown_by(pairs: tuple[Pair, ...]) -> Mapping[Ref, str]:
    """What is printed in the cells to which others refer."""
    return {
        Ref(pair.row.id, role): pair.line.cells[n]
        for pair in pairs
        for n, roles in enumerate(pair.row.roles)
        if n in pair.line.cells
        for role in roles
    }


def standards_of(pairs: tuple[Pair, ...]) -> Standards:
    """The printed floor standards and bands of each target on a page of targets."""
    return {pair.row.id: dict(_standards(pair)) for pair in pairs if pair.row.id[:1] == ("target",)}


def _standards(pair: Pair) -> Iterator[tuple[str, Number]]:
    for n, roles in enumerate(pair.row.roles):
        for role in (role for role in roles if role != TARGET):
            number = figure_of(pair.line.cells.get(n, ""))
            if isinstance(number, Number):
                yield role.name, number


def rows_as_printed(published: Published) -> Mapping[RowId, blocks.Row]:
    """The rows that follow others by a rule, as the printed cells make them."""
    kinds = {page.kind for page in published.edition.pages}
    without = kinds - {page.kind for page in published.edition.pages if _follows(page)}
    pages = make_pages(_as_printed(published), without).pages
    return {row.id: row for page in pages for table in page.tables for row in table.rows if row.id}


def _follows(page: Page) -> bool:
    """Whether any cell of a page is more than what another cell shows."""
    cells = (cell for table in page.tables for row in table.rows for cell in row.cells)
    return any(cell.live and not isinstance(cell.live, Same) for cell in cells)


def _as_printed(published: Published) -> Scorecard:
    pairs = {pair.row.id: pair for pair in published.pairs}
    standards = standards_of(published.pairs)
    shown = shown_by(published.pairs)

    def of_table(page: ScorecardPage, table: Table) -> Table:
        def of_row(row: Row) -> Row:
            pair = pairs.get(row_id(page.name, table.spec.id, row.indicator, row.place))
            return _row(row, table, pair, standards) if pair else row

        return replace(table, groups=tuple(replace(g, rows=tuple(map(of_row, g.rows))) for g in table.groups))

    scorecard = published.scorecard
    pages = (replace(page, tables=tuple(of_table(page, one) for one in page.tables)) for page in scorecard.pages)
    targets = tuple(_target(one, shown.get(Ref(target_id(one), TARGET)), {}) for one in scorecard.targets)
    return replace(scorecard, pages=tuple(pages), targets=targets)


def _row(row: Row, table: Table, pair: Pair, standards: Standards) -> Row:
    """A row with the figures, targets and ratings that are printed; what follows from them is made anew."""
    figures = _figures(row, pair)
    texts = {role: pair.line.cells.get(n) for n, roles in enumerate(pair.row.roles) for role in roles}
    targets = {year: _target(one, texts.get(target(year)), standards) for year, one in row.targets.items()}
    made = rejudged(replace(row, figures=figures, targets=targets), table.columns)
    if row.latest not in made.ratings or RATING not in texts:
        return made
    word = (texts[RATING] or "").upper()
    return replace(made, ratings={**made.ratings, row.latest: Rag.__members__.get(word, Rag.NOT_RATED)})


def _figures(row: Row, pair: Pair) -> Mapping[Period, Observation]:
    figures = dict(row.figures)
    for n, cell in enumerate(pair.row.cells):
        role = cell.fact[0] if cell.fact else None
        if role and role.name in _PARTS and n in pair.line.cells and (period := parse_period(role.when)):
            _put(figures, period, role.name, figure_of(pair.line.cells[n]))
    return figures


def _put(figures: dict[Period, Observation], period: Period, part: str, figure: Figure | None) -> None:
    """Put a printed figure in the place of ours. The reason of a missing one stands beside its parts, too."""
    before = figures.get(period) or Observation(Missing.NOT_AVAILABLE, None, None, Origin("", 0))
    if part == "figure":
        figures[period] = replace(before, measure=figure if figure is not None else Missing.NOT_AVAILABLE)
    elif isinstance(figure, Number) or isinstance(getattr(before, part), Number):
        figures[period] = (
            replace(before, numerator=figure) if part == "numerator" else replace(before, denominator=figure)
        )


def _target(ours: Target, text: str | None, standards: Standards) -> Target:
    """A target with the number that is printed; ours where it is not printed."""
    if text is None or not isinstance(ours.target, Number):
        return ours
    number = figure_of(text)
    if not isinstance(number, Number):
        return replace(ours, target=Missing.NOT_AVAILABLE)
    printed = standards.get(target_id(ours))
    return ours.moved(number) if printed is None else replace(ours, target=number, limits=printed)
