"""Patterns of change: by how much, which way, since when; and whether that was for the better."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.rating.travel import Travel, travel
from workbook_builder.specs.catalogue import Unit
from workbook_builder.texts.claims import REFERENCE, Contradiction, Here, pattern
from workbook_builder.texts.forms import Form
from workbook_builder.texts.marks import Known
from workbook_builder.texts.numbers import Said, Stated, is_difference, is_level
from workbook_builder.texts.times import NOUN_OF

_UP = r"up|rose|risen|increased?|grew|grown|climbed|higher|rise|more|widened|above"
_GOOD = r"improved|improvement|better"
_BAD = r"worsened|deteriorated|deterioration|worse"
_SAME = r"unchanged|(?:exactly )?the same(?: as| level as)?"
_VERBS = (
    r"up|down|rose|risen|increased|grew|grown|climbed|fell|fallen|decreased|dropped|reduced|"
    r"improved|worsened|deteriorated|narrowed|widened"
)
_NOUNS = r"increase|rise|decrease|fall|drop|reduction|improvement|deterioration"
_DEGREES = r"higher|lower|better|worse|more|fewer|less"
_BY = r"(?: (?:slightly|again|further|sharply|significantly|marginally|steadily|markedly|considerably|only))?"
_PREPOSITION = r"(?:since|from|on|compared (?:with|to)|than|against|over)"
_LINK = r"(?:the |that of |that in |that at |in |at |for |its |position in |figure for |figure in |level in ){0,3}"
_AFTER = Form(
    rf"\s*(?:{_PREPOSITION}) {_LINK}(?:(?P<from><[NC]\d+>),? ?\(?(?:in |for |at )?(?:the )?)?(?P<period><P\d+>)?"
)
_TO = Form(r"\s*(?:,? ?to <[NC]\d+>(?: in <P\d+>)?,?)")
_BEFORE = Form(
    rf"(?:since|compared (?:with|to)|from) {_LINK}(?:<[NC]\d+> ?\(?(?:in |for |at )?(?:the )?)?"
    r"(?P<period><P\d+>)[^<]*$"
)
_NOT = Form(r"\b(?:not|no|never|neither|nor|without|little|stop(?:ped)?|despite|any)\b|n['’]t\b")
_PHRASAL = Form(
    r"\b(?:make|makes|made|making|set|sets|taken?|takes|taking|took|follow(?:s|ed)?|pick(?:s|ed)?|sign(?:s|ed)?|"
    r"break|breaks|broken|write|written|wr(?:ap|ote)|clos(?:e|es|ed)|cut|cuts|lay|laid|settl(?:e|es|ed)) $"
)
_STRETCH = Form(r"<U\d+>|\b(?:over|during|in) the (?:year|month|quarter|period|last|past)\b")


def earlier(here: Here) -> Known:
    """Every figure of the row that is known from before the latest."""
    facts = here.facts
    figures = [number for period, number in facts.series.items() if period != facts.row.latest]
    return Known("an earlier figure", (*figures, *([facts.outturn[1]] if facts.outturn else [])))


def _reference(here: Here) -> Known | None:
    """What the latest figure is compared with; None where it is not known, each earlier one where it is not said."""
    text = here.sentence.text
    if "since" in here.found.re.groupindex:
        return here.known("since")
    rest = text[here.found.end() :]
    rest = rest[_TO.match(rest).end() :] if _TO.match(rest) else rest  # type: ignore[union-attr]
    after = _AFTER.match(rest)
    if after and after["period"]:
        return here.marked.known(after["period"])
    if after and after["from"]:
        stated = here.marked.number(re.sub("^<C", "<N", after["from"]))
        known = earlier(here)
        return Known(known.name, tuple(number for number in known.figures if stated.agrees(number)))
    if re.search(rf"\b(?:in|over|on) the {NOUN_OF[here.facts.row.latest.frequency]}\b", rest):
        return Known("the figure before", (here.facts.previous[1],) if here.facts.previous else ())
    if after or _STRETCH.search(text):
        return None
    before = _BEFORE.search(text[: here.found.start()])
    if before:
        return here.marked.known(before["period"])
    return earlier(here) if not re.search(r"<P\d+>", rest) or re.match(r" in <P", rest) else None


def _of_change(here: Here) -> Iterator[Contradiction]:
    facts, known = here.facts, _reference(here)
    value, stated = facts.value, here.number("n")
    if value is None or known is None or not known.figures or not here.is_about_row or _is_elsewhere(here):
        return
    if (stated and not _can_be_change(stated, here)) or _ends_elsewhere(here) or _is_of_another_measure(here):
        return
    is_phrasal = here.found["way"].casefold() in ("up", "down") and _PHRASAL.search(
        here.sentence.text[: here.found.start("way")]
    )
    if _NOT.search(here.clause) or is_phrasal:
        return
    if not any(_holds(here, value, old, stated) for old in known.figures):
        yield here.contradiction(*_expected(value, known, stated))


def _is_elsewhere(here: Here) -> bool:
    """Whether a period beside the change is where it ended, and not the latest: "fell by 2 in October"."""
    ends = re.match(r"\s*(?:to <[NC]\d+> )?in (?:the )?(?P<period><P\d+>)", here.sentence.text[here.found.end() :])
    if ends and not here.marked.known(ends["period"]).is_latest:
        return True
    before = REFERENCE.sub("", here.sentence.text[: here.found.start()])
    stood = re.search(r"\b(?:in|by) (?:the )?(<P\d+>)[^<]*$", before, re.IGNORECASE)
    return bool(stood and not here.marked.known(stood[1]).is_latest)


def _is_of_another_measure(here: Here) -> bool:
    """Whether a later sentence has stated a level that is none of the row's: "Overall absence was 9.4% and fell"."""
    facts, indicator = here.facts, here.facts.row.indicator
    known = (
        *facts.series.values(),
        *(n for _, _, n in facts.benchmarks),
        *([facts.outturn[1]] if facts.outturn else ()),
    )
    marks = re.findall(r"<N(\d+)>", here.found.string[: here.position])
    levels = (here.marked.number(f"<N{mark}>") for mark in marks)
    return not here.sentence.is_first and any(
        is_level(level, indicator) and not level.agrees_with_any(known) for level in levels
    )


def _ends_elsewhere(here: Here) -> bool:
    """Whether it went to what is no figure of the indicator: "rose 4% to 23,997", of what is counted."""
    went = re.match(r"\s*to <[NC](\d+)>", here.sentence.text[here.found.end() :])
    return bool(went and not is_level(here.marked.number(f"<N{went[1]}>"), here.facts.row.indicator))


def _can_be_change(stated: Stated, here: Here) -> bool:
    indicator = here.facts.row.indicator
    if stated.said is Said.PERCENT and indicator.unit not in (Unit.PERCENT, Unit.PERCENTAGE_POINTS):
        return False
    return is_difference(stated, indicator)


def _holds(here: Here, value: Number, old: Number, stated: Stated | None) -> bool:
    """Whether the change from an earlier figure is what is said, in its size and its direction."""
    if stated and not _is_size(stated, value, old):
        return False
    decimals = min(value.decimals, old.decimals)
    step = rounded(value.value, decimals) - rounded(old.value, decimals)
    return _is_way(here.found["way"].casefold(), step, value, old, here)


def _is_size(stated: Stated, value: Number, old: Number) -> bool:
    change = Number(abs(value.value - old.value), max(value.decimals, old.decimals))
    if stated.agrees(change):
        return True
    if stated.said is not Said.PERCENT or not old.value:
        return False
    return stated.agrees(Number(abs(100 * (value.value - old.value) / old.value), stated.decimals))


def _is_way(way: str, step: Decimal, value: Number, old: Number, here: Here) -> bool:
    facts = here.facts
    if way == "by":
        return True
    if re.fullmatch(_SAME, way):
        return step == 0
    if re.fullmatch(f"{_GOOD}|{_BAD}", way):
        target = facts.target.target if facts.target else None
        went = travel(value, old, facts.row.polarity, target)
        return went in (Travel.UNKNOWN, Travel.IMPROVED if re.fullmatch(_GOOD, way) else Travel.WORSENED)
    if facts.row.polarity and facts.row.polarity.is_lowest_best and "perform" in here.clause.casefold():
        return bool(step)
    return step > 0 if re.fullmatch(_UP, way) else step < 0


def _expected(value: Number, known: Known, stated: Stated | None) -> tuple[str, str]:
    old = known.figures[-1]
    change = value.shown - old.shown
    expected = f"{value.text}, {known.name}: {old.text}, a change of {change:+,f}"
    if stated and not stated.agrees(Number(abs(change), max(value.decimals, old.decimals))):
        return expected, f"{stated.value - abs(change):+,f}"
    return expected, "the other way round"


_FOLLOWED = (
    rf"(?=\s*(?:$|[,.;)]|to <|{_PREPOSITION}\b|in <P|by |again\b|and\b|but\b|for (?:the|a) \w+ (?:month|time)\b))"
)
CHANGES = (
    pattern(rf"(?:(?P<n>N#) )(?P<way>{_NOUNS})\b", _of_change, "There was a 1.6 percentage point increase."),
    pattern(
        rf"(?:(?P<n>N#) )(?P<way>{_DEGREES})(?= than {_LINK}(?:<[NC]\d+> (?:in |for )?(?:the )?)?<P)",
        _of_change,
        "It is 1.6 percentage points higher than in October.",
    ),
    pattern(
        rf"(?P<n>N#) (?P<way>up|down)(?= on {_LINK}<P)", _of_change, "It is 1.6 percentage points up on October."
    ),
    pattern(
        rf"(?P<n>N#) (?P<way>above|below) {_LINK}(?P<since><P\d+>)",
        _of_change,
        "It is 1.6 percentage points above October.",
    ),
    pattern(rf"(?P<way>{_VERBS}){_BY} (?:by )?(?P<n>N#)", _of_change, "Performance rose by 1.6 percentage points."),
    pattern(
        rf"(?P<way>{_VERBS}){_BY} since {_LINK}(?P<since><P\d+>) by (?P<n>N#)",
        _of_change,
        "Performance rose since October by 1.6 percentage points.",
    ),
    pattern(
        rf"(?:(?<=and )|(?<=, ))(?P<way>by) (?P<n>N#)(?= {_PREPOSITION} {_LINK}<P)",
        _of_change,
        "It rose again, by 1.6 percentage points since October.",
    ),
    pattern(rf"(?P<way>{_NOUNS}) of (?P<n>N#)", _of_change, "There was an increase of 1.6 percentage points."),
    pattern(
        rf"(?P<way>{_NOUNS})(?P<n>(?!))?(?= (?:since|on|from|compared) {_LINK}<[PNC])",
        _of_change,
        "There was a decrease since October.",
    ),
    pattern(
        rf"\b(?P<way>higher|lower|better|worse)(?P<n>(?!))?(?= than {_LINK}(?:<[NC]\d+> (?:in |for )?(?:the )?)?<P)",
        _of_change,
        "It is lower than in October.",
    ),
    pattern(rf"\b(?P<way>{_VERBS})(?P<n>(?!))?{_BY}{_FOLLOWED}", _of_change, "Performance fell since October."),
    pattern(
        rf"\b(?:is|was|are|just|little|slightly|still|well) (?P<way>above|below|under|over)(?P<n>(?!))?"
        rf" {_LINK}(?:<[NC]\d+> (?:in |for |of )?(?:the )?)?(?P<since><P\d+>)",
        _of_change,
        "It is below October.",
    ),
    pattern(
        rf"\b(?P<way>{_SAME})(?P<n>(?!))?(?= (?:{_PREPOSITION} |as |at <[NC]\d+> (?:since|from) )?{_LINK}<P)",
        _of_change,
        "It is unchanged since October.",
    ),
)
