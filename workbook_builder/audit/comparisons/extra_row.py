"""Printed rows that the scorecard does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from workbook_builder.audit.comparison import Comparison, Published, elsewhere
from workbook_builder.audit.printed import INDICATOR, PrintedRow
from workbook_builder.findings import Finding
from workbook_builder.problems import nearest_name, quoted


def _find(published: Published) -> Iterator[Finding]:
    """What has no place as a whole is one finding: the rows of an unknown page or team."""
    pages = {placed.printed.page for placed in published.placed} | {ours.page for ours in published.missing}
    teams = {(p.printed.page, p.printed.team) for p in published.placed}

    def whole(row: PrintedRow) -> tuple[str, ...]:
        if row.page not in pages:
            return "page", row.page
        if row.team and (row.page, row.team) not in teams:
            return "team", row.page, row.section, row.team
        return "row", row.where(INDICATOR)

    for (level, *_), rows in groupby(published.extra, key=whole):
        yield _finding(published, level, list(rows))
    yield from elsewhere("extra_row")(published)


def _finding(published: Published, level: str, rows: Sequence[PrintedRow]) -> Finding:
    first, is_row = rows[0], level == "row"
    name = first.page if level == "page" else first.team
    count = f"{len(rows)} row{'s' if len(rows) > 1 else ''}"
    return Finding(
        rule="",
        page=first.page,
        indicator=first.id if is_row else "",
        title=first.title if is_row else name,
        place=first.team or first.page,
        period="",
        where=first.where(INDICATOR),
        found="a row" if is_row else f"{count} of the {level} {quoted(name)}",
        expected="no such row" if is_row else _perhaps(published, level, name),
        difference=_why(published, first) if is_row else "unknown",
    )


def _perhaps(published: Published, level: str, name: str) -> str:
    teams, areas = published.scorecard.catalogue.team_by_name, published.scorecard.catalogue.area_by_name
    near = nearest_name(name, teams if level == "team" else areas)
    return f"no such {level}" + (f": perhaps {near}" if near and near != name else "")


def _why(published: Published, row: PrintedRow) -> str:
    same = (p.printed for p in published.placed if p.row.indicator.id == row.id and p.printed.page == row.page)
    twice = next((other for other in same if (other.section, other.team) == (row.section, row.team)), None)
    return f"a second time (first in {twice.where(INDICATOR)})" if twice else "not in this table"


COMPARISON = Comparison(
    "extra_row",
    "A row that no table of the scorecard has is neither rated nor checked by anybody.",
    "An indicator that was dropped in April, still on the page of one district.",
    _find,
)
