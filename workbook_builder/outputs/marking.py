"""The marks of a style in the places that texts leave for them."""

from __future__ import annotations

from workbook_builder.pages.values import MARK, PROVISIONAL_MARK, TICK
from workbook_builder.styles import Looks


def marked(text: str, looks: Looks) -> str:
    """A text with the style's marks of figures that are rated on few, and of provisional ones, and with its tick."""
    signs = {MARK: looks.symbols.small, PROVISIONAL_MARK: looks.symbols.of_provisional, TICK: looks.symbols.tick}
    for place, sign in signs.items():
        text = text.replace(place, sign)
    return text
