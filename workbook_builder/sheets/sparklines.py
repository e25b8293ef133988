"""Which of a row's figures its sparkline is drawn over."""

from __future__ import annotations

from collections.abc import Sequence

from workbook_builder.grid import Area, Sparkline
from workbook_builder.inputs.figures import Number
from workbook_builder.scorecards.model import Row
from workbook_builder.sheets.columns.slot import RowPlace


def sparkline(row: Row, place: RowPlace, column: int) -> Sparkline | None:
    """The sparkline over a row's figures shown, in that column; None where no two neighbours are numbers.

    The reason why a figure is missing is text, which some programs draw as 0. So it is drawn over the longest run
    of neighbouring numbers, of several the latest.
    """
    periods = [row.latest.back(steps) for steps in range(len(place.window) - 1, -1, -1)]
    run = _longest_run([isinstance(row.figure(period), Number) for period in periods])
    if len(run) < 2:
        return None
    points = Area(place.row, place.window[run[0]], place.row, place.window[run[-1]])
    return Sparkline(place.row, column, points)


def _longest_run(known: Sequence[bool]) -> range:
    """The positions of the longest run of what is known; of several the last."""
    longest, start = range(0), 0
    for position, is_known in enumerate(known):
        start = start if is_known else position + 1
        longest = max(longest, range(start, position + 1), key=lambda run: (len(run), run.stop))
    return longest
