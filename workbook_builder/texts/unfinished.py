"""Passages of a text that nobody meant to publish: placeholders, errors of Excel, letters in a wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbook_builder.texts.forms import Form

_TO_FILL_IN = (
    r"insert|add|enter|type|tb[acdn]|todo|to do|to be|figures?|number|date|name|value|xx+|text|narrative|commentary|"
    r"update|check|confirm|complete|amend|delete|placeholder|awaiting|pending"
)
_PLACEHOLDERS = (
    r"(?<![\w£])£?x{2,}(?:[.,]x+)*\s?%?(?!\w)",  # XX%, xx.x, XXX
    r"(?<![\w£.])(?:x[.,]x+\s?%?|£x+(?:[mk]|bn)?|x\s?%)(?!\w)",  # x.x, £x, X%
    r"(?<![\w.,])0{2,}(?:\.0+)?\s?%|#{2,}(?:\.#+)?|#\.#|(?<!\w)_{2,}(?!\w)|\?{2,}(?!\w)|\[\s*\]",
    rf"\[[^\[\]]{{0,80}}\b(?:{_TO_FILL_IN})\b[^\[\]]{{0,80}}\]",  # [insert figure]
    r"[<({](?:please )?(?:(?:insert|add|enter|type|tb[acdn])\b|to be (?:confirmed|added))[^<>(){}]{0,80}[>)}]",
    r"«[^»]{1,80}»|<<[^<>]{1,80}>>|\$\{[^{}]{1,80}\}|\{\{[^{}]{1,80}\}\}",  # fields of a mail merge or template
    r"\bt\.?b\.?[acdn]\b\.?|\bto be (?:confirmed|advised|inserted)\b|\b(?:todo|fixme|nan)\b",
    r"\b(?:text|figures?|narrative|commentary|comments?|data) to follow\b|\b(?:dummy|sample|placeholder) text\b",
    r"\bplease (?:insert|add|enter|complete|update)\b|\b(?:click|tap) (?:here|or tap) to (?:enter|add)\b",
    r"\b(?:insert|enter|type) (?:your )?(?:figures?|text|number|date|comments?|commentary|narrative|name) here\b",
    r"\blorem ipsum\b|\bdolor sit amet\b",
    r"#(?:ref!|value!|div/0!|n/a|name\?|num!|null!|spill!|calc!|field!|getting_data)",
    r"\berror! (?:reference source|bookmark|unknown)[^.]{0,40}",
)
_GARBLED = (
    r"\w*\ufffd+\w*",
    r"[\x80-\x9f\ue000-\uf8ff]+",  # control characters; signs of a symbol font
    r"&(?:amp|nbsp|lt|gt|quot|apos|pound|euro|[rl][sd]quo|[nm]dash|hellip|#x?\w+);",
    r"</?(?:p|br|b|i|u|em|strong|div|span|li|ul|ol|font)\b[^<>]{0,80}>",
    r"_x[0-9a-f]{4}_",
    r"(?<![/.=&\w])[a-z]+\?(?:s|t|ll|re|ve|d|m)\b",  # don?t
)
_FOREIGN = Form(r"[^\x00-\x7f]{2,}", capitals_count=True)
_MISREAD_AS = ("cp1252", "mac_roman")


def unfinished(text: str) -> tuple[str, ...]:
    """The passages that were left to be filled in, or are garbled, each once: `XX%`, `[insert figure]`, `â€™`."""
    found = [match for form in _forms() for match in form.finditer(text)]
    shown = [(match.start(), match[0].strip()) for match in found]
    return tuple(dict.fromkeys(passage for _, passage in sorted([*shown, *_misread(text)])))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in (*_PLACEHOLDERS, *_GARBLED))


def _misread(text: str) -> Iterator[tuple[int, str]]:
    """Runs of letters whose bytes are those of a sign in UTF-8: `Ã©` for é, `â€™` for an apostrophe, `Â£` for £."""
    for run in _FOREIGN.finditer(text):
        if any(_is_a_sign(run[0], encoding) for encoding in _MISREAD_AS):
            yield run.start(), run[0].strip()


def _is_a_sign(run: str, encoding: str) -> bool:
    """Whether some of the run, written in an encoding, is UTF-8 of what stands in English texts."""
    stated = b"".join(_bytes(letter, encoding) for letter in run)
    meant = stated.decode("utf-8", errors="ignore")
    return any(
        "\xa0" <= sign < "\u0250" or "\u2000" <= sign < "\u2c00" or sign == "\ufeff" or sign > "\uffff"
        for sign in meant
    )


def _bytes(letter: str, encoding: str) -> bytes:
    """A letter in an encoding; what the encoding leaves out as its own number, else something that is never UTF-8."""
    try:
        return letter.encode(encoding)
    except UnicodeEncodeError:
        return bytes([ord(letter)]) if ord(letter) < 256 else b"\xff"
