"""A paragraph about a row, made from its figures, where nobody has written one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook_builder.commentary.comparing import benchmarks_of, changes_of
from workbook_builder.commentary.facts import Facts
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Basis, Target
from workbook_builder.rating.scheme import Band, Rag
from workbook_builder.rating.schemes import green_meets_target, is_judged
from workbook_builder.specs.catalogue import Unit
from workbook_builder.wording.dating import during
from workbook_builder.wording.measures import (
    apart,
    capitalised,
    compared,
    difference,
    how_many,
    limit,
    quantity,
)

DRAFT_MARK = "[draft]"
_NUMBERED = ("percentage", "number", "average", "rate", "total", "proportion", "mean")


def draft_of(facts: Facts, doubts: Sequence[Finding] = ()) -> str:
    """The rating, the figure and what it is compared with; marked as a draft at its end. The row must be rated.

    A floor standard or band that was only inferred is not quoted: nobody ever published it. Of a figure that is in
    doubt nothing is said but why.
    """
    if facts.value is None:
        return f"{facts.rating.value}: {capitalised(_subject(facts))} {_judged(facts)}. {DRAFT_MARK}"
    said = [_figure(facts), *changes_of(facts), *_to_green(facts), *benchmarks_of(facts)]
    sentences = [*([_in_doubt(facts, doubts)] if doubts else said), DRAFT_MARK]
    return f"{facts.rating.value}: {' '.join(sentences)}"


def _in_doubt(facts: Facts, doubts: Sequence[Finding]) -> str:
    """`The figure shown for Nov-24, 28.1%, is in doubt and not commented on: 28.1 (expected: 29.0, from 9 / 31).`"""
    value = _value(facts)
    why = "; ".join(dict.fromkeys(f"{found.found} (expected: {found.expected})" for found in doubts))
    shown = f"The figure shown for {facts.row.latest.label}, {quantity(value, facts.row.indicator)}"
    return f"{shown}, is in doubt and not commented on until that is settled: {why}."


def _figure(facts: Facts) -> str:
    value, row = _value(facts), facts.row
    where = f"in {facts.place}, " if facts.place else ""
    when = during(row.latest, row.indicator.data_period, facts.basis)
    said = f"{where}{_subject(facts)} {quantity(value, row.indicator)} {when}{_made_of(facts)}"
    return capitalised(f"{said}, {_standing(value, facts)}.")


def _value(facts: Facts) -> Number:
    assert facts.value is not None
    return facts.value


def _judged(facts: Facts) -> str:
    """`judged GREEN: the target of the year is in reach`."""
    judged = facts.row.figures[facts.row.latest].judged
    return f"judged {facts.rating.value}: {judged.reason.rstrip('.') if judged else ''}"


def _standing(value: Number, facts: Facts) -> str:
    """How it stands to its target or expected range, or that somebody judged it."""
    if is_judged(facts.row.indicator.rating):
        return f"and was {_judged(facts)}"
    assert facts.target is not None
    if isinstance(facts.target.target, Number):
        return _against(value, facts.target, facts)
    return _standard(value, facts.target, facts).removeprefix(", ")


def _subject(facts: Facts) -> str:
    """`the percentage of plans issued in time was`; of a title that is no such phrase `Title:`."""
    if subject := facts.row.indicator.subject:
        return f"{subject} was"
    title = facts.row.title
    if title.split()[0].casefold() in _NUMBERED:
        return f"the {title[0].lower()}{title[1:]} was"
    return f"{title}:"


def _made_of(facts: Facts) -> str:
    """` (589 of 1,077 care leavers)`, where the measure is made of counts."""
    part, whole, indicator = facts.numerator, facts.denominator, facts.row.indicator
    if part is None or whole is None:
        return ""
    if indicator.measure.is_percentage:
        noun = "" if whole.text == "1" else f" {indicator.counted}"
        return f" ({part.text} of {whole.text}{noun})"
    if indicator.unit is Unit.CASES_PER_WORKER:
        return f" ({part.text} {indicator.counted} for {whole.text} workers)"
    return ""


def _against(value: Number, target: Target, facts: Facts) -> str:
    """`10.3 percentage points below the target of 65.0% and below the floor standard of 55.0%`."""
    assert isinstance(target.target, Number)
    indicator = facts.row.indicator
    size = apart(value, target.target)
    goal = f"the target of {limit(target.target, target.sign, indicator)}"
    where = f"{difference(size, indicator)} {_side(value, target.target)} {goal}" if size else f"exactly on {goal}"
    return where + _standard(value, target, facts)


def _side(value: Number, standard: Number) -> str:
    if value.shown == standard.shown:
        return "at"
    return "above" if value.shown > standard.shown else "below"


def _standard(value: Number, target: Target, facts: Facts) -> str:
    """What the rating rests on beside the target: `, inside the green band of 17.5% to 22.5%`."""
    indicator = facts.row.indicator
    if target.basis is Basis.INFERRED:
        return ""
    standard = target.scheme.told_by(facts.rating, target.polarity) if target.scheme else None
    limit = standard.of(target.limits) if standard else None
    if standard is None or limit is None:
        return ""
    if isinstance(limit, Band):
        side = "outside" if facts.rating.is_miss else "inside"
        side = facts.rating.value.lower() if facts.rating.merit is None else side
        return f", {side} the {standard.name} of {_band(limit, facts)}"
    joint = "but" if standard.rating is facts.rating and not facts.rating.meets_target else "and"
    return f" {joint} {_side(value, limit)} the {standard.name} of {compared(limit, indicator)}"


def _band(band: Band, facts: Facts) -> str:
    return " to ".join(compared(end, facts.row.indicator) for end in (band.lowest, band.highest))


def _to_green(facts: Facts) -> Iterator[str]:
    """How many more or fewer would have been enough, and of how many."""
    lacks, part, whole = facts.to_green, facts.numerator, facts.denominator
    if lacks is None or part is None or whole is None or not lacks.lacking:
        return
    target = facts.target
    many = how_many(lacks.count, "more" if lacks.lacking > 0 else "fewer", facts.row.indicator.counted)
    enough = "met the target" if green_meets_target(target) else f"been rated {Rag.GREEN.value}"
    sufficient = Number(part.value + lacks.lacking, part.decimals)
    yield f"With {many} ({sufficient.text} of {whole.text}) it would have {enough}."
