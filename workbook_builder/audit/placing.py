"""Finds the scorecard's row that each printed row stands for, whatever the printed tables are called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbook_builder.audit.dating import dated
from workbook_builder.audit.placed import Ours, Placed, Standards
from workbook_builder.audit.printed import PrintedRow, Slot, slots_of
from workbook_builder.inputs import Inputs
from workbook_builder.pages.blocks import Column
from workbook_builder.pages.columns import columns_of
from workbook_builder.scorecards.model import Scorecard

_TableKey = tuple[str, str]


@dataclass(frozen=True)
class Placing:
    """Which printed row stands for which of ours, which have no place, and which of ours are not printed."""

    placed: tuple[Placed, ...]
    extra: tuple[PrintedRow, ...]
    missing: tuple[Ours, ...]


def place(scorecard: Scorecard, inputs: Inputs, printed: Sequence[PrintedRow], standards: Standards) -> Placing:
    """Each printed row beside ours. Of several tables that it may stand in, it is in the one of its neighbours."""
    ours = our_rows(scorecard)
    taken, extra = _paired(printed, ours)
    rows = [Placed(taken[number], ours[number], standards) for number in sorted(taken)]
    tables = [list(group) for _, group in groupby(rows, key=lambda placed: _table(placed.ours))]
    return Placing(
        tuple(placed for table in tables for placed in dated(inputs, table)),
        tuple(extra),
        tuple(one for number, one in enumerate(ours) if number not in taken),
    )


def our_rows(scorecard: Scorecard) -> list[Ours]:
    """Every row of the scorecard, page after page."""
    return [
        Ours(page.name, table, group.team, row, columns)
        for page in scorecard.pages
        for table in page.tables
        for columns in [_columns(columns_of(table, scorecard.catalogue))]
        for group in table.groups
        for row in group.rows
    ]


def _columns(columns: Sequence[Column]) -> Mapping[Slot, Column]:
    return {slot: columns[n] for slot, n in slots_of(columns).items()}


def _paired(printed: Sequence[PrintedRow], ours: Sequence[Ours]) -> tuple[dict[int, PrintedRow], list[PrintedRow]]:
    """The printed rows by the number of ours, and those that are left over."""
    index = _index(ours)
    candidates = [index.get((row.page, row.team, row.id), []) for row in printed]
    votes = _votes(printed, candidates, ours)
    taken: dict[int, PrintedRow] = {}
    extra: list[PrintedRow] = []
    for row, numbers in zip(printed, candidates, strict=True):
        tables = votes[row.page, row.section]
        free = [(_table(ours[n]) != (row.page, row.section), -tables[_table(ours[n])], n) for n in numbers]
        best = min((one for one in free if one[-1] not in taken), default=None)
        if best:
            taken[best[-1]] = row
        else:
            extra.append(row)
    return taken, extra


def _index(ours: Sequence[Ours]) -> Mapping[tuple[str, str, str], list[int]]:
    """Where our rows are, by the name of page or area, team and indicator."""
    index: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(ours):
        for page in {one.page, one.table.area.name}:
            index[page, one.team, one.row.indicator.id].append(number)
    return index


def _votes(
    printed: Sequence[PrintedRow], candidates: Sequence[Sequence[int]], ours: Sequence[Ours]
) -> Mapping[tuple[str, str], Counter[_TableKey]]:
    """Of each printed section, how many of its rows can stand in one table only, by table."""
    votes: defaultdict[tuple[str, str], Counter[_TableKey]] = defaultdict(Counter)
    for row, numbers in zip(printed, candidates, strict=True):
        if len(numbers) == 1:
            votes[row.page, row.section][_table(ours[numbers[0]])] += 1
    return votes


def _table(ours: Ours) -> _TableKey:
    return ours.page, ours.table.spec.id
