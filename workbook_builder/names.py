"""How names are compared: ids, areas, teams, benchmark groups, pages and statuses, in the spec and the inputs alike.

Two spellings that look the same are the same. A letter with its accent may be one character or two, and a space that
was copied from a web page or from Word may be one that does not break, or two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def spelt(name: str) -> str:
    """The name as it is compared and printed: in Unicode's form NFC, words parted by one plain space each."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def folded(name: str) -> str:
    """What names have in common that mean the same, whatever their case."""
    return spelt(name).casefold()


def same_name(name: str, names: Iterable[str]) -> str | None:
    """Which of the names is meant: the one that is spelt so, else one that differs in case only; None if none is."""
    known, wanted = list(names), spelt(name)
    if wanted in known:
        return wanted
    return next((one for one in known if folded(one) == folded(wanted)), None)
