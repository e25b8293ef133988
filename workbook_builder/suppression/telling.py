"""What a public edition may tell of the inputs: each figure as it was printed, and nothing of what was withheld.

Figures are taken from what is printed, not left over from what is known: what is printed nowhere is not told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbook_builder.inputs.figures import Figure, Missing, Number, Withheld
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.suppression.facts import Cell, Facts, Part, Publication, decimals_shown


def told(facts: Facts, publication: Publication) -> dict[Key, Observation]:
    """Each row of the inputs as an edition prints it; why there is no figure is told as the inputs say it."""
    return {key: _told(key, stated, publication) for key, stated in facts.items()}


def _told(key: Key, stated: Observation, publication: Publication) -> Observation:
    return _each(stated, lambda part, figure: _printed(figure, Cell(*key, part), publication))


def _printed(stated: Number, cell: Cell, publication: Publication) -> Figure:
    printed = publication.figures.get(cell)
    if printed is None:
        return Missing.SUPPRESSED
    decimals = decimals_shown(printed) if cell.part is Part.MEASURE else stated.decimals
    return replace(stated, value=printed, decimals=decimals, stated=None)


def told_of_before(then: Facts, now: Facts, told_now: Facts, published: Publication | None) -> dict[Key, Observation]:
    """What may be told of an earlier edition's rows: what it was `published` as, else what is so still.

    What is withheld now is not told, whatever was printed then; what was revised since, and of which no public
    edition exists, was "stated".
    """
    if published:
        return {key: _hidden_as(told_now.get(key), each) for key, each in told(then, published).items()}
    return {key: _as_now(each, now.get(key), told_now.get(key)) for key, each in then.items()}


def _hidden_as(now: Observation | None, then: Observation) -> Observation:
    """A row of then without the numbers that are not told of it now."""
    if now is None:
        return _each(then, lambda part, figure: Missing.SUPPRESSED)
    hidden = {part for part in Part if getattr(now, part.value) is Missing.SUPPRESSED}
    return _each(then, lambda part, figure: Missing.SUPPRESSED if part in hidden else figure)


def _as_now(then: Observation, known: Observation | None, now: Observation | None) -> Observation:
    """A row of then, of which only what is the same now is told."""
    if known is None or now is None:
        return _each(then, lambda part, figure: Missing.SUPPRESSED)

    def figure_of(part: Part, figure: Number) -> Figure:
        told_now = getattr(now, part.value)
        if told_now is Missing.SUPPRESSED:
            return Missing.SUPPRESSED
        return told_now if getattr(known, part.value) == figure else Withheld.STATED

    return _each(then, figure_of)


def _each(stated: Observation, figure_of: Callable[[Part, Number], Figure]) -> Observation:
    """A row whose numbers are what a function makes of them."""
    parts = {part: getattr(stated, part.value) for part in Part}
    made = {part: figure_of(part, f) if isinstance(f, Number) else f for part, f in parts.items()}
    measure = made[Part.MEASURE]
    provisional = stated.provisional if isinstance(measure, Number) else None
    return Observation(measure, made[Part.NUMERATOR], made[Part.DENOMINATOR], stated.origin, provisional)
