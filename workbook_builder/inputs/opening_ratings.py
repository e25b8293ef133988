"""The rating that a text opens with: `RED: `, `[Red] `, `Rating: RED. `, `We are RED. `. The only reader of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbook_builder.rating.scheme import COLOURS, WORST_FIRST

_COLOUR = "|".join(COLOURS)
_PLACES = "|".join(rating.value for rating in WORST_FIRST if rating.value not in COLOURS)  # capitals: words otherwise
_RATING = rf"(?P<rating>{_COLOUR.lower()}|n/a|(?-i:{_PLACES}))(?: (?:rated|rating|status|rag))?"
_MARKS = r"(?:[^\w#]|_){0,6}"  # brackets, quotation marks, stars, bullets
_LABEL = (
    r"(?:\b(?:the|our|this|current|overall|latest|month['’]s|rag|status|rating|rated|judged)\b"
    r"(?: ?[:=–—-]{1,2}| is| are| as|,)? ?){1,5}"
)
_SUBJECT = (
    r"(?:we|it|this|that|they|performance|(?:the|this|our)(?: [a-z]+){1,3}?)(?:['’](?:s|re)| is| are)"
    r"(?: (?:now|currently|rated|judged|as|at|therefore|overall)){0,3} "
)
_ANOTHER = rf"(?!\s*(?:(?:and|or|to|/|→|->?) ?)?\W?(?i:{_COLOUR})\b)"
_END = r"\s*[–—:.;!]+\s*|\s+-+\s+|\s*\n\s*|\s*$"
_APART = (
    rf"(?P<said>{_MARKS}{_RATING}[\"”'’»]?)(?:{_END}|\s*,\s*|-+\s+|\s+-+){_ANOTHER}",
    rf"(?P<said>(?:\W\s)?(?:{_LABEL})?[\[({{<*_|~]{{1,3}}\s?(?:{_LABEL})?{_RATING}\s?[\])}}>*_|~]{{1,3}})"
    rf"\s*[–—:.,;-]*\s*{_ANOTHER}",
    rf"(?P<said>{_MARKS}(?:{_LABEL}|{_SUBJECT}){_MARKS}{_RATING}{_MARKS}?)(?:{_END}){_ANOTHER}",
)
_PART_OF_A_SENTENCE = (
    rf"(?P<said>{_MARKS}(?i:{_LABEL}|{_SUBJECT})?(?P<rating>{_COLOUR}|{_PLACES})\b)(?![-/]\w){_ANOTHER}\s*"
)


@dataclass(frozen=True)
class Opening:
    """A rating that stands before a text: which (`RED`), in what words (`We are RED`), and the text after it.

    `is_apart` says whether it can be taken off: `RED as last month` is the beginning of a sentence.
    """

    rating: str
    said: str
    rest: str
    is_apart: bool


def read_opening(text: str) -> Opening | None:
    """The rating that a text opens with; None where it opens with something else: `Red-rated teams`, `Red tape`."""
    text = text.lstrip()
    for form, is_apart in _forms():
        if found := form.match(text):
            return Opening(found["rating"].upper(), found["said"].strip(), text[found.end() :], is_apart)
    return None


@cache
def _forms() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Each form of opening, and whether it can be taken off; compiled when the first text is read."""
    apart = ((re.compile(form, re.IGNORECASE), True) for form in _APART)
    return (*apart, (re.compile(_PART_OF_A_SENTENCE), False))


def unopened(text: str) -> str:
    """The text without the ratings that it opens with, as far as they can be taken off."""
    opening = read_opening(text)
    return unopened(opening.rest) if opening and opening.is_apart else text
