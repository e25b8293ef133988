"""Texts beside their figures: what a paragraph says of a row by a small set of sentence patterns, and is not so.

A pattern that is unsure is silent: what a number belongs to must be said in the sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs.opening_ratings import Opening
from workbook_builder.rating.scheme import COLOURS
from workbook_builder.texts.against_target import LIMITS, STANDING
from workbook_builder.texts.changing import CHANGES
from workbook_builder.texts.claims import Contradiction, Here, Pattern, apply, pattern
from workbook_builder.texts.figures import FIGURES
from workbook_builder.texts.parts import PARTS
from workbook_builder.texts.reaching import REACHING
from workbook_builder.texts.reading import read

__all__ = ["Contradiction", "contradictions"]


def contradictions(text: str, facts: Facts, places: Iterable[str] = ()) -> tuple[Contradiction, ...]:
    """What a paragraph says of a row that its figures contradict; `places` are all that have rows of their own."""
    paragraph = read(text, facts, places)
    found = [*_of_opening(paragraph.opening, facts)]
    for sentence in paragraph.sentences:
        found += apply(PATTERNS, sentence, paragraph.marked, facts)
    return tuple(dict.fromkeys(found))


def _of_opening(opening: Opening | None, facts: Facts) -> Iterator[Contradiction]:
    if opening and opening.rating != facts.rating.value:
        yield Contradiction(opening.said, facts.rating.value, "another rating")


def _of_rating(here: Here) -> Iterator[Contradiction]:
    said = here.found["rating"].upper()
    is_past = re.search(r"<[PU]\d+>|\b(?:not|was|from|previous\w*|last|if|no longer)\b", here.clause, re.IGNORECASE)
    if not is_past and said != here.facts.rating.value:
        yield here.contradiction(here.facts.rating.value, "another rating")


_RATED = pattern(
    rf"\b(?:is|remains|is now|now|still|currently) (?:rated )?(?P<rating>{'|'.join(COLOURS).lower()})\b(?! \w*team)",
    _of_rating,
    "Performance remains AMBER.",
)
PATTERNS: tuple[Pattern, ...] = (_RATED, *REACHING, *PARTS, *STANDING, *LIMITS, *CHANGES, *FIGURES)
