"""Of what a sentence or clause speaks: the row itself, or something else, of which nothing is claimed."""

from __future__ import annotations

import re
from functools import lru_cache

from workbook_builder.commentary.facts import Facts
from workbook_builder.names import found_as
from workbook_builder.specs.catalogue import Unit
from workbook_builder.texts.forms import Form

_CLAUSE = Form(
    r"[,:()\[\]]|\s[-–—]\s|\b(?:but|while|whilst|whereas|although|though|however|which|with|and)\b",
    capitals_count=True,
)
_UNCERTAIN = Form(
    r"\b(?:will|would|could|should|might|may|if|unless|until|expects?|expected to|(?:is|are) expected|"
    r"forecast\w*|predict\w*|project(?:ed|ion|ions)|"
    r"anticipat\w*|aim\w*|plan(?:s|ned|ning)? to|ambition\w*|trajectory|hope\w*|due to (?:be|reach|rise|fall)|set to|"
    r"needs? to|needed|required|estimat\w*|provisional\w*|previously|used to|by the end of|"
    r"more [\w ]{1,30}would|assum\w*|likely|potential\w*)\b"
)
_SET_ANEW = Form(
    r"<[TFB]\d+>(?: (?:of |at )?<N\d+>| \(<N\d+>\))?(?:,| \()?(?: (?:which|that|itself))?"
    r"(?: (?:was|were|is|has|have|had)(?: \w+ly| been| now){0,2} (?:reduced|increased|changed|moved|cut|lowered|"
    r"raised|reset|revised|tightened|relaxed)| ?(?:lowered|raised|reset|revised|tightened|relaxed))\b"
)
_PARTS = Form(
    r"\b(?:"
    r"district|districts|boys|girls|males|females|male|female|ward|wards|cohort|subgroup|"
    r"schools|team|teams|unit|units|areas|localities|primary|secondary|aged|those|"
    r"(?P<any>some|others|each|elsewhere|one of|"
    r"(?<!its )(?:highest|lowest|best|worst)(?! since| of the| for| figure| level| in))"
    r")\b"
)
_OWN_START = Form(
    r"\(?(?:<[NPTFBSC]\d+>|at\b|in\b|it\b|its\b|it['’]s|this\b|that\b|they\b|performance\b|compared\b|since\b|there\b|"
    r"despite\b|however\b|up\b|down\b|of (?:the |these |those )?<N|last\b|both\b|rated\b|still\b|but\b|and\b|"
    r"overall\b|"
    r"the (?:latest|current|county|overall|figure|rate|percentage|proportion|average|number|measure|indicator|result|"
    r"numerator|denominator|outturn|position|score|gap|change|increase|decrease|improvement|rise|fall|<)|"
    r"an? (?:\w+ )?(?:increase|decrease|rise|fall|drop|reduction|improvement|deterioration|further|<N)|"
    r"although\b|while\b|against\b|(?:between|from|by|after) (?:the )?<P|<)"
)
_OTHER_MEASURE = Form(
    r"\b(?:percentage|proportion|number|rate|average|total|share|volume|demand|vacanc\w+)s? "
    r"(?:of|for|in|among|between)\b(?! (?:the )?<[BSTN])"
)
_COUNTS = Form(r"\b(?:number|numbers|total|volume|demand)\b")
_OF = frozenset(("with", "of", "in", "from", "for", "who", "whose", "without", "on", "at", "under", "over"))
_OF_OTHERS = Form(r"\s*(?:the |of )*<[BU]")
_PASSAGE = Form(r"[;:.(]\s*")
_FOR_OTHERS = Form(r"\s*(?:for|in|across|among) (?:the )?<[BU]")
_WE = Form(r"<S|\b(?:we|our|kent|county|council)\b")
_SELF = Form(
    r"<S|\b(?:it|we|our|its|this|these|performance|kent|county|council|the (?:rate|figure|percentage|measure))\b"
)
_GOES_ON = Form(r"\s*(?:from|to|by|compared)\b")
_PRONOUN = Form(r"(?:in <S\d+> )?(?:it|its|this|that|they|these|there|both)\b")
_KNOWN = """
    a again also although an and as at been being both but by compared continued continues county county's current
    despite down far figure figures for from further gap gone had has have having however in indicator is it its just
    latest level levels marginally measure modest month more narrowly now number of on or outturn overall percentage
    performance period point points position proportion quarter rate remained remains result score significantly since
    slight small still term than that the there thereby therefore this to trend up was went well were when which while
    with year against average improvement rose risen fell fallen increased decreased improved worsened dropped reduced
    grew grown stands stood
"""
_PLAIN = frozenset(_KNOWN.split())


def clause_start(text: str, position: int) -> int:
    """Where the clause begins that a position lies in."""
    starts = [found.end() for found in _CLAUSE.finditer(text, 0, position)]
    return starts[-1] if starts else 0


def clause_end(text: str, position: int) -> int:
    """Where the clause ends that a position lies in, closing brackets and commas excluded."""
    found = _CLAUSE.search(text, position)
    return found.start() if found else len(text)


def foreign_from(text: str, is_first: bool, was_foreign: bool, facts: Facts, places: tuple[str, ...]) -> int:
    """From where on a sentence speaks of another place or part, of the future, another measure or a new target."""
    if not is_first and not _begins_with_row(text, facts):
        return 0
    if was_foreign and _PRONOUN.match(text):
        return 0
    found = [match.start() for match in _UNCERTAIN.finditer(text)]
    found += [match.end() for match in _SET_ANEW.finditer(text)]
    return min([*(clause_start(text, n) for n in found), elsewhere_from(text, is_first, facts, places)])


def elsewhere_from(text: str, is_first: bool, facts: Facts, places: tuple[str, ...]) -> int:
    """From where on a sentence speaks of another place, of a part or of another measure."""
    if not is_first and _OTHER_MEASURE.search(text):
        return 0
    own = own_words(facts)
    found = [m.start() for m in _PARTS.finditer(text) if m[0].casefold() not in own or m["any"]]
    others = [place for place in places if place and place != facts.row.place]
    if others:
        found += [m.start() for m in _named(tuple(others)).finditer(text) if m[0].casefold() not in own]
    return clause_start(text, min(found)) if found else len(text)


def _begins_with_row(text: str, facts: Facts) -> bool:
    """Whether a later sentence begins with a known word, the row's own name, or a noun of its title."""
    first, second, *_ = [*re.findall(r"[\w<>'’-]+", text[:80].casefold()), "", ""]
    if _OWN_START.match(text):
        return True
    return _stem(first) in _words_of(facts) and second not in _OF


@lru_cache(maxsize=8)
def _named(places: tuple[str, ...]) -> Form:
    return Form(rf"\b(?:{'|'.join(found_as(place) for place in places)})\b")


def is_about_row(text: str, position: int, is_first: bool, facts: Facts) -> bool:
    """Whether the subject of what stands at a position is the row: known words, or first its title's."""
    start = clause_start(text, position)
    strange = _strange(text[start:position])
    if not strange and start and _GOES_ON.match(text, start):
        return is_about_row(text, start - 1, is_first, facts)
    if not strange:
        return not _OF_OTHERS.match(text, start)
    before = text[:position]
    if (
        not is_first
        or re.search(r"<[NC]", re.sub(r"^At <[NC]\d+>", "", before))
        or (_COUNTS.search(before) and facts.row.indicator.unit is not Unit.COUNT)
    ):
        return False
    return names_nothing_else(before, facts)


def is_of_others(text: str, position: int) -> bool:
    """Whether the passage that a position lies in is about a benchmark: "England's gap is 20.5 and was 19.9"."""
    passage = _PASSAGE.split(text[:position].rstrip(" .!?"))[-1]
    if _FOR_OTHERS.match(passage):
        return not _WE.search(passage)
    return bool(_OF_OTHERS.match(passage) and not _SELF.search(passage))


def names_nothing_else(passage: str, facts: Facts) -> bool:
    """Whether a passage names nothing, or the row's own subject among what it names."""
    strange = _strange(passage)
    return not strange or bool({_stem(word) for word in strange} & _words_of(facts))


def _strange(passage: str) -> set[str]:
    """The words of a passage that may be about something else."""
    words = (word.strip("'’.\"").casefold() for word in re.sub(r"<[A-Z]\d+>|-", " ", passage).split())
    return {word for word in words if word not in _PLAIN and not word.endswith("ly")}


def _words_of(facts: Facts) -> set[str]:
    return {_stem(word) for word in re.findall(r"\w{3,}", own_words(facts))} - {
        "with",
        "that",
        "from",
        "which",
        "who",
        "the",
    }


def own_words(facts: Facts) -> str:
    """What the row is called, lower case: words of which it may be spoken."""
    row = facts.row
    return f"{row.title} {row.indicator.counted} {row.indicator.definition} {row.indicator.subject}".casefold()


def is_counted(words: str, facts: Facts) -> bool:
    """Whether words behind a number name what the row counts, or nothing."""
    counted = {_stem(word) for word in facts.row.indicator.counted.casefold().split()}
    return not words.strip() or bool({_stem(word) for word in words.casefold().split()} & counted)


def _stem(word: str) -> str:
    """The first five letters: plan and plans, absent and absence."""
    return word.removesuffix("s")[:5]
