"""The numbers that a sentence states, and what stands around them: whether one may be a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from workbook_builder.periods import MONTHS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORDED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_WORDED.split(), 1)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_VALUES |= {f"{t}-{o}": _VALUES[t] + _VALUES[o] for t in _TENS.split() for o in _WORDED.split()[:9]}
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)(?P<percent> ?%| ?per ?cent\b)?"
    rf"|\b(?P<word>{'|'.join(sorted(_VALUES, key=len, reverse=True))})\b(?P<percent_of> per ?cent\b)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|$))+[.!?]?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\s\w]")
_OF = re.compile(r"/|\s+(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+|all\s+|our\s+)*")
_LEAST = 100  # a smaller whole number is a figure only where its sentence says so
_UNITS = _set(
    "day days week weeks month months year years quarter quarters term terms hour hours minute minutes working "
    "school schools district districts team teams area areas percentage point points times more fewer less "
    "additional extra further other"
)
_ENDING = _set(
    "was were is are had have has in this last since compared during at for by on within over across that who which "
    "while but when issued met out ."
)
_STATING = _set("was were is are be been only just totalled reached remained being numbered counted")
_DOING = _set("issued completed finalised recorded made delivered")
_SUBJECTS = _set("it there this that number figure total count numerator denominator result performance we which")
_ADDING = _set("further another additional next other more extra top first last past")
_LINKING = _set("of out the these those all our ,")
_LACKING = _set("short behind ahead below above more fewer less")
_COUNTING = _set("total numerator denominator number count figure")
_MOVING = _set("fell rose dropped increased decreased went down up reduced grew fallen risen climbed")
_MONTH_NAMES = {name.casefold(): n for n, name in enumerate(MONTHS, 1)}
_MONTH_NAMES |= {name[:3]: n for name, n in _MONTH_NAMES.items() if name != "may"}


@dataclass(frozen=True)
class Mention:
    """A number in a sentence, without its sign: from `start` to `end` in the text.

    `before` and `after` are the words around it in its sentence, in small letters; `whole` is the other number of
    `8 of 11`, and `part` that of which this one is the whole.
    """

    value: Decimal
    start: int
    end: int
    is_percent: bool
    is_precise: bool
    is_apart: bool
    before: tuple[str, ...]
    after: tuple[str, ...]
    whole: Decimal | None = None
    part: Decimal | None = None

    @property
    def is_small(self) -> bool:
        """Whether it is a whole number under 100 without a percent sign."""
        return not self.is_percent and not self.is_precise and self.value < _LEAST

    @property
    def is_paired(self) -> bool:
        """Whether it is one of the two numbers of `8 of 11` or `8/11`."""
        return self.whole is not None or self.part is not None

    def counts_something(self, nouns: frozenset[str]) -> bool:
        """Whether it may count what the sentence does not name: `8 were in time`, `a numerator of 8.`"""
        follows = self.after[0] if self.after else ""
        if not self.before:
            return follows in ("were", "was")
        if self.before[0] == "of" and self.before[-1] == ",":  # `Of the 11 issued, 8 were in time`
            is_same = all(word in nouns | _DOING | _LINKING or word.isdigit() for word in self.before)
            return is_same and follows in ("were", "was")
        words = ["", "", "", *self.before]
        last, earlier = words[-1], words[-2]
        if last == "to" and words[-3] == "from":  # `fell from 9 to 4`
            earlier = words[-4]
        is_stated = last in _STATING | _DOING or (last == "of" and earlier in _COUNTING)
        is_moved = last in ("to", "from") and earlier in _MOVING
        ends = follows in _ENDING or not follows[:1].isalnum()
        return ends and (is_stated or is_moved) and not (nouns | _SUBJECTS).isdisjoint(self.before)

    def counts(self, nouns: frozenset[str]) -> bool:
        """Whether it counts one of the nouns: `8 plans`, `8 of the 11 plans`, `eight new plans`."""
        steps = 0
        if self.before[-1:] and self.before[-1] in _ADDING:
            return False
        for word, following in zip(self.after, (*self.after[1:], ""), strict=True):
            if word in nouns:
                return following not in _LACKING
            if word in _UNITS or not word[0].isalnum() or word in _ENDING - _LINKING or steps > 2:
                return False
            if word in _LINKING or word.isdigit() or word in _VALUES:
                continue
            if word.endswith("s"):
                return False
            steps += 1
        return False

    @property
    def counts_other_things(self) -> bool:
        """Whether the next word says that it counts time, places or a change."""
        return bool(self.after) and (self.after[0] in _UNITS or self.after[0] in _MONTH_NAMES)


@dataclass(frozen=True)
class Sentence:
    """A sentence, its numbers, and the months of the year that it names."""

    text: str
    mentions: tuple[Mention, ...]
    months: frozenset[int]


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text."""
    for found in _SENTENCE.finditer(text):
        words = [word.casefold() for word in _WORD.findall(found[0])]
        months = frozenset(_MONTH_NAMES[w.partition("-")[0]] for w in words if w.partition("-")[0] in _MONTH_NAMES)
        mentions = _paired(found[0], found.start(), list(_mentions(found[0], found.start())))
        yield Sentence(found[0], tuple(mentions), months)


def _mentions(sentence: str, offset: int) -> Iterator[Mention]:
    """The numbers of a sentence but for years."""
    for found in _NUMBER.finditer(sentence):
        digits = found["digits"] or ""
        if _YEAR.fullmatch(digits) and not found["percent"]:
            continue
        value = Decimal(digits.replace(",", "") or _VALUES[(found["word"] or "").casefold()])
        around = sentence[found.start() - 1 : found.start()], sentence[found.end() : found.end() + 2]
        yield Mention(
            value,
            offset + found.start(),
            offset + found.end(),
            bool(found["percent"] or found["percent_of"]),
            "." in digits,
            not _is_joined(*around),
            tuple(word.casefold() for word in _WORD.findall(sentence[: found.start()])),
            tuple(word.casefold() for word in _WORD.findall(sentence[found.end() :])),
        )


def _is_joined(before: str, after: str) -> bool:
    """Whether a sign joins it to something else: `2023-24`, `16/17`, `£8`, `8th`, `8:30`."""
    follows = after[:1].isalpha() or (after[:1] in ("-", "–", "/", ":") and after[1:].isalnum())
    return follows or (before != "" and before in "-–/:£#+$€")


def _paired(sentence: str, offset: int, listed: Sequence[Mention]) -> Iterator[Mention]:
    """The numbers, those of `8 of the 11` with each other."""

    def is_of(part: Mention, whole: Mention) -> bool:
        return _OF.fullmatch(sentence[part.end - offset : whole.start - offset]) is not None

    for mention, before, after in zip(listed, (None, *listed), (*listed[1:], None), strict=False):
        whole = after.value if after and is_of(mention, after) else None
        part = before.value if before and is_of(before, mention) else None
        yield replace(mention, whole=whole, part=part)
