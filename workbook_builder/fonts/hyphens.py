"""Long words of headings, divided as a printer would, so that narrow columns need not be as wide as they."""

from __future__ import annotations

_DIVIDED = {"Polarity": "Polar-\nity", "Numerator": "Numer-\nator", "Denominator": "Denom-\ninator"}


def divided(heading: str) -> str:
    """The heading with its long words on two lines."""
    for word, in_two in _DIVIDED.items():
        heading = heading.replace(word, in_two)
    return heading
