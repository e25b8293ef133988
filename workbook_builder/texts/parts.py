"""Patterns of what a figure is made of: its numerator and denominator, and the figure beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbook_builder.inputs.figures import Number
from workbook_builder.specs.catalogue import Unit
from workbook_builder.texts.claims import NOT, Contradiction, Here, nothing, pattern
from workbook_builder.texts.marks import Known
from workbook_builder.texts.numbers import Said, Stated, is_level

_NEAR = Decimal("0.25")


def _of_parts(here: Here) -> Iterator[Contradiction]:
    """`1,016 of 1,858`; only where one is right or both are near, since it may be another part of the whole."""
    facts, part, whole = here.facts, here.number("n"), here.number("n2")
    if part is None or whole is None or facts.numerator is None or facts.denominator is None:
        return
    if (
        {part.said, whole.said} & {Said.PERCENT, Said.POINTS}
        or NOT.search(here.clause)
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


def _of_parts_made(here: Here) -> Iterator[Contradiction]:
    """What the row's own numerator and denominator make: `751 of 1,030 (72.9%)`."""
    facts = here.facts
    pairs = ((here.found["part"], facts.numerator), (here.found["whole"], facts.denominator))
    if all(known and here.marked.number(re.sub("^<C", "<N", mark)).agrees(known) for mark, known in pairs):
        stated, value = here.number("n"), facts.value
        if stated and value and is_level(stated, facts.row.indicator):
            yield from here.unless_agreed(stated, Known(facts.row.latest.label, (value,)))


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


_COUNTED = r"(?: (?!short|adrift|ahead|in |to |from )[a-z]+){0,3}?"
PARTS = (
    pattern(r"(?P<n>N#) N#|between (?P<n1>N#) and (?P<n2>N#)", nothing, "It was 54.7% 61.0%."),
    pattern(
        rf"(?P<n>N#){_COUNTED} (?:out )?of (?:the |a total of |all |all the |these |those ){{0,2}}(?P<n2>N#)",
        _of_parts,
        "589 of the 1,177 care leavers have work.",
    ),
    pattern(
        r"^of (?:the |these |those |all ){0,2}(?P<n2>N#)[^,]{0,80}, (?P<n>N#)(?! of)",
        _of_parts,
        "Of the 1,077 care leavers, 598 have work.",
    ),
    pattern(
        r"(?P<n2>N#)(?:[^,<;()]|<P\d+>){0,40},? of (?:which|whom|these) (?P<n>N#)",
        _of_parts,
        "There are 1,077 care leavers, of whom 598 have work.",
    ),
    pattern(r"(?P<n>N#)(?: [a-z]+){0,2} for (?P<n2>N#)", _of_parts, "It was 589 for 1,177."),
    pattern(
        r"(?P<part>numerator|denominator) (?:of |is |was |\(|: ?)(?P<n>N#)",
        _of_one_part,
        "The denominator was 1,177.",
    ),
)
MADE_OF = (
    pattern(
        r"(?P<part><C\d+>)[^<,(]{0,40} (?:out )?of (?:the )?(?P<whole><C\d+>)(?:[^<,(:]|<[XSU]\d+>){0,60}[,(:] ?"
        r"(?:or |i\.e\. |that is |which is |equal to )?(?P<n>N#)",
        _of_parts_made,
        "589 of the 1,077 care leavers (57.4%) have work.",
    ),
    pattern(
        r"(?P<before><[NC]\d+>)(?: [a-z]+){0,5} \((?P<n>N#)(?=\))",
        _of_part_beside,
        "589 care leavers (57.4%) have work.",
    ),
)
