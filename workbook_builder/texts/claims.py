"""What a pattern of sentences finds, and what may be said of it: the tools of every pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbook_builder.commentary.facts import Facts
from workbook_builder.texts.forms import Form
from workbook_builder.texts.marks import Known, Marked
from workbook_builder.texts.numbers import Stated
from workbook_builder.texts.reading import Sentence
from workbook_builder.texts.subjects import clause_end, clause_start, is_about_row

NOT = Form(r"\b(?:not|never|neither|nor|rather than)\b|n['’]t\b")
NUMBER = r"<N\d+>"
REFERENCE = Form(
    r"(?:since|from|than|on|against|above|below|under|over|as|compared (?:with|to))"
    r"(?: the| that of| in| for| at){0,3}"
    r"(?: <[A-Z]\d+>(?: in| for| at)?(?: the)?)? <P\d+>|<B\d+> \(?(?:for|in|at|of) (?:the )?<P\d+>"
)
STANDARD = (
    r"(?:(?:both|the|its|our|that|of|in|for|a|an|agreed|published|corresponding|county|latest|all|across) ){0,4}"
    r"(?:<[NC]\d+> )?(?P<standard><[TFB]\d+>)"
)


@dataclass(frozen=True)
class Contradiction:
    """What a text says, what the table says, and how far apart the two are."""

    found: str
    expected: str
    difference: str


@dataclass(frozen=True)
class Here:
    """A match of a pattern in a sentence about a row."""

    found: re.Match[str]
    sentence: Sentence
    marked: Marked
    facts: Facts

    def number(self, group: str) -> Stated | None:
        """The number of a group; None where the pattern did without it."""
        mark = self.found[group]
        return self.marked.number(mark) if mark else None

    def known(self, group: str) -> Known | None:
        """What a group refers to; None where the pattern did without it."""
        mark = self.found[group]
        return self.marked.known(mark) if mark else None

    @property
    def position(self) -> int:
        """Where it says what it says: its word of direction, else its number."""
        groups = self.found.re.groupindex
        starts = [self.found.start(name) for name in ("way", "n") if name in groups]
        return next((start for start in starts if start >= 0), self.found.start())

    @property
    def quote(self) -> str:
        """The clause of the text that says so."""
        text = self.sentence.text
        start, end = clause_start(text, self.found.start()), clause_end(text, self.found.end())
        closing = ")" if "(" in text[start:end] and text[end : end + 1] == ")" else ""
        return self.marked.restored(text[start:end]).strip(" .,;") + closing

    @property
    def clause(self) -> str:
        """The clause in marks."""
        text = self.sentence.text
        return text[clause_start(text, self.position) : clause_end(text, self.found.end())]

    @property
    def open_clause(self) -> str:
        """The clause in marks, the numbers that earlier patterns have understood struck out."""
        text = self.found.string
        return text[clause_start(text, self.position) : clause_end(text, self.found.end())]

    @property
    def is_of_now(self) -> bool:
        """Whether the clause speaks of the latest figure: it names no other period, but to compare with."""
        rest = REFERENCE.sub("", self.clause)
        return all(self.marked.known(mark).is_latest for mark in re.findall(r"<P\d+>", rest)) and "<U" not in rest

    @property
    def is_own(self) -> bool:
        """Whether nothing before it in the sentence is about another time or a benchmark."""
        before = REFERENCE.sub("", self.sentence.text[: self.position])
        periods = re.findall(r"<P\d+>", before)
        return not re.search("<[BU]", before) and all(self.marked.known(mark).is_latest for mark in periods)

    @property
    def is_about_row(self) -> bool:
        """Whether its subject is the row."""
        return is_about_row(self.sentence.text, self.position, self.sentence.is_first, self.facts)

    def contradiction(self, expected: str, difference: str) -> Contradiction:
        """The clause is not what the table says."""
        return Contradiction(self.quote, expected, difference)

    def unless_agreed(self, stated: Stated, known: Known, name: str = "") -> Iterator[Contradiction]:
        """A contradiction where figures are known and the number is true of none of them."""
        if known.figures and not stated.agrees_with_any(known.figures):
            shown = " or ".join(dict.fromkeys(number.text for number in known.figures))
            expected = f"{name or known.name}: {shown}"
            yield self.contradiction(expected, f"{stated.value - known.figures[0].shown:+,f}")


Judge = Callable[[Here], Iterator[Contradiction]]


@dataclass(frozen=True)
class Pattern:
    """A way of saying something: how it is recognised in marks, and how it is judged.

    Its groups n… are numbers, `way` is a word of direction: no later pattern looks at them again. One that is
    `is_supposed` is about what would have been, of which the others are silent.
    """

    form: Form
    judge: Judge
    example: str
    is_supposed: bool = False


def pattern(form: str, judge: Judge, example: str) -> Pattern:
    """A pattern, whatever its capitals, with a sentence that it finds false, or (`nothing`) leaves alone.

    The sentence is about a figure of November of 54.7% (589 of 1,077 care leavers), RED by a target of 65.0% and a
    floor standard of 55.0%; it was 54.1% in October, and England had 60.0%.
    """
    return Pattern(Form(form.replace("N#", NUMBER)), judge, example)


def nothing(here: Here) -> Iterator[Contradiction]:
    """What is recognised in order to be left alone."""
    yield from ()


def apply(patterns: tuple[Pattern, ...], sentence: Sentence, marked: Marked, facts: Facts) -> list[Contradiction]:
    """What the patterns, one after the other, find wrong in a sentence, in the order of its words."""
    text, contradictions = sentence.text, list[tuple[int, Contradiction]]()
    for each in patterns:
        matches = list(each.form.finditer(text))
        for found in matches:
            if found.end() <= (sentence.elsewhere_from if each.is_supposed else sentence.silent_from):
                here = Here(found, sentence, marked, facts)
                contradictions += [(here.position, wrong) for wrong in each.judge(here)]
        for found in matches:
            text = _understood(text, found)
    return [wrong for _, wrong in sorted(contradictions, key=lambda each: each[0])]


def _understood(text: str, found: re.Match[str]) -> str:
    """The text with the numbers and the direction of a match struck out, its length unchanged."""
    for name in found.re.groupindex:
        start, end = found.span(name)
        if start >= 0 and name.startswith("n"):
            text = f"{text[:start]}<C{text[start + 2 :]}"
        elif start >= 0 and name == "way":
            text = text[:start] + "·" * (end - start) + text[end:]
    return text
