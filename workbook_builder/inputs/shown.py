"""What a cell of Excel shows, by its number format: decimals, a percentage, a date in words.

The codes of number formats are those of ECMA-376 part 1, section 18.8.31. Two of the formats that have no text of
their own follow the settings of the computer; they are shown as in the United Kingdom.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from workbook_builder.inputs.figures import rounded
from workbook_builder.periods import MONTHS, Frequency, Period, month

SHOWN_FOR = " shown for "
_LONGEST_FORMAT = 255  # Excel's own limit; matching a longer one could take hours
_SHOWN_DIGITS, _SHOWN_DECIMALS = 15, 12
_NO_PLACE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DECIMALS = re.compile(r"[^0#?.]*[0#?,]+(?:\.([0#?]*))?[^0#?]*")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OF_THE_COMPUTER = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}  # numbers 14 and 22
_LONG_DATE, _LONG_DATE_CODE = "dd mmmm yyyy", re.compile(r"\[\$-(?:F800|x-sysdate)\]", re.IGNORECASE)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]|(?P<half>AM/PM|A/P)'
    r"|(?P<code>y+|m+|d+|h+|s+)|(?P<other>.)",
    re.IGNORECASE,
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])+')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d*)?)\]")
_COMPARED = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_DIGIT = re.compile(r"[0#?]|General")
_SCALED = re.compile(r"[0#?](,+)(?=\.|[^0#?,.]|$)")
_MIDNIGHT = re.compile(r",?[ T]0?0:00(:00)?$|,?[ T]12:00(:00)? AM$")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def decoded(text: str) -> str:
    """The text of a cell with the characters that .xlsx files hold in code: `_x000D_` is a carriage return."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)) if int(code[1], 16) < ord(" ") else code[0], text)


@lru_cache(maxsize=256)
def decimals_of(number_format: str) -> int | None:
    """The decimals a number format displays: 1 for `0.0`; None for General, which states no precision."""
    if len(number_format) > _LONGEST_FORMAT:
        return None
    found = _DECIMALS.fullmatch(_placeholders(number_format))
    return len(found[1] or "") if found else None


def _placeholders(number_format: str) -> str:
    """The part of a number format for positive numbers, without literal text, colours and conditions."""
    return _NO_PLACE.sub("", number_format[:_LONGEST_FORMAT]).split(";")[0]


def is_percentage(number_format: str) -> bool:
    """Whether a number is shown as its hundredfold with a percent sign."""
    return "%" in _placeholders(number_format)


def text_of(value: Any, number_format: str) -> str:
    """What stands in a cell: text, a number to 15 digits, a percentage as `62%`, a date as it is shown."""
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return date_shown(value, number_format)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number_text(value, number_format)
    return decoded(str(value))


def _number_text(value: float, number_format: str) -> str:
    """A number in full; what its format makes of it where that is a percentage, a word, or thousands."""
    mask = _mask(value, number_format)
    if mask is not None:
        return mask
    if is_percentage(number_format):
        return f"{_number(value * 100)}%"
    scaling = _SCALED.search(_placeholders(number_format))
    if scaling:
        return f"{_number(value / 1000 ** len(scaling[1]))}{SHOWN_FOR}{_number(value)}"
    return _number(value) if isinstance(value, float) else str(value)


def _mask(value: float, number_format: str) -> str | None:
    """What is shown instead of a number: `<5` where the format is `[<5]"<5";0`, nothing where it is `;;;`.

    None where the number is shown. That accounts show 0 as a dash is no mask: it is how they write 0.
    """
    if set(number_format) == {";"}:
        return ""
    sections = _SECTION.findall(number_format[:_LONGEST_FORMAT]) if "[" in number_format else []
    for section in sections:
        condition = _CONDITION.search(section)
        if condition and _COMPARED[condition[1]](value, float(condition[2])):
            literals = (found["quoted"] or found["escaped"] or found["other"] for found in _TOKEN.finditer(section))
            return None if _DIGIT.search(_NO_PLACE.sub("", section)) else "".join(filter(None, literals)).strip()
    return None


def _number(value: float) -> str:
    """A number as Excel shows it, to 15 digits: 61.8, where it stores 61.800000000000004."""
    text = f"{Decimal(f'{round(value, _SHOWN_DECIMALS):.{_SHOWN_DIGITS}g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_shown(value: float, number_format: str) -> str:
    """The number as its format rounds it; "" where the format leaves that open."""
    decimals = decimals_of(number_format)
    if decimals is None or is_percentage(number_format) or abs(value) >= 10**_SHOWN_DIGITS:
        return ""
    return f"{rounded(Decimal(repr(value)), min(decimals, _SHOWN_DIGITS)):f}"


def date_shown(value: datetime | date | time, number_format: str) -> str:
    """A date as its format shows it: `April 2024`, `1 Apr 24`, `22 Jan`. A midnight that nobody typed is left out."""
    tokens = _tokens(number_format)
    if not any(code for code, _ in tokens):
        return str(value).removesuffix(" 00:00:00")
    halves = any(code == "half" for code, _ in tokens)
    shown = "".join(_part(value, code, halves) if code else literal for code, literal in tokens).strip()
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    at_midnight = is_day or (isinstance(value, datetime) and value.time() == time())
    return _MIDNIGHT.sub("", shown) if at_midnight else shown


def periods_shown(value: Any, number_format: str) -> tuple[Period, ...]:
    """The periods that a cell's date may stand for: the day or month that its format shows, first.

    The first of a month that is shown as a day may be that month, too, since Excel keeps months as such days.
    """
    if not isinstance(value, date):
        return ()
    codes = [code for code, _ in _tokens(number_format) if code]
    whole = month(value.year, value.month)
    if not codes or any(code in ("d", "dd") for code in codes):
        day = Period(value.year, value.month, Frequency.DAY, value.day)
        return (day, whole) if value.day == 1 else (day,)
    return (whole,) if any(code.startswith("m") for code in codes) else ()


@lru_cache(maxsize=256)
def _tokens(number_format: str) -> tuple[tuple[str, str], ...]:
    """The codes of a date format in small letters, each with "", and between them the literal texts, each after "".

    A code of minutes is `n` or `nn`, that of morning or afternoon `half`.
    """
    plain = _OF_THE_COMPUTER.get(number_format, number_format)[:_LONGEST_FORMAT]
    plain = _LONG_DATE if _LONG_DATE_CODE.match(plain) else plain
    tokens = [_token(found) for found in _TOKEN.finditer("" if plain == "General" else plain)]
    end = next((n for n, token in enumerate(tokens) if token == ("", ";")), len(tokens))
    return tuple(_with_minutes(tokens[:end]))


def _token(found: re.Match[str]) -> tuple[str, str]:
    if found["half"]:
        return "half", ""
    literal = found["quoted"] or found["escaped"] or found["other"] or ""
    return (found["code"] or "").casefold(), literal


def _with_minutes(tokens: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """An `m` beside hours or seconds are minutes."""
    codes = [(n, code) for n, (code, _) in enumerate(tokens) if code and code != "half"]
    around = {
        n: [codes[i - 1][1] if i else "", codes[i + 1][1] if i + 1 < len(codes) else ""]
        for i, (n, _) in enumerate(codes)
    }
    for n, (code, literal) in enumerate(tokens):
        is_time = code in ("m", "mm") and (around[n][0].startswith("h") or around[n][1].startswith("s"))
        yield code.replace("m", "n") if is_time else code, literal


def _part(value: datetime | date | time, code: str, halves: bool) -> str:
    """What one code shows of a date or time; nothing of a date in a time alone."""
    kind, width = code[0], len(code)
    if kind in "hns" or code == "half":
        return _of_time(value if isinstance(value, datetime | time) else time(), code, halves)
    if not isinstance(value, date):
        return ""
    if kind == "y":
        return f"{value.year % 100:02d}" if width < 3 else f"{value.year:04d}"
    number = value.day if kind == "d" else value.month
    if width < 3:
        return f"{number:0{width}d}"
    name = _DAYS[value.weekday()] if kind == "d" else MONTHS[value.month - 1]
    return {3: name[:3], 4: name}.get(width, name[:1] if kind == "m" else name)


def _of_time(value: datetime | time, code: str, halves: bool) -> str:
    if code == "half":
        return "AM" if value.hour < 12 else "PM"
    hour = (value.hour % 12 or 12) if halves else value.hour
    number = {"h": hour, "n": value.minute, "s": value.second}[code[0]]
    return f"{number:0{min(len(code), 2)}d}"
