"""The line of a trend beside its latest figure: no kind of the spec; an output draws it where its style wants it."""

from __future__ import annotations

from collections.abc import Sequence

from workbook_builder.inputs.figures import Number
from workbook_builder.pages.blocks import Cell, Column
from workbook_builder.pages.columns.maker import ColumnMaker, RowRefs
from workbook_builder.pages.values import Points
from workbook_builder.scorecards.model import Row


def trend_line(beside: ColumnMaker) -> ColumnMaker:
    """The column beside that of the latest figure."""
    return ColumnMaker(Column(("Trend",), "line", group=beside.column.group), _cell)


def _cell(row: Row, refs: RowRefs) -> Cell:
    """The line over the longest run of neighbouring numbers, of several the latest; empty where there are no two.

    The reason why a figure is missing is text, which some programs draw as 0.
    """
    figures = tuple(row.figure(period) for period in refs.playing.periods)
    run = _longest_run([isinstance(figure, Number) for figure in figures])
    if len(run) < 2:
        return Cell(None)
    return Cell(Points(refs.window[run.start : run.stop], figures[run.start : run.stop]))


def _longest_run(known: Sequence[bool]) -> range:
    """The positions of the longest run of what is known; of several the last."""
    longest, start = range(0), 0
    for position, is_known in enumerate(known):
        start = start if is_known else position + 1
        longest = max(longest, range(start, position + 1), key=lambda run: (len(run), run.stop))
    return longest
