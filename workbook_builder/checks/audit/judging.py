"""Printed ratings and arrows beside what the printed figures, targets and our polarity make of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from workbook_builder.checks.audit.placed import Placed
from workbook_builder.checks.audit.printed import DOT, Slot
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Band, Target
from workbook_builder.periods import Period
from workbook_builder.ratings import Rag, Travel, rate, travel
from workbook_builder.specs.catalogue import Polarity

UNJUDGED = ("", Rag.NOT_RATED.value.casefold())
_BETTER = {Polarity.H: "higher is better", Polarity.L: "lower is better"}


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
    year = placed.ours.table.year.back(slot[1])
    of = placed.slot_of(placed.row.judged(year))
    if of is None or placed.is_unreadable(of):
        return None
    figure, target = placed.figure(of), _target(placed, slot[1], year)
    text = placed.cells[of] or "an empty cell"
    word, unrated = placed.cells[slot], Rag.NOT_RATED.value
    if not isinstance(figure, Number):
        return Judgement(placed, slot, year, word, unrated, text, "", "figure")
    if target is None or not isinstance(target.target, Number):
        is_stated = isinstance(placed.figure(("target", slot[1])), Number)  # but not by us: with which floor?
        return None if is_stated else Judgement(placed, slot, year, word, unrated, text, "", "target")
    expected = rate(figure, target)
    if expected is Rag.NOT_RATED:
        return None
    reason = _why(expected, target)
    return Judgement(placed, slot, year, word, expected.value, f"{text}, target {target.target.shown:f}", reason)


def _target(placed: Placed, steps: int, year: Period) -> Target | None:
    """Our target with the number that is printed; a band moves with its target."""
    ours = placed.row.targets.get(year)
    printed = placed.figure(("target", steps))
    if ours is None or not isinstance(printed, Number) or not isinstance(ours.target, Number):
        return ours
    by = printed.value - ours.target.value
    return replace(ours, target=printed, green=_moved(ours.green, by), amber=_moved(ours.amber, by))


def _moved(band: Band | None, by: Decimal) -> Band | None:
    if band is None:
        return None
    lowest, highest = (Number(end.value + by, end.decimals) for end in (band.lowest, band.highest))
    return Band(lowest, highest)


def _why(expected: Rag, target: Target) -> str:
    if target.polarity is Polarity.T:
        green, amber = (f"{b.lowest.shown:f} to {b.highest.shown:f}" for b in (target.green, target.amber) if b)
        return f"{green} is GREEN, {amber} AMBER"
    floor = f"{target.floor.shown:f}" if target.floor else ""
    if expected is Rag.GREEN:
        return "the target is met"
    return f"the target is missed, the floor standard of {floor} {'met' if expected is Rag.AMBER else 'too'}"


def _direction(placed: Placed) -> Judgement | None:
    """An arrow beside the two figures that it compares; None where the indicator has no polarity."""
    row = placed.row
    now, before = placed.slot_of(row.latest), placed.slot_of(row.latest.back())
    if now is None or before is None or row.polarity is None:
        return None
    if placed.is_unreadable(now) or placed.is_unreadable(before):
        return None
    target = _target(placed, 0, row.year)
    aim = target.target if target else None
    expected = travel(placed.figure(now), placed.figure(before), row.polarity, aim)
    texts = [placed.cells[slot] or "an empty cell" for slot in (before, now)]
    lacking = ""
    if expected is Travel.UNKNOWN:
        lacking = "target" if all(isinstance(placed.figure(slot), Number) for slot in (now, before)) else "figure"
    closer = f"closer to {aim.shown:f} is better" if isinstance(aim, Number) else ""
    reason = f"{_BETTER.get(row.polarity, closer)} ({row.polarity.value})"
    figures = f"from {texts[0]} to {texts[1]}"
    return Judgement(placed, DOT, row.latest, placed.cells[DOT], expected.value, figures, reason, lacking)
