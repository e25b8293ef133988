"""What a reader is told below a table of how its figures are dated and judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder.periods import Period
from workbook_builder.rating.trend import explanation
from workbook_builder.scorecards.model import Row
from workbook_builder.specs.columns import DirectionColumn
from workbook_builder.specs.pages import ColumnSet


def period_note(columns: ColumnSet, rows: Sequence[Row], newest: Period) -> Iterator[str]:
    """Of which period the latest results are, where no heading names it; rows of another name theirs."""
    kinds = {column.kind for column in columns.columns}
    if "latest" in kinds and "measure" not in kinds and rows:
        others = any(row.latest != newest for row in rows)
        unless = ", or of the period that stands before them; each is judged by the target of its own year"
        yield f"Latest results are of {newest.label}{unless if others else ''}."


def judged_notes(rows: Sequence[Row]) -> Iterator[str]:
    """Why ratings were judged as they were, and why some figures are not to be rated."""
    for row in rows:
        latest = row.figures.get(row.latest)
        if latest and latest.judged and row.rating is latest.judged.rating:
            yield f"{row.title}, {row.place}: judged {latest.judged.rating.value}. {latest.judged.reason}"
    monitored = {(row.indicator.id, row.target): row for row in rows if row.target and row.target.is_monitored}
    for row in monitored.values():
        reason = row.target.in_words.reason if row.target and row.target.in_words else ""
        yield f"{row.title}: for monitoring only, not rated. {reason}"


def direction_notes(column: DirectionColumn | None, rows: Sequence[Row], periods: int) -> Iterator[str]:
    """By which rule directions are worded over so many periods, and why some are not."""
    told = [row for row in rows if row.direction and row.exists]
    if column and told:
        shown = f"{periods} {told[0].latest.frequency.value}s"
        overlaps = any(row.indicator.data_period.overlaps for row in told)
        yield from explanation(column.least, shown, overlaps)
