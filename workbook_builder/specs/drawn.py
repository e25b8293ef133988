"""The terms that a key of the guidance notes may draw as the pages do."""

from __future__ import annotations

DRAWN_WORDS = {
    "rag": ("GREEN", "AMBER", "RED"),
    "travel": ("improved", "worsened", "same"),
    "mark": ("yes", "rated on few", "provisional"),
}
"""By the word of `drawn_as`."""
