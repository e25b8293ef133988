"""An annual figure that is newer than what is said of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number
from workbook_builder.periods import Frequency, Period, parse_period

_SPAN = re.compile(r"\b20\d\d-\d\d\b")
_NUMBER = re.compile(r"\d\d")


def _check(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for _, _, row in context.rows.values():
        source = context.inputs.sources.get(row.indicator.id)
        if not source or row.latest.frequency is not Frequency.YEAR or row.indicator.id in seen:
            continue
        newest = _newest_year(source.latest_data)
        if newest and newest < row.latest and isinstance(row.figure(row.latest), Number):
            seen.add(row.indicator.id)
            found, apart = f"a figure of {row.latest.label}", row.latest.year - newest.year
            expected = f"data of {row.latest.label}: the source's latest is {newest.label}"
            difference = f"{apart} year{'s' if apart > 1 else ''}"
            yield context.finding(row, row.latest, source.origin, found, expected, difference)


def _newest_year(words: str) -> Period | None:
    """The newest of the years that words name; None where they name none, or other numbers, which may be dates."""
    named = [parse_period(text) for text in _SPAN.findall(words)]
    years = [period for period in named if period and period.frequency is Frequency.YEAR]
    if len(years) < len(named) or _NUMBER.search(_SPAN.sub("", words)):
        return None
    return max(years, default=None)


RULE = Rule(
    "source",
    "Either last year's figure stands for this year's once more, or what is said of its source is out of date.",
    "A figure of 2023-24 whose source says 2022-23.",
    _check,
    finds=(
        "an annual figure newer than every year that its `latest_data` in `sources` names, where it names "
        "years and no other date"
    ),
    remedy="Correct `latest_data` in `sources`, or the figure.",
)
