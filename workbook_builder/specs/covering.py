"""The words of a covering report, as `indicator_specs.yaml` may state them; each has a plain default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from workbook_builder.rating.scheme import RATING_WORDS, USUAL
from workbook_builder.specs.fields import LONGEST_TEXT, STRICT, Reference, Text, described
from workbook_builder.specs.noted import Field

PLACES = ("title", "edition", "published", "rated", *map(str.lower, RATING_WORDS))
"""What a text may leave to the edition, in braces: names, and how many indicators are rated what."""
RATINGS = tuple(rating.value for rating in reversed(USUAL))
"""Those of which a report always has a part; others have one where they are given."""
if TYPE_CHECKING:
    Word = str
else:
    Word = Literal[RATING_WORDS]
Words = Annotated[str, Field(max_length=LONGEST_TEXT)]


@dataclass(frozen=True)
class RatingPart:
    """The part of the report on what is rated alike."""

    __pydantic_config__ = STRICT
    rating: Annotated[Word, described("GREEN, AMBER, RED, or another that a scheme of rating gives.")]
    heading: Annotated[Text, described("Printed above its paragraphs.")]


def part_of(rating: str) -> RatingPart:
    """The plain part of a rating: `Green indicators`."""
    return RatingPart(rating, f"{rating.capitalize()} indicators")


@dataclass(frozen=True)
class CoveringSpec:
    """The words around the commentary in a covering report. In all of them `{edition}` and the like are filled in."""

    __pydantic_config__ = STRICT
    to: Annotated[Words, described("To whom it goes: a committee. No such line when left out.")] = ""
    sender: Annotated[Words, described("From whom it comes: a post, not a person. `produced_by` when left out.")] = ""
    subject: Annotated[Words, described("What it is about.")] = "{title} - {edition}"
    classification: Annotated[Words, described("Such as Unrestricted. No such line when left out.")] = ""
    summary: Annotated[Words, described("What it is, in short.")] = (
        "This report sets out performance in {edition}: {green} of {rated} indicators are rated GREEN, {amber} AMBER "
        "and {red} RED."
    )
    recommendations: Annotated[tuple[Text, ...], described("What the committee is asked for.")] = (
        "The committee is asked to note the performance in {edition}.",
    )
    introduction: Annotated[tuple[Text, ...], described("Numbered paragraphs of part 1.")] = (
        "This report accompanies the {title} of {edition}, published on {published}.",
    )
    framework: Annotated[
        tuple[Text, ...],
        described("Numbered paragraphs of part 2; which pages there are, where sources stand, follows by itself."),
    ] = ("Each indicator is rated against its target and its floor standard.",)
    ratings: Annotated[
        tuple[RatingPart, ...],
        described(
            "The parts of the commentary in order, each rating once.", min_length=3, max_length=len(RATING_WORDS)
        ),
    ] = tuple(map(part_of, RATINGS))
    together: Annotated[
        tuple[tuple[Reference, ...], ...],
        described("Lists of indicators of which one paragraph speaks where they are rated alike."),
    ] = ()
    background: Annotated[tuple[Text, ...], described("Background documents.")] = ()
    contact: Annotated[
        tuple[Text, ...], described("A team or a post, never a person. The scorecard's contact when left out.")
    ] = ()
