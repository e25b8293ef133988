"""The words of a covering report, which stand on no page; what it says of indicators is what pages say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.specs.covering import CoveringSpec, part_of

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Covering:
    """Words, in which some places are still to be `filled`; `parts` are ratings with their headings, in order.

    `together` are ids of indicators of which one paragraph speaks where they are rated alike.
    """

    to: str
    sender: str
    subject: str
    classification: str
    summary: str
    recommendations: tuple[str, ...]
    introduction: tuple[str, ...]
    framework: tuple[str, ...]
    parts: tuple[tuple[Rag, str], ...]
    together: tuple[tuple[str, ...], ...]
    background: tuple[str, ...]
    contact: tuple[str, ...]


def covering_of(scorecard: Scorecard) -> Covering:
    """The words of the spec, or the plain ones."""
    spec = scorecard.spec
    words = spec.covering or CoveringSpec()
    return Covering(
        to=words.to,
        sender=words.sender or spec.produced_by,
        subject=words.subject,
        classification=words.classification,
        summary=words.summary,
        recommendations=words.recommendations,
        introduction=words.introduction,
        framework=words.framework,
        parts=tuple(_parts(scorecard, words)),
        together=words.together,
        background=words.background,
        contact=words.contact or (f"{spec.produced_by}: {spec.contact}",),
    )


def _parts(scorecard: Scorecard, words: CoveringSpec) -> Iterator[tuple[Rag, str]]:
    """Those of the spec, then those of ratings that schemes may give and the spec passes over: none is left out."""
    stated = {part.rating for part in words.ratings}
    others = (part_of(rating.value) for rating in reversed(scorecard.ratings) if rating.value not in stated)
    yield from ((Rag(part.rating), part.heading) for part in (*words.ratings, *others))


def filled(text: str, places: Mapping[str, str]) -> str:
    """The text with what stands in its places: `{edition}`, `{rated}`."""
    return _PLACE.sub(lambda place: places.get(place[1], place[0]), text)
