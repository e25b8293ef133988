"""Printed ratings and arrows beside what the printed figures, targets and our polarity make of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbook_builder.audit.placed import Placed, which_year
from workbook_builder.audit.printed import DOT, Slot
from workbook_builder.inputs.figures import Number
from workbook_builder.periods import Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import is_judged, rate
from workbook_builder.rating.travel import Travel, travel

UNJUDGED = ("", Rag.NOT_RATED.value.casefold())


@dataclass(frozen=True)
class Judgement:
    """A printed rating or arrow: its `word`, the word `expected`, the figures that it judges and why it is so.

    Where `lacking` names what is missing, nothing can be judged.
    """

    placed: Placed
    slot: Slot
    period: Period
    word: str
    expected: str
    figures: str
    reason: str
    lacking: str = ""

    @property
    def is_made(self) -> bool:
        """Whether a rating or arrow is printed at all."""
        return self.word.casefold() not in UNJUDGED

    @property
    def is_right(self) -> bool:
        """Whether what is printed is what is expected."""
        return self.word.casefold() == self.expected.casefold()


def judgements(placed: Placed) -> Iterator[Judgement]:
    """Those of a row that anything is known of."""
    for slot in placed.cells:
        made = _rating(placed, slot) if slot[0] == "rag" else _direction(placed) if slot == DOT else None
        if made:
            yield made


def _rating(placed: Placed, slot: Slot) -> Judgement | None:
    """A rating beside the figure and target of its year; None where no floor or band tells what it should be."""
    period, year = placed.ours.table.judged(placed.row, which_year(slot))
    of = placed.slot_of(period)
    if of is None or placed.is_unreadable(of):
        return None
    if is_judged(placed.row.indicator.rating):
        return _judged(placed, slot, period)
    figure, target = placed.figure(of), placed.target(year, placed.figure(("target", slot[1])))
    text = placed.cells[of] or "an empty cell"
    word, unrated = placed.cells[slot], Rag.NOT_RATED.value
    if not isinstance(figure, Number):
        return Judgement(placed, slot, year, word, unrated, text, "", "figure")
    if target is None or not target.is_set:
        is_stated = isinstance(placed.figure(("target", slot[1])), Number)  # but not by us: with which floor?
        return None if is_stated else Judgement(placed, slot, year, word, unrated, text, "", "target")
    expected = rate(figure, target)
    if expected is Rag.NOT_RATED:
        return None
    assert target.scheme is not None
    reason = target.scheme.reason(expected, target.known)
    aim = f", target {target.target.shown:f}" if isinstance(target.target, Number) else ""
    return Judgement(placed, slot, year, word, expected.value, f"{text}{aim}", reason)


def _judged(placed: Placed, slot: Slot, period: Period) -> Judgement:
    """A rating that somebody gave, beside what the edition states."""
    word, expected, stated = placed.cells[slot], placed.row.ratings[period], placed.row.figures.get(period)
    reason = stated.judged.reason if stated and stated.judged else "nobody has judged it"
    return Judgement(placed, slot, period, word, expected.value, "what was judged", reason)


def _direction(placed: Placed) -> Judgement | None:
    """An arrow beside the two figures that it compares; None where the indicator has no polarity."""
    row = placed.row
    now, before = placed.slot_of(row.latest), placed.slot_of(row.latest.back())
    if now is None or before is None or row.polarity is None:
        return None
    if placed.is_unreadable(now) or placed.is_unreadable(before):
        return None
    target = placed.target(row.year, placed.figure(("target", 0)))
    aim = target.target if target else None
    expected = travel(placed.figure(now), placed.figure(before), row.polarity, aim)
    texts = [placed.cells[slot] or "an empty cell" for slot in (before, now)]
    lacking = ""
    if expected is Travel.UNKNOWN:
        lacking = "target" if all(isinstance(placed.figure(slot), Number) for slot in (now, before)) else "figure"
    better = row.polarity.in_words(f"{aim.shown:f}" if isinstance(aim, Number) else "the target")
    reason = f"{better} ({row.polarity.value})"
    figures = f"from {texts[0]} to {texts[1]}"
    return Judgement(placed, DOT, row.latest, placed.cells[DOT], expected.value, figures, reason, lacking)
