"""What a comparison is, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from workbook_builder.audit.edition import Edition
from workbook_builder.audit.judging import Judgement, judgements
from workbook_builder.audit.pairing import Pair, Pairing
from workbook_builder.audit.placed import Ours, Placed
from workbook_builder.audit.printed import Print, PrintedRow, Slot
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.scorecards.model import Scorecard

TableKey = tuple[str, str]
"""A page, and the id of a table of it."""


@dataclass(frozen=True)
class Published:
    """An edition and what was published of it: rows beside ours, rows without a place, rows that are not printed.

    `pairings` are the rows of the tables of all pages but those of rated figures, as a workbook has them, `otherwise`
    what these pages, and columns that no rule of their own judges, say otherwise than ours.
    """

    edition: Edition
    printed: Print
    placed: tuple[Placed, ...]
    extra: tuple[PrintedRow, ...]
    missing: tuple[Ours, ...]
    pairings: Mapping[TableKey, Pairing]
    otherwise: tuple[Finding, ...] = ()

    @property
    def scorecard(self) -> Scorecard:
        """The edition's scorecard."""
        return self.edition.scorecard

    @property
    def inputs(self) -> Inputs:
        """What it was made from."""
        return self.edition.inputs

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every printed rating and arrow beside what the printed figures make of it."""
        return tuple(judgement for placed in self.placed for judgement in judgements(placed))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every row of a page beside the line of the sheet that stands for it."""
        rated = tuple(pair for placed in self.placed if (pair := self._pair(placed)))
        return (*rated, *(pair for pairing in self.pairings.values() for pair in pairing.pairs))

    def _pair(self, placed: Placed) -> Pair | None:
        if placed.printed.line is None:
            return None
        printed = next(page for page in self.printed.pages if page.name == placed.ours.page)
        return Pair(*self.edition.rows[placed.ours.id], printed, placed.printed.line)


@dataclass(frozen=True)
class Comparison:
    """One kind of contradiction: its name, why it matters, an example, and the function that finds it."""

    id: str
    reason: str
    example: str
    find: Callable[[Published], Iterator[Finding]]


def elsewhere(rule: str) -> Callable[[Published], Iterator[Finding]]:
    """Finds what is printed otherwise on pages, or in columns, that no rule of their own judges."""
    return lambda published: (found for found in published.otherwise if found.rule == rule)


def finding(
    placed: Placed,
    slot: Slot,
    found: str,
    expected: str,
    difference: str,
    period: str = "",
    numbers: tuple[Decimal | None, Decimal | None] = (None, None),
) -> Finding:
    """A finding about one printed cell; the name of the comparison is added by `audit`.

    `numbers` are what was found and what was expected, where these are numbers.
    """
    return Finding(
        rule="",
        page=placed.ours.page,
        indicator=placed.row.indicator.id,
        title=placed.row.title,
        place=placed.row.place,
        period=period or placed.period(slot).label,
        where=placed.printed.where(slot),
        found=found,
        expected=expected,
        difference=difference,
        unit="count" if slot[0] in ("numerator", "denominator") else placed.row.indicator.unit.value,
        found_number=numbers[0],
        expected_number=numbers[1],
    )


def named(slot: Slot, number: Number) -> str:
    """`a numerator of 90`; of a measure only its number."""
    what = {"numerator": "a numerator of ", "denominator": "a denominator of ", "benchmark": "a benchmark of "}
    return what.get(slot[0], "") + number.text


def as_numbers(*figures: Figure | None) -> tuple[Decimal | None, Decimal | None]:
    """What was found and expected, as displayed; None for what is no number."""
    found, expected = (figure.shown if isinstance(figure, Number) else None for figure in figures)
    return found, expected


def apart(found: Number, expected: Number) -> str:
    """`+0.6`: by how much the printed number is larger."""
    return f"{Decimal(found.shown - expected.shown):+,f}"
