"""What is suppressed now, and what earlier editions stated of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Missing, Number, Withheld
from workbook_builder.inputs.observations import PARTS, Key, Observation

Parts = frozenset[str]
"""Of measure, numerator and denominator, those that are suppressed."""


@dataclass(frozen=True)
class Statement:
    """What an earlier edition stated of something that is suppressed now."""

    key: Key
    part: str
    number: Number
    where: str


def suppressed_in(stated: Mapping[Key, Observation]) -> dict[Key, Parts]:
    """What is suppressed, by what it is about."""
    found = {key: _suppressed(observation) for key, observation in stated.items()}
    return {key: parts for key, parts in found.items() if parts}


def _suppressed(observation: Observation) -> Parts:
    """All three, where the figure is; else the numerator or denominator whose cell says so."""
    if observation.measure is Missing.SUPPRESSED:
        return frozenset(PARTS)
    return frozenset(part for part in PARTS if getattr(observation, part) is Missing.SUPPRESSED)


def stated_before(inputs: Inputs, suppressed: Mapping[Key, Parts]) -> Iterator[Statement]:
    """Every number that the folder of any edition states of what is suppressed now, the oldest first.

    Earlier editions are read by the names that areas and teams have now.
    """
    for folder in inputs.folders:
        for key, stated in folder.by(inputs.folders[-1].spec)["observations"].items():
            for part in sorted(suppressed.get(key, ())):
                number = getattr(stated, part)
                if isinstance(number, Number):
                    yield Statement(key, part, number, str(stated.origin))


def untold(observation: Observation, parts: Parts) -> Observation:
    """The statement without the numbers of what is suppressed now: only that there were some."""
    numbers = {part for part in parts if isinstance(getattr(observation, part), Number)}
    if "measure" in parts and numbers:
        return Observation(Withheld.STATED, None, None, observation.origin)
    if not numbers:
        return observation
    _, numerator, denominator = (Withheld.STATED if p in numbers else getattr(observation, p) for p in PARTS)
    return replace(observation, numerator=numerator, denominator=denominator)
