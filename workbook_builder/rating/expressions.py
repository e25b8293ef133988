"""A small algebra of what rules compare: it is worked out with decimals, and printed as a spreadsheet's formula.

Everything is judged as displayed, half up. What is worked out of displayed numbers is exact; in a formula it is
rounded to the decimals that it then has, because 0.3 and 0.1 + 0.2 differ between programs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from workbook_builder.figures import Figure, Number

Known = Mapping[str, Number | None]
"""The numbers that a rule may ask for, by role: figure, target, floor ... None, or no entry: there is none."""
Cells = Mapping[str, str]
"""The address of the cell that plays each role."""
Decimals = Mapping[str, int]
"""The decimals with which each role's number is judged."""
TYPED = 6
"""The decimals of a number that is typed over a limit: as many are shown, and judged."""


@dataclass(frozen=True)
class Shown:
    """A figure's cell and the decimals it is displayed with."""

    cell: str
    decimals: int

    @property
    def rounded(self) -> str:
        """The figure as displayed."""
        return rounding(self.cell, self.decimals)


def rounding(cell: str, decimals: int) -> str:
    """`ROUND(C5,1)`."""
    return f"ROUND({cell},{decimals})"


def decimals_of(figure: Figure | None, otherwise: int) -> int:
    """The decimals a figure is displayed with; those of its indicator where it is missing."""
    return figure.decimals if isinstance(figure, Number) else otherwise


def typed_decimals(limit: Figure | None) -> int:
    """The decimals with which a limit is judged: as typed, since in a workbook it may be typed over more finely."""
    return max(TYPED, decimals_of(limit, TYPED))


def counted(cells: Sequence[str]) -> str:
    """`COUNT(C5,D5)=2`: whether all of the cells hold numbers."""
    return f"COUNT({','.join(cells)})={len(cells)}"


class Expression(Protocol):
    """A number made of those that play roles."""

    def value(self, known: Known) -> Decimal:
        """The number; every role that it is made of must be known."""

    def places(self, decimals: Decimals) -> int:
        """The decimals that it has."""

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """The same over the cells, without `=`."""


@dataclass(frozen=True)
class Term:
    """The number of a role, as displayed."""

    role: str

    def value(self, known: Known) -> Decimal:
        """The number as displayed."""
        number = known[self.role]
        assert number is not None
        return number.shown

    def places(self, decimals: Decimals) -> int:
        """Those of its role."""
        return decimals[self.role]

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """`ROUND(C5,1)`."""
        return rounding(cells[self.role], decimals[self.role])


@dataclass(frozen=True)
class WithShare:
    """A number and so many per cent of it more (`times` 1) or less (-1): a tolerance in per cent.

    60 and 5 per cent of it less are 60 * (100 - 5) / 100.
    """

    of: Expression
    percent: Expression
    times: int = 1

    def value(self, known: Known) -> Decimal:
        """The number with its share, exactly."""
        return self.of.value(known) * (100 + self.times * self.percent.value(known)) / 100

    def places(self, decimals: Decimals) -> int:
        """Those of both factors, and two for the hundredth."""
        return self.of.places(decimals) + self.percent.places(decimals) + 2

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """`ROUND(ROUND(C5,1)*(100-ROUND(D5,0))/100,3)`."""
        sign = "-" if self.times < 0 else "+"
        percent = f"(100{sign}{self.percent.formula(cells, decimals)})"
        return rounding(f"{self.of.formula(cells, decimals)}*{percent}/100", self.places(decimals))


@dataclass(frozen=True)
class WithPoints:
    """A number and so much more (`times` 1) or less (-1): a tolerance in points."""

    of: Expression
    points: Expression
    times: int = 1

    def value(self, known: Known) -> Decimal:
        """The sum or difference, exactly."""
        return self.of.value(known) + self.times * self.points.value(known)

    def places(self, decimals: Decimals) -> int:
        """Those of the finer of the two."""
        return max(self.of.places(decimals), self.points.places(decimals))

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """`ROUND(ROUND(C5,1)-ROUND(D5,0),1)`."""
        sign = "-" if self.times < 0 else "+"
        sides = f"{self.of.formula(cells, decimals)}{sign}{self.points.formula(cells, decimals)}"
        return rounding(sides, self.places(decimals))


@dataclass(frozen=True)
class ShareOf:
    """So many per cent of a number."""

    of: Expression
    percent: Expression

    def value(self, known: Known) -> Decimal:
        """The share, exactly."""
        return self.of.value(known) * self.percent.value(known) / 100

    def places(self, decimals: Decimals) -> int:
        """Those of both factors, and two for the hundredth."""
        return self.of.places(decimals) + self.percent.places(decimals) + 2

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """`ROUND(ROUND(C5,1)*ROUND(D5,0)/100,3)`."""
        product = f"{self.of.formula(cells, decimals)}*{self.percent.formula(cells, decimals)}"
        return rounding(f"{product}/100", self.places(decimals))


@dataclass(frozen=True)
class AtLeast:
    """That one number is no less than another."""

    one: Expression
    limit: Expression

    def holds(self, known: Known) -> bool:
        """Whether it is so."""
        return self.one.value(known) >= self.limit.value(known)

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """`ROUND(B5,1)>=ROUND(C5,0)`."""
        return f"{self.one.formula(cells, decimals)}>={self.limit.formula(cells, decimals)}"


@dataclass(frozen=True)
class AtMost:
    """That one number is no more than another."""

    one: Expression
    limit: Expression

    def holds(self, known: Known) -> bool:
        """Whether it is so."""
        return self.one.value(known) <= self.limit.value(known)

    def formula(self, cells: Cells, decimals: Decimals) -> str:
        """`ROUND(B5,1)<=ROUND(C5,0)`."""
        return f"{self.one.formula(cells, decimals)}<={self.limit.formula(cells, decimals)}"


Comparison = AtLeast | AtMost
FIGURE, TARGET = Term("figure"), Term("target")
