"""The contrast of two colours, as the Web Content Accessibility Guidelines reckon it."""

from __future__ import annotations

from functools import lru_cache

LEAST_CONTRAST = 4.5  # WCAG 2.2, criterion 1.4.3: of text
LEAST_LARGE_CONTRAST = 3.0  # the same: of text from 18 points on, or from 14 in bold


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours `#RRGGBB`, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=256)
def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
