"""Pages that list indicators in groups: what the kinds `sources` and `definitions` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.cells import code_of
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.pages import IndicatorGroup

_FIRST = (
    Column(("Group",), "text", "group"),
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
    """A table with group, code and title, then the `texts` of each indicator under `headings`, by kind."""

    def rows() -> Iterator[Row]:
        for group in groups:
            for entry in group.rows:
                one = scorecard.catalogue.indicator_by_id[entry.indicator]
                said = map(Cell, (entry.title or one.title, *texts(one)))
                yield Row((), (Cell(group.title), code_of(one), *said))

    columns = (*_FIRST, *(Column((heading,), "text", kind) for kind, heading in headings.items()))
    return Table(page.spec.kind, page.title, columns, (Group("", tuple(rows())),), name=page.name)
