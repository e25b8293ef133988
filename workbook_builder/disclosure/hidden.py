"""The one question that may be asked about what is suppressed: whether a text states it.

A number that must not be told is kept as a digest only, so that nothing that holds it can print it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from workbook_builder.disclosure.mentions import Mention, Sentence, sentences_of
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.inputs.observations import PARTS
from workbook_builder.names import found_as
from workbook_builder.periods import Frequency, Period
from workbook_builder.specs.catalogue import Indicator, Unit
from workbook_builder.specs.model import Spec

Row = tuple[str, str]
"""Indicator and place."""
_PEOPLE = frozenset(
    ("child", "children", "people", "person", "pupil", "pupils", "student", "students", "boys", "girls")
)
INSTEAD = "[suppressed]"


@dataclass(frozen=True)
class HiddenNumber:
    """A number that is suppressed: of what it is, and digests of it and, of a percentage, of it without decimals."""

    row: Row
    period: Period
    part: str
    is_percent: bool
    is_count: bool
    digest: str
    rough: str

    @staticmethod
    def of(indicator: Indicator, place: str, period: Period, part: str, shown: Decimal) -> HiddenNumber:
        """The number as it is displayed, hidden."""
        is_measure = part == "measure"
        is_percent = is_measure and (indicator.measure.is_percentage or indicator.unit is Unit.PERCENT)
        rough = digest_of(rounded(shown, 0)) if is_percent else ""
        row = indicator.id, place
        return HiddenNumber(row, period, part, is_percent, not is_percent, digest_of(shown), rough)


def digest_of(number: Decimal) -> str:
    """The same for the same number, whatever its sign and decimals."""
    return hashlib.blake2b(f"{abs(number).normalize():f}".encode(), digest_size=16).hexdigest()


@dataclass(frozen=True)
class Hidden:
    """Everything that is suppressed, as far as the inputs state it or it follows from them.

    `printed` are the numbers that stand beside it in the row now, `nouns` what each indicator counts, `places` and
    `codes` (of each indicator) the names by which a sentence speaks of others.
    """

    numbers: tuple[HiddenNumber, ...] = ()
    printed: Mapping[Row, frozenset[Decimal]] = field(default_factory=dict)
    nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def stated_in(self, text: str, row: Row) -> Iterator[tuple[HiddenNumber, Mention]]:
        """Each hidden number that a text about a row states, of the row's own place or of one that it names."""
        mine = [number for number in self.numbers if number.row[0] == row[0]]
        if not mine:
            return
        for sentence in sentences_of(text):
            named = [place for place in self.places if _names(sentence.text, place)]
            speaks_of_others = any(_names(sentence.text, code) for code in self._codes_of_others(row[0]))
            for mention in sentence.mentions:
                if mention.is_small and (speaks_of_others or not (mention.is_apart or mention.is_paired)):
                    continue
                places = {*named, *([row[1]] if not (named and mention.is_small) else [])}
                for number in (n for n in mine if n.row[1] in places):
                    if self._is_stated(number, mention, sentence):
                        yield number, mention

    def _codes_of_others(self, indicator: str) -> frozenset[str]:
        own = self.codes.get(indicator, frozenset())
        return frozenset(code for codes in self.codes.values() for code in codes) - own

    def _is_stated(self, number: HiddenNumber, mention: Mention, sentence: Sentence) -> bool:
        if not self._equals(number, mention):
            return False
        is_dated = number.period.frequency is Frequency.MONTH and bool(sentence.months)
        names_it = is_dated and number.period.part in sentence.months
        if mention.value in self.printed.get(number.row, ()) and not names_it:
            return False
        if not mention.is_small:
            return True
        return (names_it or not is_dated) and self._is_counted(number, mention)

    def _equals(self, number: HiddenNumber, mention: Mention) -> bool:
        digest = digest_of(mention.value)
        if mention.is_percent:
            return number.is_percent and (digest == number.digest or digest == number.rough)
        return digest == number.digest and (number.is_count or not mention.is_small)

    def _is_counted(self, number: HiddenNumber, mention: Mention) -> bool:
        """Whether a small whole number is said of what the indicator counts."""
        nouns = self.nouns.get(number.row[0], frozenset())
        if not mention.is_apart:
            return self._is_pair(number, mention)
        if mention.counts(nouns):
            return True
        if mention.counts_other_things:
            return False
        return self._is_pair(number, mention) or mention.counts_something(nouns)

    def _is_pair(self, number: HiddenNumber, mention: Mention) -> bool:
        """`8 of 11`, where both are numerator and denominator of one period."""
        other = {"numerator": ("denominator", mention.whole), "denominator": ("numerator", mention.part)}.get(
            number.part
        )
        if other is None or other[1] is None:
            return False
        beside = (n for n in self.numbers if (n.row, n.period, n.part) == (number.row, number.period, other[0]))
        return any(n.digest == digest_of(other[1]) for n in beside)

    def without(self, text: str, row: Row) -> str:
        """The text with each hidden number that it states taken out."""
        spans = sorted({(mention.start, mention.end) for _, mention in self.stated_in(text, row)}, reverse=True)
        for start, end in spans:
            text = f"{text[:start]}{INSTEAD}{text[end:]}"
        return text


def nouns_of(indicator: Indicator) -> frozenset[str]:
    """What an indicator counts, one or many: its noun, abbreviations in its title and, of people, other words."""
    last = indicator.counted.casefold().split()[-1]
    short = {name.casefold() for name in re.findall(r"\b[A-Z]{2,}s?\b", indicator.title)}
    own = {last, last.removesuffix("s"), *short, *(name.removesuffix("s") for name in short)}
    return frozenset(own | (_PEOPLE if last in _PEOPLE else set()))


def _names(sentence: str, name: str) -> bool:
    return re.search(rf"(?<!\w){found_as(name)}(?!-?\w)", sentence, re.IGNORECASE) is not None


def hidden_in(spec: Spec, inputs: Inputs, numbers: tuple[HiddenNumber, ...]) -> Hidden:
    """The numbers with what tells a sentence about them from one about something else."""
    printed: dict[tuple[str, str], set[Number]] = {}
    rows = {number.row for number in numbers}
    for (name, place, _), stated in inputs.observations.items():
        if (name, place) in rows:
            figures = (getattr(stated, part) for part in PARTS)
            printed.setdefault((name, place), set()).update(f for f in figures if isinstance(f, Number))
    for (name, place, _), target in inputs.targets.items():
        for row in rows:
            if name == row[0] and place in ("", row[1]):
                limits = (target.target, *target.limits.values())
                printed.setdefault(row, set()).update(n for n in limits if isinstance(n, Number))
    beside = {row: frozenset(v for n in own for v in (n.shown, rounded(n.shown, 0))) for row, own in printed.items()}
    nouns = {name: nouns_of(spec.indicator_by_id[name]) for name, _ in rows}
    codes = {one.id: frozenset({one.id, one.code} - {""}) for one in spec.indicators}
    return Hidden(numbers, beside, nouns, tuple(spec.places), codes)
