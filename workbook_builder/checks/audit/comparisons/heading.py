"""Headings whose months or years are not those of the edition: one finding for each table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from workbook_builder.checks.audit.comparison import Comparison, Published
from workbook_builder.checks.audit.placed import Placed, label
from workbook_builder.checks.audit.printed import MEASURE, Heading
from workbook_builder.findings import Finding
from workbook_builder.periods import Frequency
from workbook_builder.problems import listed

_WORDS = {Frequency.MONTH: "month", Frequency.QUARTER: "quarter", Frequency.TERM: "term", Frequency.YEAR: "year"}


def _find(published: Published) -> Iterator[Finding]:
    for _, rows in groupby(published.placed, key=lambda placed: (placed.ours.page, placed.ours.table.spec.id)):
        table = list(rows)
        wrong = list(dict.fromkeys((heading, _expected(row, heading), row) for row in table for heading in _wrong(row)))
        if wrong:
            yield _finding(table, {heading: (expected, row) for heading, expected, row in reversed(wrong)})
