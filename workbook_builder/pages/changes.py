"""The kind of page `changes`: what is different from the previous edition, each change linked to its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbook_builder.inputs.edition import Edition
from workbook_builder.live.references import Ref, RowId
from workbook_builder.pages.blocks import Block, Cell, Column, Group, Paragraph, Row, Table
from workbook_builder.pages.publication import Page
from workbook_builder.pages.setting import Setting
from workbook_builder.pages.values import Absent
from workbook_builder.rating.scheme import Band, Rag
from workbook_builder.scorecards.changes import Change, Kind, find_changes
from workbook_builder.scorecards.changes.model import Limit, Value
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.wording.measures import capitalised

FREQUENT = (Kind.NEWLY_RATED, Kind.SUPPLIED, Kind.TRAVEL)
"""The kinds of which there are so many that a page of its own lists them, where the scorecard has one."""
_NONE = "none"
_EVERYWHERE = "everywhere"
_STATIC = (
    "The list is of the edition as it was built. A row that stands on several pages is listed once, the county's "
    "before those of districts and their teams."
)
_COUNTS = (
    Column(("Kind of change",), "text"),
    Column(("Number",), "figure"),
    Column(("Of which",), "remark", is_beside=True),
)
_Changes = Mapping[Kind, Sequence[Change]]


def make(setting: Setting, page: ScorecardPage) -> Page:
    """Counts of each kind of change, then a table of all of them."""

    def blocks() -> Iterator[Block]:
        previous = setting.scorecard.previous
        yield from map(Paragraph, notes_of(setting.scorecard))
        if previous:
            changes = find_changes(previous, setting.scorecard)
            behind = setting.named("all_changes")
            yield _counts(
                {kind: behind if kind in FREQUENT and behind else page.name for kind in changes}, page.name, changes
            )
            if behind:
                yield from _by_indicator(page.name, behind, changes)
                yield list_of(setting, page.name, previous.edition, _but_frequent(changes))
            else:
                yield list_of(setting, page.name, previous.edition, changes)

    return setting.page(page, blocks())


def _but_frequent(changes: _Changes) -> _Changes:
    return {kind: found for kind, found in changes.items() if kind not in FREQUENT}


def _by_indicator(page: str, behind: str, changes: _Changes) -> Iterator[Table]:
    """How many changes of the frequent kinds there are, a row for each indicator; they are listed `behind`."""
    columns = (
        Column(("Listed on",), "text"),
        Column(("Number",), "figure"),
        Column(("Indicator",), "title"),
        Column(("Of which",), "remark"),
    )
    groups = tuple(
        Group(f"{kind.value}: {len(changes[kind])}", tuple(_indicators(behind, kind, changes[kind])))
        for kind in FREQUENT
        if changes.get(kind)
    )
    if groups:
        yield Table("by_indicator", "Frequent changes by indicator", columns, groups, f"{page}_by_indicator")


def _indicators(behind: str, kind: Kind, changes: Sequence[Change]) -> Iterator[Row]:
    by_title: dict[str, list[Change]] = {}
    for change in changes:
        by_title.setdefault(change.title, []).append(change)
    listed = Cell(behind, link=Ref(_group_id(behind, kind)))
    for title, found in by_title.items():
        yield Row((), (listed, Cell(len(found)), Cell(title), Cell(_ways(found))))


def _ways(changes: Sequence[Change]) -> str:
    """`Now improving: 3. Now worsening: 1.`; of what is newly rated, as what."""
    said = [
        change.now.value
        if change.kind is Kind.NEWLY_RATED and isinstance(change.now, Rag)
        else capitalised(change.what.partition(",")[0])
        for change in changes
    ]
    return " ".join(f"{what}: {said.count(what)}." for what in sorted(set(said)))


def notes_of(scorecard: Scorecard) -> Iterator[str]:
    """With which edition this one is compared, and what there is to say of both; or why with none."""
    previous, edition = scorecard.previous, scorecard.edition
    if previous is None:
        yield f"There is nothing to compare with. {scorecard.no_previous}"
    else:
        yield f"Compared with the edition of {previous.edition.title}. {_STATIC}"
    for one in (previous.edition, edition) if previous else (edition,):
        if one.note:
            yield f"The {one.title} edition: {one.note}"


def _counts(pages: Mapping[Kind, str], page: str, changes: _Changes) -> Table:
    """How many changes there are of each kind, with a link to the first of them, on the page that lists them."""
    rows = tuple(Row((), tuple(_count(pages[kind], kind, found))) for kind, found in changes.items())
    return Table("counts", "Changes by kind", _COUNTS, (Group("", rows),), f"{page}_counts")


def _count(page: str, kind: Kind, changes: Sequence[Change]) -> Iterator[Cell]:
    """The kind, how many there are, and of ratings and arrows which way they went: `Better: 14. Worse: 9.`"""
    yield Cell(kind.value, link=Ref(_group_id(page, kind)) if changes else None)
    yield Cell(len(changes))
    if kind in (Kind.MOVED, *FREQUENT) and changes:
        yield Cell(_ways(changes))


def _group_id(page: str, kind: Kind) -> RowId:
    return "changes", page, kind.value


def list_of(setting: Setting, page: str, before: Edition, changes: _Changes) -> Table:
    """A table of changes, kind after kind, each linked to its row."""
    columns = (
        Column(("What",), "text"),
        Column(("Page",), "text"),
        Column(("Indicator",), "text"),
        Column(("Area or team",), "text"),
        Column((f"Before: {before.title}",), "change"),
        Column((f"Now: {setting.scorecard.edition.title}",), "change"),
        Column(("Figures",), "text"),
    )
    groups = tuple(
        Group(kind.value, tuple(_row(setting, change) for change in found), _group_id(page, kind), is_counted=True)
        for kind, found in changes.items()
        if found
    )
    return Table("changes", "Every change", columns, groups, page)


def _row(setting: Setting, change: Change) -> Row:
    """A change; its page leads to the row where this edition has that."""
    row = setting.rows.get(change.page, {}).get(change.row) if change.row else None
    cells = (
        Cell(capitalised(change.what)),
        Cell(change.page or None, link=Ref(row) if row else None),
        Cell(change.title),
        Cell(change.place or _EVERYWHERE),
        _value(change.before),
        _value(change.now),
        Cell(change.detail or None),
    )
    return Row((), cells)


def _value(value: Value) -> Cell:
    match value:
        case Limit():
            return Cell(value.number, sign=value.sign)
        case Band():
            return Cell(f"{value.lowest.text} to {value.highest.text}")
        case None:
            return Cell(Absent(_NONE))
    return Cell(value)
