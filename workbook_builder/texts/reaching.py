"""Patterns of what would have been enough: `With 21 more children it would have met the floor standard`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Target
from workbook_builder.rating.scheme import COLOURS, Rag
from workbook_builder.rating.schemes import rule_of
from workbook_builder.scorecards.judging import to_green_of
from workbook_builder.texts.claims import STANDARD, Contradiction, Here, pattern
from workbook_builder.texts.forms import Form
from workbook_builder.texts.subjects import is_counted

_UNSURE = Form(r"\b(?:no|not|never|neither|nor|even|estimat\w*|expect\w*|forecast\w*|predict\w*)\b")

_A_TIME = Form(r"\b(?:a|per|every|each|daily|weekly|monthly|yearly)\b")


def _of_reach(here: Here) -> Iterator[Contradiction]:
    """How many more or fewer, of the same whole, and which part of it that would be."""
    facts, stated, goal = here.facts, here.number("n"), here.found["standard"]
    wanted = Rag.AMBER if goal.startswith("<F") else Rag.__members__.get(goal.upper(), Rag.GREEN)
    known = _enough(facts, wanted, goal)
    if stated is None or not known or not _is_meant(here):
        return
    counts = [Number(Decimal(abs(count)), 0) for count in known]
    word, said = "fewer" if known[0] < 0 else "more", (here.found["way"] or "").casefold()
    expected = f"{' or '.join(count.text for count in counts)} {word}"
    if not stated.agrees_with_any(counts):
        yield here.contradiction(expected, f"{stated.value - counts[0].shown:+,f}")
    elif said and (said in ("fewer", "less")) != (word == "fewer"):
        yield here.contradiction(expected, "the other way round")
    else:
        yield from _of_result(here, known)


def _of_result(here: Here, known: tuple[int, ...]) -> Iterator[Contradiction]:
    """The part and the whole in brackets."""
    facts, groups = here.facts, here.found.groupdict()
    part, whole = (here.number(name) if groups.get(name) else None for name in ("n2", "n3"))
    if part and whole and facts.numerator and facts.denominator:
        results = [Number(facts.numerator.value + count, facts.numerator.decimals) for count in known]
        if not (part.agrees_with_any(results) and whole.agrees(facts.denominator)):
            expected = f"{' or '.join(result.text for result in results)} of {facts.denominator.text}"
            yield here.contradiction(expected, f"{part.value - results[0].shown:+,f}")


def _of_reach_too(here: Here) -> Iterator[Contradiction]:
    """`…, and with 124 more the target`: only after another that would have been enough."""
    if re.search(r"\bwould have\b", here.sentence.text[: here.found.start()], re.IGNORECASE):
        yield from _of_reach(here)


def _is_meant(here: Here) -> bool:
    """Whether it is surely said of the latest figure and of what the row counts."""
    is_sure = not (_UNSURE.search(here.sentence.text[: here.found.end()]) or _A_TIME.search(here.found["noun"]))
    return is_sure and here.is_of_now and here.is_own and is_counted(here.found["noun"], here.facts)


def _enough(facts: Facts, wanted: Rag, goal: str) -> tuple[int, ...]:
    """How many more (fewer: negative) would be enough as displayed, and without rounding; none where not known."""
    row, target = facts.row, facts.target
    lacks = to_green_of(row.indicator, row.figures.get(row.latest), target, wanted)
    if target is None or lacks is None or not lacks.lacking or facts.numerator is None or facts.denominator is None:
        return ()
    limit = _single_limit(target, wanted)
    if limit is None:
        return (lacks.lacking,) if goal.upper() == Rag.GREEN.value else ()
    rounding = ROUND_CEILING if lacks.lacking > 0 else ROUND_FLOOR
    whole = (limit * facts.denominator.value / 100).to_integral_value(rounding)
    return tuple(dict.fromkeys((lacks.lacking, int(whole - facts.numerator.value))))


def _single_limit(target: Target, wanted: Rag) -> Decimal | None:
    """What a figure must meet to be rated so; None where it must lie between two limits."""
    rule = rule_of(target)
    step = rule.step(wanted) if rule else None
    return step.tests[0].limit.value(target.known) if step and len(step.tests) == 1 else None


_WAY = r"(?P<way>more|fewer|less|extra|additional)"
_NOUN = r"(?P<noun>(?: [a-z'’-]+){0,6}?)"
_PART = r"(?: \((?P<n2>N#) (?:out )?of (?P<n3>N#)\))?"
_SUBJECT = r"(?: (?:it|this|that|performance|<S\d+>|the (?:county|council|figure|rate|measure|indicator|result)))?"
_MEET = r"(?:met|reached|achieved|hit|attained|been (?:enough|sufficient) (?:to (?:meet|reach|achieve|hit)|for))"
_RATED = "|".join(colour.lower() for colour in COLOURS if not Rag[colour].is_miss)
_BEEN = rf"(?:been|turned|become)(?: rated| made)? (?P<standard>{_RATED})\b"
REACHING = tuple(
    replace(each, is_supposed=True)
    for each in (
        pattern(
            rf"(?P<n>N#) {_WAY}{_NOUN}{_PART},?{_SUBJECT} would have {_MEET} {STANDARD}",
            _of_reach,
            "With 12 more care leavers it would have met the target.",
        ),
        pattern(
            rf"(?P<n>N#) {_WAY}{_NOUN}{_PART},?{_SUBJECT} would have {_BEEN}",
            _of_reach,
            "With 12 more care leavers it would have been GREEN.",
        ),
        pattern(
            rf"\b(?:and|or|but),? with (?P<n>N#)(?: {_WAY})?{_NOUN}{_PART},?(?: it would have {_MEET})? {STANDARD}",
            _of_reach_too,
            "With 4 more it would have met the floor standard, and with 12 more the target.",
        ),
    )
)
