"""The marks of a style in the places that texts leave for them."""

from __future__ import annotations

from workbook_builder.pages.values import MARK, PROVISIONAL_MARK, TICK
from workbook_builder.styles import Looks


def marked(text: str, looks: Looks) -> str:
    """A text with the style's marks of figures that are rated on few and of provisional ones, and with its tick."""
    text = text.replace(MARK, looks.symbols.small).replace(PROVISIONAL_MARK, looks.symbols.of_provisional)
    return text.replace(TICK, looks.symbols.tick)
