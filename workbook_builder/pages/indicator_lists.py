"""Pages that list indicators in groups: what the kinds `sources` and `definitions` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.cells import code_of
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.pages import IndicatorGroup, RowEntry

_FIRST = (
    Column(("Code",), "code", "code"),
    Column(("Indicator",), "title", "indicator"),
)


def indicator_list(
    scorecard: Scorecard,
    page: ScorecardPage,
    groups: Iterable[IndicatorGroup],
    headings: Mapping[str, str],
    texts: Callable[[Indicator], Sequence[str]],
) -> Table:
    """A table with code and title, then the `texts` of each indicator under `headings`, by kind, in groups."""

    def row(entry: RowEntry) -> Row:
        one = scorecard.catalogue.indicator_by_id[entry.indicator]
        return Row((), (code_of(one), *map(Cell, (entry.title or one.title, *texts(one)))))

    columns = (*_FIRST, *(Column((heading,), "text", kind) for kind, heading in headings.items()))
    parts = tuple(Group(group.title, tuple(map(row, group.rows))) for group in groups)
    return Table(page.spec.kind, page.title, columns, parts, name=page.name)
