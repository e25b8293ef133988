"""Rows of the scorecard that are not printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from workbook_builder.audit.comparison import Comparison, Published, elsewhere
from workbook_builder.audit.placed import Ours
from workbook_builder.findings import Finding

_Key = tuple[str, ...]
_LEVELS: dict[str, Callable[[Ours], _Key]] = {
    "page": lambda ours: (ours.page,),
    "table": lambda ours: (ours.page, ours.table.spec.id),
    "team": lambda ours: (ours.page, ours.table.spec.id, ours.team),
}


def _find(published: Published) -> Iterator[Finding]:
    """What is missing as a whole is one finding: a page, a table, the rows of a team."""
    printed = {level: {key(placed.ours) for placed in published.placed} for level, key in _LEVELS.items()}

    def whole(ours: Ours) -> tuple[str, _Key]:
        levels = [(level, key(ours)) for level, key in _LEVELS.items() if key(ours) not in printed[level]]
        return levels[0] if levels else ("row", (*_LEVELS["team"](ours), ours.row.indicator.id))

    for (level, _), rows in groupby(published.missing, key=whole):
        yield _finding(level, list(rows))
    yield from elsewhere("missing_row")(published)


def _finding(level: str, rows: Sequence[Ours]) -> Finding:
    first = rows[0]
    names = {"page": first.page, "table": first.table.spec.title, "team": first.team or first.table.spec.title}
    is_row = level == "row"
    return Finding(
        rule="",
        page=first.page,
        indicator=first.row.indicator.id if is_row else "",
        title=first.row.title if is_row else names[level],
        place=first.row.place if is_row or level == "team" else first.table.area.name,
        period="",
        where="nowhere",
        found=f"no such {level}",
        expected="the row" if is_row else f"{len(rows)} row{'s' if len(rows) > 1 else ''}",
        difference="missing",
    )


COMPARISON = Comparison(
    "missing_row",
    "A row that was lost is not missed by its readers.",
    "The page of a district without its row for re-offending.",
    _find,
)
