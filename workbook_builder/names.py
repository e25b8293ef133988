"""How names are compared: ids, areas, teams, benchmark groups, pages and statuses, in the spec and the inputs alike.

Two spellings that look the same are the same. A letter with its accent may be one character or two, and a space that
was copied from a web page or from Word may be one that does not break, or two. Word makes ’ of an apostrophe, and
knows several hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_APOSTROPHES, _HYPHENS = "'’‘ʼ", "‐‑–-"
_PLAIN = str.maketrans(_APOSTROPHES[1:] + _HYPHENS[:-1], "'" * 3 + "-" * 3)


def spelt(name: str) -> str:
    """The name as it is compared and printed: in Unicode's form NFC, words parted by one plain space each."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def folded(name: str) -> str:
    """What names have in common that mean the same, whatever their case."""
    return plain(name).casefold()


def plain(name: str) -> str:
    """The name with the apostrophes and hyphens of a typewriter."""
    return spelt(name).translate(_PLAIN)


def found_as(name: str) -> str:
    """The pattern by which a name is found in a text, whatever apostrophes and hyphens are typed there."""
    either = {sign: f"[{signs}]" for signs in (_APOSTROPHES, _HYPHENS) for sign in signs}
    return "".join(either.get(sign, re.escape(sign)) for sign in name)


def same_name(name: str, names: Iterable[str]) -> str | None:
    """Which of the names is meant: the one that is spelt so, else one that differs in case or
    apostrophes only; None if none is.
    """
    known, wanted = list(names), spelt(name)
    if wanted in known:
        return wanted
    return next((one for one in known if folded(one) == folded(wanted)), None)
