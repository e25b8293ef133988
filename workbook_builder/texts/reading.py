"""From a paragraph to its opening rating and its sentences in marks, each with the places where it falls silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs.opening_ratings import Opening, read_opening
from workbook_builder.names import found_as
from workbook_builder.texts.forms import Form
from workbook_builder.texts.marks import Marked, Meaning
from workbook_builder.texts.numbers import HEDGE, read_number
from workbook_builder.texts.standards import mark_standards
from workbook_builder.texts.subjects import elsewhere_from, foreign_from, is_of_others, own_words
from workbook_builder.texts.times import mark_times

_SENTENCE = Form(r"(?<=[.!?;])\s+", capitals_count=True)
_SPACES = Form(r"\s+", capitals_count=True)
_PLAIN = str.maketrans("<>−", "‹›-")
_UNIT = r"(?: ?%| ?per ?cent\b)?(?: ?(?:percentage[- ]points?\b|ppts?\b|pp\b|points?\b))?"
_NOT_A_FIGURE_AFTER = (
    r"(?:st|nd|rd|th)\b|[-/–]\w|\+|"
    r"[- ](?:(?:working|school|calendar) )?(?:weeks?|months?|mths?|years?|hours?|"
    r"minutes?|working|school|wks?|times|fold|in \d|"
    r"districts?|local|authorities|councils?|areas|teams|terms|quarters)\b|"
    r" ?%? ?threshold"
)
_NOT_A_FIGURE_BEFORE = (
    r"\b(?:years?|aged?|ages|page|section|table|stage|key stage|band|grade|phase|top|first|last|past|next|every|"
    r"within|level|group|between|ranked|rank|\d or|over-|under-)$"
)
_BY_ANOTHER_NAME = (
    r"(?:[\w>,;)] )(?:in |for |at |from |like )?(?P<name>[A-Z][a-z]{2,})(?:(?: and| &)? [A-Z][a-z]+)*(?:['’]s)?"
    r"(?: (?:it|this|the rate|the figure|the average|the gap|was|is|at|had|has|on|with|reported|recorded|"
    r"achieved|just|only|stood|stands|reached|saw|of)){0,3}:? ?[(\[]?$"
)
_OWN_NAMES = frozenset(("county", "council", "authority", "directorate", "service", "performance", "outturn", "rate"))
_RANGE = Form(
    r"\b(?:between|ranging from|ranged from|ranges from|varied from|varies from) -?\d[\d,.]*\d?(?: ?%)? (?:and|to) "
    r"-?\d[\d,.]*\d?(?: ?%)?|(?<![\d.-])\d+(?:\.\d+)?%? ?[-–] ?\d+(?:\.\d+)?%"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence in marks; from `silent_from` on nothing is sure to be about the row.

    From `elsewhere_from` on that is so of suppositions too: `With 12 more it would have met the target`.
    """

    text: str
    is_first: bool
    silent_from: int
    elsewhere_from: int


@dataclass(frozen=True)
class Paragraph:
    """The rating that a text opens with, if any, and what it says after that."""

    opening: Opening | None
    marked: Marked
    sentences: tuple[Sentence, ...]


def read(text: str, facts: Facts, places: Iterable[str]) -> Paragraph:
    """A text as it is understood of a row; `places` are all that have rows of their own."""
    opening = read_opening(text)
    body = _SPACES.sub(" ", (opening.rest if opening else text).translate(_PLAIN)).strip()
    marked = Marked(body).replaced(_own_names(facts), lambda found: ("S", None))
    marked = mark_standards(mark_times(marked, facts), facts)
    marked = _mark_numbers(marked.replaced(_RANGE, lambda found: ("X", None)), facts)
    sentences = tuple(_sentences(marked, facts, tuple(places)))
    return Paragraph(opening, marked, sentences)


def _sentences(marked: Marked, facts: Facts, places: tuple[str, ...]) -> Iterator[Sentence]:
    """The sentences; one that goes on with a pronoun is as foreign as the one before it."""
    was_foreign = False
    for position, text in enumerate(_SENTENCE.split(marked.text)):
        silent_from = foreign_from(text, position == 0, was_foreign, facts, places)
        elsewhere = 0 if was_foreign else elsewhere_from(text, position == 0, facts, places)
        was_foreign = silent_from < len(text) or is_of_others(text, len(text))
        yield Sentence(text, position == 0, silent_from, elsewhere)


def _own_names(facts: Facts) -> Form:
    """The row's own names: its indicator's title and its place, which may contain those of other places."""
    names = sorted({facts.row.title, facts.row.indicator.title, facts.row.place}, key=len, reverse=True)
    return Form("|".join(rf"(?<!\w){found_as(_SPACES.sub(' ', name))}(?!\w)" for name in names))


def _mark_numbers(marked: Marked, facts: Facts) -> Marked:
    counted = facts.row.indicator.counted.casefold()
    nouns = sorted({counted, counted.split()[-1], *_SINGULARS.get(counted, ())}, key=len, reverse=True)
    noun = "|".join(re.escape(word) for word in nouns)
    pattern = Form(
        rf"(?:\b(?P<hedge>{HEDGE}) )?(?<![\w.,/£#<-])(?P<digits>(?:minus |-)?\d{{1,9}}(?:,\d{{3}})*(?:\.\d{{1,4}})?)"
        rf"(?![\d>])(?P<unit>{_UNIT}(?: (?:{noun})\b)?)"
    )
    in_title, own = _in_title(facts), own_words(facts)

    def kind(found: re.Match[str]) -> tuple[str, Meaning]:
        before, after = found.string[: found.start("digits")].rstrip(), found.string[found.end() :]
        neighbour = before.rpartition(" ")[2].casefold()
        follows = " ".join(after.split()[:1]).casefold()
        named = re.search(_BY_ANOTHER_NAME, found.string[: found.start()][-80:])
        if re.match(_NOT_A_FIGURE_AFTER, after, re.IGNORECASE):
            return "X", None
        if named and named["name"].casefold() not in _OWN_NAMES and named["name"].casefold() not in own:
            return "X", None
        if re.search(_NOT_A_FIGURE_BEFORE, before[-20:], re.IGNORECASE) and not found["unit"]:
            return "X", None
        if (neighbour, found["digits"]) in in_title or (found["digits"], follows) in in_title:
            return "X", None
        return "N", read_number(found["digits"], found["unit"], found["hedge"] or "")

    return marked.replaced(pattern, kind)


_SINGULARS: dict[str, tuple[str, ...]] = {"days": ("day",)}


def _in_title(facts: Facts) -> set[tuple[str, str]]:
    """Each number of the title with the word before and after it: they name the indicator wherever they stand."""
    words = re.findall(r"[\w.%]+", f"{facts.row.title} {facts.row.indicator.definition}".casefold())
    return {pair for pair in pairwise(words) if any(re.fullmatch(r"\d+", word) for word in pair)}
