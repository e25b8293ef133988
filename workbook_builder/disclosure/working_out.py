"""What a reader of all editions can work out of the figures that are suppressed, from those that are printed.

Whatever the inputs state counts as printed, in this edition or an earlier one; N/A counts as nothing in a sum, since
a figure of nothing is N/A.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from workbook_builder.disclosure.intervals import Interval
from workbook_builder.disclosure.relating import OWN_ROW, linked, relations_between, relations_of
from workbook_builder.disclosure.relations import Cell, Worked, solve
from workbook_builder.disclosure.suppressing import Parts, Statement
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.observations import PARTS, Key, Observation
from workbook_builder.specs.catalogue import Indicator, Making, Unit
from workbook_builder.specs.model import Spec

_FEWEST = 5
"""A count that was suppressed as 1 to 5 has to leave as many possible (the usual rule of published statistics)."""


@dataclass(frozen=True)
class Derivable:
    """Which of a row's suppressed numbers follow from printed ones: how closely, and from which rows, in words."""

    key: Key
    parts: tuple[str, ...]
    how: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Reader:
    """What a reader knows of one indicator: all that is `stated` now, and what earlier editions stated `before`.

    Both also hold what is stated of indicators that are sums over its months, or of whose months it is the sum.
    """

    spec: Spec
    indicator: Indicator
    stated: Mapping[Key, Observation]
    suppressed: Mapping[Key, Parts]
    before: tuple[Statement, ...]

    @cached_property
    def hidden(self) -> list[Cell]:
        """What is suppressed of the indicator."""
        own = [(key, parts) for key, parts in self.suppressed.items() if key[0] == self.indicator.id]
        return [(key, part) for key, parts in own for part in PARTS if part in parts]

    @cached_property
    def worked_out(self) -> Mapping[Cell, Worked]:
        """The bounds of all that is not printed."""
        return self._solved(allows=True)

    @cached_property
    def if_all_is_allocated(self) -> Mapping[Cell, Worked]:
        """The bounds, if what `adds_up` lets belong to no place were nothing, as it often is."""
        return self._solved(allows=False)

    def _solved(self, allows: bool) -> Mapping[Cell, Worked]:
        own = [
            each
            for name in dict.fromkeys(name for name, _, _ in self.stated)
            for each in relations_of(self.spec, self.spec.indicator_by_id[name], self._of(name), allows)
        ]
        relations = (*own, *relations_between(self.spec, self.stated))
        return solve(self._printed, self._unknown, relations, self.is_count)

    def _of(self, name: str) -> Mapping[Key, Observation]:
        return {key: one for key, one in self.stated.items() if key[0] == name}

    def exactly(self, cell: Cell) -> bool:
        """Whether the number, as it would be displayed, follows: it was stated before, or is worked out."""
        if any((one.key, one.part) == cell for one in self.before):
            return True
        return self.worked_out[cell].bounds.displayed(self.decimals(cell)) is not None

    def nearly(self, cell: Cell) -> bool:
        """Whether only what may belong to no place hides a count, and that leaves too few possible."""
        would_be = self.if_all_is_allocated[cell].bounds.displayed(self.decimals(cell))
        return self.is_count(cell) and would_be is not None and self.worked_out[cell].bounds.holds_fewer_than(_FEWEST)

    def is_count(self, cell: Cell) -> bool:
        """Whether it is a whole number: never stated with decimals, and no percentage, rate or average."""
        indicator = self.spec.indicator_by_id[cell[0][0]]
        counts = cell[1] != "measure" or (indicator.unit is Unit.COUNT and indicator.measure is Making.NONE)
        return counts and not self.decimals(cell)

    def decimals(self, cell: Cell) -> int:
        """The decimals with which it would be displayed."""
        (name, _, _), part = cell
        law = self.spec.indicator_by_id[name].decimals if part == "measure" else 0
        return max(self._decimals.get((name, part), ()), default=law)

    @cached_property
    def _decimals(self) -> Mapping[tuple[str, str], set[int]]:
        """The decimals with which each part of an indicator is stated."""
        found: dict[tuple[str, str], set[int]] = {}
        for (name, _, _), one in self.stated.items():
            for part in PARTS:
                if isinstance(number := getattr(one, part), Number):
                    found.setdefault((name, part), set()).add(number.decimals)
        return found

    @cached_property
    def _printed(self) -> Mapping[Cell, Interval]:
        found: dict[Cell, Interval] = {}
        for key, one in self.stated.items():
            for part in PARTS:
                figure = getattr(one, part)
                if isinstance(figure, Number):
                    found[key, part] = self._interval((key, part), figure)
                elif one.measure is Missing.NOT_AVAILABLE:
                    found[key, part] = Interval.at(0)
        return found

    @cached_property
    def _unknown(self) -> Mapping[Cell, Worked]:
        known = {(s.key, s.part): Worked(self._interval((s.key, s.part), s.number), (s.where,)) for s in self.before}
        cells = [(key, part) for key in self.stated for part in PARTS]
        return {
            cell: known.get(cell) or Worked(Interval(Fraction(0) if self._is_never_negative(cell) else None))
            for cell in cells
            if cell not in self._printed
        }

    def _interval(self, cell: Cell, number: Number) -> Interval:
        is_measured = cell[1] == "measure" and not self.is_count(cell)
        return Interval.printed(number, is_exact=not is_measured and not number.decimals)

    def _is_never_negative(self, cell: Cell) -> bool:
        indicator = self.spec.indicator_by_id[cell[0][0]]
        if cell[1] == "numerator":
            return indicator.measure is Making.PERCENTAGE
        return cell[1] == "denominator" or indicator.unit in (Unit.COUNT, Unit.PERCENT)


def derivable(reader: Reader) -> Iterator[Derivable]:
    """Each row and period whose suppressed numbers, or some of them, can be worked out."""
    for key in dict.fromkeys(key for key, _ in reader.hidden):
        cells = [cell for cell in reader.hidden if cell[0] == key]
        exact, near = [c for c in cells if reader.exactly(c)], [c for c in cells if reader.nearly(c)]
        if found := exact or near:
            how = "exactly, as it would be displayed" if exact else f"to within fewer than {_FEWEST} whole numbers"
            yield Derivable(key, tuple(part for _, part in found), how, _rows(reader, found))


def _rows(reader: Reader, found: Sequence[Cell]) -> tuple[str, ...]:
    """The rows that cells follow from; not their own where all of it is suppressed, and follows from others."""
    rows = dict.fromkeys(row for cell in found for row in reader.worked_out[cell].rows)
    is_all = all(part in reader.suppressed[key] for key, _ in found for part in PARTS)
    return tuple(row for row in rows if row != OWN_ROW or not is_all or len(rows) == 1)


def readers(
    spec: Spec, stated: Mapping[Key, Observation], suppressed: Mapping[Key, Parts], before: Iterable[Statement]
) -> Iterator[Reader]:
    """What a reader knows of each indicator of which something is suppressed."""
    told = tuple(before)
    for name in dict.fromkeys(key[0] for key in suppressed):
        names = linked(spec, name)
        yield Reader(
            spec,
            spec.indicator_by_id[name],
            {key: one for key, one in stated.items() if key[0] in names},
            {key: parts for key, parts in suppressed.items() if key[0] in names},
            tuple(one for one in told if one.key[0] in names),
        )
