"""Patterns of how a figure stands to its target, floor standard and benchmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.inputs.figures import Number
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import green_meets_target
from workbook_builder.texts.claims import (
    STANDARD,
    Contradiction,
    Here,
    nothing,
    pattern,
)
from workbook_builder.texts.forms import Form
from workbook_builder.texts.marks import Known
from workbook_builder.texts.numbers import Stated, is_comparable, is_difference, is_limit

_ABOVE = r"above|over|higher than|more than|greater than|in excess of"
_BELOW = r"below|under|lower than|less than|fewer than|beneath"
_BETTER = r"better than|ahead of|exceeds|exceeded|exceeding|surpass(?:es|ed|ing)?|outperform(?:s|ed|ing)?"
_WORSE = r"worse than|behind|short of|falls short of|fell short of|falling short of"
_AWAY = r"away from|off|from|outside|inside|within|adrift of"
_NOT = Form(r"\b(?:not|no|never|neither|nor|without|cannot|fail(?:s|ed|ing)?|yet to|unlike|rather than)\b|n['’]t\b")
_ONCE = Form(r"\b(?:the last time|most recently|(?:was|were|had|been) last)\b[^.;]*$")
_PURPOSE = Form(r"(?:^|[,;:(] ?|\bin order |\bso as )to $")
_WHEN = Form(r"\bwhen (?:the |our |its |their )?$")
_MET = (
    r"meet(?:s|ing)?|met|achiev(?:es|ed|ing|e)|hit(?:s|ting)?|attain(?:s|ed|ing)?|reach(?:es|ed|ing)?|"
    r"satisf(?:ies|ied)|beat(?:s|ing)?"
)


def _of_limit(here: Here) -> Iterator[Contradiction]:
    stated, known = here.number("n"), here.known("standard")
    assert stated is not None
    assert known is not None
    is_of_size = not here.found["standard"].startswith("<B") or any(is_comparable(stated, n) for n in known.figures)
    if is_limit(stated, here.facts.row.indicator) and _is_dated(here, known) and is_of_size:
        yield from here.unless_agreed(stated, known)


def _is_dated(here: Here, known: Known) -> bool:
    """Whether the period that is named beside a benchmark, if any, is the benchmark's own."""
    if here.found["standard"].startswith(("<T", "<F")) and _WHEN.search(here.sentence.text[: here.found.start()]):
        return False
    groups = here.found.groupdict()
    marks = [mark for name, mark in groups.items() if name in ("period", "later") and mark]
    if here.found["standard"].startswith("<B"):
        stood = re.findall(r"<P\d+>", here.sentence.text[: here.position])
        marks += [mark for mark in stood[-1:] if _A_YEAR.search(here.marked.restored(mark))]
    own = here.facts.row.year.label if not here.found["standard"].startswith("<B") else known.name
    return all((here.marked.known(m).name or here.marked.restored(m)) in own for m in marks)


def _of_pair(here: Here) -> Iterator[Contradiction]:
    for number, standard in (("n", "standard"), ("n2", "second")):
        stated, known = here.number(number), here.known(standard)
        if stated and known and is_limit(stated, here.facts.row.indicator):
            yield from here.unless_agreed(stated, known)


def _of_standing(here: Here) -> Iterator[Contradiction]:
    """`10.3 percentage points below the target of …`; number and word are judged together."""
    value, known = here.facts.value, here.known("standard")
    stated = here.number("n") or here.number("n2")
    if value is None or known is None or len(known.figures) != 1 or not _is_judged(here):
        return
    limit = known.figures[0]
    gap, way = value.shown - limit.shown, here.found["way"].casefold()
    if stated and is_difference(stated, here.facts.row.indicator) and not stated.agrees(_apart(value, limit)):
        expected = f"{value.text}, {known.name} {limit.text}: {abs(gap):,f} apart"
        yield here.contradiction(expected, f"{stated.value - abs(gap):+,f}")
    elif not _is_true(way, gap, here) and not _NOT.search(here.clause):
        where = "above" if gap > 0 else "below" if gap < 0 else "equal to"
        yield here.contradiction(f"{value.text}, {where} {known.name}: {limit.text}", "the other way round")


def _is_judged(here: Here) -> bool:
    stood = here.sentence.text[: here.found.start()]
    if _ONCE.search(stood) or _PURPOSE.search(stood):
        return False
    subject = re.search(r"(?:^|[,;(] ?|\band |\bwhile |\bbut )(?:the )?<B\d+>[^,;(]*$", stood)
    return here.is_of_now and not subject


def _apart(one: Number, other: Number) -> Number:
    return Number(abs(one.value - other.value), max(one.decimals, other.decimals))


def _is_true(way: str, gap: Decimal, here: Here) -> bool:
    """Whether a word holds of a figure so far above (negative: below) what it is compared with."""
    polarity = here.facts.row.polarity
    is_directed = polarity is not None and not polarity.is_nearest_best
    is_low = polarity is not None and polarity.is_lowest_best
    good = gap < 0 if is_low else gap > 0
    if re.fullmatch(_AWAY, way):
        return True
    if re.fullmatch(_BETTER, way):
        return not is_directed or good or (gap > 0 and way.startswith(("exceed", "surpass")))
    if re.fullmatch(_WORSE, way):
        return not is_directed or bool(gap and not good)
    above = bool(re.fullmatch(_ABOVE, way))
    if is_low and _is_figurative(here):
        return bool(gap)
    return gap > 0 if above else gap < 0


def _is_figurative(here: Here) -> bool:
    """Of performance "below the floor standard" also means worse, where lower is better."""
    rest = here.sentence.text[here.found.end() : here.found.end() + 5]
    bare = not here.found["n"] and not re.match(r" (?:of|\()", rest)
    return bare and ("perform" in here.clause.casefold() or here.found["standard"].startswith("<F"))


def _of_meeting(here: Here) -> Iterator[Contradiction]:
    """`met the target`, `did not meet the floor standard`, `the target was missed by 2.1 points`."""
    known, value, facts = here.known("standard"), here.facts.value, here.facts
    meets = _meets(here)
    if known is None or value is None or meets is None or not known.figures or not _is_judged(here):
        return
    limit = known.figures[0]
    missed = bool(re.match(r"miss", here.found["way"], re.IGNORECASE))
    says = missed == _is_negated(here)
    stated: Stated | None = here.number("n")
    if stated and is_difference(stated, facts.row.indicator) and not stated.agrees(_apart(value, limit)):
        gap = abs(value.shown - limit.shown)
        yield here.contradiction(
            f"{value.text}, {known.name} {limit.text}: {gap:,f} apart", f"{stated.value - gap:+,f}"
        )
    elif says != meets:
        met = "met" if meets else "not met"
        yield here.contradiction(f"{known.name} of {limit.text} {met} by {value.text}", "the other way round")


def _meets(here: Here) -> bool | None:
    """Whether the target or floor standard is met, going by the rating; None where that is not sure."""
    rating, is_target = here.facts.rating, here.found["standard"].startswith("<T")
    if rating is Rag.NOT_RATED or here.found["standard"].startswith("<B"):
        return None
    if not green_meets_target(here.facts.target):
        is_missed = rating.merit is not None and not rating.meets_target
        return False if is_missed and is_target else None
    return rating.meets_target if is_target else not rating.is_miss


def _is_negated(here: Here) -> bool:
    return bool(_NOT.search(here.clause[: here.clause.find(here.found[0]) + len(here.found[0])]))


def _of_between(here: Here) -> Iterator[Contradiction]:
    """`between the floor standard and the target`."""
    value = here.facts.value
    ends = [n for group in ("standard", "second") for n in (here.known(group) or Known("", ())).figures]
    if value is not None and len(ends) == 2 and here.is_of_now:
        low, high = sorted(end.shown for end in ends)
        if not low <= value.shown <= high:
            yield here.contradiction(f"{value.text}, outside {low:,f} to {high:,f}", "outside")


_A_YEAR = Form(r"20\d\d ?[-/–] ?(?:20)?\d\d$|^(?:19|20)\d\d$", capitals_count=True)
_WAYS = "|".join((_ABOVE, _BELOW, _BETTER, _WORSE))
_IS = (
    r"(?:of|is|was|are|were|has|had|scored|recorded|remains|remained|being|set at|stands at|stood at|at|:|=|averaged|"
    r"took|reported|achieved|reached|was at|is at|were at|"
    r"for <S\d+> was)"
)
_BECAME = r"(?:was|is|has been|had been|were|is being|continues to be)(?: \w+ly| not| also| again)?"
_DATED = r"(?: (?:in |for |at |as at )?\(?(?P<period><P\d+>)\)?)?"
_LATER = r"(?: \(?(?:in|for|at|as at) (?P<later><P\d+>))?"

STANDING = (
    pattern(
        rf"between {STANDARD} and (?:the |its )?(?P<second><[TF]\d+>)",
        _of_between,
        "Performance is between the floor standard and the target.",
    ),
    pattern(
        rf"{STANDARD} and (?:the |its )?(?P<second><[TFB]\d+>) (?:of |\(|were |are |at )?(?P<n>N#)"
        r"(?:,? and |/| ?, )(?P<n2>N#)",
        _of_pair,
        "The target and the floor standard are 66.0% and 55.0%.",
    ),
    pattern(
        rf"(?:(?P<n>N#) )?(?P<way>{_WAYS}) {STANDARD}(?:(?: of <[NC]\d+>| \(<[NC]\d+>\))? by (?P<n2>N#))?",
        _of_standing,
        "It is 10.3 percentage points above the target.",
    ),
    pattern(
        rf"(?P<n>N#) (?P<way>{_AWAY}) {STANDARD}(?P<n2>(?!))?",
        _of_standing,
        "It is 9.3 percentage points away from the target.",
    ),
    pattern(
        rf"(?P<way>{_MET}|miss(?:es|ed|ing)?) {STANDARD}(?: by (?P<n>N#))?",
        _of_meeting,
        "Performance met the target.",
    ),
    pattern(
        rf"{STANDARD}(?: of <[NC]\d+>| \(<[NC]\d+>\)| is <[NC]\d+> and)? {_BECAME} "
        r"(?P<way>met|achieved|missed|reached|exceeded|surpassed|beaten)(?: by (?P<n>N#))?",
        _of_meeting,
        "The target was met.",
    ),
    pattern(
        rf"(?:gap|distance) (?:to|from) {STANDARD} (?:of|is|was|:) (?P<way>)(?P<n>N#)(?P<n2>(?!))?",
        nothing,
        "The gap to the target is 9.9.",
    ),
)
LIMITS = (
    pattern(
        rf"(?P<n>N#) (?:for|in|across)(?: the)? (?P<standard><B\d+>){_LATER}", _of_limit, "It is 61.0% for England."
    ),
    pattern(
        rf"(?P<standard><[TFB]\d+>){_DATED}:? (?:{_IS} )?[(\[]?(?P<n>N#){_LATER}", _of_limit, "The target is 66.0%."
    ),
    pattern(
        rf"(?P<standard><[TFB]\d+>){_DATED}[:,]? (?:at )?[(\[]?(?P<n>N#)", _of_limit, "The target, 66.0%, is high."
    ),
    pattern(r"(?P<n>N#) (?P<standard><[TFB]\d+>)", _of_limit, "We have a 66.0% target."),
)
