"""Periods as people write them in tables of their own, beside the ways in which the inputs are written."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbook_builder.periods import MONTHS, TERMS, Frequency, Period, month, parse_period, year

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_YEARS = r"(?P<year>(?:19|20)?\d\d)(?:/|-)(?P<next>(?:20)?\d\d)"
_SHORT = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}


def period_meant(text: str) -> Period | None:
    """The period that a text names: `Nov 2024`, `11/2024`, `2023/24`, `Q2 2024/25`, `Autumn 2024-25`, or None."""
    text = " ".join(text.split())
    if period := parse_period(text):
        return period
    for pattern, made in _FORMS:
        if found := pattern.fullmatch(text):
            return made(found)
    return None


def _named_month(found: re.Match[str]) -> Period:
    return month(_full(found["year"]), _SHORT[found["month"][:3].casefold()])


def _numbered_month(found: re.Match[str]) -> Period | None:
    number = int(found["month"])
    return month(int(found["year"]), number) if 1 <= number <= 12 else None


def _years(found: re.Match[str]) -> Period | None:
    starts = _full(found["year"])
    return year(starts) if int(found["next"]) % 100 == (starts + 1) % 100 else None


def _part(found: re.Match[str]) -> Period | None:
    whole, part = _years(found), found["part"]
    if whole is None:
        return None
    if part[0] in "qQ":
        return Period(whole.year, int(part[1:]), Frequency.QUARTER)
    return Period(whole.year, TERMS.index(part.title()) + 1, Frequency.TERM)


def _full(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]]] = [
    (re.compile(rf"(?P<month>{_MONTH})[ -]?'?(?P<year>(?:20)?\d\d)", re.IGNORECASE), _named_month),
    (re.compile(r"(?:\d\d/)?(?P<month>\d\d?)/(?P<year>20\d\d)"), _numbered_month),
    (re.compile(_YEARS), _years),
    (re.compile(rf"(?P<part>Q[1-4]|Autumn|Spring|Summer)(?: term)?,? {_YEARS}", re.IGNORECASE), _part),
    (re.compile(rf"{_YEARS},? (?P<part>Q[1-4]|Autumn|Spring|Summer)(?: term)?", re.IGNORECASE), _part),
]
