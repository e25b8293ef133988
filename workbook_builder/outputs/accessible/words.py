"""Texts as they can be read aloud: signs by their names, no spaces that only make room, shorthand with a key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum

from workbook_builder.outputs.prose import YES
from workbook_builder.pages.values import MARK, PROVISIONAL_MARK, TICK, Direction, Missing, Rag, Travel, Withheld
from workbook_builder.problems import without_control


class Short(Enum):
    """What stands in the place of a figure or text, in square brackets as statisticians write it; its meaning."""

    NOT_AVAILABLE = "[x]"
    DUE = "[due]"
    NEW = "[new]"
    WITHHELD = "[c]"
    LOW = "[low]"
    NOTHING = "[z]"

    @property
    def meaning(self) -> str:
        """What the key says of it."""
        return _MEANINGS[self]


_MEANINGS = {
    Short.NOT_AVAILABLE: "Not available: there is no such figure or rating, or the indicator does not exist there.",
    Short.DUE: "To be supplied: expected, but not supplied when the scorecard was produced.",
    Short.NEW: "A new indicator, which has no earlier figures.",
    Short.WITHHELD: "Withheld to protect confidentiality.",
    Short.LOW: "A low figure, which is not 0 but would be shown as 0 with the decimals that are shown.",
    Short.NOTHING: "Not applicable: nothing applies there, such as a target or rating where no target has been set.",
}
_CODES = {
    Missing.NOT_AVAILABLE: Short.NOT_AVAILABLE,
    Missing.TO_BE_SUPPLIED: Short.DUE,
    Missing.NEW_INDICATOR: Short.NEW,
    Missing.SUPPRESSED: Short.WITHHELD,
    Withheld.STATED: Short.WITHHELD,
    Rag.NOT_RATED: Short.NOT_AVAILABLE,
    Travel.UNKNOWN: Short.NOT_AVAILABLE,
    Direction.UNKNOWN: Short.NOT_AVAILABLE,
}
_BY_WORD = {missing.value.casefold(): code for missing, code in _CODES.items() if isinstance(missing, Missing)}
_OF_LOOKS = re.compile(r"^(empty|blank|italics?)$|\b(gr[ae]y|italics?)\b")
IN_WORDS = {"<=": "at most", ">=": "at least", "<": "under", ">": "over", "()": "brackets"}
"""What signs before and around figures are called."""

_KNOWN = {code.value for code in Short}

_NOT_AVAILABLE = re.compile(rf"(?<![\w/]){Missing.NOT_AVAILABLE.value}(?![\w/])")
_ADDRESS = re.compile(r"(?:https?://)(?:www\.)?|\bwww\.", re.IGNORECASE)
_REFERENCE = re.compile(r"([\[(]\s*(?:foot)?(?:notes?|n))\s*(?=\d)", re.IGNORECASE)
_BARE = re.compile(r"\[(\d[\d\s,]*)\]")
_OWN_NOTE = re.compile(r"^(\s*(?:foot)?note)\s+(?=\d)", re.IGNORECASE)
_SHORT = re.compile(r"\[([A-Za-z]{1,5})\]")
_RAISED = re.compile(r"(\b[ckdm]?m[²³])|([¹²³⁰⁴-⁹]+)")
_MARKS = re.compile(r"(?<=[\w.)%])\s?([*†‡§¶]+)(?=\W|$)|^([*†‡§¶]+)(?=\s?\w)")
_NAMES = {"*": "asterisk", "†": "dagger", "‡": "double dagger", "§": "section sign", "¶": "paragraph sign"}
_SENTENCE = re.compile(r"[.;:!?]\s+")
_MOST = 1200  # characters of a text around tables
_ARROWS = range(0x2190, 0x2200)
_USUAL = "°©®™"


def short_for(value: object) -> Short | None:
    """The shorthand of what is missing; of a text, where it is nothing but the word for that."""
    if isinstance(value, str):
        return _BY_WORD.get(value.strip().casefold())
    return _CODES.get(value) if isinstance(value, Missing | Withheld | Rag | Travel | Direction) else None


def term(text: str) -> str:
    """A term of a key as it is read aloud, "" for one that this workbook never shows.

    It has shorthand and notes, with keys of their own, in the place of words and signs for what is missing or
    doubted; nothing is empty, italic or grey.
    """
    word = text.strip().casefold()
    if word in _BY_WORD or _OF_LOOKS.search(word) or MARK in text or PROVISIONAL_MARK in text:
        return ""
    return IN_WORDS.get(word) or spoken(text)


def spoken(text: str) -> str:
    """The text without what programs that read aloud leave out, spell oddly, or take for a note of this workbook."""
    text = without_control(text.replace(TICK, YES).replace("\t", " "))
    lines = (" ".join(line.split()) for line in text.splitlines())
    said = "\n".join(filter(None, lines))
    said = _OWN_NOTE.sub(r"\1 no. ", _BARE.sub(r"(\1)", _REFERENCE.sub(r"\1 no. ", _ADDRESS.sub("", said))))
    said = _NOT_AVAILABLE.sub(Short.NOT_AVAILABLE.value, said)
    said = _RAISED.sub(lambda found: found[1] or f" (raised {unicodedata.normalize('NFKC', found[2])})", said)
    said = _MARKS.sub(lambda found: _called(found[1] or found[2], bool(found[1])), said)
    said = _SHORT.sub(lambda found: found[0] if found[0] in _KNOWN else f"({found[1]})", said)
    said = "".join(f" {_name(sign)} " if _is_sign(sign) else sign for sign in said)
    said = "\n".join(" ".join(line.split()) for line in said.splitlines())
    return said if not said or any(map(str.isalnum, said)) else " ".join(map(_name, said.replace(" ", "")))


def pieces(text: str) -> Iterator[str]:
    """A text in parts that a row can show, each of whole sentences where these are not too long themselves."""
    while len(text) > _MOST:
        ends = [found.end() for found in _SENTENCE.finditer(text, 0, _MOST)] or [
            text.rfind(" ", 0, _MOST) + 1 or _MOST
        ]
        yield text[: ends[-1]].strip()
        text = text[ends[-1] :]
    yield text.strip()


def _called(signs: str, is_behind: bool) -> str:
    """The names of signs that refer to a note, in brackets."""
    named = f"({', '.join(_NAMES[sign] for sign in signs)})"
    return f" {named}" if is_behind else f"{named} "


def _is_sign(character: str) -> bool:
    """Whether it is an arrow, tick, star, box or the like."""
    return character not in _USUAL and (ord(character) in _ARROWS or unicodedata.category(character) == "So")


def _name(sign: str) -> str:
    return unicodedata.name(sign, "sign without a name").casefold()
