"""Shorthand that stands in the place of a figure: `[c]`, `[x]`, and the older signs and letters."""

from __future__ import annotations

import re

_BRACKETED = r"\[[A-Za-z]{1,5}\]"
BRACKETED = re.compile(_BRACKETED)
_WHOLE = re.compile(rf"{_BRACKETED}|[A-Za-z]|n/?a|n\.a\.|\.\.|:|\*|\.|~|#|-|–|—|\?|<\s?\d+|x|nil|null", re.IGNORECASE)


def is_shorthand(text: str) -> bool:
    """Whether a text is nothing but shorthand: `[c]`, `N/A`, `..`."""
    return _WHOLE.fullmatch(text.strip()) is not None
