"""The times a text speaks of: `October`, `Q1 2024-25`, `the previous month`, the year before, an outturn."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbook_builder.commentary.facts import Dated, Facts
from workbook_builder.periods import MONTHS, TERMS, Frequency, Period, month, year
from workbook_builder.texts.forms import Form
from workbook_builder.texts.marks import Known, Marked, Meaning

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "September" else "Sept?(?:ember)?" for name in MONTHS)
_SPAN = r"(?:20)?(\d\d) ?[-/–] ?(?:20)?(\d\d)(?!\d)"
NOUN_OF = {Frequency.MONTH: "month", Frequency.QUARTER: "quarter", Frequency.TERM: "term", Frequency.YEAR: "year"}
_SAME = r"the same (?:month|quarter|term|period|time|point)(?: in| of)?"
_BEFORE_MAY = ("between", "in", "to", "of", "by", "from", "than", "since", "and", "on", "with", "last")
_BEFORE_A_YEAR = (
    *("in", "of", "by", "to", "mid", "for", "from", "since", "until", "till", "after", "before", "early", "late"),
    *("during", "throughout", "and", "than", "with", "year", "years", "spring", "summer", "autumn", "winter", "end"),
)
_OF_A_PERIOD = Form(r"(?:[Tt]he )?(?P<period><P\d+>)(?:['’]s)? (?:year-end )?outturn\b", capitals_count=True)
_FOR_A_PERIOD = Form(r"\boutturn (?:of|for|in) (?P<period><P\d+>)", capitals_count=True)
_ALONE = Form(r"<P\d+> (?:alone|itself)\b|\bthe (?:month|quarter|year) (?:alone|itself)\b")
_MONTHS_TO = Form(r"\b(?:the )?(?:12|twelve|rolling 12) months (?:up )?to (?:the end of )?(?P<period><P\d+>)")
_OUTTURN = Form(r"\b(?:last year['’]s |the previous year['’]s |the |year-end )?outturn\b")
_NUMERALS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
Read = Callable[[re.Match[str], Facts], tuple[str, Meaning]]


def mark_times(marked: Marked, facts: Facts) -> Marked:
    """The text with every time in it marked: P where it may be a period of the row, U for a stretch of time."""
    for pattern, read in _TIMES:
        marked = marked.replaced(pattern, lambda found, read=read: read(found, facts))  # type: ignore[misc]
    marked = marked.replaced(_ALONE, lambda found: ("U", None))
    for pattern in (_OF_A_PERIOD, _FOR_A_PERIOD, _MONTHS_TO):
        before = marked
        marked = marked.replaced(pattern, lambda found, of=before: ("P", of.known(found["period"])))  # type: ignore[misc]
    return marked.replaced(_OUTTURN, lambda found: ("P", _outturn(found, facts)))


def _outturn(found: re.Match[str], facts: Facts) -> Known:
    """Last year's outturn; "the outturn" may also be the latest figure."""
    dated = [facts.outturn] if facts.outturn else []
    if facts.value and dated and not re.search("year", found[0], re.IGNORECASE):
        return Known(dated[0][0].label, (dated[0][1], facts.value))
    return _known(facts, dated)


def _at(facts: Facts, *periods: Period | None) -> tuple[str, Meaning]:
    """A mark for the figures of periods of the row; periods of another frequency have none."""
    known = [p for p in periods if p is not None and p in facts.series]
    return "P", _known(facts, [(p, facts.series[p]) for p in known], facts.row.latest in periods)


def _known(facts: Facts, dated: list[Dated], is_latest: bool = False) -> Known:
    name = " or ".join(dict.fromkeys(period.label for period, _ in dated))
    return Known(name, tuple(number for _, number in dated), is_latest)


def _month(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    if not found["year"] and not found["day"] and not _is_a_month(found):
        return "", None
    number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))
    latest = facts.row.latest
    if found["day"] or latest.frequency is not Frequency.MONTH:
        return "P", None
    if found["year"]:
        return _at(facts, month(2000 + int(found["year"][-2:]), number))
    nearest = latest.back((latest.part - number) % 12)
    if found["last"]:
        return _at(facts, *(p for p in (nearest, nearest.back(12)) if p != latest))
    return _at(facts, nearest)


def _is_a_month(found: re.Match[str]) -> bool:
    """Whether a name without a year is a month's: written in full, and May not a verb."""
    before = found.string[: found.start()].rstrip().rpartition(" ")[2].casefold()
    is_owner = found.string[found.end() :].startswith(("'s", "’s"))
    return found["month"] in MONTHS and (found["month"] != "May" or before in _BEFORE_MAY or is_owner)


def _part(frequency: Frequency, number: int, starts: int | None, facts: Facts) -> tuple[str, Meaning]:
    """A quarter or term of the year that starts then, or the nearest one."""
    latest = facts.row.latest
    if latest.frequency is not frequency:
        return "P", None
    if starts is not None:
        return _at(facts, Period(2000 + starts, number, frequency))
    parts = 4 if frequency is Frequency.QUARTER else 3
    return _at(facts, latest.back((latest.part - number) % parts))


def _quarter(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    return _part(Frequency.QUARTER, int(found[1]), int(found[2]) if found[2] else None, facts)


def _term(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    number = TERMS.index(found["term"].title()) + 1
    starts = int(found["from"]) if found["from"] else None
    if found["year"]:
        starts = int(found["year"][-2:]) - (0 if number == 1 else 1)
    return _part(Frequency.TERM, number, starts, facts)


def _season(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    """`in the summer` is a term of what is counted by terms, else a stretch of time."""
    return _term(found, facts) if facts.row.latest.frequency is Frequency.TERM else ("U", None)


def _year(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    starts = year(2000 + int(found[1]))
    if int(found[2]) != (int(found[1]) + 1) % 100:
        return "", None
    if facts.row.latest.frequency is Frequency.YEAR:
        _, known = _at(facts, starts)
    else:
        known = _known(facts, [facts.outturn] if facts.outturn and facts.outturn[0] == starts else [])
    assert isinstance(known, Known)
    return "P", Known(starts.label, known.figures, known.is_latest)


def _previous(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    return _at(facts, facts.row.latest.back() if _is_own(found, facts) else None)


def _this(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    return _at(facts, facts.row.latest if _is_own(found, facts) else None)


def _is_own(found: re.Match[str], facts: Facts) -> bool:
    words = [word for word in found.groups() if word]
    return NOUN_OF[facts.row.latest.frequency] in [word.casefold() for word in words]


def _year_ago(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    return "P", _known(facts, [facts.last_year] if facts.last_year else [])


def _years_ago(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    """So many years before the latest figure; of another stretch of time nothing is known."""
    words, latest = found["many"].casefold(), facts.row.latest
    many = _NUMERALS.index(words) if words in _NUMERALS else int(words)
    if found["noun"].casefold() != "year":
        own = NOUN_OF[latest.frequency] == found["noun"].casefold()
        return _at(facts, latest.back(many) if own else None)
    steps = {Frequency.YEAR: 1, Frequency.TERM: 3, Frequency.QUARTER: 4, Frequency.MONTH: 12}.get(latest.frequency)
    return _at(facts, latest.back(many * steps) if steps else None)


def _last_year(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    """Last year may be the same period of it, or its outturn."""
    return "P", _known(facts, [dated for dated in (facts.last_year, facts.outturn) if dated])


def _stretch(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    return "U", None


def _year_end(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    return "P", _known(facts, [facts.outturn] if facts.outturn else [])


def _somewhen(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    return "P", None


def _calendar_year(found: re.Match[str], facts: Facts) -> tuple[str, Meaning]:
    """`in 2017`, `2017's`, `spring 2023`; of other numbers between 1900 and 2099 nothing is known."""
    before = found.string[: found.start()].rstrip().rpartition(" ")[2].casefold().strip("(")
    return ("P", None) if before in _BEFORE_A_YEAR or not before else ("", None)


_TIMES: tuple[tuple[Form, Read], ...] = (
    (
        Form(
            r"\b(?:over|during|throughout|in|for) the (?:last|past|course of|coming|next) [^,.;<]{0,25}"
            r"\b(?:weeks?|months?|quarters?|terms?|years?)\b"
        ),
        _stretch,
    ),
    (
        Form(r"\b(?:over|during|throughout|across) (?:the|this|last) (?:\w+ )?(?:year|summer|quarter)\b"),
        _stretch,
    ),
    (
        Form(
            r"\b(?:(?P<term>Autumn|Spring|Summer)(?: term)?(?: of| in)? (?:(?:20)?(?P<from>\d\d)[-/–](?:20)?\d\d|"
            r"(?P<year>20\d\d))(?!\d))"
        ),
        _term,
    ),
    (Form(r"\b(?P<term>autumn|spring|summer) term(?P<from>)(?P<year>)"), _term),
    (Form(r"(?<=\b(?:in|on) the )(?P<term>autumn|spring|summer)\b(?P<from>)(?P<year>)"), _season),
    (Form(r"\b(?:Q|quarter )([1-4])\b(?:(?: of)? " + _SPAN + ")?"), _quarter),
    (
        Form(
            r"\b(?P<last>last )?(?P<day>\d\d?(?:st|nd|rd|th)? )?\b(?P<month>" + _MONTH + r")\b"
            r"(?:[ -](?P<year>20\d\d|'?\d\d(?=[\s,.;:)]|$)))?",
            capitals_count=True,
        ),
        _month,
    ),
    (
        Form(r"\b(?:(?:the )?(?:academic|financial|school) year )?(?<![\d-])20(\d\d) ?[-/–] ?(?:20)?(\d\d)(?!\d)"),
        _year,
    ),
    (Form(_SAME + r" (?:last|the previous|the year before|a year (?:ago|earlier))(?: year)?"), _year_ago),
    (
        Form(
            r"\b(?:a|one) year (?:ago|earlier|before)|"
            r"\b(?:this time|12 months|twelve months) (?:last year|ago|earlier)"
        ),
        _year_ago,
    ),
    (
        Form(
            rf"\b(?P<many>{'|'.join(_NUMERALS[2:])}|\d\d?) (?P<noun>year|quarter|month|term)s "
            r"(?:ago|earlier|before|previously)\b"
        ),
        _years_ago,
    ),
    (
        Form(
            r"\b(?:the )?(?:previous|preceding|prior) (month|quarter|term)\b|(?<!the )\blast (month|quarter|term)\b"
        ),
        _previous,
    ),
    (Form(r"\b(?:the|a|one) (month|quarter|term) (?:before|earlier|ago|previously)\b"), _previous),
    (
        Form(r"(?<!the )\blast year\b|\b(?:the )?(?:previous|preceding|prior) year\b|\bthe year before\b"),
        _last_year,
    ),
    (Form(r"\b(?:this|the latest|the current) (month|quarter|term)\b"), _this),
    (
        Form(
            r"\b(?:the )?(?:financial |academic )?year[- ]end\b(?! outturn)|"
            r"\b(?:the )?end of (?:the )?(?:last |previous )?(?:financial )?year\b"
        ),
        _year_end,
    ),
    (Form(r"\b(?:the )?(?:half[- ]year|mid[- ]year|mid[- ]point|start|beginning|outset|peak)\b"), _somewhen),
    (Form(r"(?<![\w,.£#<-])(?:19|20)\d\d\b(?!,\d|\.\d| ?%| ?per ?cent)"), _calendar_year),
)
