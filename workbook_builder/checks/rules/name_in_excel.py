"""An id or name that Excel turns into a number or a date where it is typed, or where a CSV file is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.checks.stated import Measured
from workbook_builder.findings import Finding

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_PART, _DAY, _YEAR = r"0?[1-9]|1[0-2]", r"0?[1-9]|[12]\d|3[01]", r"\d\d|(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?:{_DAY})[-/](?:{_PART})|(?:{_PART})[-/](?:{_YEAR})|(?:19|20)\d\d[-/](?:{_PART})"
    rf"|(?:{_DAY})[-/](?:{_PART})[-/](?:{_YEAR})|(?:19|20)\d\d[-/](?:{_PART})[-/](?:{_DAY})"
    rf"|(?:(?:{_DAY})[- ]?)?{_MONTH}[- ]?(?:{_YEAR}|{_DAY})|(?:{_DAY})[- ]?{_MONTH}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"0\d+|\d{16,}|\d+(?:\.\d*)?e[-+]?\d+|\d{1,3}(?:,\d{3})+|\d+\.\d*0|\d+%", re.IGNORECASE)


def made_by_excel(name: str) -> str:
    """`a date` or `a number`, where Excel makes that of a name and so loses it; "" where the name stays."""
    return "a date" if _DATE.fullmatch(name) else "a number" if _NUMBER.fullmatch(name) else ""


def _check(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    spec_file = context.scorecard.files[0].name if context.scorecard.files else ""
    for _, row in context.measured.values():
        for what, name in _names(context, row):
            if (made := made_by_excel(name)) and name not in seen:
                seen.add(name)
                page, _ = context.measured[row.indicator.id, row.place]
                yield Finding(
                    rule="",
                    page=page,
                    indicator=row.indicator.id,
                    title=row.indicator.title,
                    place=row.place,
                    period="",
                    where=spec_file,
                    found=f"the {what} {name}, of which Excel makes {made}",
                    expected="a name that Excel leaves as it is, such as one with letters before its digits",
                    difference=f"rows that name it are lost as soon as Excel has saved the inputs: {name}",
                )


def _names(context: Context, row: Measured) -> Iterator[tuple[str, str]]:
    """What inputs call a row by, and the groups that benchmarks are stated for."""
    yield "id", row.indicator.id
    yield "name", row.place
    yield from (("benchmark group", group.id) for group in context.scorecard.catalogue.benchmark_groups)


RULE = Rule(
    "name_in_excel",
    "Excel makes a date of a month with a number behind it, a number of digits around an E, and nobody sees it.",
    "The id 03-04, of which Excel makes a date.",
    _check,
    about=About.INPUTS,
    finds=(
        "an id, name or benchmark group of which Excel makes a date or a number (`MAR-1`, `03-04`, `1E5`, `01234`)"
    ),
    remedy="Rename it in the spec, in all tables: `MARCH1`, or letters before the digits.",
)
