"""How a table's columns share a page's width: no word is broken, short texts are whole, long ones share the rest."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import NamedTuple

from workbook_builder.fonts import longest_word, text_width

_FONT = "Calibri"  # stands for whatever the reader's program has: only proportions matter
_PADDING = 12.0  # pixels on both sides of a cell's text together
_EASY_LETTERS = 10  # times the size: a narrower column of running text takes a line for every word or two
_PIXELS_PER_CM = 96 / 2.54
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
"""Points, the largest that fits is taken."""


class Texts(NamedTuple):
    """What stands in a column: its heading, the texts below it, and whether those are figures."""

    heading: str
    below: Sequence[str]
    is_number: bool


class Fit(NamedTuple):
    """The size of the letters in points, each column's share of the width, and whether all can be read with ease."""

    size: float
    shares: tuple[float, ...]
    is_easy: bool


def fitted(columns: Sequence[Texts], centimetres: float) -> Fit:
    """How a table stands on a page of that width."""
    for size in SIZES:
        fit = _at(size, columns, centimetres * _PIXELS_PER_CM)
        if fit.is_easy:
            break
    return fit


def _at(size: float, columns: Sequence[Texts], room: float) -> Fit:
    least = [_least(texts, size) for texts in columns]
    most = [max(needed, _most(texts, size)) for texts, needed in zip(columns, least, strict=True)]
    weights = [_average(texts, size) for texts in columns]
    widths = _shared(room, least, most, weights)
    easy = (min(weight, _EASY_LETTERS * size) for weight in weights)
    is_easy = sum(least) <= room and all(map(operator.ge, widths, easy))
    return Fit(size, tuple(width / sum(widths) for width in widths), is_easy)


def _shared(room: float, least: list[float], most: list[float], weights: list[float]) -> list[float]:
    """All that they could use for columns that use less than their part; the others share what is left by weight."""
    widths = list(least)
    hungry = {n for n in range(len(least)) if most[n] > least[n]}
    while hungry:
        left = room - sum(width for n, width in enumerate(widths) if n not in hungry)
        modest = {n for n in hungry if most[n] <= max(least[n], left / len(hungry))}
        for n in modest or hungry:
            widths[n] = (
                most[n]
                if modest
                else least[n]
                + max(0.0, left - sum(least[m] for m in hungry)) * (weights[n] / sum(weights[m] for m in hungry))
            )
        hungry = hungry - modest if modest else set()
    return widths


def _least(texts: Texts, size: float) -> float:
    """What no word is broken in."""
    words = (longest_word(text, _FONT, size, False) for text in texts.below)
    return max(longest_word(texts.heading, _FONT, size, True), *words, 0.0) + _PADDING


def _most(texts: Texts, size: float) -> float:
    """What no text is broken in; figures are not asked, whose headings may be."""
    if texts.is_number:
        return 0.0
    return max((text_width(text, _FONT, size, False) for text in texts.below), default=0.0) + _PADDING


def _average(texts: Texts, size: float) -> float:
    if texts.is_number:
        return 1.0
    return 1.0 + sum(text_width(text, _FONT, size, False) for text in texts.below) / max(1, len(texts.below))
