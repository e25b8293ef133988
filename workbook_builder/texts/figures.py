"""Patterns of the figures themselves: the value, and those of other periods."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook_builder.specs.catalogue import Unit
from workbook_builder.texts.changing import earlier
from workbook_builder.texts.claims import NOT, Contradiction, Here, pattern
from workbook_builder.texts.forms import Form
from workbook_builder.texts.marks import Known
from workbook_builder.texts.numbers import Said, Stated, is_comparable, is_level
from workbook_builder.texts.parts import MADE_OF
from workbook_builder.texts.subjects import clause_start, is_about_row, is_of_others, names_nothing_else


def _can_be_figure(here: Here, stated: Stated | None) -> bool:
    indicator = here.facts.row.indicator
    if stated is None or not is_level(stated, indicator) or NOT.search(here.clause):
        return False
    if indicator.unit is Unit.COUNT:
        return _is_about_row(here)
    is_coarse = stated.said is Said.BARE and stated.decimals < indicator.decimals
    before = here.sentence.text[: here.position]
    if is_coarse and _OF_THINGS.match(here.sentence.text, here.found.end("n")):
        return False
    return not is_coarse or (names_nothing_else(before, here.facts) and not re.search(r"<[NC]\d+>", before))


def _is_about_row(here: Here) -> bool:
    """Whether the subject is the row's, going by the word of direction before the number in its clause, if any."""
    text = here.found.string
    changed = text.find("·", clause_start(text, here.position))
    at = changed if 0 <= changed < here.position else here.position
    return is_about_row(here.sentence.text, at, here.sentence.is_first, here.facts)


def _of_period(here: Here) -> Iterator[Contradiction]:
    stated, known = here.number("n"), here.known("period")
    is_other = _is_of_another_time(here) or is_of_others(here.sentence.text, here.found.start())
    if stated and known and _can_be_figure(here, stated) and not is_other:
        yield from here.unless_agreed(stated, known)


def _is_of_another_time(here: Here) -> bool:
    """Whether the clause begins with a time of which nothing is known: "set in 2018 when the outturn was 79%"."""
    stood = here.clause[: here.clause.find(here.found[0])]
    unknown = [mark for mark in re.findall(r"<P\d+>", stood) if not here.marked.known(mark).figures]
    return bool(unknown or re.search(r"\b(?:when|then)\b", stood))


def _of_earlier(here: Here) -> Iterator[Contradiction]:
    stated = here.number("n")
    if stated and _can_be_figure(here, stated) and _is_about_row(here):
        yield from here.unless_agreed(stated, earlier(here))


def _of_value(here: Here) -> Iterator[Contradiction]:
    """A number that is said to be the row's latest figure."""
    stated, value = here.number("n"), here.facts.value
    if stated is None or value is None or not _can_be_figure(here, stated) or not _is_alone(here):
        return
    yield from here.unless_agreed(stated, Known(here.facts.row.latest.label, (value,)))


def _is_alone(here: Here) -> bool:
    """Whether the clause names no other number that is still open, and no other period."""
    clause = here.clause
    numbers = [mark for mark in re.findall(r"<N\d+>", here.open_clause) if mark != here.found["n"]]
    return here.is_of_now and not numbers and not re.match(r" ?(?:when|where|then)\b", clause)


def _of_first(here: Here) -> Iterator[Contradiction]:
    """The first number of the text, where it is stated of the indicator."""
    is_about = here.found["before"] == "" or here.is_about_row
    stated, value = here.number("n"), here.facts.value
    if here.sentence.is_first and is_about and stated and value and is_comparable(stated, value):
        yield from _of_value(here)


def _of_subject(here: Here) -> Iterator[Contradiction]:
    if here.is_about_row and here.is_own and not _is_of_other_counts(here):
        yield from _of_value(here)


def _is_of_other_counts(here: Here) -> bool:
    """Whether the sentence has named counts that are not the row's: "152 were due and 124 took place, which is"."""
    facts = here.facts
    known = [number for number in (facts.numerator, facts.denominator) if number]
    marks = re.findall(r"<[NC](\d+)>", here.sentence.text[: here.position])
    counts = [
        stated for mark in marks if (stated := here.marked.number(f"<N{mark}>")).said in (Said.BARE, Said.COUNTED)
    ]
    is_percent = facts.row.indicator.unit is Unit.PERCENT
    return is_percent and any(not stated.decimals and not stated.agrees_with_any(known) for stated in counts)


def _of_movement(here: Here) -> Iterator[Contradiction]:
    """What the figure went to, whatever it was before."""
    if here.is_about_row:
        yield from _of_value(here)


def _of_named(here: Here) -> Iterator[Contradiction]:
    """What "the rate", "it" is, whatever came before in the clause but one of which it is."""
    passage = re.split("[,;:]", here.sentence.text[: here.position])[-1]
    if here.is_own and not re.match(r"\s*(?:for|among|in|at|across) [a-z]", passage, re.IGNORECASE):
        yield from _of_value(here)


_THE = r"(?:the )?"
_NOT_SINCE = r"(?<!since )(?<!than )(?<!from )(?<!on )"
_WAS = r"(?:was|is|were|are|stood at|stands at|had been|at|averaged|reached)"
_OF_THINGS = Form(
    r" (?!(?:in|at|from|for|by|on|to|and|or|but|per|against|compared|which|with|is|was|days?|points?|cases?|now|as|"
    r"when|while|than|so|after|before|since)\b)[a-z]+"
)
_MEASURE = r"(?:figure|outturn|rate|performance|result|position|level|value|average|percentage)"
_IT = (
    r"(?<!for )(?<!of )(?<!in )(?<!on )(?<!to )(?:it|they|this|that|performance|"
    r"(?:the )?(?:latest |current |overall |county )?(?:figure|rate|percentage|average|result|measure))"
)
_NOW = r"(?: now| currently| still)?"
_IN_THE_PAST = r"(?: from <[NC]\d+>(?: in <P\d+>)?| since <P\d+>)?"
_NO_DEGREE = (
    r"(?! (?:higher|lower|above|below|more|fewer|better|worse|longer|shorter|wider|narrower|greater|"
    r"smaller|away|off|short|ahead|behind|increase|decrease|reduction|rise|fall))"
)
_STATED = r"(?:is|was|are|were|at|:|to|reached|averaged|of|has|had|-|–|<S\d+>|stands|,|with|in|scored|took|numbered)"
FIGURES = (
    pattern(
        r"(?P<n>N#) ?\(?(?:in |for |at |during |by |of |as at |at the end of |on |achieved |recorded |"
        r"reported |seen ){0,2}(?:the )?(?P<period><P\d+>)",
        _of_period,
        "It was 51.4% in October.",
    ),
    pattern(
        rf"(?P<period><P\d+>)(?:['’]s(?: {_MEASURE})?(?: {_WAS})?)?:? ?(?:of )?(?:only |just )?\(?(?P<n>N#)",
        _of_period,
        "October's figure was 51.4%.",
    ),
    pattern(
        rf"{_NOT_SINCE}(?P<period><P\d+>)(?:,? (?:it |this |(?:the )?{_MEASURE} ))? ?{_WAS} "
        r"(?:only |just )?\(?(?P<n>N#)",
        _of_period,
        "In October it was 51.4%.",
    ),
    pattern(
        r"^(?:in|for|at|during) (?:the )?(?P<period><P\d+>),? (?P<n>N#)", _of_period, "In October, 51.4% had work."
    ),
    pattern(
        rf"from (?P<n>N#)(?= to <[NC]\d+> (?:since|compared (?:with|to)|on) {_THE}(?P<period><P\d+>))",
        _of_period,
        "It rose from 51.4% to 54.7% since October.",
    ),
    pattern(rf"since {_THE}(?P<period><P\d+>),? from (?P<n>N#)", _of_period, "Since October, from 51.4%, it rose."),
    pattern(
        r"(?:from|compared (?:with|to)) (?P<n>N#)(?= ?(?:$|[,.;)]|to <|previously|and\b|but\b|"
        r"(?:in|over) the (?:month|quarter|term|period)\b))",
        _of_earlier,
        "It rose from 51.4%.",
    ),
    pattern(
        rf"(?P<way>·+|remain\w*|now|went|moved|recovered|returned)(?: \w+)?{_IN_THE_PAST}(?: by <C\d+>)? "
        r"(?:to|at) (?P<n>N#)(?! in <P)",
        _of_movement,
        "It rose to 57.4%.",
    ),
    pattern(
        rf"\b{_IT} (?:now |currently |therefore )?(?:is|was|stands at|stood at|remains at|remained at|of|at|are at|"
        r"reached|represents|equals|equates to)"
        rf"{_NOW} (?P<n>N#){_NO_DEGREE}",
        _of_named,
        "The figure is 57.4%.",
    ),
    pattern(rf"\b{_MEASURE} \((?P<n>N#)(?=\))", _of_named, "The rate (57.4%) is low."),
    pattern(rf"\b{_IT}, (?P<n>N#)(?=,)", _of_named, "The rate, 57.4%, is low."),
    *MADE_OF,
    pattern(r"(?:^|, )at (?P<n>N#)", _of_subject, "Performance is low, at 57.4%."),
    pattern(
        rf"\b(?:and|but|which) (?:is|stands at|is now at){_NOW} (?P<n>N#){_NO_DEGREE}",
        _of_subject,
        "Performance is low and stands at 57.4%.",
    ),
    pattern(r"(?:^|, |\band )(?P<n>N#) (?:now|currently|today)\b", _of_movement, "It was low, 57.4% now."),
    pattern(
        rf"^(?P<before>|[^<]*(?:<[SPXT]\d+>[^<]*){{0,4}}?{_STATED} )(?P<n>N#){_NO_DEGREE}",
        _of_first,
        "57.4% had work.",
    ),
)
