"""English nouns as the spec has them, in the plural, and what one of them is called."""

from __future__ import annotations

import re

_IRREGULAR = {"children": "child", "people": "person", "women": "woman", "men": "man", "lives": "life"}
_SIBILANT = re.compile(r"(ss|sh|ch|x|z)es$")
_HEAD = re.compile(r"(?P<before>.*?)(?P<noun>\S+)(?P<after>(?: (?:in|of|on|at|from|for|with|who|that|to|by)\b.*)?)")


def noun_for(count: int, plural: str) -> str:
    """The noun that goes with a number: `plan` with 1, `plans` with any other."""
    return singular(plural) if count == 1 else plural


def singular(plural: str) -> str:
    """One of what a plural counts: `young people in the cohort` is `young person in the cohort`."""
    found = _HEAD.fullmatch(plural)
    return f"{found['before']}{_one(found['noun'])}{found['after']}" if found else plural


def _one(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    if _SIBILANT.search(noun):
        return noun.removesuffix("es")
    return noun if noun.endswith("ss") else noun.removesuffix("s")
