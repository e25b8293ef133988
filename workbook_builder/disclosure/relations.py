"""How printed numbers hang together: each relation narrows its cells by what is known of the others."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from workbook_builder.disclosure.intervals import Interval
from workbook_builder.inputs.observations import Key

Cell = tuple[Key, str]
"""A measure, numerator or denominator: of which indicator, place and period, and which of the three."""
Known = Callable[[Cell], Interval]
_MOST_ROUNDS = 60


@dataclass(frozen=True)
class Relation:
    """Something that always holds; `rows` names those that it rests on, in words."""

    rows: str

    @abstractmethod
    def narrow(self, known: Known) -> Iterator[tuple[Cell, Interval]]:
        """Each cell with the bounds that what is known of the others sets it."""


@dataclass(frozen=True)
class Sum(Relation):
    """Parts add up to a whole, but for at most the `share` of it (0 to 1) that belongs to none of them."""

    whole: Cell
    parts: tuple[Cell, ...]
    share: Fraction

    def narrow(self, known: Known) -> Iterator[tuple[Cell, Interval]]:
        """The whole lies between the sums of the ends, each part between what the others leave."""
        whole, parts = known(self.whole), [known(part) for part in self.parts]
        low, high = _total(part.low for part in parts), _total(part.high for part in parts)
        most = high / (1 - self.share) if high is not None and self.share < 1 else None
        yield self.whole, Interval(low, most)
        for n, cell in enumerate(self.parts):
            others = [*parts[:n], *parts[n + 1 :]]
            low, high = _total(part.low for part in others), _total(part.high for part in others)
            least = None if whole.low is None or high is None else whole.low * (1 - self.share) - high
            yield cell, Interval(least, None if whole.high is None or low is None else whole.high - low)


@dataclass(frozen=True)
class Ratio(Relation):
    """A measure is `factor` times its numerator by its denominator. Where one may be negative, nothing is said."""

    measure: Cell
    numerator: Cell
    denominator: Cell
    factor: int

    def narrow(self, known: Known) -> Iterator[tuple[Cell, Interval]]:
        """Each of the three by the two others; all grow with the numerator and shrink with the denominator."""
        part, whole = known(self.numerator), known(self.denominator)
        if any(one.low is None or one.low < 0 for one in (part, whole)):
            return
        measure = known(self.measure).narrowed(Interval(Fraction(0)), False)
        yield self.measure, _divided(part, whole, self.factor)
        yield self.numerator, _multiplied(measure, whole, Fraction(1, self.factor))
        yield self.denominator, _divided(part, measure, self.factor)


@dataclass(frozen=True)
class Rising(Relation):
    """Numbers that are counted on, as those of a year to date are: none is below the one before it."""

    before: Cell
    after: Cell

    def narrow(self, known: Known) -> Iterator[tuple[Cell, Interval]]:
        """The later one is at least the earlier one, which is at most the later one."""
        yield self.after, Interval(known(self.before).low, None)
        yield self.before, Interval(None, known(self.after).high)


@dataclass(frozen=True)
class Linear(Relation):
    """A sum of cells, each times a whole number, that lies between two numbers; None: nothing bounds it there."""

    terms: tuple[tuple[int, Cell], ...]
    least: int | None
    most: int | None

    def narrow(self, known: Known) -> Iterator[tuple[Cell, Interval]]:
        """Each cell by what the others leave of the sum."""
        spans = [_times(known(cell), coefficient) for coefficient, cell in self.terms]
        for n, (coefficient, cell) in enumerate(self.terms):
            others = [*spans[:n], *spans[n + 1 :]]
            low, high = _total(span.low for span in others), _total(span.high for span in others)
            least = None if self.least is None or high is None else self.least - high
            most = None if self.most is None or low is None else self.most - low
            yield cell, _times(Interval(least, most), Fraction(1, coefficient))


@dataclass(frozen=True)
class Same(Relation):
    """Two cells that state the same number."""

    one: Cell
    other: Cell

    def narrow(self, known: Known) -> Iterator[tuple[Cell, Interval]]:
        """Each by the other."""
        yield self.one, known(self.other)
        yield self.other, known(self.one)


@dataclass(frozen=True)
class Worked:
    """What was worked out of a cell: its bounds, and the rows that they rest on."""

    bounds: Interval
    rows: tuple[str, ...] = ()


def _times(interval: Interval, factor: Fraction | int) -> Interval:
    low, high = (None if end is None else end * factor for end in (interval.low, interval.high))
    return Interval(low, high) if factor > 0 else Interval(high, low)


def _total(ends: Iterable[Fraction | None]) -> Fraction | None:
    """The sum; None where one of them is not bounded."""
    total = Fraction(0)
    for end in ends:
        if end is None:
            return None
        total += end
    return total


def _divided(part: Interval, whole: Interval, factor: int) -> Interval:
    """`factor * part / whole`; nothing is said where the divisor may be 0 or is not bounded."""
    low = factor * part.low / whole.high if part.low is not None and whole.high else None
    high = factor * part.high / whole.low if part.high is not None and whole.low else None
    return Interval(low, high)


def _multiplied(one: Interval, other: Interval, factor: Fraction) -> Interval:
    low = one.low * other.low * factor if one.low is not None and other.low is not None else None
    high = one.high * other.high * factor if one.high is not None and other.high is not None else None
    return Interval(low, high)


def solve(
    printed: Mapping[Cell, Interval],
    unknown: Mapping[Cell, Worked],
    relations: Iterable[Relation],
    is_whole: Callable[[Cell], bool],
) -> Mapping[Cell, Worked]:
    """The bounds of what is not printed, narrowed by every relation in turn until none narrows them further.

    Printed numbers are taken as they are. A relation that contradicts what is known proves nothing, and is passed
    over. Each round narrows or ends the work; a narrowing without end is left after `_MOST_ROUNDS`.
    """
    worked, rules = dict(unknown), tuple(relations)

    def known(cell: Cell) -> Interval:
        if cell in worked:
            return worked[cell].bounds
        return printed.get(cell, Interval())

    for _ in range(_MOST_ROUNDS):
        before = dict(worked)
        for rule in rules:
            for cell, bounds in rule.narrow(known):
                if cell in worked:
                    worked[cell] = _narrowed(worked[cell], bounds, rule.rows, is_whole(cell))
        if worked == before:
            break
    return worked


def _narrowed(now: Worked, bounds: Interval, rows: str, is_whole: bool) -> Worked:
    narrower = now.bounds.narrowed(bounds, is_whole)
    if narrower.is_empty or narrower == now.bounds:
        return now
    return Worked(narrower, tuple(dict.fromkeys((*now.rows, rows))))
