"""The terms that a key of the guidance notes may draw as the pages do."""

from __future__ import annotations

from workbook_builder.rating.scheme import RATING_WORDS

DRAWN_WORDS = {
    "rag": RATING_WORDS,
    "travel": ("improved", "worsened", "same"),
    "mark": ("yes", "rated on few", "provisional"),
}
"""By the word of `drawn_as`."""
