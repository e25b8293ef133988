"""Patterns of the figures themselves: the value, those of other periods, numerator and denominator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.inputs.figures import Number
from workbook_builder.specs.catalogue import Unit
from workbook_builder.texts.changing import earlier
from workbook_builder.texts.claims import Contradiction, Here, nothing, pattern
from workbook_builder.texts.marks import Known
from workbook_builder.texts.numbers import Said, Stated, is_level
from workbook_builder.texts.subjects import clause_start, is_about_row, names_nothing_else

_NOT = re.compile(r"\b(?:not|never|neither|nor|rather than)\b|n['’]t\b", re.IGNORECASE)
_NEAR = Decimal("0.25")


def _of_parts(here: Here) -> Iterator[Contradiction]:
    """`1,016 of 1,858`; only where one is right or both are near, since it may be another part of the whole."""
    facts, part, whole = here.facts, here.number("n"), here.number("n2")
    if part is None or whole is None or facts.numerator is None or facts.denominator is None:
        return
    if (
        {part.said, whole.said} & {Said.PERCENT, Said.POINTS}
        or _NOT.search(here.clause)
        or not _is_meant(here, part, whole)
    ):
        return
    if not (part.agrees(facts.numerator) and whole.agrees(facts.denominator)):
        expected = f"{facts.numerator.text} of {facts.denominator.text}"
        apart = f"{part.value - facts.numerator.shown:+,f}, {whole.value - facts.denominator.shown:+,f}"
        yield here.contradiction(expected, apart)


def _is_meant(here: Here, part: Stated, whole: Stated) -> bool:
    numerator, denominator = here.facts.numerator, here.facts.denominator
    assert numerator is not None
    assert denominator is not None
    if part.value == denominator.shown - numerator.shown:
        return False  # the others of the same whole
    if whole.agrees(denominator) and (part.value > whole.value or _explains_figure(here)):
        return True
    if part.agrees(numerator) or (part.agrees(denominator) and whole.agrees(numerator)):
        return True
    return _is_near(part, numerator) and _is_near(whole, denominator)


def _explains_figure(here: Here) -> bool:
    """Whether it stands in brackets after a number: `72.9% (751 of 1,030)`, `72.9% in May 2024 (751 of 1,030)`."""
    stood = here.sentence.text[: here.found.start()]
    dated = r"(?: (?:in|for|at|during) (?:the )?<P\d+>)?"
    or_so = r"(?: of(?: [a-z]+){1,2})?, ?(?:or |i\.e\. |that is )?"
    return bool(re.search(rf"<[NC]\d+>{dated},? ?\($|<[NC]\d+>{or_so}$", stood))


def _is_near(stated: Stated, number: Number) -> bool:
    return abs(stated.value - number.shown) <= _NEAR * abs(number.shown)


def _of_one_part(here: Here) -> Iterator[Contradiction]:
    facts, stated = here.facts, here.number("n")
    is_numerator = here.found["part"].casefold() == "numerator"
    known = facts.numerator if is_numerator else facts.denominator
    if stated and known:
        yield from here.unless_agreed(stated, Known(f"the {here.found['part'].casefold()}", (known,)))


def _can_be_figure(here: Here, stated: Stated | None) -> bool:
    indicator = here.facts.row.indicator
    if stated is None or not is_level(stated, indicator) or _NOT.search(here.clause):
        return False
    if indicator.unit is Unit.COUNT:
        return _is_about_row(here)
    is_coarse = stated.said is Said.BARE and stated.decimals < indicator.decimals
    before = here.sentence.text[: here.position]
    return not is_coarse or (names_nothing_else(before, here.facts) and not re.search(r"<[NC]\d+>", before))


def _is_about_row(here: Here) -> bool:
    """Whether the subject is the row's, going by the word of direction before the number in its clause, if any."""
    text = here.found.string
    changed = text.find("·", clause_start(text, here.position))
    at = changed if 0 <= changed < here.position else here.position
    return is_about_row(here.sentence.text, at, here.sentence.is_first, here.facts)


def _of_period(here: Here) -> Iterator[Contradiction]:
    stated, known = here.number("n"), here.known("period")
    if stated and known and _can_be_figure(here, stated) and not _is_of_another_time(here):
        yield from here.unless_agreed(stated, known)


def _of_part_beside(here: Here) -> Iterator[Contradiction]:
    """What stands in brackets behind the figure or its numerator is the other of the two: `2.9% (1,138 pupils)`."""
    facts, stated, before = (
        here.facts,
        here.number("n"),
        here.marked.number(re.sub("^<C", "<N", here.found["before"])),
    )
    if (
        facts.value is None
        or facts.numerator is None
        or stated is None
        or facts.row.indicator.unit is not Unit.PERCENT
    ):
        return
    if before.said is Said.PERCENT and before.agrees(facts.value) and stated.said is Said.COUNTED:
        if not stated.agrees(facts.denominator or facts.numerator):
            yield from here.unless_agreed(stated, Known("the numerator", (facts.numerator,)))
    elif before.said in (Said.BARE, Said.COUNTED) and before.agrees(facts.numerator) and stated.said is Said.PERCENT:
        yield from here.unless_agreed(stated, Known(facts.row.latest.label, (facts.value,)))


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
    if here.sentence.is_first and is_about:
        yield from _of_value(here)


def _of_subject(here: Here) -> Iterator[Contradiction]:
    if here.is_about_row and here.is_own:
        yield from _of_value(here)


def _of_movement(here: Here) -> Iterator[Contradiction]:
    """What the figure went to, whatever it was before."""
    if here.is_about_row:
        yield from _of_value(here)


def _of_named(here: Here) -> Iterator[Contradiction]:
    """What "the rate", "it" is, whatever came before in the clause but one of which it is."""
    if here.is_own and not re.match(r"\s*(?:for|among|in) [a-z]", here.clause, re.IGNORECASE):
        yield from _of_value(here)


def _of_parts_made(here: Here) -> Iterator[Contradiction]:
    """What the row's own numerator and denominator make: `751 of 1,030 (72.9%)`."""
    facts = here.facts
    pairs = ((here.found["part"], facts.numerator), (here.found["whole"], facts.denominator))
    if all(known and here.marked.number(re.sub("^<C", "<N", mark)).agrees(known) for mark, known in pairs):
        stated, value = here.number("n"), facts.value
        if stated and value and is_level(stated, facts.row.indicator):
            yield from here.unless_agreed(stated, Known(facts.row.latest.label, (value,)))


_THE = r"(?:the )?"
_NOT_SINCE = r"(?<!since )(?<!than )(?<!from )(?<!on )"
_COUNTED = r"(?: (?!short|adrift|ahead|in |to |from )[a-z]+){0,3}?"
_WAS = r"(?:was|is|were|are|stood at|stands at|had been|at|averaged|reached)"
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
PARTS = (
    pattern(r"(?P<n>N#) N#|between (?P<n1>N#) and (?P<n2>N#)", nothing),
    pattern(r"(?P<n>N#) in (?:every )?(?P<n2>N#)", nothing),
    pattern(
        rf"(?P<n>N#){_COUNTED} (?:out )?of (?:the |a total of |all |all the |these |those ){{0,2}}(?P<n2>N#)",
        _of_parts,
    ),
    pattern(r"^of (?:the |these |those |all ){0,2}(?P<n2>N#)[^,]{0,80}, (?P<n>N#)(?! of)", _of_parts),
    pattern(r"(?P<n2>N#)(?:[^,<;()]|<P\d+>){0,40},? of (?:which|whom|these) (?P<n>N#)", _of_parts),
    pattern(r"(?P<n>N#)(?: [a-z]+){0,2} for (?P<n2>N#)", _of_parts),
    pattern(r"(?P<part>numerator|denominator) (?:of |is |was |\(|: ?)(?P<n>N#)", _of_one_part),
)
FIGURES = (
    pattern(
        r"(?P<n>N#) ?\(?(?:in |for |at |during |by |of |as at |at the end of |on |achieved |recorded |"
        r"reported |seen ){0,2}(?:the )?(?P<period><P\d+>)",
        _of_period,
    ),
    pattern(
        rf"(?P<period><P\d+>)(?:['’]s(?: {_MEASURE})?(?: {_WAS})?)?:? ?(?:of )?(?:only |just )?\(?(?P<n>N#)",
        _of_period,
    ),
    pattern(
        rf"{_NOT_SINCE}(?P<period><P\d+>)(?:,? (?:it |this |(?:the )?{_MEASURE} ))? ?{_WAS} "
        r"(?:only |just )?\(?(?P<n>N#)",
        _of_period,
    ),
    pattern(r"^(?:in|for|at|during) (?:the )?(?P<period><P\d+>),? (?P<n>N#)", _of_period),
    pattern(
        rf"from (?P<n>N#)(?= to <[NC]\d+> (?:since|compared (?:with|to)|on) {_THE}(?P<period><P\d+>))", _of_period
    ),
    pattern(rf"since {_THE}(?P<period><P\d+>),? from (?P<n>N#)", _of_period),
    pattern(
        r"(?:from|compared (?:with|to)) (?P<n>N#)(?= ?(?:$|[,.;)]|to <|previously|and\b|but\b|"
        r"(?:in|over) the (?:month|quarter|term|period)\b))",
        _of_earlier,
    ),
    pattern(
        rf"(?P<way>·+|remain\w*|now|went|moved|recovered|returned)(?: \w+)?{_IN_THE_PAST}(?: by <C\d+>)? "
        r"(?:to|at) (?P<n>N#)(?! in <P)",
        _of_movement,
    ),
    pattern(
        rf"\b{_IT} (?:now |currently |therefore )?(?:is|was|stands at|stood at|remains at|remained at|of|at|are at|"
        r"reached|represents|equals|equates to)"
        rf"{_NOW} (?P<n>N#){_NO_DEGREE}",
        _of_named,
    ),
    pattern(rf"\b{_MEASURE} \((?P<n>N#)(?=\))", _of_named),
    pattern(rf"\b{_IT}, (?P<n>N#)(?=,)", _of_named),
    pattern(
        r"(?P<part><C\d+>)[^<,(]{0,40} (?:out )?of (?:the )?(?P<whole><C\d+>)(?:[^<,(:]|<[XSU]\d+>){0,60}[,(:] ?"
        r"(?:or |i\.e\. |that is |which is |equal to )?(?P<n>N#)",
        _of_parts_made,
    ),
    pattern(r"(?P<before><[NC]\d+>)(?: [a-z]+){0,5} \((?P<n>N#)(?=\))", _of_part_beside),
    pattern(r"(?:^|, )at (?P<n>N#)", _of_subject),
    pattern(rf"\b(?:and|but|which) (?:is|stands at|is now at){_NOW} (?P<n>N#){_NO_DEGREE}", _of_subject),
    pattern(r"(?:^|, |\band )(?P<n>N#) (?:now|currently|today)\b", _of_movement),
    pattern(
        rf"^(?P<before>|[^<]*(?:<[SPXT]\d+>[^<]*){{0,4}}?{_STATED} )(?P<n>N#){_NO_DEGREE}",
        _of_first,
    ),
)
