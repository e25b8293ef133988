"""Figures and targets in few words, for tests of how figures are judged."""

from __future__ import annotations

from decimal import Decimal

from workbook_builder.inputs.figures import Figure, Missing, Number, Origin
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.periods import year
from workbook_builder.specs.catalogue import Polarity


def number(text: str, decimals: int | None = None) -> Number:
    """The number that a text writes, displayed with the text's decimals or others."""
    written = len(text.partition(".")[2])
    return Number(Decimal(text), written if decimals is None else decimals)


def figure(text: str) -> Figure | None:
    """A number, a reason why there is none (`N/A`), or None for an empty text."""
    if not text:
        return None
    reasons = {reason.value: reason for reason in Missing}
    return reasons[text] if text in reasons else number(text)


def target(
    polarity: Polarity | None,
    stated: Figure,
    floor: Number | None = None,
    green: Band | None = None,
    amber: Band | None = None,
) -> Target:
    """A target of 2024-25 that holds everywhere."""
    return Target("X", "", year(2024), polarity, stated, floor, green, amber, None, "", Origin("targets.csv", 2))


def band(lowest: str, highest: str) -> Band:
    """The band from one number to the other."""
    return Band(number(lowest), number(highest))


HIGH = target(Polarity.H, number("60"), number("50"))
LOW = target(Polarity.L, number("25.0"), number("30"))
CLOSE = target(Polarity.T, number("20.0"), None, band("17.5", "22.5"), band("12.5", "27.5"))
